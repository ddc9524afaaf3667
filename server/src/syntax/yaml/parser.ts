/** The state of reading one YAML document: a position, the fragment being made, and what was passed on the way. */
import type { Comment, Fragment, Node, ParseError } from '../node.ts';
import { newFragment, report, take, type FragmentBuilder } from '../builders.ts';
import type { Reuse } from '../reuse.ts';
import { lineEnd, overBreak } from '../text.ts';
import { HASH, SPACE, TAB, isBreak, isEnd, isOddBlank, isSpace, nameOfBlank, widthOf } from '../characters.ts';

export interface Parser {
  /** One document; every position is relative to its start. */
  readonly text: string;
  pos: number;
  lineStart: number;
  /** What tabs and odd blanks in this line's indentation add to its columns: a tab counts as two. */
  wider: number;
  /** Where the first of them stands, -1 where there is none. */
  strange: number;
  /** Where an odd blank stands in an otherwise empty line that was passed, until it is known whose it is; else -1. */
  strangeLine: number;
  /** Only white space stands before `pos` on its line. */
  atLineStart: boolean;
  /** Where `skip` last stopped. */
  skipped: number;
  /** Where the last thing that is not white space or a comment on a line of its own ended. */
  last: number;
  fragment: FragmentBuilder;
  base: number;
  /** Comments on lines of their own, until it is known to which fragment they belong. Not yet relative to a fragment. */
  pendingComments: Comment[];
  readonly anchors: Map<string, Node>;
  /** Names whose values are being read. */
  readonly naming: Set<string>;
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
  inRecovery: boolean;
  /** The fragment being made depends on more than its own lines. */
  reusable: 'always' | 'ifTailSame' | 'never';
  /** How deep a level is indented, once somebody has asked. */
  step?: number;
  /** A plain scalar stopped before a line that holds a key. */
  stoppedAtKey: boolean;
  readonly reuse?: Reuse;
  /** What stood here in the previous version of the text, and where. */
  old?: Fragment;
  oldBase: number;
}

export function createParser(text: string, reuse?: Reuse): Parser {
  return {
    text,
    pos: 0,
    lineStart: 0,
    wider: 0,
    strange: -1,
    strangeLine: -1,
    atLineStart: true,
    skipped: -1,
    last: 0,
    fragment: newFragment(),
    base: 0,
    pendingComments: [],
    anchors: new Map(),
    naming: new Set(),
    depth: 0,
    lists: 0,
    dashes: [],
    dashless: -1,
    open: [],
    inRecovery: false,
    reusable: 'always',
    stoppedAtKey: false,
    reuse,
    old: undefined,
    oldBase: 0,
  };
}

export const code = (p: Parser): number => p.text.charCodeAt(p.pos);
export const atEnd = (p: Parser): boolean => p.pos >= p.text.length;
export const column = (p: Parser): number => p.pos - p.lineStart + p.wider;

/** By how much mappings mostly stand deeper than their keys, near the start of the document. What asks depends on it. */
export function stepOf(p: Parser): number {
  p.reusable = 'never';
  p.step ??= usualStep(p.text.slice(0, 4000));
  return p.step;
}

