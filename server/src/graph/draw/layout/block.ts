/** One list of tasks: its columns, its jumps, what nothing leads to, and how control leaves it. */
import type { Block } from '../../graph.ts';
import { columnGap, endRadius, nodeHeight, nodeWidth, padding, rankGap } from '../metrics.ts';
import { join, land, layoutRows } from './column.ts';
import type { Column, Shape } from './columns.ts';
import { common, shapeOf } from './columns.ts';
import type { Context } from './context.ts';
import { draw } from './context.ts';
import type { Step } from './contour.ts';
import { apart, furthest, merge, raise, shift } from './contour.ts';
import type { Geometry, SideRoute } from './geometry.ts';
import { readList } from './list.ts';
import { endOf, loopPath, offset, drawRoutes } from './sides.ts';
import type { Frame, DrawList, LayoutBox } from './types.ts';
import { EXIT, put, putWire, localPoint } from './types.ts';

export interface BlockGeometry {
  readonly frame: Frame;
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly first?: LayoutBox;
}

export interface Surroundings {
  /** Where ways out of a nested list end: the lower border of its container. */
  readonly floor?: Frame;
  /** The end of the list leads back to its first task. */
  readonly loops?: boolean;
  readonly faded?: boolean;
}

/** Lays a list out. */
export function layoutBlock(
  drawn: DrawList,
  block: Block,
  boxes: readonly LayoutBox[],
  { floor, loops, faded = false }: Surroundings = {},
): BlockGeometry {
  const list = readList(block);
  const shape = shapeOf(list);
  const sides = new Map<number, SideRoute[]>();
  const add = (side: SideRoute) => {
    for (const end of new Set([side.link.from, side.link.to])) sides.set(end, [...(sides.get(end) ?? []), side]);
  };
  for (const { link, column } of shape.sides) if (column) add({ link, column });
  const context: Context = {
    list,
    drawn,
    boxes,
    sides,
    routeAside(link, ends) {
      const column = common(shape.home[link.from], link.to === EXIT ? shape.root : shape.home[link.to]);
      if (!column) return;
      const side = { link, column };
      add(side);
      ends.push(endOf(side, boxes[link.from]!));
    },
    drawRoutes: (geometry, column) => drawRoutes(context, geometry, column),
  };

  const geometry = layoutRows(context, shape.root);
  const tail = floor ? exitList(context, geometry, shape, floor) : finish(context, geometry, block);
  drawRoutes(context, geometry, shape.root);
  const top = shape.root.rows[0];
  const first = top?.type === 'node' ? boxes[top.node] : undefined;
  if (loops && first && tail) loop(context, geometry, tail, first, faded);
  for (const [head, column] of shape.unreachable) placeUnreachable(context, geometry, shape, head, column, floor ? undefined : tail);
  return {
    frame: geometry.frame,
    left: Math.max(0, furthest(geometry.reach[0], -Infinity, Infinity)),
    right: Math.max(0, furthest(geometry.reach[1], -Infinity, Infinity)),
    height: Math.max(geometry.height, ...bottoms(geometry.reach[0]), ...bottoms(geometry.reach[1])),
    ...(first && { first }),
  };
}

const bottoms = (contour: readonly Step[]): number[] => contour.slice(-1).map(({ bottom }) => bottom);

/** The end of the workflow: one ring below the spine, if anything gets there. */
function finish(context: Context, geometry: Geometry, block: Block): LayoutBox | undefined {
  const jumps = context.sides.get(EXIT) ?? [];
  if (geometry.open.length === 0 && jumps.length === 0) return undefined;
  const end: LayoutBox = {
    frame: { x: 0, y: 0 },
    left: endRadius,
    right: endRadius,
    height: 2 * endRadius,
    side: endRadius,
    taken: [0, 0],
  };
  geometry.height += geometry.gap;
  land(context, geometry, end);
  put(context.drawn, 'marks', end.frame, { id: `${block.id}#end`, type: 'end', x: 0, y: endRadius, faded: false });
  for (const side of jumps) geometry.ends.push({ ...endOf(side, end), prefer: 1 });
  return end;
}

