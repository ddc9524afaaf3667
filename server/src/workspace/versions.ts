/** The order of versions, as semver.org has it, for any number of parts. */

/** Numbers by their value, else letters; numbers before letters. */
function compareParts(a: string, b: string): number {
  const isNumber = (part: string): boolean => /^\d+$/.test(part);
  if (isNumber(a) !== isNumber(b)) return isNumber(a) ? -1 : 1;
  if (isNumber(a)) return Number(a) - Number(b);
  return a < b ? -1 : Number(a > b);
}

/** Part by part; what is longer comes later. */
function compareLists(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [x, y] = [a[at], b[at]];
    if (x === undefined || y === undefined) return x === undefined ? -1 : 1;
    const order = compareParts(x, y);
    if (order !== 0) return order;
  }
  return 0;
}

/** A version's release and its pre-release; what is built of it does not count. */
const partsOf = (version: string): readonly [release: readonly string[], preRelease: readonly string[] | undefined] => {
  const [, release = '', preRelease] = /^([^-+]*)(?:-([^+]*))?/.exec(version) ?? [];
  return [release.split('.'), preRelease?.split('.')];
};

/** For `sort`: the newest first; a release before its pre-releases, and what has no version last. */
export function versionsDescending(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const [[releaseA, preA], [releaseB, preB]] = [partsOf(a), partsOf(b)];
  const order = compareLists(releaseB, releaseA);
  if (order !== 0) return order;
  return preA && preB ? compareLists(preB, preA) : Number(preA !== undefined) - Number(preB !== undefined);
}
