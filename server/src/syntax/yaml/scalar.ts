/** Plain, quoted and block scalars of YAML. */
import type { ScalarNode, ScalarStyle } from '../node.ts';
import { resolveCore } from '../core.ts';
import { decodeBlock, decodeDouble, decodeFlow, type BlockHeader } from '../decode.ts';
import { oddEnd, restOfLine, swallowsNext, valueEnd } from '../open-quote.ts';
import { dependsOnTail } from './fragment.ts';
import { columnOf, lineEnd, overBreak } from '../text.ts';
import { report, take } from '../builders.ts';
import { code, contentEnd, overSpaces, trimEnd, type Parser } from './parser.ts';
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  CR,
  DASH,
  DOLLAR,
  DOUBLE_QUOTE,
  GREATER,
  HASH,
  LF,
  NINE,
  ONE,
  OPEN_BRACE,
  OPEN_BRACKET,
  PLUS,
  SINGLE_QUOTE,
  SPACE,
  TAB,
  ZERO,
  isBlank,
  isBreak,
  isCloser,
  isEnd,
  isOddBlank,
  isOpener,
  isSpace,
  widthOf,
} from '../characters.ts';

/** Of a scalar's source, the first control character: YAML has none but tabs and line breaks (YAML 1.2.2, 5.1). */
function reportControl(p: Parser, start: number, end: number): void {
  for (let pos = start; pos < end; pos++) {
    const c = p.text.charCodeAt(pos);
    if (c >= SPACE || c === TAB || isBreak(c)) continue;
    // A key may be read twice.
    const last = p.fragment.errors.at(-1);
    if (last?.code !== 'syntax/control-character' || last.start !== pos - p.base)
      report(p, 'control-character', pos, pos + 1, c.toString(16).toUpperCase().padStart(4, '0'), 'in double quotes ');
    return;
  }
}

export function scalar(p: Parser, start: number, end: number, value: ScalarNode['value'], text: string, style: ScalarStyle): ScalarNode {
  reportControl(p, start, end);
  return { kind: 'scalar', fragment: p.fragment, start: start - p.base, end: end - p.base, value, text, style };
}

/** A plain scalar on one line. */
export function plainScalar(p: Parser, start: number, end: number): ScalarNode {
  const text = take(p, start, end);
  return scalar(p, start, end, resolveCore(text), text, 'plain');
}

export const isFlowIndicator = (c: number): boolean =>
  c === COMMA || c === OPEN_BRACKET || c === CLOSE_BRACKET || c === OPEN_BRACE || c === CLOSE_BRACE;

/** Where the plain text of this line ends. It ends at a colon that makes it a key when `text[end']` is one behind its spaces. */
export function plainLineEnd(text: string, from: number, flow: boolean): number {
  let pos = from;
  for (;;) {
    const c = text.charCodeAt(pos);
    if (c === COLON) {
      const next = text.charCodeAt(pos + 1);
      if (isBlank(next) || (flow && isFlowIndicator(next))) return pos;
    } else if (c === HASH) {
      if (pos > from && isSpace(text.charCodeAt(pos - 1))) return pos;
    } else if (isBreak(c) || isEnd(c)) return Math.min(pos, text.length);
    else if (flow && isFlowIndicator(c)) return pos;
    pos++;
  }
}

/** The column of the first thing on the line that starts at `lineStart`, and where it stands. Tabs count as two, odd blanks as they look. */
export function indentation(text: string, lineStart: number): { readonly pos: number; readonly column: number } {
  let pos = lineStart;
  let wider = 0;
  for (;;) {
    const c = text.charCodeAt(pos);
    if (c === TAB) wider++;
    else if (isOddBlank(c)) wider += widthOf(c) - 1;
    else if (c !== SPACE) return { pos, column: pos - lineStart + wider };
    pos++;
  }
}

/**
 * A plain scalar from `p.pos`, over several lines where the following ones are indented deeper than `parentIndent`. Stops before a
 * line that holds a key and notes that.
 */
