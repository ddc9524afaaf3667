/**
 * Did you mean: the nearest of the known names, by edit distance with transpositions, case, hyphens and underscores ignored; else the only
 * one that has a word more or less at its end. Undefined when nothing is near enough to be worth a suggestion. Linear in the number of names.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const plain = fold(name);
  const letters = lettersOf(plain);
  let best: string | undefined;
  let least = allowance(plain.length);
  const longer: string[] = [];
  for (const candidate of known) {
    if (candidate === name) continue;
    const { other, letters: theirs } = foldOf(candidate);
    if (longer.length < 2 && (name.startsWith(candidate) || candidate.startsWith(name)) && isWordMore(name, candidate))
      longer.push(candidate);
    // Each slip adds a letter, takes one away, or both.
    if (Math.abs(plain.length - other.length) >= least || countBits(letters ^ theirs) > 2 * (least - 1)) continue;
    // Of two letters one may be missing or both swapped; another letter is another word, but of a script whose signs are words half of it.
    if (plain.length === 2 && plain.charCodeAt(0) < ideographs && other.length <= 2 && other !== plain && other !== plain[1]! + plain[0]!)
      continue;
    const away = distance(plain, other, least);
    if (away < least) [best, least] = [candidate, away];
  }
  return best ?? (longer.length === 1 ? longer[0] : undefined);
}

/** Where scripts begin whose signs are syllables and words. */
const ideographs = 0x2e80;

/** Of two names of which one begins with the other: do only whole words follow, as in `notifyCustomer` and `notify`? */
function isWordMore(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 4 && /^[A-Z\d_.\s-]/.test(long.slice(short.length));
}

/** Short names forgive less: one slip up to four letters, two up to nine, three in a long one. */
const allowance = (length: number): number => (length <= 1 ? 1 : length <= 4 ? 2 : length <= 9 ? 3 : 4);

const fold = (name: string): string => name.toLowerCase().replace(/[-_\s.]/g, '');

interface Folded {
  readonly other: string;
  /** Which letters occur, a bit each (several share one). */
  readonly letters: number;
}

/** Names are compared with many others: what was made of them lately. */
let folded = new Map<string, Folded>();
const most = 50_000;

function foldOf(name: string): Folded {
  const known = folded.get(name);
  if (known) return known;
  const other = fold(name);
  const made = { other, letters: lettersOf(other) };
  if (folded.size >= most) folded = new Map();
  folded.set(name, made);
  return made;
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

function distance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    // It never gets less again.
    if (Math.min(...row) >= limit && Math.min(...last) >= limit) return limit;
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