function usualStep(text: string): number {
  const counts = new Map<number, number>();
  for (const [, key, dash = '', below] of text.matchAll(/^( *)(- )?[^\s#'"](?:[^\r\n#:]|:\S)*:[ \t]*(?:\r\n?|\n)(?=( +)[^\s#-])/gm)) {
    const step = below!.length - key!.length - dash.length;
    if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [2, 0])[0];
}

/** The next position behind spaces and tabs. */
export function overSpaces(text: string, from: number): number {
  let pos = from;
  while (isSpace(text.charCodeAt(pos))) pos++;
  return pos;
}

/** `from` … `end` without white space at its end. */
export function trimEnd(text: string, from: number, end: number): number {
  let pos = end;
  while (pos > from && isSpace(text.charCodeAt(pos - 1))) pos--;
  return pos;
}

/** Goes on to the next thing that is neither white space nor a comment. */
export function skip(p: Parser): void {
  const { text } = p;
  let pos = p.pos;
  if (pos !== p.skipped) p.last = pos;
  let atLineStart = pos === p.lineStart || (p.atLineStart && pos === p.skipped);
  let crossed = atLineStart;
  for (;;) {
    const c = text.charCodeAt(pos);
    if (c === SPACE) pos++;
    else if (isBreak(c)) {
      pos = overBreak(text, pos);
      beginLine(p, pos, atLineStart);
      atLineStart = crossed = true;
    } else if (c === TAB || (atLineStart && isOddBlank(c))) {
      if (atLineStart) widen(p, c, pos);
      pos++;
    } else if (c === HASH && (atLineStart || isSpace(text.charCodeAt(pos - 1)))) {
      const end = lineEnd(text, pos);
      const comment = parseComment(p, pos, end);
      if (crossed) p.pendingComments.push(comment);
      else {
        p.fragment.comments.push(relative(comment, p.base));
        p.last = end;
      }
      pos = end;
      atLineStart = false;
    } else break;
  }
  p.pos = p.skipped = pos;
  p.atLineStart = atLineStart;
}

/** A new line begins at `pos`, behind one that was `empty` or not. */
function beginLine(p: Parser, pos: number, empty: boolean): void {
  if (empty && p.strange >= 0 && p.strangeLine < 0 && p.text.charCodeAt(p.strange) !== TAB) p.strangeLine = p.strange;
  p.lineStart = pos;
  p.wider = 0;
  p.strange = -1;
}

/** A tab or an odd blank at `pos` indents the line. */
function widen(p: Parser, c: number, pos: number): void {
  p.wider += (c === TAB ? 2 : widthOf(c)) - 1;
  if (p.strange < 0) p.strange = pos;
}

const parseComment = (p: Parser, start: number, end: number): Comment => ({ start, end, text: take(p, start + 1, end).trim() });
const relative = (comment: Comment, base: number): Comment => ({
  start: comment.start - base,
  end: comment.end - base,
  text: comment.text,
});

/** Comments passed so far belong to the fragment being made. */
export function flush(p: Parser): void {
  for (const comment of p.pendingComments) p.fragment.comments.push(relative(comment, p.base));
  p.pendingComments.length = 0;
  if (p.strangeLine < 0) return;
  reportBlank(p, 'odd-blank', p.strangeLine, isOddBlank);
  p.strangeLine = -1;
}

/**
 * Says so when tabs or odd blanks indent this line, once per fragment: the mistake is the editor's setting or where the text was copied
 * from, not the line. Tabs behind more than `most` spaces only separate.
 */
export function checkIndent(p: Parser, most = Infinity): void {
  const { strange: start } = p;
  if (start < p.lineStart || start < p.base || !p.atLineStart) return;
  if (p.text.charCodeAt(start) !== TAB) reportBlank(p, 'odd-blank', start, isOddBlank);
  else if (start - p.lineStart <= most) reportBlank(p, 'tab', start, (c) => c === TAB);
}

/** Goes over odd blanks in the place of a space, and the spaces behind them, and says so. */
export function passOddBlanks(p: Parser): void {
  if (!isOddBlank(code(p))) return;
  reportBlank(p, 'odd-blank', p.pos, isOddBlank);
  while (isOddBlank(code(p)) || isSpace(code(p))) p.pos++;
}

/** Behind a comma or semicolon that is all that stands on the line behind a colon at `from`, about which it says so; else `from`. */
export function passSeparator(p: Parser, from: number): number {
  const pos = overSpaces(p.text, from);
  const sign = p.text.charAt(pos);
  if ((sign !== ',' && sign !== ';') || contentEnd(p.text, from) > pos + 1) return from;
  report(p, 'stray-separator', pos, pos + 1, sign);
  return pos + 1;
}

/** Once per fragment. */
function reportBlank(p: Parser, name: 'tab' | 'odd-blank', start: number, is: (c: number) => boolean): void {
  if (p.fragment.errors.some((known: ParseError) => known.code === `syntax/${name}`)) return;
  let end = start;
  while (is(p.text.charCodeAt(end))) end++;
  report(p, name, start, end, nameOfBlank(p.text.charCodeAt(start)));
}

/** After a value: nothing but a comment may follow on its line. */
export function finishLine(p: Parser, name: 'text-after-value' | 'text-after-quote' = 'text-after-value', fix = ''): void {
  if (p.pos === p.skipped && (p.atLineStart || atEnd(p))) return;
  const pos = overSpaces(p.text, p.pos);
  const c = p.text.charCodeAt(pos);
  if (isEnd(c) || isBreak(c) || (c === HASH && pos > p.pos)) return;
  const end = contentEnd(p.text, pos);
  const rest = p.text.slice(pos, end);
  if (rest === ',' || rest === ';') report(p, 'stray-separator', pos, end, rest);
  else if (/^[\]}]+$/.test(rest)) report(p, 'unopened-bracket', pos, end, rest, rest.startsWith(']') ? '[' : '{');
  else report(p, name, pos, end, rest, fix);
  p.pos = end;
}

/** Where the content of a line ends: before a comment and the spaces before it. */
export function contentEnd(text: string, from: number): number {
  const end = lineEnd(text, from);
  let pos = from;
  while (pos < end && !(text.charCodeAt(pos) === HASH && pos > 0 && isSpace(text.charCodeAt(pos - 1)))) pos++;
  return trimEnd(text, from, pos);
}
