/** Jumps and back edges: out at a side, through a channel outside of everything they pass, in at a side. */
import { channelGap, longJump } from '../metrics.ts';
import type { Column } from './columns.ts';
import type { Context } from './context.ts';
import { draw } from './context.ts';
import { furthest, raise } from './contour.ts';
import type { Geometry, RouteEnd, SideRoute } from './geometry.ts';
import type { Label } from './labels.ts';
import { labelOf, edgeStyleOf, putPill } from './labels.ts';
import type { Frame, LayoutBox, Rect, LocalPoint } from './types.ts';
import { localPoint } from './types.ts';

export function endsAt(context: Context, node: number): RouteEnd[] {
  const box = context.boxes[node]!;
  return (context.sides.get(node) ?? []).flatMap((side) =>
    side.link.to === side.link.from ? [endOf(side, box), endOf(side, box)] : [endOf(side, box)],
  );
}

export function endOf(side: SideRoute, box: LayoutBox): RouteEnd {
  const back = side.link.to >= 0 && side.link.to <= side.link.from;
  return { side, box, path: [], fy: box.frame, y: box.side, can: [true, true], prefer: back ? 0 : 1 };
}

/** Offset of a frame within another one it stands in. */
export function offset(frame: Frame, within: Frame, axis: 'x' | 'y'): number {
  let sum = 0;
  for (let f: Frame | undefined = frame; f && f !== within; f = f.parent) sum += f[axis];
  return sum;
}

/** Wires at one side of a node leave and enter at different heights. */
const slots = [0, 10, -10, 18, -18, 5, -5, 14, -14];

/** Settles on which side, and where, an end leaves its box. */
export function attach(end: RouteEnd, side: 0 | 1): void {
  if (end.path.length > 0) return;
  const { box } = end;
  const step = box.height > 0 ? slots[box.taken[side]++ % slots.length]! : 0;
  end.y = box.side + Math.max(-box.side + 4, Math.min(box.height - box.side - 4, step));
  end.path.push({ fx: box.frame, x: side === 0 ? -box.left : box.right, fy: end.fy, y: end.y });
}

/** Draws the jumps whose two ends both stand in this column; the rest travels on outwards. */
export function drawRoutes(context: Context, geometry: Geometry, column: Column): void {
  const pairs = new Map<SideRoute, RouteEnd[]>();
  const rest: RouteEnd[] = [];
  for (const end of geometry.ends) {
    if (end.side.column !== column) rest.push(end);
    else pairs.set(end.side, [...(pairs.get(end.side) ?? []), end]);
  }
  geometry.ends = rest;
  const high = (end: RouteEnd) => offset(end.fy, geometry.frame, 'y') + end.y;
  const spans = [...pairs.values()]
    .filter((ends) => ends.length === 2)
    .map((ends) => ({ ends, span: Math.abs(high(ends[0]!) - high(ends[1]!)) }))
    .sort((a, b) => a.span - b.span);
  const tags: [Rect[], Rect[]] = [[], []];
  for (const { ends, span } of spans) {
    const one = ends[0]!;
    const other = ends[1]!;
    const turned = one.box !== context.boxes[one.side.link.from];
    route(context, geometry, turned ? other : one, turned ? one : other, span, tags);
  }
}

function route(context: Context, geometry: Geometry, from: RouteEnd, to: RouteEnd, span: number, allTags: [Rect[], Rect[]]): void {
  const { link } = from.side;
  const both: (0 | 1)[] = ([0, 1] as const).filter((s) => from.can[s] && to.can[s]);
  const side = both.includes(from.prefer) ? from.prefer : both[0];
  if (side === undefined) return name(context, geometry, from, allTags);
  // Out below and in above the middle, where a task leads back to itself.
  if (from.box === to.box) from.box.taken[side]++;
  attach(from, side);
  attach(to, side);
  const { frame } = geometry;
  const sign = side === 0 ? -1 : 1;
  const place = (end: RouteEnd) => {
    const last = end.path[end.path.length - 1]!;
    return { out: sign * (offset(last.fx, frame, 'x') + last.x), y: offset(end.fy, frame, 'y') + end.y };
  };
  const a = place(from);
  const b = place(to);
  const top = Math.min(a.y, b.y);
  const bottom = Math.max(a.y, b.y);
  const reach = geometry.reach[side];
  const tags = allTags[side];
  let lane = Math.max(furthest(reach, top - 8, bottom + 8), a.out, b.out) + channelGap;

  const target = context.list.block.nodes[link.to]?.name;
  const words = labelOf(link.edge, span + (lane - a.out) + (lane - b.out) > longJump || link.edge.label ? target : undefined);
  if (words) {
    const at = pillPlace(words, a, b, lane, reach, tags);
    lane = at.lane;
    const faded = link.edge.unreachable === true || from.box.faded === true;
    const style = edgeStyleOf(link.edge, b.y <= a.y ? 'back' : 'forward');
    const { at: written } = link.edge;
    putPill(context.drawn, frame, sign * at.x, at.y, words, {
      id: `${link.edge.id}#pill`,
      wire: link.edge.id,
      style,
      faded,
      ...(written && { at: written }),
    });
    tags.push({ x: at.x - words.span / 2, y: at.y - 12, w: words.span, h: 24 });
    raise(reach, at.y - 14, at.y + 14, at.x + words.span / 2);
  }
  tags.push({ x: lane - 6, y: top, w: 12, h: Math.max(1, bottom - top) });
  raise(reach, top - 4, bottom + 4, lane - 8);
  const turn = (end: RouteEnd): LocalPoint => ({ fx: frame, x: sign * lane, fy: end.fy, y: end.y });
  const path = [...from.path, turn(from), turn(to), ...[...to.path].reverse()];
  draw(context, link, path, { head: true, dot: true, side: b.y <= a.y ? 'back' : 'forward' });
}

