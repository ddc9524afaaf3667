/** Stacks the rows of a column and packs the columns of its groups side by side. */
import { busDrop, caseGap, columnGap, laneReach, longJump, nodeHeight, nodeWidth, pillDrop, pillStep, rankGap } from '../metrics.ts';
import type { Branch, Column, Group } from './columns.ts';
import type { Context } from './context.ts';
import { draw } from './context.ts';
import { apart, furthest, merge, occupied, raise, shift } from './contour.ts';
import type { Contour } from './contour.ts';
import type { Geometry } from './geometry.ts';
import { newGeometry } from './geometry.ts';
import { labelOf, putPill } from './labels.ts';
import { leavesMain } from './list.ts';
import { markOf, stubX } from './marks.ts';
import { attach, endsAt, offset } from './sides.ts';
import type { Frame, Link, LayoutBox, LocalPoint } from './types.ts';
import { BROKEN, localPoint } from './types.ts';

/** Lays the rows out; wires to what follows stay open, jumps wait for their column. */
export function layoutRows(context: Context, column: Column): Geometry {
  const geometry = newGeometry();
  for (const row of column.rows) {
    if (row.type === 'group') {
      layoutGroup(context, geometry, row);
      geometry.gap = rankGap;
      continue;
    }
    const box = context.boxes[row.node]!;
    // Neighbours do not reach in between two rows.
    for (const side of geometry.reach) raise(side, geometry.height, geometry.height + geometry.gap, nodeWidth / 2);
    geometry.height += geometry.gap;
    land(context, geometry, box);
    geometry.ends.push(...endsAt(context, row.node));
    geometry.open = row.links.map((link) => ({ link, path: [localPoint(geometry.frame, 0, geometry.height)], x: 0 }));
    geometry.gap = rankGap + straightPills(context, geometry, row.links);
  }
  return geometry;
}

/** Puts a box below what is there and lets the open wires end in it. */
export function land(context: Context, geometry: Geometry, box: LayoutBox): void {
  const { frame, height: top } = geometry;
  Object.assign(box.frame, { parent: frame, x: 0, y: top });
  if (box.height > 0) {
    raise(geometry.reach[0], top, top + box.height, box.left);
    raise(geometry.reach[1], top, top + box.height, box.right);
  }
  for (const { link, path, x } of geometry.open) {
    draw(context, link, [...path, ...join(geometry, x, top - rankGap / 2), localPoint(frame, 0, top)], { head: true });
  }
  geometry.open = [];
  geometry.height = top + box.height;
}

/** The way of an open wire to the middle of its column, at a height. */
export function join({ frame, reach }: Geometry, x: number, y: number): LocalPoint[] {
  if (x === 0) return [];
  raise(reach[x < 0 ? 0 : 1], y - rankGap / 2, y + 4, Math.abs(x) + laneReach);
  return [localPoint(frame, x, y), localPoint(frame, 0, y)];
}

/** Pills on wires that go straight down; gives the room they need. */
function straightPills(context: Context, geometry: Geometry, links: readonly Link[]): number {
  let count = 0;
  for (const link of links) {
    const words = labelOf(link.edge);
    if (!words) continue;
    const y = geometry.height + pillDrop + pillStep * count++;
    hold(geometry.reach, y, words.span / 2);
    putPill(context.drawn, geometry.frame, 0, y, words, tag(context, link));
  }
  return count > 0 ? caseGap - rankGap + pillStep * (count - 1) : 0;
}

const tag = (context: Context, { edge, from }: Link) => ({
  id: `${edge.id}#pill`,
  wire: edge.id,
  style: 'case' as const,
  faded: edge.unreachable === true || context.boxes[from]!.faded === true,
  ...(edge.at && { at: edge.at }),
});

function hold(reach: [Contour, Contour], y: number, half: number): void {
  for (const side of reach) raise(side, y - 14, y + 14, half);
}

