/**
 * How far a drawing reaches outwards at each height: steps sorted by y, disjoint, gaps allowed. A drawing has two, one
 * for each side; `reach` is measured outwards from the middle, so both sides are handled alike.
 */
export interface Step {
  readonly top: number;
  readonly bottom: number;
  readonly reach: number;
}

export type Contour = Step[];

/** Index of the first step that ends below `y`. */
function firstBelow(contour: readonly Step[], y: number): number {
  let low = 0;
  let high = contour.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (contour[middle]!.bottom > y) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The furthest reach between two heights; -Infinity where nothing stands. */
export function furthest(contour: readonly Step[], top: number, bottom: number): number {
  let reach = -Infinity;
  for (let i = firstBelow(contour, top); i < contour.length && contour[i]!.top < bottom; i++) reach = Math.max(reach, contour[i]!.reach);
  return reach;
}

/** Whether anything stands between two heights. */
export const occupied = (contour: readonly Step[], top: number, bottom: number): boolean => furthest(contour, top, bottom) > -Infinity;

/** The outer hull of two contours. */
export function merge(a: readonly Step[], b: readonly Step[]): Contour {
  const cuts: Contour = [];
  let i = 0;
  let j = 0;
  let y = Math.min(a[0]?.top ?? Infinity, b[0]?.top ?? Infinity);
  while (i < a.length || j < b.length) {
    const p = a[i];
    const q = b[j];
    const end = Math.min(nextCut(p, y), nextCut(q, y));
    if ((covers(p, y) || covers(q, y)) && end > y) push(cuts, { top: y, bottom: end, reach: Math.max(reachAt(p, y), reachAt(q, y)) });
    y = end;
    if (p && p.bottom <= y) i++;
    if (q && q.bottom <= y) j++;
  }
  return cuts;
}

/** Where a step that is not yet passed begins or ends next, below `y`. */
const nextCut = (step: Step | undefined, y: number): number => (!step ? Infinity : step.top <= y ? step.bottom : step.top);

/** Whether a step that is not yet passed has begun at `y`. */
const covers = (step: Step | undefined, y: number): step is Step => step !== undefined && step.top <= y;

const reachAt = (step: Step | undefined, y: number): number => (covers(step, y) ? step.reach : -Infinity);

function push(contour: Contour, step: Step): void {
  const last = contour[contour.length - 1];
  if (last && last.bottom === step.top && last.reach === step.reach) contour[contour.length - 1] = { ...last, bottom: step.bottom };
  else contour.push(step);
}

/** Adds a step in place; cheap at the end, where a growing column adds. */
export function raise(contour: Contour, top: number, bottom: number, reach: number): void {
  if (bottom <= top) return;
  const last = contour[contour.length - 1];
  if (!last || last.bottom <= top) {
    contour.push({ top, bottom, reach });
    return;
  }
  const from = firstBelow(contour, top);
  let to = from;
  while (to < contour.length && contour[to]!.top < bottom) to++;
  contour.splice(from, to - from, ...merge(contour.slice(from, to), [{ top, bottom, reach }]));
}

/** The same contour elsewhere: `down` lower and `out` further out. */
export const shift = (contour: readonly Step[], down: number, out: number): Contour =>
  contour.map(({ top, bottom, reach }) => ({ top: top + down, bottom: bottom + down, reach: reach + out }));

/** How far apart the middles of two neighbours must be so that they nowhere touch, without any gap. */
export function apart(a: readonly Step[], b: readonly Step[]): number {
  let distance = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const p = a[i]!;
    const q = b[j]!;
    if (p.top < q.bottom && q.top < p.bottom) distance = Math.max(distance, p.reach + q.reach);
    if (p.bottom <= q.bottom) i++;
    else j++;
  }
  return distance;
}