/**
 * No side is free for both ends: a jump into the middle of a group that stands elsewhere. A short wire to the name of its
 * target says it as well.
 */
function name(context: Context, geometry: Geometry, from: RouteEnd, allTags: [Rect[], Rect[]]): void {
  const { link } = from.side;
  const side = from.can[from.prefer] ? from.prefer : from.prefer === 0 ? 1 : 0;
  const sign = side === 0 ? -1 : 1;
  const words = labelOf(link.edge, context.list.block.nodes[link.to]?.name ?? 'exit');
  if (!words) return;
  attach(from, side);
  const { frame } = geometry;
  const last = from.path[from.path.length - 1]!;
  const a = { out: sign * (offset(last.fx, frame, 'x') + last.x), y: offset(from.fy, frame, 'y') + from.y };
  const half = words.span / 2;
  let x = Math.max(a.out + 24, furthest(geometry.reach[side], a.y - 14, a.y + 14) + 12) + half;
  const taken = (tag: Rect) => x - half < tag.x + tag.w && tag.x < x + half && a.y - 11 < tag.y + tag.h && tag.y < a.y + 11;
  while (allTags[side].some(taken)) x += 16;
  const back = link.to >= 0 && link.to <= link.from;
  const faded = link.edge.unreachable === true || from.box.faded === true;
  const style = back ? 'back' : 'jump';
  putPill(context.drawn, frame, sign * x, a.y, words, { id: `${link.edge.id}#pill`, wire: link.edge.id, style, faded });
  allTags[side].push({ x: x - words.span / 2, y: a.y - 12, w: words.span, h: 24 });
  raise(geometry.reach[side], a.y - 14, a.y + 14, x + words.span / 2);
  const path = [...from.path, { fx: frame, x: sign * (x - words.width / 2), fy: from.fy, y: from.y }];
  draw(context, link, path, { head: true, dot: true, side: back ? 'back' : 'forward' });
}

interface At {
  readonly out: number;
  readonly y: number;
}

/** Where the pill of a jump stands: on the way out, where it is read, or on the channel, which then moves out for it. */
function pillPlace(words: Label, a: At, b: At, lane: number, reach: Geometry['reach'][0], tags: readonly Rect[]) {
  const half = words.span / 2;
  const clear = (x: number, y: number) =>
    !tags.some((tag) => x - half < tag.x + tag.w && tag.x < x + half && y - 11 < tag.y + tag.h && tag.y < y + 11);
  // Beyond whatever stands at that height: pills of inner columns, too.
  const near = Math.max(a.out + 32, furthest(reach, a.y - 12, a.y + 12) + 12) + half;
  if (near + half + 16 <= lane && clear(near, a.y)) return { x: near, y: a.y, lane };
  const long = near + half + channelGap;
  if (long - lane < 120 && clear(near, a.y)) return { x: near, y: a.y, lane: Math.max(lane, long) };
  const down = b.y >= a.y ? 1 : -1;
  const room = Math.abs(b.y - a.y);
  for (let step = 32; step <= Math.max(32, room - 32); step += 28) {
    const y = a.y + down * Math.min(step, room / 2 + 8);
    const x = Math.max(lane, furthest(reach, y - 14, y + 14) + half + 12);
    if (clear(x, y)) return { x, y, lane: x };
  }
  // Nothing is free nearby: further out something is.
  let x = near;
  while (!clear(x, a.y)) x += 16;
  return { x, y: a.y, lane: Math.max(lane, x + half + channelGap) };
}

const loopInset = 14;

/** The wire of a loop: from the end of a body, or where its ways join, back to its first task. */
export function loopPath(geometry: Geometry, from: LayoutBox, to: LayoutBox): LocalPoint[] {
  const { frame } = geometry;
  const same = from === to;
  // Around a single task: out near its lower border, in near the upper one.
  const y1 = offset(from.frame, frame, 'y') + (same ? from.height - loopInset : from.side);
  const y2 = offset(to.frame, frame, 'y') + (same ? loopInset : to.side);
  const lane = Math.max(furthest(geometry.reach[1], Math.min(y1, y2) - 8, Math.max(y1, y2) + 8), from.right, to.right) + channelGap;
  raise(geometry.reach[1], Math.min(y1, y2), Math.max(y1, y2), lane + 8);
  return [localPoint(frame, from.right, y1), localPoint(frame, lane, y1), localPoint(frame, lane, y2), localPoint(frame, to.right, y2)];
}