export function parsePlain(p: Parser, parentIndent: number, role: 'block' | 'key' | 'value'): ScalarNode {
  const { text } = p;
  const flow = role !== 'block';
  const start = p.pos;
  p.stoppedAtKey = false;
  let stop = plainLineEnd(text, start, flow);
  let end = trimEnd(text, start, stop);
  let lines = 1;
  while (isBreak(text.charCodeAt(stop))) {
    let at = { pos: stop, column: 0 };
    do at = indentation(text, overBreak(text, at.pos));
    while (isBreak(text.charCodeAt(at.pos)));
    const c = text.charCodeAt(at.pos);
    if (isEnd(c) || c === HASH || at.column <= parentIndent || (flow && (isFlowIndicator(c) || c === COLON))) break;
    const next = plainLineEnd(text, at.pos, flow);
    if (text.charCodeAt(next) === COLON && role !== 'key') {
      p.stoppedAtKey = true;
      break;
    }
    stop = next;
    end = trimEnd(text, at.pos, stop);
    lines++;
  }
  p.pos = end;
  if (lines === 1) return plainScalar(p, start, end);
  const decoded = decodeFlow(text, start, end, false);
  return scalar(p, start, end, decoded, decoded, 'plain');
}

/** Do comments follow at `p.pos`, on the line or in lines of their own, and below them a key that belongs to the same block? */
export function isKeyBelowComment(p: Parser, parentIndent: number): boolean {
  const { text, pos } = p;
  let below = { pos: overSpaces(text, pos), column: -1 };
  // Also where no comment follows: that is for the lines below to say.
  dependsOnTail(p);
  while (isBreak(text.charCodeAt(below.pos))) below = indentation(text, overBreak(text, below.pos));
  if (text.charCodeAt(below.pos) !== HASH) return false;
  while (isBreak(text.charCodeAt(below.pos)) || text.charCodeAt(below.pos) === HASH) {
    const end = isBreak(text.charCodeAt(below.pos)) ? below.pos : lineEnd(text, below.pos);
    if (isEnd(text.charCodeAt(end))) return false;
    below = indentation(text, overBreak(text, end));
  }
  return below.column > parentIndent && text.charCodeAt(plainLineEnd(text, below.pos, false)) === COLON;
}

/**
 * Behind the bracket that closes the one at `open`, in the lines of a block whose parent stands in column `parentIndent`, and before `limit`;
 * -1 when none does. What stands in double quotes is passed over, as jq and JSON write it.
 */
export function closedAt(text: string, open: number, parentIndent: number, limit = Math.min(open + longest, text.length)): number {
  let depth = 0;
  for (let pos = open; pos < limit; pos++) {
    const c = text.charCodeAt(pos);
    if (c === DOUBLE_QUOTE) {
      const end = quoteEndOnLine(text, pos);
      if (end < 0) return -1;
      pos = end - 1;
    } else if (isOpener(c)) depth++;
    else if (isCloser(c)) {
      if (--depth <= 0) return depth < 0 ? -1 : pos + 1;
    } else if (isBreak(c)) {
      const next = indentation(text, overBreak(text, pos));
      if (next.column <= parentIndent && !isBreak(text.charCodeAt(next.pos))) return -1;
      pos = next.pos - 1;
    }
  }
  return -1;
}

/** Longer than any expression that a person writes without quotes; where none is closed, it is not looked for again and again. */
const longest = 10_000;

/** Begins like a runtime expression: `${`. */
export const startsExpression = (text: string, pos: number): boolean =>
  text.charCodeAt(pos) === DOLLAR && text.charCodeAt(pos + 1) === OPEN_BRACE;

/** Where a quoted scalar on one line ends (behind its closing quote), or -1. */
export function quoteEndOnLine(text: string, open: number): number {
  const quote = text.charCodeAt(open);
  for (let pos = open + 1; ; pos++) {
    const c = text.charCodeAt(pos);
    if (c === quote) {
      if (quote === SINGLE_QUOTE && text.charCodeAt(pos + 1) === SINGLE_QUOTE) pos++;
      else return pos + 1;
    } else if (c === BACKSLASH && quote === DOUBLE_QUOTE) {
      if (isBreak(text.charCodeAt(pos + 1))) return -1;
      pos++;
    } else if (isBreak(c) || isEnd(c)) return -1;
  }
}

