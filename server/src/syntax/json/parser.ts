/** The state of reading one JSON document, white space, comments and single values. */
import type { Fragment, ScalarNode, ScalarStyle } from '../node.ts';
import { newFragment, report, take, type FragmentBuilder } from '../builders.ts';
import { closedEnd, oddlyQuoted, restOfLine, withoutQuotes } from '../open-quote.ts';
import { lineEnd } from '../text.ts';
import type { Reuse } from '../reuse.ts';
import {
  ASTERISK,
  CLOSE_PAREN,
  BYTE_ORDER_MARK,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  HASH,
  SEMICOLON,
  OPEN_PAREN,
  SLASH,
  SPACE,
  TAB,
  isBreak,
  isCloser,
  isEnd,
  isOddBlank,
  isOddQuote,
  isOpener,
  nameOfBlank,
} from '../characters.ts';

export interface Parser {
  readonly text: string;
  pos: number;
  lineStart: number;
  /** A line break was passed on the way to `pos`. */
  atLineStart: boolean;
  fragment: FragmentBuilder;
  base: number;
  depth: number;
  /** What closes the brackets around the one being read, outermost first. */
  readonly open: number[];
  /** The fragment being made cannot be told from its own text alone. */
  inRecovery: boolean;
  /** Something stayed open up to the end of the text. */
  unclosed: boolean;
  /** Second attempt at a text with an open bracket: indentation says which one it is. */
  readonly guess: boolean;
  /** A bracket is missing, one too many, or of the wrong kind. */
  brackets: boolean;
  /** Whether a comma is missing, one too many, or both. */
  commas: 'fit' | 'missing' | 'extra' | 'both';
  /** The text is one in which that was mended: nothing in it is what it would be by itself. */
  mended: boolean;
  /** Where a word without quotes ends, or what a bracket behind a key is, was told by what stands behind it on its line. */
  looksAhead: boolean;
  /** The member just read was ended by such a guess. */
  ended: boolean;
  /** The key just read had quotes inside of it. */
  trailingGarbage: boolean;
  readonly reuse?: Reuse;
  old?: Fragment;
  oldBase: number;
}

export const createParser = (text: string, guess: boolean, reuse?: Reuse): Parser => ({
  text,
  pos: 0,
  lineStart: 0,
  atLineStart: true,
  fragment: newFragment(),
  base: 0,
  depth: 0,
  open: [],
  inRecovery: false,
  unclosed: false,
  guess,
  brackets: false,
  commas: 'fit',
  mended: false,
  looksAhead: false,
  ended: false,
  trailingGarbage: false,
  reuse,
  old: undefined,
  oldBase: 0,
});

/** Remembers that a comma is missing, or is one too many. */
export function noteComma(p: Parser, what: Exclude<Parser['commas'], 'fit'>): void {
  p.commas = p.commas === 'fit' || p.commas === what ? what : 'both';
}

export const code = (p: Parser): number => p.text.charCodeAt(p.pos);
export const atEnd = (p: Parser): boolean => p.pos >= p.text.length;
const isWhiteSpace = (c: number): boolean => c === SPACE || c === TAB || isBreak(c) || isOddBlank(c);

/** Goes to the next thing that is neither white space nor a comment. */
export function skip(p: Parser): void {
  const { text } = p;
  p.atLineStart = p.pos === p.lineStart;
  for (;;) {
    const c = text.charCodeAt(p.pos);
    if (isBreak(c)) {
      p.lineStart = ++p.pos;
      p.atLineStart = true;
    } else if (isOddBlank(c)) passOddBlanks(p);
    else if (isWhiteSpace(c)) p.pos++;
    else if (c === SLASH && (text.charCodeAt(p.pos + 1) === SLASH || text.charCodeAt(p.pos + 1) === ASTERISK)) parseComment(p);
    else if (c === HASH) parseComment(p);
    else return;
  }
}

/** Odd blanks in the place of spaces: said once per fragment, for where there is one, there are more. A mark at the start of the file is none. */
function passOddBlanks(p: Parser): void {
  const start = p.pos;
  while (isOddBlank(code(p))) p.pos++;
  if (start === 0 && p.text.charCodeAt(0) === BYTE_ORDER_MARK) return;
  if (p.fragment.errors.some((known) => known.code === 'syntax/odd-blank')) return;
  report(p, 'odd-blank', start, p.pos, nameOfBlank(p.text.charCodeAt(start)));
}

function parseComment(p: Parser): void {
  const { text } = p;
  const start = p.pos;
  const block = text.charCodeAt(start + 1) === ASTERISK && text.charCodeAt(start) === SLASH;
  const close = block ? text.indexOf('*/', start + 2) : -1;
  const end = block ? (close < 0 ? text.length : close + 2) : lineEnd(text, start);
  if (block && close < 0) report(p, 'unclosed-comment', start, start + 2);
  else report(p, 'json-comment', start, end);
  if (block && close < 0) p.inRecovery = true;
  const words = text.slice(start, end).replace(/^(\/\/|\/\*+|#)|\*+\/$/g, '');
  p.fragment.comments.push({ start: start - p.base, end: end - p.base, text: words.trim() });
  for (let pos = start; block && pos < end; pos++) if (isBreak(text.charCodeAt(pos))) p.lineStart = pos + 1;
  p.pos = end;
}

export const scalar = (
  p: Parser,
  start: number,
  end: number,
  value: ScalarNode['value'],
  text: string,
  style: ScalarStyle,
): ScalarNode => ({ kind: 'scalar', fragment: p.fragment, start: start - p.base, end: end - p.base, value, text, style });

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
const words: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const spelling: ReadonlyMap<string, 'true' | 'false' | 'null'> = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['null', 'null'],
  ['none', 'null'],
  ['nil', 'null'],
  ['undefined', 'null'],
]);

