/** Texts in quotes, and where they were meant to end whose quotes went wrong. */
import { report, take } from '../builders.ts';
import {
  BACKSLASH,
  COLON,
  COMMA,
  DOLLAR,
  DOUBLE_QUOTE,
  HASH,
  SEMICOLON,
  SINGLE_QUOTE,
  SLASH,
  SPACE,
  TAB,
  isBlank,
  isBreak,
  isCloser,
  isEnd,
  isOddBlank,
  isOpener,
} from '../characters.ts';
import { decodeDouble } from '../decode.ts';
import type { ScalarNode } from '../node.ts';
import {
  endBehindQuotes,
  endInLaterLine,
  isQuoteTooMany,
  keyEnd,
  oddEnd,
  opensTwice,
  restOfLine,
  swallowsNext,
  swallowsValue,
  valueEnd,
} from '../open-quote.ts';
import { scalar, type Parser } from './parser.ts';

/** Says that the text at `p.pos` is not closed, `words` being the rest of its line, and where it was meant to end: its words at `pos`. */
function endUnclosed(p: Parser, words: string, isKey: boolean): { readonly end: number; readonly pos: number } {
  const { pos: start, text } = p;
  const quote = text[start]!;
  p.inRecovery = true;
  const odd = oddEnd(words, isKey);
  if (odd > 0) {
    const end = start + 1 + odd;
    report(p, 'unclosed-quote', start, end, quote, text[end - 1]);
    return { end, pos: end - 1 };
  }
  const key = isKey ? keyEnd(words) : -1;
  const end = start + 1 + (key < 0 ? valueEnd(words) : key);
  report(p, 'unclosed-quote', start, end, quote);
  return { end, pos: end };
}

/** The quote that closes the text at `start`, or what stands in its way: the end of the line. */
function closingQuote(text: string, start: number): number {
  const quote = text.charCodeAt(start);
  let pos = start + 1;
  for (; ; pos++) {
    const c = text.charCodeAt(pos);
    if (c === quote || isEnd(c) || isBreak(c)) break;
    if (c === BACKSLASH && isBreak(text.charCodeAt(++pos))) break;
  }
  return Math.min(pos, text.length);
}

/** Is the line worth a look that a text of this beginning and end stands on? Nearly all are not. */
function mayGoOn(text: string, start: number, pos: number, isKey: boolean): boolean {
  const next = text.charCodeAt(pos + 1);
  if (!isBlank(next) && next !== COMMA && next !== COLON && !isCloser(next)) return true;
  if (isKey) return false;
  const first = text.charCodeAt(start + 1);
  const last = text.charCodeAt(pos - 1);
  return first === DOLLAR || isBlank(first) || isBlank(last) || last === COMMA || last === COLON || isOpener(last);
}

/** Where a text ends, and its words: either is told by its line where its own quotes do not fit. */
function endOfString(p: Parser, isKey: boolean): { readonly end: number; readonly pos: number } {
  const { text, pos: start } = p;
  const quote = text.charCodeAt(start);
  const pos = closingQuote(text, start);
  const hasQuote = text.charCodeAt(pos) === quote;
  const isPlain = hasQuote && !mayGoOn(text, start, pos, isKey);
  const rest = hasQuote && !isPlain ? restOfLine(text, pos + 1) : '';
  const swallows = isKey ? swallowsValue : swallowsNext;
  const isClosed = isPlain || (hasQuote && !swallows(text.slice(start + 1, pos), rest));
  const behind = isClosed && !isPlain && quote === DOUBLE_QUOTE ? endBehindQuotes(text.slice(start + 1, pos), rest, isKey) : -1;
  if (behind >= 0) {
    p.inRecovery = true;
    const end = pos + 1 + behind;
    report(p, 'text-after-quote', pos + 1, end, '', 'Write \\" for a quote inside.');
    return { end, pos: end - 1 };
  }
  const later = hasQuote || isKey || quote !== DOUBLE_QUOTE ? -1 : endInLaterLine(text, pos, text.slice(start + 1, pos));
  if (later >= 0) {
    report(p, 'control-character', pos, pos + 1);
    p.inRecovery = true;
    return { end: later, pos: later - 1 };
  }
  if (!isClosed) return endUnclosed(p, restOfLine(text, start + 1), isKey);
  if (quote === SINGLE_QUOTE) report(p, 'single-quotes', start, pos + 1);
  const control = findControl(text, start, pos + 1);
  if (control >= 0) report(p, 'control-character', control, control + 1, codeOf(text.charCodeAt(control)));
  if (!isQuoteTooMany(rest, isKey)) return { end: pos + 1, pos };
  p.inRecovery = true;
  report(p, 'extra-quote', pos + 1, pos + 2);
  return { end: pos + 2, pos };
}

/** Text in quotes. Without a closing one it ends where its line tells that it was meant to. */
export function parseString(p: Parser, isKey = false): ScalarNode {
  const { text } = p;
  if (text.startsWith('""', p.pos) && opensTwice(restOfLine(text, p.pos), isKey)) {
    p.inRecovery = true;
    report(p, 'extra-quote', p.pos, p.pos + 1);
    p.pos++;
  }
  const start = p.pos;
  const quote = text.charCodeAt(start);
  const { end, pos } = endOfString(p, isKey);
  p.pos = end;
  const inside = take(p, start + 1, pos);
  const value = !inside.includes('\\')
    ? inside
    : decodeDouble(text, start + 1, pos, true, undefined, (bad) => {
        const escape = text.slice(bad.start, bad.end);
        if (escape !== "\\'" || quote !== SINGLE_QUOTE) report(p, 'json-escape', bad.start, bad.end, escape);
      });
  return scalar(p, start, end, value, value, quote === DOUBLE_QUOTE ? 'double' : 'single');
}

/** Four hexadecimal digits; '' for a tab or line break, which have escapes of their own. */
const codeOf = (code: number): string => (code === TAB || isBreak(code) ? '' : code.toString(16).toUpperCase().padStart(4, '0'));

/** The first tab or other character that JSON wants escaped, or -1. */
function findControl(text: string, from: number, to: number): number {
  for (let pos = from; pos < to; pos++) if (text.charCodeAt(pos) < SPACE) return pos;
  return -1;
}

/** May this stand right behind a text, or tell what is wrong itself? */
const follows = (c: number): boolean =>
  isBlank(c) ||
  isOddBlank(c) ||
  c === COMMA ||
  c === COLON ||
  c === SEMICOLON ||
  c === DOUBLE_QUOTE ||
  c === HASH ||
  c === SLASH ||
  isCloser(c);

/** What is left of a line after a text that has no end further on: up to the next comma or bracket. */
export function parseTrailingGarbage(p: Parser, isKey = false): boolean {
  const { text, pos: start } = p;
  const c = text.charCodeAt(start);
  if (follows(c) || (isKey && isOpener(c))) return false;
  let end = start;
  while (end < text.length && !isBreak(text.charCodeAt(end)) && text.charCodeAt(end) !== COMMA && !isCloser(text.charCodeAt(end))) end++;
  report(
    p,
    'text-after-quote',
    start,
    end,
    '',
    text.slice(start, end).includes('"') ? 'Write \\" for a quote inside.' : 'Put all of it in quotes.',
  );
  p.pos = end;
  return true;
}
