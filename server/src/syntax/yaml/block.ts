/**
 * Block style: what indentation means. Mistakes stay where they are: a line always belongs to what its column says.
 *
 * block.ts, list.ts and recovery.ts import each other, as the grammar does: an element of a list is a block, the value of a pair may be a
 * list, and a key without a colon has below it what a colon would have. They share functions only, and no state but the `Parser`.
 */
import type { Node, ScalarNode } from '../node.ts';
import { maxDepth, report, type MapBuilder, type PairBuilder, type SeqBuilder } from '../builders.ts';
import { parseFlow } from './flow.ts';
import { beginFragment, dependsOnTail, endFragment } from './fragment.ts';
import { keyColonAt, lacksColon, parseBlockKey } from './key.ts';
import { missingColon, reportBadStart, skipDeepBlock, skipStrange } from './recovery.ts';
import { applyProps, parseAlias, parseProps } from './props.ts';
import { columnOf, lineEnd, overBreak } from '../text.ts';
import {
  atEnd,
  checkIndent,
  code,
  column,
  contentEnd,
  finishLine,
  flush,
  overSpaces,
  passOddBlanks,
  passSeparator,
  skip,
  type Parser,
} from './parser.ts';
import { belongsToKey, isEntryOf, isOtherListSign, isTightItem, lacksFirstDash } from './columns.ts';
import { columnsWith, holdsNeighbours, isFirstOfDashless, ofListAround } from './key-columns.ts';
import { isExtraAmong, isExtraDash, passExtraDash } from './extra-dash.ts';
import { parseSeq } from './list.ts';
import { columnOfList, columnOfNested } from './one-line.ts';
import { checkSwapped, reportDisplaced } from './swapped.ts';
import {
  closedAt,
  expressionWithColon,
  indentation,
  isKeyBelowComment,
  plainLineEnd,
  plainScalar,
  parseBlockScalar,
  parsePlain,
  parseQuoted,
  scalar,
  startsExpression,
} from './scalar.ts';
import {
  AMPERSAND,
  ASTERISK,
  CLOSE_BRACKET,
  COLON,
  DASH,
  EXCLAMATION,
  GREATER,
  HASH,
  OPEN_BRACKET,
  PIPE,
  QUESTION,
  isBlank,
  isBreak,
  isOddBlank,
  isOpener,
  isQuote,
} from '../characters.ts';

export function isDash(p: Parser): boolean {
  const next = p.text.charCodeAt(p.pos + 1);
  return code(p) === DASH && (isBlank(next) || isOddBlank(next));
}

/**
 * A node that may be a block list or mapping: the first thing on its line, or right behind a dash. `parentIndent` is the column of
 * what it belongs to, -1 for a document.
 */
export function parseBlock(p: Parser, parentIndent: number, element: boolean): Node {
  if (p.depth >= maxDepth) return skipDeepBlock(p, parentIndent);
  const c = code(p);
  if (isDash(p)) return parseSeq(p, parentIndent, column(p));
  if (c === AMPERSAND || c === EXCLAMATION) return parseWithProps(p, parentIndent, element, false);
  if (c === PIPE || c === GREATER) return parseBlockScalar(p, parentIndent);
  const isExplicit = c === QUESTION && isBlank(p.text.charCodeAt(p.pos + 1));
  if (isExplicit || keyColonAt(p, p.pos) >= 0 || lacksColon(p.text, p.pos)) return parseMap(p, parentIndent, column(p), element);
  const start = p.pos;
  const at = column(p);
  const problems = p.fragment.errors.length;
  const node = parseInline(p, parentIndent);
  const isText = node.kind === 'scalar' && node.style === 'plain';
  // Text, and then a key in the next line: the text is a key whose colon is not there yet.
  if (isText && (p.stoppedAtKey || isKeyBelow(p, node, parentIndent)) && !(element && dashBelow(p.text, p.pos))) {
    p.pos = start;
    p.fragment.errors.length = problems;
    p.stoppedAtKey = false;
    return parseMap(p, parentIndent, at, element);
  }
  return node;
}

/** A text of one line, and below comments a key. */
const isKeyBelow = (p: Parser, { start }: Node, parentIndent: number): boolean =>
  lineEnd(p.text, start + p.base) >= p.pos && isKeyBelowComment(p, parentIndent);

/** The next line starts with a dash. */
const dashBelow = (text: string, pos: number): boolean => /^[ \t]*(?:\r\n?|\n)\s*-\s/.test(text.slice(pos, pos + 200));