/** Where a word without quotes ends. */
export function bareEnd(text: string, from: number, key: boolean): number {
  let pos = from;
  for (; ; pos++) {
    const c = text.charCodeAt(pos);
    if (
      isEnd(c) ||
      isWhiteSpace(c) ||
      c === COMMA ||
      c === SEMICOLON ||
      c === DOUBLE_QUOTE ||
      isOpener(c) ||
      isCloser(c) ||
      (c === COLON && key)
    )
      break;
  }
  return Math.max(Math.min(pos, text.length), from + 1);
}

/** Behind a runtime expression without quotes, on one line: `${ … }`. */
function expressionEnd(text: string, start: number): number | undefined {
  const found = text.startsWith('${', start) ? /^\$\{[^\r\n]*?\}"?(?=\s*(?:[,\]}]|$))/m.exec(restOfLine(text, start))?.[0] : undefined;
  return found === undefined ? undefined : start + found.length;
}

/** What goes on behind a word that is text: more words on the line, and a quote at their end that none has opened. */
function wordsEnd(text: string, start: number, end: number): number {
  // A backslash goes with the quote behind it.
  const from = text[end - 1] === '\\' ? end - 1 : end;
  const rest = /^(?:[^",:;[\]{}\r\n\\]|\\.|\{[\w.$-]*\})*(?:[^",:;[\]{}\s\\]|\\.|\{[\w.$-]*\})/.exec(restOfLine(text, from))?.[0];
  const isText = /^(?:[A-Za-z_$/\P{ASCII}]|\.[A-Za-z_])/u.test(text.slice(start, start + 2)) && !words.has(text.slice(start, end));
  const stop = isText && rest !== undefined && !/^\s*(?:\/\/|\/\*|#)/.test(rest) ? from + rest.length : end;
  const isNumber = /^[\d.+-]+$/.test(text.slice(start, end));
  return (isText || isNumber) && /^"[ \t]*(?:[,\]}\r\n]|$)/.test(text.slice(stop, stop + 20)) ? stop + 1 : stop;
}

/** A word behind "#", such as a colour, that ends as values do: it begins no comment. */
const hashed = /^#[\w-]+(?:"|(?=[ \t]*[,}\]]))/;
export const isHashedWord = (text: string, pos: number): boolean => text[pos] === '#' && hashed.test(restOfLine(text, pos));

/** What begins a comment, also right behind a value. */
const commentSign = /\/[/*]/;

function unquotedEnd(text: string, start: number): number {
  const line = restOfLine(text, start);
  const c = text.charCodeAt(start);
  const length = c === HASH ? (hashed.exec(line)?.[0].length ?? -1) : isOddQuote(c) ? oddlyQuoted(line, false) : closedEnd(line);
  if (length > 0) return start + length;
  const end = bareEnd(text, start, false);
  const value = text.slice(start, end).split(commentSign, 1)[0]!;
  if (start + value.length < end && (words.has(value) || number.test(value))) return start + value.length;
  return expressionEnd(text, start) ?? wordsEnd(text, start, end);
}

/** A number, true, false, null, or what was meant as text. */
export function parseUnquoted(p: Parser): ScalarNode {
  const start = p.pos;
  if (code(p) === OPEN_PAREN || code(p) === CLOSE_PAREN) p.brackets = true;
  const end = unquotedEnd(p.text, start);
  const text = take(p, start, end);
  p.pos = end;
  const make = (value: ScalarNode['value']): ScalarNode => scalar(p, start, end, value, text, 'plain');
  const word = words.get(text);
  if (word !== undefined) return make(word);
  if (number.test(text)) return make(Number(text));
  const meant = spelling.get(text.toLowerCase());
  if (meant) {
    report(p, 'word-spelling', start, end, text, meant);
    return make(words.get(meant) ?? null);
  }
  if (!text.endsWith('"') && /^(?:[-+.]?\d|[-+.]+$|[-+]?(?:NaN|Infinity)$)/.test(text) && !/^\d{4}-/.test(text)) {
    report(p, 'bad-number', start, end, text);
    return make(Number.isNaN(Number(text)) ? text : Number(text));
  }
  const isText = /^(?:[\w$`/#-]|\.[A-Za-z_])/.test(text) || text.charCodeAt(0) > 127;
  const inner = withoutQuotes(text);
  p.looksAhead = true;
  report(p, isText ? 'unquoted-text' : 'unexpected-character', start, end, inner);
  return scalar(p, start, end, inner, inner, isOddQuote(text.charCodeAt(0)) ? 'double' : 'plain');
}
