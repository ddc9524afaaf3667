/** Keys of block mappings: on one line, with a colon behind them. */
import { report, take } from '../builders.ts';
import type { ScalarNode } from '../node.ts';
import { keyEnd, swallowsValue } from '../open-quote.ts';
import { lineEnd } from '../text.ts';
import { dependsOnTail } from './fragment.ts';
import { applyProps, parseAlias, parseProps } from './props.ts';
import { code, overSpaces, trimEnd, type Parser } from './parser.ts';
import { closedAt, goesOnInQuotes, plainLineEnd, plainScalar, quoteEndOnLine, parseQuoted, scalar, startsExpression } from './scalar.ts';
import {
  AMPERSAND,
  ASTERISK,
  COLON,
  DOUBLE_QUOTE,
  EXCLAMATION,
  GREATER,
  HASH,
  PIPE,
  SINGLE_QUOTE,
  isBlank,
  isBreak,
  isCloser,
  isEnd,
  isOddBlank,
  isOpener,
  isQuote,
  isSpace,
} from '../characters.ts';

/** Where the colon stands of the key at `pos`, or -1 when there is none on this line. */
export function keyColonAt(p: Parser, pos: number): number {
  const { text } = p;
  const c = text.charCodeAt(pos);
  let end: number;
  if (isQuote(c)) {
    const closed = quoteEndOnLine(text, pos);
    end = overSpaces(text, Math.max(closed, pos));
    return text.charCodeAt(end) === COLON ? end : openKeyColon(p, pos, closed);
  }
  if (isOpener(c)) end = overSpaces(text, bracketEnd(text, pos));
  else if (c === ASTERISK) end = overSpaces(text, aliasEnd(text, pos));
  else if (c === AMPERSAND || c === EXCLAMATION) return colonAfterProps(p, pos);
  else if (c === PIPE || c === GREATER || c === HASH) return -1;
  else {
    end = plainLineEnd(text, pos, false);
    if (text.charCodeAt(end) !== COLON) return Math.max(oddColonAt(text, pos), colonBeforeSeparator(text, pos));
    // A colon of the expression, which makes no key of what stands before it.
    if (startsExpression(text, pos) && closedAt(text, pos + 1, -1, end) < 0) return -1;
    if (isInQuotesBehindWord(text, pos, end) || isInBracketsBehindWord(text, pos, end)) return -1;
  }
  return end >= 0 && text.charCodeAt(end) === COLON && isBlank(text.charCodeAt(end + 1)) ? end : -1;
}

/** Where the colon stands of a key at `pos` that lacks its closing quote, or has the next text's at `closed`; -1 where it is no key. */
function openKeyColon(p: Parser, pos: number, closed: number): number {
  const { text } = p;
  const line = lineEnd(text, pos);
  const key = keyEnd(text.slice(pos + 1, line));
  const colon = key < 0 ? -1 : overSpaces(text, pos + 1 + key);
  if (colon < 0 || !isBlank(text.charCodeAt(colon + 1))) return -1;
  // Whether a later line closes it.
  if (closed < 0) dependsOnTail(p);
  const isOpen = closed < 0 ? !goesOnInQuotes(text, pos) : swallowsValue(text.slice(pos + 1, closed - 1), text.slice(closed, line));
  return isOpen ? colon : -1;
}

/** Where the colon stands behind the word at `pos` that an odd blank follows in the place of a space, or -1. */
export function oddColonAt(text: string, pos: number): number {
  word.lastIndex = pos;
  if (!word.test(text)) return -1;
  const colon = word.lastIndex;
  return text.charCodeAt(colon) === COLON && isOddBlank(text.charCodeAt(colon + 1)) ? colon : -1;
}
const word = /[\w$][\w.$-]*/y;

