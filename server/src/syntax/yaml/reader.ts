/** The state of reading one YAML document: a position, the item being made, and what was passed on the way. */
import type { Comment, Fragment, Node, ParseError } from '../node.ts';
import { newFragment, type FragmentBuilder } from '../builders.ts';
import { problem, type ProblemName } from '../problems.ts';
import type { Reuse } from '../reuse.ts';

export interface Reader {
  /** One document; every position is relative to its start. */
  readonly text: string;
  pos: number;
  lineStart: number;
  /** What tabs in this line's indentation add to its columns: a tab counts as two. */
  tabs: number;
  /** Only white space stands before `pos` on its line. */
  fresh: boolean;
  /** Where `skip` last stopped. */
  skipped: number;
  /** Where the last thing that is not white space or a comment on a line of its own ended. */
  last: number;
  fragment: FragmentBuilder;
  base: number;
  /** Comments on lines of their own, until it is known to which item they belong. Not yet relative to an item. */
  pending: Comment[];
  readonly anchors: Map<string, Node>;
  depth: number;
  /** Block lists around the position. */
  lists: number;
  /** Where their dashes stand. */
  readonly dashes: number[];
  /** Column of a line that lacks its dash: a list in that column goes on behind it. */
  dashless: number;
  /** What closes the brackets around the one being read, outermost first. */
  readonly open: number[];
  /** A quote was left open inside the brackets being read: their own missing end is a consequence. */
  broken: boolean;
  /** The item being made depends on more than its own lines. */
  reusable: 'always' | 'ifTailSame' | 'never';
  /** A plain scalar stopped before a line that holds a key. */
  stoppedAtKey: boolean;
  readonly reuse?: Reuse;
  /** What stood here in the previous version of the text, and where. */
  old?: Fragment;
  oldBase: number;
}

export function createReader(text: string, reuse?: Reuse): Reader {
  return {
    text,
    pos: 0,
    lineStart: 0,
    tabs: 0,
    fresh: true,
    skipped: -1,
    last: 0,
    fragment: newFragment(),
    base: 0,
    pending: [],
    anchors: new Map(),
    depth: 0,
    lists: 0,
    dashes: [],
    dashless: -1,
    open: [],
    broken: false,
    reusable: 'always',
    stoppedAtKey: false,
    reuse,
    old: undefined,
    oldBase: 0,
  };
}

export const isSpace = (code: number): boolean => code === 32 || code === 9;
export const isBreak = (code: number): boolean => code === 10 || code === 13;
/** White space, a line break, or the end of the text. */
export const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9 || code !== code;

export const code = (r: Reader): number => r.text.charCodeAt(r.pos);
export const atEnd = (r: Reader): boolean => r.pos >= r.text.length;
export const column = (r: Reader): number => r.pos - r.lineStart + r.tabs;

/** The next position behind spaces and tabs. */
export function overSpaces(text: string, from: number): number {
  let pos = from;
  while (isSpace(text.charCodeAt(pos))) pos++;
  return pos;
}

/** Where the line ends (before its break). */
export function lineEnd(text: string, from: number): number {
  let pos = from;
  for (;;) {
    const c = text.charCodeAt(pos);
    if (c === 10 || c === 13 || c !== c) return Math.min(pos, text.length);
    pos++;
  }
}

/** Behind the break at `pos`. */
export const overBreak = (text: string, pos: number): number =>
  pos + (text.charCodeAt(pos) === 13 && text.charCodeAt(pos + 1) === 10 ? 2 : 1);

/** `from` … `end` without white space at its end. */
export function trimEnd(text: string, from: number, end: number): number {
  let pos = end;
  while (pos > from && isSpace(text.charCodeAt(pos - 1))) pos--;
  return pos;
}

/** A piece of the text. What outlives this version of the text does not keep the whole of it in memory. */
export function take(r: Reader, start: number, end: number): string {
  const piece = r.text.slice(start, end);
  return r.reuse && piece.length > 12 ? ` ${piece}`.slice(1) : piece;
}

export function report(r: Reader, name: ProblemName, start: number, end: number, a?: string, b?: string): void {
  const from = Math.max(start - r.base, 0);
  r.fragment.errors.push(problem(name, from, Math.max(end - r.base, from), a, b));
}

/** Goes on to the next thing that is neither white space nor a comment. */
export function skip(r: Reader): void {
  const { text } = r;
  let pos = r.pos;
  if (pos !== r.skipped) r.last = pos;
  let fresh = pos === r.lineStart || (r.fresh && pos === r.skipped);
  let crossed = fresh;
  for (;;) {
    const c = text.charCodeAt(pos);
    if (c === 32) pos++;
    else if (c === 10 || c === 13) {
      pos = overBreak(text, pos);
      r.lineStart = pos;
      r.tabs = 0;
      fresh = crossed = true;
    } else if (c === 9) {
      if (fresh) r.tabs++;
      pos++;
    } else if (c === 35 && (fresh || isSpace(text.charCodeAt(pos - 1)))) {
      const end = lineEnd(text, pos);
      const comment = readComment(r, pos, end);
      if (crossed) r.pending.push(comment);
      else {
        r.fragment.comments.push(relative(comment, r.base));
        r.last = end;
      }
      pos = end;
      fresh = false;
    } else break;
  }
  r.pos = r.skipped = pos;
  r.fresh = fresh;
}

const readComment = (r: Reader, start: number, end: number): Comment => ({ start, end, text: take(r, start + 1, end).trim() });
const relative = (comment: Comment, base: number): Comment => ({
  start: comment.start - base,
  end: comment.end - base,
  text: comment.text,
});

/** Comments passed so far belong to the item being made. */
export function flush(r: Reader): void {
  for (const comment of r.pending) r.fragment.comments.push(relative(comment, r.base));
  r.pending.length = 0;
}

/**
 * Says so when tabs indent this line, once per item: the mistake is the editor's setting, not the line. Tabs behind more
 * than `n` spaces only separate.
 */
export function checkTabs(r: Reader, n = Infinity): void {
  if (r.tabs === 0 || !r.fresh) return;
  const start = r.text.indexOf('\t', r.lineStart);
  if (start < r.base || start - r.lineStart > n) return;
  if (r.fragment.errors.some((known: ParseError) => known.code === 'syntax/tab')) return;
  let end = start;
  while (r.text.charCodeAt(end) === 9) end++;
  report(r, 'tab', start, end);
}

/** After a value: nothing but a comment may follow on its line. */
export function finishLine(r: Reader, name: 'text-after-value' | 'text-after-quote' = 'text-after-value', fix = ''): void {
  if (r.pos === r.skipped && (r.fresh || atEnd(r))) return;
  const pos = overSpaces(r.text, r.pos);
  const c = r.text.charCodeAt(pos);
  if (c !== c || isBreak(c) || (c === 35 && pos > r.pos)) return;
  const end = contentEnd(r.text, pos);
  report(r, name, pos, end, r.text.slice(pos, end), fix);
  r.pos = end;
}

/** Where the content of a line ends: before a comment and the spaces before it. */
export function contentEnd(text: string, from: number): number {
  const end = lineEnd(text, from);
  let pos = from;
  while (pos < end && !(text.charCodeAt(pos) === 35 && pos > 0 && isSpace(text.charCodeAt(pos - 1)))) pos++;
  return trimEnd(text, from, pos);
}
