/** The order of versions, as semver.org has it as far as names of workflows need it. */

const parts = (version: string): readonly string[] => version.split(/[.-]/);

/** Compares two parts of a version: numbers by their value, else letters, numbers before letters. */
function compareParts(a: string, b: string): number {
  const numbers = [a, b].map((part) => (/^\d+$/.test(part) ? Number(part) : NaN));
  const [x, y] = numbers as [number, number];
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
  return a < b ? -1 : Number(a > b);
}

/** For `sort`: the newest first; a release before its pre-releases, and what has no version last. */
export function versionsDescending(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const [left, right] = [parts(a.split('+', 1)[0]!), parts(b.split('+', 1)[0]!)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const [x, y] = [left[at], right[at]];
    // What is longer is the pre-release.
    if (x === undefined || y === undefined) return x === undefined ? -1 : 1;
    const order = compareParts(y, x);
    if (order !== 0) return order;
  }
  return 0;
}