/** Where the colon stands of a key at `pos` behind which its line holds only a comma or semicolon, as other notations have it; -1 where it holds more. */
function colonBeforeSeparator(text: string, pos: number): number {
  wordAlone.lastIndex = pos;
  return wordAlone.test(text) ? text.indexOf(':', pos) : -1;
}
const wordAlone = /[\w$][\w.$-]*:[,;][ \t]*(?:[ \t]#|[\r\n]|$)/y;

/** Behind the spaces at `pos`, and another sign in the place of a colon. */
const overSign = (text: string, pos: number): number => pos + /^[ \t]*(?:=>|:=|[=;])?[ \t]*/.exec(text.slice(pos, pos + 80))![0].length;

/**
 * Does this colon stand in quotes behind a word, `query "a: b"`? By YAML's letter that is a key with a quote in it; it is a key whose own colon
 * was left out.
 */
function isInQuotesBehindWord(text: string, pos: number, colon: number): boolean {
  word.lastIndex = pos;
  if (!word.test(text)) return false;
  const quote = overSign(text, word.lastIndex);
  if (quote === word.lastIndex || quote >= colon || !isQuote(text.charCodeAt(quote))) return false;
  const closed = quoteEndOnLine(text, quote);
  return closed > colon && /^[ \t]*(?:#.*)?$/.test(text.slice(closed, lineEnd(text, closed)));
}

/** Does a line that begins at `pos` lack only the colon of its key, by what stands behind that: quotes or brackets with a colon inside? */
export function lacksColon(text: string, pos: number): boolean {
  const colon = plainLineEnd(text, pos, false);
  return text.charCodeAt(colon) === COLON && (isInQuotesBehindWord(text, pos, colon) || isInBracketsBehindWord(text, pos, colon));
}

/** The same inside of brackets: `with { method: get }`, be it with a name before them. */
function isInBracketsBehindWord(text: string, pos: number, colon: number): boolean {
  word.lastIndex = pos;
  if (!word.test(text)) return false;
  const behind =
    /^(?:[ \t]*(?:=>|:=|[=;])[ \t]*|[ \t]+)(?:&[^\s{[]+[ \t]+)?(?=[{[])/.exec(text.slice(word.lastIndex, colon))?.[0].length ?? 0;
  if (behind === 0) return false;
  const closed = bracketEnd(text, word.lastIndex + behind);
  return closed > colon && isCloser(text.charCodeAt(closed - 1)) && /^[ \t]*(?:#.*)?$/.test(text.slice(closed, lineEnd(text, closed)));
}

function colonAfterProps(p: Parser, from: number): number {
  const { text } = p;
  let pos = from;
  while (text.charCodeAt(pos) === AMPERSAND || text.charCodeAt(pos) === EXCLAMATION) {
    while (!isBlank(text.charCodeAt(pos))) pos++;
    pos = overSpaces(text, pos);
  }
  return isBlank(text.charCodeAt(pos)) ? -1 : keyColonAt(p, pos);
}

function aliasEnd(text: string, from: number): number {
  let pos = from;
  while (!isBlank(text.charCodeAt(pos))) pos++;
  return pos;
}

/** Behind the bracket that closes the one at `from`, on the same line; else where the search ended. */
function bracketEnd(text: string, from: number): number {
  let open = 0;
  for (let pos = from; ; pos++) {
    const c = text.charCodeAt(pos);
    if (isOpener(c)) open++;
    else if (isCloser(c)) {
      if (--open === 0) return pos + 1;
    } else if (c === DOUBLE_QUOTE || (c === SINGLE_QUOTE && !/\w/.test(text[pos - 1] ?? ''))) {
      const end = quoteEndOnLine(text, pos);
      if (end < 0) return pos;
      pos = end - 1;
    } else if (isBreak(c) || isEnd(c)) return pos;
  }
}

/** A key whose closing quote is missing. */
function parseOpenKey(p: Parser, colon: number): ScalarNode {
  const { text, pos: start } = p;
  const end = trimEnd(text, start, colon);
  report(p, 'unclosed-quote', start, end, text[start]);
  p.pos = colon;
  const words = take(p, start + 1, end);
  return scalar(p, start, end, words, words, text.charCodeAt(start) === DOUBLE_QUOTE ? 'double' : 'single');
}

/** The key at `p.pos` whose colon stands at `colon`. */
export function parseBlockKey(p: Parser, colon: number): ScalarNode {
  const { text } = p;
  const start = p.pos;
  const c = code(p);
  if (c === AMPERSAND || c === EXCLAMATION) {
    const props = parseProps(p);
    return applyProps(p, parseBlockKey(p, colon), props) as ScalarNode;
  }
  if (isQuote(c))
    return quoteEndOnLine(text, start) <= colon && quoteEndOnLine(text, start) > 0 ? parseQuoted(p, -1) : parseOpenKey(p, colon);
  if (c === ASTERISK) {
    const alias = parseAlias(p);
    const target = alias.target?.kind === 'scalar' ? alias.target : undefined;
    return scalar(p, start, p.pos, target?.value ?? null, target?.text ?? `*${alias.name}`, 'plain');
  }
  let end = colon;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end = trimEnd(text, start, end);
  p.pos = colon;
  return plainScalar(p, start, end);
}