function parseWithProps(p: Parser, parentIndent: number, element: boolean, list: boolean): Node {
  const start = p.pos;
  const at = column(p);
  const problems = p.fragment.errors.length;
  const props = parseProps(p);
  const pos = overSpaces(p.text, p.pos);
  if (!isBlank(p.text.charCodeAt(pos)) && p.text.charCodeAt(pos) !== HASH) {
    if (keyColonAt(p, pos) >= 0) {
      p.pos = start;
      p.fragment.errors.length = problems;
      return parseMap(p, parentIndent, at, element);
    }
    return applyProps(p, parseInline(p, parentIndent), props);
  }
  return applyProps(p, parseBelowProps(p, parentIndent, list, element), props);
}

/** What stands below an anchor or tag. It counts as nesting: another one may stand there. */
function parseBelowProps(p: Parser, parentIndent: number, list: boolean, element: boolean): Node {
  p.depth++;
  const node = parseBelow(p, parentIndent, list, element);
  p.depth--;
  return node ?? scalar(p, p.last, p.last, null, '', 'plain');
}

/** What stands in the following lines, indented deeper than `parentIndent` (or, for a key's list, at `parentIndent`). */
function parseBelow(p: Parser, parentIndent: number, list: boolean, element = false): Node | undefined {
  skip(p);
  if (atEnd(p)) return undefined;
  const at = column(p);
  if (list && at >= parentIndent && (isTightItem(p) || isOtherListSign(p) || (at === parentIndent && lacksFirstDash(p)))) {
    flush(p);
    return parseSeq(p, parentIndent, at);
  }
  if (at > parentIndent) {
    flush(p);
    checkIndent(p, parentIndent);
    // A name or tag in a line of its own, and the list of the key below it.
    const named = list && (code(p) === AMPERSAND || code(p) === EXCLAMATION) && p.depth < maxDepth;
    const node = named ? parseWithProps(p, parentIndent, element, true) : parseBlock(p, parentIndent, element);
    return list && node.kind !== 'seq' ? trailingGarbage(p, parentIndent, at, node) : node;
  }
  if (list && at === parentIndent && at !== p.dashless && isDash(p)) {
    flush(p);
    return parseSeq(p, parentIndent, parentIndent);
  }
  return undefined;
}

/** A value with dashes below it, less far to the right: the first element of a list, whose own dash is missing. */
function trailingGarbage(p: Parser, parentIndent: number, at: number, first: Node): Node {
  skip(p);
  const dash = column(p);
  // The list of a key that has none yet.
  if (first.kind === 'map' && !first.pairs.at(-1)?.value) return first;
  if (atEnd(p) || dash > at || dash < parentIndent || !p.atLineStart || !isDash(p) || ofListAround(p, dash)) return first;
  if (dash === at && !isEntryOf(p, first, dash)) return first;
  const { text, base } = p;
  const start = first.start + base;
  if (dash === parentIndent && isExtraDash(p, dash, false)) return first;
  // In the column of the key, it is the dash that is out of place, or the key that has one too close.
  if (dash === parentIndent && first.kind === 'map' && (p.lists > 0 || belongsToKey(p, first, dash))) return first;
  const word = first.kind === 'map' ? first.pairs[0]!.key : first;
  reportDisplaced(p, 'missing-dash', start, word.end + base, text.slice(start, word.end + base), p.pos);
  flush(p);
  const list = parseSeq(p, parentIndent, dash) as SeqBuilder;
  list.start = first.start;
  list.elements = [first, ...list.elements];
  list.runs = [{ elements: [first] }, ...list.runs];
  return list;
}

/** The pairs of a mapping whose keys stand in column `keyColumn`; not `started`: the first one stands elsewhere, and that is known. */
export function parseMap(p: Parser, parentIndent: number, keyColumn: number, element: boolean, started = true): Node {
  const outer = element ? beginFragment(p) : undefined;
  const start = p.pos;
  const startColumn = keyColumn;
  const map: MapBuilder = { kind: 'map', fragment: p.fragment, start: start - p.base, end: 0, pairs: [], flow: false };
  let at = keyColumn;
  let bad = -1;
  p.depth++;
  // Where the first line is no key, one stands below it.
  if (keyColonAt(p, start) < 0) skipStrange(p, parentIndent);
  if (p.pos > start) started = false;
  for (;;) {
    checkIndent(p);
    const pair = parsePair(p, at, bad === at);
    map.pairs.push(pair);
    map.end = pair.end;
    at = columnOfNext(p, map, parentIndent, keyColumn, element, started);
    if (at < 0) break;
    flush(p);
    [keyColumn, bad] = columnsWith(p, map, at, started ? [keyColumn, bad] : [at, -1], element ? undefined : parentIndent);
    started = true;
  }
  p.depth--;
  if (outer) endFragment(p, outer, map, p.last, parentIndent, startColumn);
  return map;
}

