/** Frames → absolute places. */
import type { Frame, DrawList, Layout, Point, Rect, LocalPoint } from './types.ts';

/** Resolves every frame once, and with it everything drawn. */
export function resolvePositions(drawn: DrawList): Omit<Layout, 'bounds'> {
  for (const kind of ['boxes', 'pills', 'marks'] as const) {
    const frames = drawn.frames[kind];
    drawn[kind].forEach((thing, i) => {
      const [x, y] = originOf(frames[i]!);
      thing.x += x;
      thing.y += y;
    });
  }
  drawn.wires.forEach((wire, i) => (wire.points = straighten(drawn.paths[i]!)));
  const { wires, pills, marks } = drawn;
  // Outer containers first: their surfaces lie below.
  return { boxes: drawn.boxes.sort((a, b) => a.depth - b.depth), wires, pills, marks };
}

function originOf(frame: Frame): Point {
  if (frame.absolute) return frame.absolute;
  const chain: Frame[] = [];
  let f: Frame | undefined = frame;
  for (; f && !f.absolute; f = f.parent) chain.push(f);
  let [x, y] = f?.absolute ?? [0, 0];
  for (let i = chain.length - 1; i >= 0; i--) {
    x += chain[i]!.x;
    y += chain[i]!.y;
    chain[i]!.absolute = [x, y];
  }
  return frame.absolute ?? [x, y];
}

/** Leaves out points that do not turn. */
function straighten(path: readonly LocalPoint[]): Point[] {
  const kept: Point[] = [];
  for (const { fx, x: dx, fy, y: dy } of path) {
    const x = originOf(fx)[0] + dx;
    const y = originOf(fy)[1] + dy;
    const last = kept[kept.length - 1];
    if (last && last[0] === x && last[1] === y) continue;
    const before = kept[kept.length - 2];
    if (before && last && ((before[0] === last[0] && last[0] === x) || (before[1] === last[1] && last[1] === y))) kept.pop();
    kept.push([x, y]);
  }
  return kept;
}

/** The smallest rectangle around everything drawn. */
export function boundsOf({ boxes, wires, pills, marks }: Omit<Layout, 'bounds'>, markReach: (mark: Layout['marks'][number]) => Rect): Rect {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  const grow = (x: number, y: number, w: number, h: number) => {
    if (x < left) left = x;
    if (y < top) top = y;
    if (x + w > right) right = x + w;
    if (y + h > bottom) bottom = y + h;
  };
  for (const box of boxes) if (box.depth === 0) grow(box.x, box.y, box.w, box.h + (box.more ? 4 : 0));
  for (const pill of pills) grow(pill.x, pill.y, pill.w, pill.h);
  for (const wire of wires) for (const point of wire.points) grow(point[0], point[1], 0, 0);
  for (const mark of marks) {
    const { x, y, w, h } = markReach(mark);
    grow(x, y, w, h);
  }
  return left > right ? { x: 0, y: 0, w: 0, h: 0 } : { x: left, y: top, w: right - left, h: bottom - top };
}