/** Ways out of a nested list. A plain one is not drawn; several join and go down to the border. */
function exitList(context: Context, geometry: Geometry, shape: Shape, floor: Frame): LayoutBox | undefined {
  const jumps = context.sides.get(EXIT) ?? [];
  const [only] = geometry.open;
  const plain = shape.root.rows[shape.root.rows.length - 1]?.type === 'node';
  if (!only && jumps.length === 0) return undefined;
  if (
    only &&
    plain &&
    geometry.open.length === 1 &&
    only.x === 0 &&
    only.path.length === 1 &&
    geometry.gap === rankGap &&
    jumps.length === 0
  ) {
    geometry.open = [];
    return context.boxes[only.link.from]!;
  }
  geometry.height += geometry.gap - rankGap / 2;
  const { frame, height: y } = geometry;
  const down = { fx: frame, x: 0, fy: floor, y: 0 };
  for (const { link, path, x } of geometry.open) {
    draw(context, link, [...path, ...join(geometry, x, y), down], { head: false });
  }
  geometry.open = [];
  const joint: LayoutBox = { frame: { parent: frame, x: 0, y }, left: 0, right: 0, height: 0, side: 0, taken: [0, 0] };
  for (const side of jumps) {
    const end = endOf(side, joint);
    end.path.push(down, localPoint(joint.frame, 0, 0));
    geometry.ends.push(end);
  }
  geometry.height += 4;
  return joint;
}

/** The last task, or the place where several ways join, leads back to the first task. */
function loop({ drawn, list }: Context, geometry: Geometry, tail: LayoutBox, first: LayoutBox, faded: boolean): void {
  putWire(drawn, loopPath(geometry, tail, first), {
    id: `${list.block.id}#loop`,
    style: 'back',
    points: [],
    head: true,
    dot: tail.height > 0,
    faded,
    ...(tail.id && { from: tail.id }),
    ...(first.id && { to: first.id }),
  });
}

/** What nothing leads to stands at the right, beside the task it is written after. */
function placeUnreachable(
  context: Context,
  geometry: Geometry,
  shape: Shape,
  first: number,
  column: Column,
  end: LayoutBox | undefined,
): void {
  const sub = layoutRows(context, column);
  drawRoutes(context, sub, column);
  const before = context.boxes[first - 1];
  const isLost = before && !context.list.reached[first - 1];
  const top = !before
    ? 0
    : offset(before.frame, geometry.frame, 'y') +
      (isLost ? before.height + rankGap : before.height > nodeHeight ? before.height - nodeHeight - padding : 0);
  // Never below the spine: ways out of the list run there.
  const beside = merge(geometry.reach[1], [{ top, bottom: top + sub.height, reach: nodeWidth / 2 }]);
  const x = Math.ceil((apart(beside, shift(sub.reach[0], top, 0)) + columnGap) / 4) * 4;
  Object.assign(sub.frame, { parent: geometry.frame, x, y: top });
  if (end) connectUnreachableToEnd(context, geometry, shape, sub, column, end);
  for (const { top: from, bottom, reach } of shift(sub.reach[1], top, x)) raise(geometry.reach[1], from, bottom, reach);
}

/** The way from an unreached task to the end, where nothing stands in between. */
function connectUnreachableToEnd(context: Context, geometry: Geometry, shape: Shape, sub: Geometry, column: Column, end: LayoutBox): void {
  const row = column.rows[column.rows.length - 1];
  if (row?.type !== 'node') return;
  const out = shape.sides.find(({ link, column: home }) => !home && link.from === row.node && link.to === EXIT);
  const { x, y } = sub.frame;
  const from = y + sub.height;
  const to = end.frame.y + end.side;
  if (!out || from + 16 > to || furthest(geometry.reach[1], from, to - 12) > x - 16) return;
  if (furthest(geometry.reach[1], to - 12, to + 12) > endRadius + 16) return;
  const path = [localPoint(geometry.frame, x, from), localPoint(geometry.frame, x, to), localPoint(geometry.frame, end.right, to)];
  draw(context, out.link, path, { head: true });
  raise(geometry.reach[1], from, to + 4, x + 8);
}
