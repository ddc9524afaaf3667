/** Orthogonal points → a path with round corners, and the head at its tip. */
import type { Point } from './layout/types.ts';

const round = (n: number): number => Math.round(n * 100) / 100;

/** The line itself; with a head it stops a little short of the tip. */
export function wirePath(points: readonly Point[], head: boolean, radius = 8): string {
  const q = points.map(([x, y]): [number, number] => [x, y]);
  const n = q.length;
  if (n < 2) return '';
  if (head) {
    const [a, b] = [q[n - 2]!, q[n - 1]!];
    const short = Math.min(5, Math.hypot(b[0] - a[0], b[1] - a[1]));
    b[0] -= Math.sign(b[0] - a[0]) * short;
    b[1] -= Math.sign(b[1] - a[1]) * short;
  }
  let d = `M${round(q[0]![0])} ${round(q[0]![1])}`;
  for (let i = 1; i < n; i++) {
    const c = q[i]!;
    if (i === n - 1) {
      d += `L${round(c[0])} ${round(c[1])}`;
      break;
    }
    const p = q[i - 1]!;
    const next = q[i + 1]!;
    const before = Math.abs(c[0] - p[0]) + Math.abs(c[1] - p[1]);
    const after = Math.abs(next[0] - c[0]) + Math.abs(next[1] - c[1]);
    const k = Math.min(radius, before / (i === 1 ? 1 : 2), after / (i === n - 2 ? 1 : 2));
    const enter = [c[0] - Math.sign(c[0] - p[0]) * k, c[1] - Math.sign(c[1] - p[1]) * k] as const;
    const exitList = [c[0] + Math.sign(next[0] - c[0]) * k, c[1] + Math.sign(next[1] - c[1]) * k] as const;
    d += `L${round(enter[0])} ${round(enter[1])}Q${round(c[0])} ${round(c[1])} ${round(exitList[0])} ${round(exitList[1])}`;
  }
  return d;
}

/** A solid triangle, 6.5 long and 7 wide, whose tip touches the border. */
export function headPath(points: readonly Point[]): string {
  const tip = points[points.length - 1];
  const before = points[points.length - 2];
  if (!tip || !before) return '';
  const dx = Math.sign(tip[0] - before[0]);
  const dy = Math.sign(tip[1] - before[1]);
  const [x, y] = [tip[0] - dx * 6.5, tip[1] - dy * 6.5];
  return `M${tip[0]} ${tip[1]}L${x - dy * 3.5} ${y - dx * 3.5}L${x + dy * 3.5} ${y + dx * 3.5}z`;
}