/** The column of the next key of a mapping, behind a dash out of place that is read along; -1 where the mapping ends. */
function columnOfNext(p: Parser, map: MapBuilder, parentIndent: number, keyColumn: number, element: boolean, started: boolean): number {
  const pair = map.pairs.at(-1) as PairBuilder;
  skipStrange(p, parentIndent);
  if (atEnd(p)) return -1;
  if (started && isDash(p) && isExtraAmong(p, map, keyColumn, element ? parentIndent : -1)) return passExtraDash(p, keyColumn);
  const at = column(p);
  if (at <= parentIndent) return -1;
  if (isDash(p)) {
    if ((!element && isFirstOfDashless(p, map, parentIndent, at, keyColumn)) || !misplacedDash(p, pair, parentIndent, at, keyColumn))
      return -1;
    map.end = pair.end;
    if (atEnd(p) || column(p) <= parentIndent) return -1;
  }
  return started && holdsNeighbours(p, column(p), keyColumn, element ? -1 : parentIndent) ? -1 : column(p);
}

/** A dash among keys. True when it was read as part of the last pair's list; false when it is left to a list around. */
function misplacedDash(p: Parser, pair: PairBuilder, parentIndent: number, at: number, keyColumn: number): boolean {
  const list = pair.value?.kind === 'seq' && !pair.value.flow ? (pair.value as SeqBuilder) : undefined;
  const key = pair.key;
  const isTight = !list && key.text.startsWith('-');
  if (!list && p.lists > 0 && !(isTight && at === keyColumn)) return false;
  flush(p);
  if (isTight) report(p, 'missing-space-after-dash', key.start + p.base, key.start + p.base + 1, key.text.slice(1));
  else reportDisplaced(p, list ? 'misplaced-dash' : 'dash-without-list', p.pos, p.pos + 1);
  if (list) p.dashes.push(columnOf(p.text, list.start + p.base));
  // In the column of the keys, the next key ends the list.
  const more = parseSeq(p, list && at === keyColumn ? at : Math.max(parentIndent, at - 1), at) as SeqBuilder;
  if (list) p.dashes.pop();
  if (list) {
    list.elements.push(...more.elements);
    list.runs.push(...more.runs);
    list.end = more.end;
  } else pair.value ??= more;
  pair.end = Math.max(pair.end, more.end);
  return true;
}

/** One key and what belongs to it. `quiet`: the line was complained about already. */
function parsePair(p: Parser, keyColumn: number, quiet: boolean): PairBuilder {
  const { text } = p;
  if (code(p) === QUESTION && isBlank(text.charCodeAt(p.pos + 1))) return parseExplicitPair(p, keyColumn);
  const colon = keyColonAt(p, p.pos);
  if (colon < 0) return missingColon(p, keyColumn, quiet);
  const key = parseBlockKey(p, colon);
  return parseValue(p, keyColumn, key, colon + 1);
}

/** What stands behind the colon. */
export function parseValue(p: Parser, keyColumn: number, key: ScalarNode, colonEnd: number): PairBuilder {
  const from = passSeparator(p, colonEnd);
  const pair: PairBuilder = { fragment: p.fragment, start: key.start, end: from - p.base, key, value: undefined };
  p.pos = overSpaces(p.text, from);
  passOddBlanks(p);
  const c = code(p);
  if (isBlank(c) || (c === HASH && p.pos > from)) {
    // Blanks behind the colon do not make the pair longer.
    p.pos = from;
    pair.value = parseBelow(p, keyColumn, true);
    if (!pair.value) checkSwapped(p, key.start + p.base);
  } else pair.value = parseInline(p, keyColumn, key.text);
  if (pair.value) {
    finish(p, pair.value);
    pair.end = Math.max(pair.end, pair.value.end);
  }
  return pair;
}

/** Nothing may follow a value on its line. */
export function finish(p: Parser, node: Node): void {
  if (node.kind !== 'scalar' || (node.style !== 'double' && node.style !== 'single')) return finishLine(p);
  const double = node.style === 'double';
  const more = p.text.slice(p.pos, lineEnd(p.text, p.pos)).includes(double ? '"' : "'");
  const inner = !more ? 'Put all of it in quotes.' : double ? 'Write \\" for a quote inside.' : "Write '' for a quote inside.";
  finishLine(p, 'text-after-quote', inner);
}