/** Behind the closing quote, or -1 when the lines that may belong to it end before. */
function quoteEnd(text: string, open: number, parentIndent: number): number {
  const quote = text.charCodeAt(open);
  for (let pos = open + 1; pos < text.length; pos++) {
    const c = text.charCodeAt(pos);
    if (c === quote) {
      if (quote === SINGLE_QUOTE && text.charCodeAt(pos + 1) === SINGLE_QUOTE) pos++;
      else return pos + 1;
    } else if (c === BACKSLASH && quote === DOUBLE_QUOTE && !isBreak(text.charCodeAt(pos + 1))) pos++;
    else if (isBreak(c)) {
      const at = indentation(text, overBreak(text, pos));
      const first = text.charCodeAt(at.pos);
      if (!isBreak(first) && !isEnd(first) && at.column <= parentIndent) return -1;
      pos = at.pos - 1;
    }
  }
  return -1;
}

/** Is the text that opens here closed in a later line, by a quote that opens no other text? */
export function goesOnInQuotes(text: string, open: number): boolean {
  const end = quoteEnd(text, open, columnOf(text, open) - 1);
  return end >= 0 && /^(?:$|[\s,:\]}])/.test(text.slice(end, end + 1));
}

/** A quoted scalar from `p.pos`. One that is not closed ends with its first line, so that it swallows nothing. */
export function parseQuoted(p: Parser, parentIndent: number): ScalarNode {
  const { text } = p;
  const start = p.pos;
  const double = code(p) === DOUBLE_QUOTE;
  let end = quoteEndOnLine(text, start);
  if (end < 0) end = quoteEnd(text, start, parentIndent);
  else if (p.open.length > 0 && swallowsNext(text.slice(start + 1, end - 1), restOfLine(text, end))) end = -1;
  let inner = end - 1;
  if (end < 0) ({ end, inner } = endUnclosed(p, double ? '"' : "'"));
  p.pos = end;
  let value: string;
  if (simple(text, start + 1, inner, double)) value = take(p, start + 1, inner);
  else if (double) {
    value = decodeDouble(text, start + 1, inner, false, undefined, (bad) => {
      report(p, 'bad-escape', bad.start, bad.end, text.slice(bad.start, bad.end));
    });
  } else value = decodeFlow(text, start + 1, inner, true);
  return scalar(p, start, end, value, value, double ? 'double' : 'single');
}

/** Says that the text at `p.pos` is not closed, and where it was meant to end: its words at `inner`. */
function endUnclosed(p: Parser, quote: string): { readonly end: number; readonly inner: number } {
  const { text, pos: start } = p;
  const line = Math.max(trimEnd(text, start, lineEnd(text, start)), start + 1);
  const words = text.slice(start + 1, line);
  const odd = oddEnd(words);
  dependsOnTail(p);
  if (odd > 0) {
    const end = start + 1 + odd;
    report(p, 'unclosed-quote', start, end, quote, text[end - 1]);
    return { end, inner: end - 1 };
  }
  p.inRecovery = true;
  const end = p.open.length > 0 ? start + 1 + valueEnd(words) : line;
  report(p, 'unclosed-quote', start, end, quote);
  return { end, inner: end };
}

/** Written as it is read: one line, nothing escaped. */
function simple(text: string, from: number, to: number, double: boolean): boolean {
  const escape = double ? BACKSLASH : SINGLE_QUOTE;
  for (let pos = from; pos < to; pos++) {
    const c = text.charCodeAt(pos);
    if (c === escape || isBreak(c)) return false;
  }
  return true;
}

/** A literal or folded scalar from its `|` or `>`; its lines are indented deeper than `parentIndent`. */
export function parseBlockScalar(p: Parser, parentIndent: number): ScalarNode {
  const { text } = p;
  const start = p.pos;
  const header = parseHeader(p, parentIndent);
  const keep = header.chomp === 'keep';
  const { indent, contentStop, next, endsBlank } = blockLines(p, parentIndent, header);
  if (keep) dependsOnTail(p);
  // With "+" the blank lines behind the text belong to it, up to where the next line starts.
  const stop = keep ? Math.max(next, contentStop) : contentStop;
  const breakAfter = isBreak(text.charCodeAt(contentStop)) && contentStop >= header.start ? overBreak(text, contentStop) : contentStop;
  const value = decodeBlock(text, { ...header, indent: indent < 0 ? Infinity : indent }, Math.max(stop, breakAfter));
  const end = keep && endsBlank ? keepEnd(text, contentStop, stop) : contentStop;
  p.pos = Math.max(end, start + 1);
  return scalar(p, start, p.pos, value, value, header.folded ? 'folded' : 'literal');
}