function layoutGroup(context: Context, geometry: Geometry, group: Group): void {
  const { frame, height: top } = geometry;
  const labelled = (links: readonly Link[]) => links.filter((link) => labelOf(link.edge)).length;
  const stack = Math.max(labelled(group.lane), ...group.branches.map((branch) => labelled(branch.links)));
  // A single broken way without a name hangs right below its node, at the left, and has no bus.
  const stub = stack === 0 && group.branches.length === 1 && group.lane.length === 0 && group.branches[0]!.links[0]!.to === BROKEN;
  const drop = stack > 0 ? caseGap + pillStep * (stack - 1) : stub ? busDrop : rankGap;
  const subs = group.branches.map((branch) => layoutBranch(context, branch, stub));
  const links = group.branches.map((branch) => branch.links);

  const depth = Math.max(0, ...subs.map((sub) => sub.height));
  /** Columns drawn to their heads; a lane stays open. */
  let closed = subs.length;
  let main = group.main;
  if (group.lane.length > 0 && main !== -1 && drop + depth > longJump) {
    if (leavesMain(context.list, group.lane[0]!)) {
      closed = subs.push(markOf(context, group.lane[0]!, false));
      links.push([...group.lane]);
    } else for (const link of group.lane) context.routeAside(link, geometry.ends);
  } else if (group.lane.length > 0) {
    if (main === -1) main = subs.length;
    const lane = newGeometry();
    lane.open = group.lane.map((link) => ({ link, path: [], x: 0 }));
    subs.push(lane);
    links.push([...group.lane]);
  }

  const rows = escape(frame, subs, main, depth, top + drop + depth);
  subs.forEach((sub, i) => {
    if (sub.open.length > 0) for (const side of sub.reach) raise(side, sub.height, depth, laneReach);
    const words = links[i]!.map((link) => labelOf(link.edge)).filter((one) => one !== undefined);
    words.forEach((one, k) => hold(sub.reach, pillDrop + pillStep * k - drop, one.span / 2));
  });
  pack(geometry, subs, main, top + drop);

  const bus = top + (stack > 0 ? busDrop : rankGap / 2);
  const outer = subs.map((sub) => sub.frame.x);
  raise(geometry.reach[0], top, bus + 8, laneReach - Math.min(...outer));
  raise(geometry.reach[1], top, bus + 8, laneReach + Math.max(...outer));
  subs.forEach((sub, i) => {
    const { x } = sub.frame;
    const path = stub ? [localPoint(frame, stubX, top)] : [localPoint(frame, 0, top), localPoint(frame, 0, bus), localPoint(frame, x, bus)];
    let k = 0;
    for (const link of links[i]!) {
      const words = labelOf(link.edge);
      if (words) putPill(context.drawn, frame, x, top + pillDrop + pillStep * k++, words, tag(context, link));
      if (i < closed) draw(context, link, [...path, localPoint(sub.frame, stub ? stubX : 0, 0)], { head: link.to !== BROKEN });
    }
    const start = i < closed ? [] : path;
    for (const open of sub.open) geometry.open.push({ ...open, path: [...start, ...open.path], x });
    geometry.ends.push(...sub.ends);
  });
  geometry.height = top + drop + depth + rows * rowStep;
  // The rows of the ways out below the group are as wide as the group.
  for (const side of geometry.reach) raise(side, top + drop + depth, geometry.height, furthest(side, top, top + drop + depth));
}

function layoutBranch(context: Context, branch: Branch, stub: boolean): Geometry {
  if (!branch.column) return markOf(context, branch.links[0]!, stub);
  const sub = layoutRows(context, branch.column);
  context.drawRoutes(sub, branch.column);
  const pills = Math.max(0, sub.gap - rankGap);
  for (const side of sub.reach) raise(side, sub.height, sub.height + pills, laneReach);
  sub.height += pills;
  if (sub.open.some(({ x }) => x !== 0)) {
    const y = sub.height + rankGap / 2;
    sub.open = sub.open.map(({ link, path, x }) => ({ link, path: [...path, ...join(sub, x, y)], x: 0 }));
    sub.height = y + 4;
  }
  return sub;
}

const rowStep = 24;

/**
 * A jump out of a group leaves at a side that is free at its height; where its neighbours stand on both sides it goes
 * down beside its own column and out below the group. Gives the number of rows needed there.
 */
function escape(frame: Frame, subs: readonly Geometry[], main: number, depth: number, bottom: number): number {
  let rows = 0;
  subs.forEach((sub, k) => {
    for (const end of sub.ends) {
      const y = offset(end.fy, sub.frame, 'y') + end.y;
      const around = end.path.length === 0 ? nodeHeight / 2 : 12;
      const free = (from: number, to: number) => subs.slice(from, to).every((other) => !occupied(other.reach[0], y - around, y + around));
      const can: [boolean, boolean] = [end.can[0] && free(0, k), end.can[1] && free(k + 1, subs.length)];
      if (k !== main) end.prefer = k < main ? 0 : 1;
      if (can[0] || can[1]) {
        end.can = can;
        continue;
      }
      const side = end.can[end.prefer] ? end.prefer : end.prefer === 0 ? 1 : 0;
      const sign = side === 0 ? -1 : 1;
      attach(end, side);
      const from = offset(end.fy, sub.frame, 'y') + end.y;
      const lane = furthest(sub.reach[side], from - 4, Math.max(sub.height, from + 4)) + 24;
      raise(sub.reach[side], from - 4, Math.max(depth, from + 4), lane - 8);
      raise(sub.reach[side === 0 ? 1 : 0], sub.height, depth, 8 - lane);
      const y1 = bottom + 16 + rowStep * rows++;
      end.path.push({ fx: sub.frame, x: sign * lane, fy: end.fy, y: end.y }, { fx: sub.frame, x: sign * lane, fy: frame, y: y1 });
      Object.assign(end, { fy: frame, y: y1, can: [true, true] });
    }
  });
  return rows;
}

/** Places the columns left and right of the one on the spine, as near as their contours allow. */
function pack(geometry: Geometry, subs: readonly Geometry[], main: number, top: number): void {
  let left = subs[main]!.reach[0];
  let right = subs[main]!.reach[1];
  const place = (sub: Geometry, x: number) => {
    Object.assign(sub.frame, { parent: geometry.frame, x, y: top });
    left = merge(left, shift(sub.reach[0], 0, -x));
    right = merge(right, shift(sub.reach[1], 0, x));
  };
  place(subs[main]!, 0);
  for (let k = main + 1; k < subs.length; k++) place(subs[k]!, grid(apart(right, subs[k]!.reach[0]) + columnGap));
  for (let k = main - 1; k >= 0; k--) place(subs[k]!, -grid(apart(left, subs[k]!.reach[1]) + columnGap));
  geometry.reach[0].push(...shift(left, top, 0));
  geometry.reach[1].push(...shift(right, top, 0));
}

const grid = (x: number): number => Math.ceil(x / 4) * 4;