function parseExplicitPair(p: Parser, keyColumn: number): PairBuilder {
  const { text } = p;
  const start = p.pos++;
  p.pos = overSpaces(text, p.pos);
  if (code(p) === HASH) p.pos = start + 1;
  const node = isBlank(code(p)) ? parseBelow(p, keyColumn, true) : parseBlock(p, keyColumn, false);
  if (node) finish(p, node);
  const end = node ? node.end + p.base : start + 1;
  const key = node?.kind === 'scalar' ? node : plainScalar(p, node ? node.start + p.base : end, end);
  const pair: PairBuilder = { fragment: p.fragment, start: start - p.base, end: end - p.base, key, value: undefined };
  skip(p);
  if (atEnd(p) || column(p) !== keyColumn || code(p) !== COLON || !isBlank(text.charCodeAt(p.pos + 1))) return pair;
  flush(p);
  const colon = p.pos++;
  p.pos = overSpaces(text, p.pos);
  if (isBlank(code(p)) || code(p) === HASH) {
    p.pos = colon + 1;
    pair.value = parseBelow(p, keyColumn, true);
  } else {
    pair.value = parseBlock(p, keyColumn, false);
    finish(p, pair.value);
  }
  pair.end = Math.max(colon + 1 - p.base, pair.value?.end ?? 0);
  return pair;
}

/** A value on the line of its key or dash: no block list or mapping may start here. */
function parseInline(p: Parser, parentIndent: number, key = ''): Node {
  const { text } = p;
  const c = code(p);
  p.stoppedAtKey = false;
  if (c === AMPERSAND || c === EXCLAMATION) {
    const props = parseProps(p);
    const next = code(p);
    if (isBlank(next) || next === HASH) return applyProps(p, parseBelowProps(p, parentIndent, true, false), props);
    return applyProps(p, parseInline(p, parentIndent, key), props);
  }
  if (c === PIPE || c === GREATER) return parseBlockScalar(p, parentIndent);
  if (isOpener(c)) return bracketBeforeList(p, parentIndent) ?? parseFlow(p, parentIndent, false);
  if (isQuote(c)) return parseQuoted(p, parentIndent);
  if (c === ASTERISK) return parseAlias(p);
  if (isDash(p)) {
    report(p, 'list-on-key-line', p.pos, p.pos + 1, key);
    p.wider += columnOfList(p, parentIndent) - column(p);
    return parseSeq(p, parentIndent, column(p));
  }
  reportBadStart(p, c);
  const expression = startsExpression(text, p.pos) ? closedAt(text, p.pos + 1, parentIndent) : -1;
  if (expression >= 0 && /:\s/.test(text.slice(p.pos, expression))) return expressionWithColon(p, expression);
  const stop = plainLineEnd(text, p.pos, false);
  if (text.charCodeAt(stop) === COLON) return colonInValue(p, parentIndent, stop);
  const node = parsePlain(p, parentIndent, 'block');
  if (node.start === node.end) p.pos = contentEnd(text, p.pos);
  return node;
}

/** `[`, and in the lines below a list by its dashes, up to a bracket that closes it in a line of its own; undefined for anything else. */
function bracketBeforeList(p: Parser, parentIndent: number): Node | undefined {
  const { text, pos } = p;
  if (code(p) !== OPEN_BRACKET || contentEnd(text, pos) > pos + 1) return undefined;
  dependsOnTail(p);
  let at = { pos: lineEnd(text, pos), column: -1 };
  while (isBreak(text.charCodeAt(at.pos)) || text.charCodeAt(at.pos) === HASH)
    at = indentation(text, overBreak(text, isBreak(text.charCodeAt(at.pos)) ? at.pos : lineEnd(text, at.pos)));
  if (at.column < parentIndent || text.charCodeAt(at.pos) !== DASH || !isBlank(text.charCodeAt(at.pos + 1))) return undefined;
  report(p, 'bracket-before-list', pos, pos + 1, '[');
  p.pos = pos + 1;
  skip(p);
  flush(p);
  const list = parseSeq(p, parentIndent, column(p));
  skip(p);
  if (code(p) === CLOSE_BRACKET) p.pos = lineEnd(text, p.pos);
  return list;
}

/** `a: b: c` — text that wants quotes, or a mapping that wants a line of its own. */
function colonInValue(p: Parser, parentIndent: number, colon: number): Node {
  const { text } = p;
  const start = p.pos;
  const end = contentEnd(text, start);
  const inner = columnOfNested(p, parentIndent, colon, end === colon + 1);
  if (inner >= 0) {
    report(p, 'nested-on-one-line', start, colon, text.slice(start, colon));
    return parseMap(p, parentIndent, inner, false, false);
  }
  const value = text.slice(start, end);
  const next = /^[^\s,]+,[ \t]+([\w-]+):[ \t]/.exec(value)?.[1];
  report(p, next === undefined ? 'colon-in-value' : 'key-behind-comma', start, end, next);
  p.pos = end;
  return scalar(p, start, end, value, value, 'plain');
}
