/**
 * Did you mean: the nearest of the known names, by edit distance with transpositions, case, hyphens and underscores ignored; else the only
 * one that has a word more or less at its end. Undefined when nothing is near enough to be worth a suggestion. Linear in the number of names.
 */
export const nearest = (name: string, known: Iterable<string>): string | undefined => nearestOf(known)(name);

/** The same for several names that are looked for among the same known ones. */
export function nearestOf(known: Iterable<string>): (name: string) => string | undefined {
  const all = Array.from(known, foldOf);
  return (name) => search(name, all);
}

function search(name: string, known: readonly Folded[]): string | undefined {
  const plain = foldName(name);
  const letters = lettersOf(plain);
  let best: string | undefined;
  let least = allowance(plain.length);
  const longer: string[] = [];
  for (const { candidate, other, letters: theirs } of known) {
    if (candidate === name) continue;
    if (longer.length < 2 && isWordMore(name, candidate)) longer.push(candidate);
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

/** The one of the known names that has the same words, in whatever order and number: `sendMessage` for `message/send`, `getTask` for `tasks/get`. */
export function sameWords(name: string, known: readonly string[]): string | undefined {
  const words = wordsOf(name);
  const found = words.includes(' ') ? known.filter((each) => wordsOf(each) === words) : [];
  return found.length === 1 ? found[0] : undefined;
}

const wordsOf = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .map((word) => word.replace(/s$/, ''))
    .sort()
    .join(' ');

/** Where scripts begin whose signs are syllables and words. */
const ideographs = 0x2e80;

/** Does one of two names begin with the other, and do only whole words follow, as in `notifyCustomer` and `notify`? */
function isWordMore(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 4 && long.startsWith(short) && /^[A-Z\d_.\s-]/.test(long.slice(short.length));
}

/** Short names forgive less: one slip up to four letters, two up to nine, three in a long one. */
const allowance = (length: number): number => (length <= 1 ? 1 : length <= 4 ? 2 : length <= 9 ? 3 : 4);

/** A name without what people slip over: case, hyphens, underscores, blanks and full stops. */
export const foldName = (name: string): string => name.toLowerCase().replace(/[-_\s.]/g, '');

interface Folded {
  readonly candidate: string;
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
  const other = foldName(name);
  const made = { candidate: name, other, letters: lettersOf(other) };
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

/** Three rows of the table of distances, each in turn the present one: made once, for names are compared by the thousand. */
const rows: [number[], number[], number[]] = [[], [], []];

/** The edit distance of two names, or `limit` where it is not below. */
function distance(a: string, b: string, limit: number): number {
  let [before, last, row] = rows;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  let lastLeast = 0;
  for (let i = 1; i <= a.length; i++) {
    const [letter, previous] = [a.charCodeAt(i - 1), i > 1 ? a.charCodeAt(i - 2) : -1];
    let least = (row[0] = i);
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (letter === other ? 0 : 1));
      if (j > 1 && letter === b.charCodeAt(j - 2) && previous === other) cost = Math.min(cost, before[j - 2]! + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    // It never gets less again.
    if (least >= limit && lastLeast >= limit) return limit;
    [before, last, row, lastLeast] = [last, row, before, least];
  }
  return last[b.length]!;
}
