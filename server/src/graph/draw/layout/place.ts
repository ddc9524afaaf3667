/** Frames → absolute places. */
import type { Frame, Ink, Layout, Point, Spot, Wire } from './types.ts';
import type { Rect } from './types.ts';

/** Settles every frame once and reads everything drawn off it. */
export function place(ink: Ink): Omit<Layout, 'bounds'> {
  const known = new Map<Frame, Point>();
  const find = (frame: Frame): Point => {
    const chain: Frame[] = [];
    let f: Frame | undefined = frame;
    while (f && !known.has(f)) {
      chain.push(f);
      f = f.parent;
    }
    let at: Point = (f && known.get(f)) ?? [0, 0];
    for (let i = chain.length - 1; i >= 0; i--) {
      at = [at[0] + chain[i]!.x, at[1] + chain[i]!.y];
      known.set(chain[i]!, at);
    }
    return at;
  };
  const settle = ({ fx, x, fy, y }: Spot): Point => [find(fx)[0] + x, find(fy)[1] + y];
  const at = <T extends { at0: Spot }>({ at0, ...rest }: T) => {
    const [x, y] = settle(at0);
    return { ...rest, x, y };
  };
  return {
    // Outer containers first: their surfaces lie below.
    boxes: ink.boxes.map(at).sort((a, b) => a.depth - b.depth),
    wires: ink.wires.map(({ path, ...rest }): Wire => ({ ...rest, points: straighten(path.map(settle)) })),
    pills: ink.pills.map(at),
    marks: ink.marks.map(at),
  };
}

/** Leaves out points that do not turn. */
export function straighten(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept[kept.length - 1];
    if (last && last[0] === point[0] && last[1] === point[1]) continue;
    const before = kept[kept.length - 2];
    const turns = !before || !last || !((before[0] === last[0] && last[0] === point[0]) || (before[1] === last[1] && last[1] === point[1]));
    if (!turns) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** The smallest rectangle around everything drawn. */
export function boundsOf({ boxes, wires, pills, marks }: Omit<Layout, 'bounds'>, markReach: (mark: Layout['marks'][number]) => Rect): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const grow = (x: number, y: number, w: number, h: number) => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + w);
    bottom = Math.max(bottom, y + h);
  };
  for (const { x, y, w, h, more } of boxes) grow(x, y, w, h + (more ? 4 : 0));
  for (const { x, y, w, h } of pills) grow(x, y, w, h);
  for (const { points } of wires) for (const [x, y] of points) grow(x, y, 0, 0);
  for (const mark of marks) {
    const { x, y, w, h } = markReach(mark);
    grow(x, y, w, h);
  }
  return left > right ? { x: 0, y: 0, w: 0, h: 0 } : { x: left, y: top, w: right - left, h: bottom - top };
}