interface BlockLines {
  /** How far the text is indented, -1 when all is blank. */
  indent: number;
  /** Where the last line ends that is not blank. */
  contentStop: number;
  /** Where the first line starts that does not belong to it. */
  next: number;
  /** Blank lines stand behind the last one. */
  endsBlank: boolean;
}

/** The lines that belong to a block scalar: blank ones, and those indented deep enough. `p.pos` stands behind the header. */
function blockLines(p: Parser, parentIndent: number, header: BlockHeader): BlockLines {
  const { text } = p;
  const lines: BlockLines = { indent: header.indent, contentStop: p.pos, next: header.start, endsBlank: false };
  let deepestBlank = { column: -1, pos: lines.next };
  while (lines.next < text.length) {
    const pos = lines.next;
    let first = pos;
    while (text.charCodeAt(first) === SPACE) first++;
    const column = first - pos;
    const c = text.charCodeAt(first);
    const blank = isBreak(c) || isEnd(c);
    if (blank && lines.indent < 0 && column > deepestBlank.column) deepestBlank = { column, pos };
    if (!blank && lines.indent < 0 && column > parentIndent) {
      lines.indent = column;
      if (deepestBlank.column > column) report(p, 'blank-line-indentation', deepestBlank.pos, deepestBlank.pos + deepestBlank.column);
    }
    if (!blank && !belongs(p, parentIndent, lines.indent, first, column)) {
      // Among the lines that look blank, one with a tab is text when it is indented far enough.
      if (c === TAB) dependsOnTail(p);
      break;
    }
    // Spaces beyond the indentation are text.
    lines.endsBlank = blank && !(lines.indent > 0 && column > lines.indent);
    const stop = blank ? first : lineEnd(text, first);
    if (!lines.endsBlank) lines.contentStop = stop;
    lines.next = stop < text.length ? overBreak(text, stop) : stop;
  }
  return lines;
}

/** Whether a line that is not blank is one of the scalar's. Between the parent and the text: a tab, or one not indented far enough. */
function belongs(p: Parser, parentIndent: number, indent: number, first: number, column: number): boolean {
  if (indent >= 0 && column >= indent) return true;
  const c = p.text.charCodeAt(first);
  if (indent < 0 || column <= parentIndent || c === HASH) return false;
  const end = contentEnd(p.text, first);
  report(p, c === TAB ? 'tab' : 'indentation', first, end, p.text.slice(first, end));
  return true;
}

/** The break that ends the last kept line is not part of the node, as with every other node. */
function keepEnd(text: string, from: number, stop: number): number {
  let end = stop;
  if (end > from && text.charCodeAt(end - 1) === LF) end--;
  if (end > from && text.charCodeAt(end - 1) === CR) end--;
  return end;
}

/** Indicators behind `|` or `>`; leaves `p.pos` behind the header. */
function parseHeader(p: Parser, parentIndent: number): BlockHeader & { indent: number } {
  const { text } = p;
  const folded = code(p) === GREATER;
  let chomp: BlockHeader['chomp'] = 'clip';
  let indent = -1;
  let pos = p.pos + 1;
  for (; ; pos++) {
    const c = text.charCodeAt(pos);
    if (c === DASH) chomp = 'strip';
    else if (c === PLUS) chomp = 'keep';
    else if (c >= ONE && c <= NINE) indent = Math.max(parentIndent, 0) + c - ZERO;
    else break;
  }
  const rest = overSpaces(text, pos);
  const c = text.charCodeAt(rest);
  const comment = c === HASH && rest > pos;
  const end = lineEnd(text, pos);
  p.pos = pos;
  if (!isBlank(c) && !comment) {
    const stop = contentEnd(text, pos);
    report(p, 'block-header', rest, stop, text.slice(rest, stop));
    p.pos = stop;
  }
  if (comment) {
    p.fragment.comments.push({ start: rest - p.base, end: end - p.base, text: text.slice(rest + 1, end).trim() });
    p.pos = end;
  }
  return { folded, chomp, indent, start: end < text.length ? overBreak(text, end) : end };
}

/** `${ "a: b" }`, up to `end`, in one line or several. */
export function expressionWithColon(p: Parser, end: number): ScalarNode {
  const start = p.pos;
  report(p, 'colon-in-value', start, end);
  p.pos = end;
  const value = decodeFlow(p.text, start, end, false);
  return scalar(p, start, end, value, value, 'plain');
}
