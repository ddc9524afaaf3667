/** One list of tasks: its columns, its jumps, what nothing leads to, and how control leaves it. */
import type { Block } from '../../graph.ts';
import { columnGap, endRadius, nodeHeight, padding, rankGap } from '../metrics.ts';
import type { Geometry } from './column.ts';
import { land, layoutRows } from './column.ts';
import type { Column, Shape } from './columns.ts';
import { common, shapeOf } from './columns.ts';
import type { Context } from './context.ts';
import { draw } from './context.ts';
import type { Step } from './contour.ts';
import { apart, furthest, raise, shift } from './contour.ts';
import { readList } from './list.ts';
import type { Side } from './sides.ts';
import { endOf, offset, settle } from './sides.ts';
import type { Frame, Ink, Piece } from './types.ts';
import { EXIT, spot } from './types.ts';

export interface BlockGeometry {
  readonly frame: Frame;
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly geometry: Geometry;
  readonly first?: Piece;
  /** Where control leaves: the last piece, or the place where several ways join. */
  readonly tail?: Piece;
}

/** Lays a list out. `floor` is the line where ways out of a nested list end: the lower border of its container. */
export function layoutBlock(ink: Ink, block: Block, pieces: readonly Piece[], floor?: Frame): BlockGeometry {
  const list = readList(block);
  const shape = shapeOf(list);
  const sides = new Map<number, Side[]>();
  const add = (side: Side) => {
    for (const end of new Set([side.link.from, side.link.to])) sides.set(end, [...(sides.get(end) ?? []), side]);
  };
  for (const { link, column } of shape.sides) if (column) add({ link, column });
  const context: Context = {
    list,
    ink,
    pieces,
    sides,
    aside(link, ends) {
      const column = common(shape.home[link.from], link.to === EXIT ? shape.root : shape.home[link.to]);
      if (!column) return;
      const side = { link, column };
      add(side);
      ends.push(endOf(side, pieces[link.from]!));
    },
    settle: (geometry, column) => settle(context, geometry, column),
  };

  const geometry = layoutRows(context, shape.root);
  const tail = floor ? leave(context, geometry, floor) : finish(context, geometry, block);
  settle(context, geometry, shape.root);
  for (const [first, column] of shape.lost) lose(context, geometry, shape, first, column, floor ? undefined : tail);
  const first = shape.root.rows[0];
  return {
    frame: geometry.frame,
    left: Math.max(0, ...geometry.reach[0].map(({ reach }) => reach)),
    right: Math.max(0, ...geometry.reach[1].map(({ reach }) => reach)),
    height: Math.max(geometry.height, ...bottoms(geometry.reach[0]), ...bottoms(geometry.reach[1])),
    geometry,
    ...(first?.type === 'node' && { first: pieces[first.node]! }),
    ...(tail && { tail }),
  };
}

const bottoms = (contour: readonly Step[]): number[] => contour.slice(-1).map(({ bottom }) => bottom);

/** The end of the workflow: one ring below the spine, if anything gets there. */
function finish(context: Context, geometry: Geometry, block: Block): Piece | undefined {
  const jumps = context.sides.get(EXIT) ?? [];
  if (geometry.open.length === 0 && jumps.length === 0) return undefined;
  const end: Piece = { frame: { x: 0, y: 0 }, left: endRadius, right: endRadius, height: 2 * endRadius, side: endRadius, taken: [0, 0] };
  geometry.height += rankGap;
  land(context, geometry, end);
  context.ink.marks.push({ id: `${block.id}#end`, type: 'end', faded: false, at0: spot(end.frame, 0, endRadius) });
  for (const side of jumps) geometry.ends.push({ ...endOf(side, end), prefer: 1 });
  return end;
}

/** Ways out of a nested list. A plain one is not drawn; several join and go down to the border. */
function leave(context: Context, geometry: Geometry, floor: Frame): Piece | undefined {
  const jumps = context.sides.get(EXIT) ?? [];
  const [only] = geometry.open;
  if (!only && jumps.length === 0) return undefined;
  if (only && geometry.open.length === 1 && only.x === 0 && only.path.length === 1 && jumps.length === 0) {
    geometry.open = [];
    return context.pieces[only.link.from]!;
  }
  geometry.height += rankGap / 2;
  const { frame, height: y } = geometry;
  const down = { fx: frame, x: 0, fy: floor, y: 0 };
  for (const { link, path, x } of geometry.open) {
    const bend = x === 0 ? [] : [spot(frame, x, y), spot(frame, 0, y)];
    draw(context, link, [...path, ...bend, down], { head: false });
  }
  geometry.open = [];
  const joint: Piece = { frame: { parent: frame, x: 0, y }, left: 0, right: 0, height: 0, side: 0, taken: [0, 0] };
  for (const side of jumps) {
    const end = endOf(side, joint);
    end.path.push(down, spot(joint.frame, 0, 0));
    geometry.ends.push(end);
  }
  geometry.height += 4;
  return joint;
}

/** What nothing leads to stands at the right, beside the task it is written after. */
function lose(context: Context, geometry: Geometry, shape: Shape, first: number, column: Column, end: Piece | undefined): void {
  const sub = layoutRows(context, column);
  settle(context, sub, column);
  const before = context.pieces[first - 1];
  const isLost = before && !context.list.reached[first - 1];
  const top = !before
    ? 0
    : offset(before.frame, geometry.frame, 'y') +
      (isLost ? before.height + rankGap : before.height > nodeHeight ? before.height - nodeHeight - padding : 0);
  const x = Math.ceil((apart(geometry.reach[1], shift(sub.reach[0], top, 0)) + columnGap) / 4) * 4;
  Object.assign(sub.frame, { parent: geometry.frame, x, y: top });
  if (end) elbow(context, geometry, shape, sub, column, end);
  for (const { top: from, bottom, reach } of shift(sub.reach[1], top, x)) raise(geometry.reach[1], from, bottom, reach);
}

/** The way from an unreached task to the end, where nothing stands in between. */
function elbow(context: Context, geometry: Geometry, shape: Shape, sub: Geometry, column: Column, end: Piece): void {
  const row = column.rows[column.rows.length - 1];
  if (row?.type !== 'node') return;
  const out = shape.sides.find(({ link, column: home }) => !home && link.from === row.node && link.to === EXIT);
  const { x, y } = sub.frame;
  const from = y + sub.height;
  const to = end.frame.y + end.side;
  if (!out || from + 16 > to || furthest(geometry.reach[1], from, to - 12) > x - 16) return;
  if (furthest(geometry.reach[1], to - 12, to + 12) > endRadius + 16) return;
  const path = [spot(geometry.frame, x, from), spot(geometry.frame, x, to), spot(geometry.frame, end.right, to)];
  draw(context, out.link, path, { head: true });
  raise(geometry.reach[1], from, to + 4, x + 8);
}
