/** Two neighbouring lines that stand the wrong way round, told by the columns of the lines around them. Looks, and reports. */
import type { Edit, TextRange } from '../node.ts';
import { report } from '../builders.ts';
import { HASH, isBreak } from '../characters.ts';
import { problem, type ProblemName } from '../problems.ts';
import { lineEnd, lineStart, overBreak } from '../text.ts';
import { lineBelow } from './columns.ts';
import type { Parser } from './parser.ts';

/** What a line says by where its words stand. */
interface Line extends TextRange {
  /** Where its first word or dash stands, and the key behind its dashes. */
  readonly column: number;
  readonly key: number;
  readonly dash: boolean;
  readonly word: string;
  /** Nothing stands behind the colon. */
  readonly open: boolean;
}

const form = /^([ ]*)((?:- +)*)(?:(["']?[\w$./-]+["']?):(?=\s|$)[ \t]*)?([^\r\n]*)/;

/** Reads the line that begins at an offset; one that is neither a pair nor begins an item has no word. */
function lineAt(text: string, start: number): Line {
  const end = lineEnd(text, start);
  const [, indent = '', dashes = '', word = '', rest = ''] = form.exec(text.slice(start, Math.min(end, start + 400)))!;
  const column = indent.length;
  return {
    start,
    end,
    column,
    key: column + dashes.length,
    dash: dashes !== '',
    word,
    open: word !== '' && /^(?:#|$)/.test(rest),
  };
}

/** The next line above that is neither empty nor a comment. */
function lineAbove(text: string, start: number): Line | undefined {
  for (let at = start; at > 0;) {
    at = lineStart(text, at - (text.startsWith('\r\n', at - 2) ? 2 : 1));
    const line = lineAt(text, at);
    const first = text.charCodeAt(at + line.column);
    if (at + line.column < line.end && first !== HASH) return line;
  }
  return undefined;
}

type Around = readonly [above: Line | undefined, upper: Line, lower: Line, below: Line | undefined];

/**
 * Is the upper line what the lower one holds? It is too deep for what stands above it, and what follows stands as deep, or nothing does.
 * Where both may as well be one line that was indented too far and the key below it, they are not.
 */
function isHeldBelow(above: Line | undefined, upper: Line, lower: Line, below: Line | undefined): boolean {
  const isLast = !below || below.column < lower.key + Number(!below.dash);
  const goesOn = below !== undefined && (below.column === upper.key || (below.column === upper.column && below.dash === upper.dash));
  if (!above) return upper.column > lower.column && (isLast || goesOn);
  if (above.open)
    return !upper.dash && (lower.dash ? goesOn && lower.column > above.key : isLast && lower.key > above.key && upper.key > lower.key);
  return isAside(above, upper) && lower.key <= above.key && (isLast || (upper.dash && goesOn));
}

/** Can a line not stand below one that holds a value: no key beside it, no dash, and no item? */
function isAside(above: Line, { dash, column, key }: Line): boolean {
  if (key === above.key) return false;
  return dash || above.dash ? column >= (dash ? above.key : above.column) : column > above.key;
}

/** Each way in which two lines may have changed places. `told`: the parser has found a line near them out of place. */
const ways: readonly ((lines: Around, told: boolean) => boolean)[] = [
  // What a key holds stands above it: deeper than a value above it may have something, …
  ([above, upper, lower, below], told) => told && lower.open && lower.column < upper.key && isHeldBelow(above, upper, lower, below),
  // … or itself a key that now holds nothing, while what it held stands too deep below the other, …
  ([, upper, lower, below]) => upper.open && lower.open && lower.key < upper.key && below !== undefined && below.column > upper.key,
  // … or the first key of an item, the others of which stand below the other.
  ([, upper, lower, below], told) =>
    told &&
    upper.dash &&
    !upper.open &&
    lower.open &&
    !lower.dash &&
    lower.key <= upper.column &&
    below !== undefined &&
    !below.dash &&
    below.column === upper.key &&
    below.word !== upper.word,
  // A pair of what stands above came between a key and its list, …
  ([above, upper, lower, below], told) =>
    told &&
    upper.open &&
    lower.word !== '' &&
    !lower.open &&
    !lower.dash &&
    below?.dash === true &&
    below.column >= lower.column &&
    below.column <= lower.column + (upper.key === lower.column ? 4 : 0) &&
    (upper.key === lower.column || (above !== undefined && lower.column > upper.key && lower.column <= above.key)),
  // … or between a key and what it holds, as deep as the line above both.
  ([above, upper, lower, below], told) =>
    told &&
    upper.open &&
    lower.word !== '' &&
    !lower.open &&
    !lower.dash &&
    below !== undefined &&
    lower.column === above?.key &&
    below.column > upper.key &&
    lower.column > upper.key + 4 &&
    below.column < lower.column,
  // The only item of a list came below the key behind it.
  ([above, upper, lower, below], told) =>
    told &&
    above?.open === true &&
    upper.open &&
    upper.key < above.key &&
    lower.dash &&
    lower.column >= above.key &&
    below?.dash === true &&
    below.column < lower.column &&
    below.column >= upper.key,
];

/** Do the line at an offset and the one right below it stand the wrong way round? */
function areSwapped(text: string, offset: number, told: boolean): boolean {
  const upper = lineAt(text, lineStart(text, offset));
  if (upper.word === '' || upper.end >= text.length) return false;
  const next = overBreak(text, upper.end);
  const lower = lineAt(text, next);
  if (lower.word === '' || isBreak(text.charCodeAt(next)) || text.charCodeAt(next + lower.column) === HASH) return false;
  if (!upper.open && !lower.open) return false;
  const { pos, column } = lineBelow(text, next);
  const below = column < 0 ? undefined : lineAt(text, lineStart(text, pos));
  const around: Around = [lineAbove(text, upper.start), upper, lower, below];
  return ways.some((way) => way(around, told));
}

/**
 * The upper one of two lines that stand the wrong way round, of which one at `offset` is out of place, or is the one above or below it;
 * undefined where none do.
 */
function swappedNear(text: string, offset: number): number | undefined {
  const own = lineStart(text, offset);
  const above = lineAbove(text, own);
  const further = above && lineAbove(text, above.start);
  return [own, above?.start, further?.start].find((start) => start !== undefined && areSwapped(text, start, true));
}

/**
 * Says that a line is out of place, by words of its own from `start` to `end`, or that lines have changed places: it and a neighbour, or
 * those by the line `near` which shows it.
 */
export function reportDisplaced(p: Parser, name: ProblemName, start: number, end: number, words?: string, near = start): void {
  // The lines looked at may stand outside of the fragment.
  p.reusable = 'never';
  const found = [start, near].some((offset) => {
    const upper = swappedNear(p.text, offset);
    return upper !== undefined && reportSwapped(p, upper, lineStart(p.text, offset));
  });
  if (!found) report(p, name, start, end, words);
}

/**
 * Says so of a key without a value that stands above the one that holds it. Not where that stands outside of the list item around, which is
 * read without looking there: the line below it is told to be out of place.
 */
export function checkSwapped(p: Parser, key: number): void {
  if (lineBelow(p.text, key).column <= (p.dashes.at(-1) ?? -1)) return;
  const upper = lineStart(p.text, key);
  if (!areSwapped(p.text, upper, false)) return;
  p.reusable = 'never';
  reportSwapped(p, upper, upper);
}

/** Reports one of two lines, the upper where `own` is its start. Says whether it could: the lower may stand in another fragment. */
function reportSwapped(p: Parser, upper: number, own: number): boolean {
  const first = lineAt(p.text, upper);
  const second = lineAt(p.text, overBreak(p.text, first.end));
  const { start, key, word } = upper === own ? first : second;
  const from = start + key - p.base;
  if (from < 0) return false;
  const names = p.text.slice(first.start, second.end).match(/[^\s:,'"[\]{}]+/g) ?? [];
  p.fragment.errors.push({ ...problem('lines-swapped', from, from + word.length, word, upper === own ? 'below' : 'above'), names });
  return true;
}

/** Two neighbouring lines the other way round, by their words. */
export interface Swap {
  readonly words: readonly [string, string];
  readonly edits: readonly Edit[];
}

/** Two lines, one of which begins at an offset or right above it; none where neither is a key that holds something in the lines below. */
export function swapsNear(text: string, offset: number): readonly Swap[] {
  const own = lineAt(text, lineStart(text, offset));
  const above = lineAbove(text, own.start);
  const further = above && lineAbove(text, above.start);
  return [own, above, further].flatMap((upper) => {
    if (!upper || upper.end >= text.length) return [];
    const lower = lineAt(text, overBreak(text, upper.end));
    return (upper.open || lower.open) && upper.word !== '' && lower.word !== '' ? [swap(text, upper, lower)] : [];
  });
}

/** Two lines that stand the wrong way round, given an offset on one of them; undefined where they stand as they should. */
export function swapAt(text: string, offset: number): Swap | undefined {
  const own = lineStart(text, offset);
  const upper = [own, lineAbove(text, own)?.start].find((start) => start !== undefined && areSwapped(text, start, true));
  return upper === undefined ? undefined : swap(text, lineAt(text, upper), lineAt(text, overBreak(text, lineEnd(text, upper))));
}

const swap = (text: string, upper: Line, lower: Line): Swap => ({
  words: [upper.word, lower.word],
  edits: [
    { start: upper.start, end: lower.start, newText: '' },
    { start: lower.end, end: lower.end, newText: text.slice(upper.end, lower.start) + text.slice(upper.start, upper.end) },
  ],
});
