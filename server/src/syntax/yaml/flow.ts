/** Flow style: brackets, braces and what stands in them. Ends, closed or not, before a line that belongs to the block around it. */
import type { Node, ScalarNode } from '../node.ts';
import { maxDepth, oneRun, report, type MapBuilder, type PairBuilder, type SeqBuilder } from '../builders.ts';
import { beginFragment, dependsOnTail, endFragment } from './fragment.ts';
import { applyProps, parseAlias, parseProps } from './props.ts';
import { lineEnd, overBreak } from '../text.ts';
import { oddColonAt } from './key.ts';
import { checkIndent, code, column, overSpaces, passOddBlanks, skip, trimEnd, type Parser } from './parser.ts';
import { decodeFlow } from '../decode.ts';
import {
  closedAt,
  indentation,
  isFlowIndicator,
  plainLineEnd,
  plainScalar,
  parsePlain,
  parseQuoted,
  quoteEndOnLine,
  scalar,
} from './scalar.ts';
import {
  AMPERSAND,
  ASTERISK,
  AT,
  BACKTICK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DASH,
  EXCLAMATION,
  HASH,
  OPEN_BRACE,
  PERCENT,
  QUESTION,
  isBlank,
  isBreak,
  isCloser,
  isEnd,
  isOddBlank,
  isOpener,
  isQuote,
} from '../characters.ts';

const bracket = { seq: ['[', ']'], map: ['{', '}'] } as const;

/** A flow list or mapping from its opening bracket, in a block whose parent stands in column `parentIndent`. */
export function parseFlow(p: Parser, parentIndent: number, element: boolean): Node {
  const isMap = code(p) === OPEN_BRACE;
  if (p.depth >= maxDepth) return skipDeep(p, parentIndent);
  if (p.open.length === 0) p.inRecovery = false;
  const outer = element && isMap ? beginFragment(p) : undefined;
  const open = p.pos;
  p.depth++;
  const node: MapBuilder | SeqBuilder = isMap
    ? { kind: 'map', fragment: p.fragment, start: open - p.base, end: 0, pairs: [], flow: true }
    : { kind: 'seq', fragment: p.fragment, start: open - p.base, end: 0, ...oneRun(), flow: true };
  p.pos++;
  parseEntries(p, parentIndent, node, open);
  p.depth--;
  node.end = p.pos - p.base;
  if (outer) endFragment(p, outer, node, p.pos, -1, 0);
  return node;
}

function parseEntries(p: Parser, parentIndent: number, node: MapBuilder | SeqBuilder, open: number): void {
  const { text } = p;
  const [opener, closer] = bracket[node.kind];
  const known = p.fragment.errors.length;
  let end = p.pos;
  let wantsComma = false;
  const unclosed = (): void => {
    p.pos = end;
    dependsOnTail(p);
    if (p.inRecovery) return;
    p.fragment.errors.length = known;
    report(p, 'unclosed-bracket', open, open + 1, opener, closer);
    p.inRecovery = true;
  };
  for (;;) {
    if (!skipFlow(p, parentIndent)) return unclosed();
    const c = code(p);
    if (isEnd(c)) return unclosed();
    if (isCloser(c)) {
      if (text[p.pos] !== closer) {
        if (hasOpen(p, c)) return unclosed();
        report(p, 'wrong-bracket', p.pos, p.pos + 1, text[p.pos], closer);
      }
      p.pos++;
      return;
    }
    if (c === COMMA) {
      if (!wantsComma) report(p, 'extra-comma', p.pos, p.pos + 1);
      wantsComma = false;
      end = ++p.pos;
      continue;
    }
    const last =
      wantsComma && (isOpener(c) || isQuotedValue(text, p.pos)) && node.kind === 'map'
        ? (node.pairs.at(-1) as PairBuilder | undefined)
        : undefined;
    if (last && lacksColon(p, last)) {
      report(p, 'missing-colon', p.base + last.key.start, p.base + last.key.end, last.key.text);
      last.value = parseFlowNode(p, parentIndent, false);
      last.end = last.value.end;
      end = p.pos;
      continue;
    }
    if (wantsComma) report(p, 'missing-comma', p.pos, wordEnd(text, p.pos));
    p.open.push(closer === '}' ? CLOSE_BRACE : CLOSE_BRACKET);
    if (node.kind === 'map') node.pairs.push(parsePair(p, parentIndent));
    else node.elements.push(parseElement(p, parentIndent));
    p.open.pop();
    end = p.pos;
    wantsComma = true;
  }
}

/** A text in quotes, and behind it the end of what it belongs to. */
const isQuotedValue = (text: string, pos: number): boolean => {
  const end = isQuote(text.charCodeAt(pos)) ? quoteEndOnLine(text, pos) : -1;
  return end >= 0 && /[,}\]]/.test(text.charAt(overSpaces(text, end)));
};

/** Where the word ends that a text in quotes follows in the place of a value, without a colon between the two; -1 where none does. */
function wordBeforeQuotes(text: string, start: number): number {
  const found = /^[A-Za-z_$][\w.$-]*(?=[ \t]+["'])/.exec(text.slice(start, start + 200))?.[0];
  if (found === undefined) return -1;
  const end = start + found.length;
  return isQuotedValue(text, overSpaces(text, end)) ? end : -1;
}

/** A word, and nothing else: what stands in brackets behind it is what it holds. */
const lacksColon = (p: Parser, { key, value, end }: PairBuilder): boolean =>
  value === undefined && end === key.end && key.style === 'plain' && /^[\w.$-]+$/.test(p.text.slice(p.base + key.start, p.base + key.end));

/** An enclosing bracket waits for this closer. */
const hasOpen = (p: Parser, closer: number): boolean => p.open.includes(closer);

/** Goes to the next thing inside the brackets. False when the lines that belong to them end before. */
function skipFlow(p: Parser, parentIndent: number): boolean {
  const from = p.pos;
  const pending = p.pendingComments.length;
  skip(p);
  if (isOddBlank(code(p))) {
    passOddBlanks(p);
    skip(p);
  }
  if (p.pos < p.text.length && (!p.atLineStart || column(p) > parentIndent || continues(code(p)))) {
    // Tabs may stand here.
    checkIndent(p, -1);
    keepComments(p, pending);
    return true;
  }
  // Whoever reads on passes the same comments again.
  p.pendingComments.length = pending;
  rewind(p, from);
  return false;
}

/** What may stand less indented than it should: it could not start a line of the block around. */
const continues = (c: number): boolean => isCloser(c) || c === COMMA || isQuote(c) || isOpener(c);

function keepComments(p: Parser, from: number): void {
  for (const comment of p.pendingComments.splice(from))
    p.fragment.comments.push({ start: comment.start - p.base, end: comment.end - p.base, text: comment.text });
}

function parsePair(p: Parser, parentIndent: number): PairBuilder {
  const explicit = code(p) === QUESTION && isBlank(p.text.charCodeAt(p.pos + 1));
  if (explicit) {
    p.pos++;
    if (!skipFlow(p, parentIndent)) return finishPair(p, parentIndent, scalar(p, p.pos, p.pos, null, '', 'plain'));
  }
  const key = parseKey(p, parentIndent);
  return finishPair(p, parentIndent, key);
}

/** The pair of a key that was read: its value, when a colon follows. */
function finishPair(p: Parser, parentIndent: number, key: ScalarNode): PairBuilder {
  const pair: PairBuilder = { fragment: p.fragment, start: key.start, end: key.end, key, value: undefined };
  const after = p.pos;
  if (!skipFlow(p, parentIndent) || code(p) !== COLON) {
    rewind(p, after);
    return pair;
  }
  const colon = ++p.pos;
  pair.end = colon - p.base;
  if (!skipFlow(p, parentIndent)) return pair;
  const c = code(p);
  if (c === COMMA || isCloser(c) || isEnd(c)) {
    rewind(p, colon);
    return pair;
  }
  pair.value = parseFlowNode(p, parentIndent, false);
  pair.end = Math.max(pair.end, pair.value.end);
  return pair;
}

/** Back to a place on the way here; comments in between are passed again. */
function rewind(p: Parser, pos: number): void {
  const from = pos - p.base;
  while (p.fragment.comments.length && p.fragment.comments[p.fragment.comments.length - 1]!.start >= from) p.fragment.comments.pop();
  p.pos = pos;
  p.skipped = -1;
}

/** Keys are scalars; a list or mapping as a key is kept as the text it is written in. */
function parseKey(p: Parser, parentIndent: number): ScalarNode {
  const start = p.pos;
  if (code(p) === COMMA || isCloser(code(p))) return scalar(p, start, start, null, '', 'plain');
  if (code(p) === COLON && endsWord(p.text.charCodeAt(start + 1))) return scalar(p, start, start, null, '', 'plain');
  const node = parseFlowNode(p, parentIndent, false, 'key');
  return node.kind === 'scalar' ? node : plainScalar(p, start, p.pos);
}

function parseElement(p: Parser, parentIndent: number): Node {
  const { text } = p;
  const start = p.pos;
  const c = code(p);
  if ((c === QUESTION || c === COLON) && isBlank(text.charCodeAt(start + 1))) return parseSinglePair(p, () => parsePair(p, parentIndent));
  const { children } = p.fragment;
  const before = children.length;
  const problems = p.fragment.errors.length;
  const node = parseFlowNode(p, parentIndent, true);
  const colon = overSpaces(text, p.pos);
  // `[key: value]` is a mapping of one pair.
  if (text.charCodeAt(colon) === COLON && (isJsonLike(node) || endsWord(text.charCodeAt(colon + 1)))) {
    if (node.anchor) p.anchors.delete(node.anchor);
    const end = p.pos;
    p.pos = start;
    p.fragment.errors.length = problems;
    if (node.kind === 'scalar' || node.kind === 'alias') return parseSinglePair(p, () => parsePair(p, parentIndent));
    // A list or mapping as a key is text; reading it again would take twice as long at each level.
    children.length = before;
    return parseSinglePair(p, () => {
      p.pos = end;
      return finishPair(p, parentIndent, plainScalar(p, start, end));
    });
  }
  return node;
}

/** In quotes or brackets: as a key it needs no blank behind its colon. */
const isJsonLike = (node: Node): boolean =>
  node.kind === 'scalar' ? node.style === 'single' || node.style === 'double' : node.kind !== 'alias' && node.flow;

/** An element that is a mapping of the one pair that `parse` reads from here. */
function parseSinglePair(p: Parser, parse: () => PairBuilder): Node {
  const outer = beginFragment(p);
  const pair = parse();
  const node: MapBuilder = { kind: 'map', fragment: p.fragment, start: 0, end: pair.end, pairs: [pair], flow: true };
  endFragment(p, outer, node, p.base + pair.end, -1, 0);
  return node;
}

/** A node inside brackets, from its anchor or tag on. */
function parseWithProps(p: Parser, parentIndent: number, element: boolean, role: 'key' | 'value'): Node {
  const props = parseProps(p);
  skipFlow(p, parentIndent);
  const next = code(p);
  const at = p.pos;
  const empty = isBlank(next) || next === COMMA || isCloser(next) || (next === COLON && isBlank(p.text.charCodeAt(at + 1)));
  p.depth++;
  const deep = p.depth > maxDepth && !empty;
  const node = deep
    ? skipDeep(p, parentIndent)
    : empty
      ? scalar(p, at, at, null, '', 'plain')
      : parseFlowNode(p, parentIndent, element, role);
  p.depth--;
  return applyProps(p, node, props);
}

/** Any node inside brackets. */
function parseFlowNode(p: Parser, parentIndent: number, element: boolean, role: 'key' | 'value' = 'value'): Node {
  const c = code(p);
  if (c === AMPERSAND || c === EXCLAMATION) return parseWithProps(p, parentIndent, element, role);
  if (isOpener(c)) return parseFlow(p, parentIndent, element);
  if (isQuote(c)) return parseQuoted(p, parentIndent);
  if (c === ASTERISK) return parseAlias(p);
  if (c === AT || c === BACKTICK || c === PERCENT || c === HASH) report(p, 'reserved-character', p.pos, p.pos + 1, p.text[p.pos]);
  if (c === DASH && endsWord(p.text.charCodeAt(p.pos + 1))) report(p, 'dash-in-brackets', p.pos, p.pos + 1);
  return parseWords(p, parentIndent, role);
}

/** Text without quotes, a key or a value. */
function parseWords(p: Parser, parentIndent: number, role: 'key' | 'value'): ScalarNode {
  const start = p.pos;
  const end = role === 'key' ? Math.max(oddColonAt(p.text, start), wordBeforeQuotes(p.text, start)) : -1;
  if (end >= 0) return plainScalar(p, start, (p.pos = end));
  const node = parsePlain(p, parentIndent, role);
  if (p.pos > start) return isOpener(code(p)) ? (textWithBrackets(p, start, parentIndent) ?? node) : node;
  if (p.pos < p.text.length) p.pos++;
  return node;
}

/** Plain text from `start` that a bracket follows without a blank, as in `${ .a }` and `a[0]`; undefined when that is not closed. */
function textWithBrackets(p: Parser, start: number, parentIndent: number): ScalarNode | undefined {
  const { text } = p;
  let end = p.pos;
  while (isOpener(text.charCodeAt(end))) {
    const closed = closedAt(text, end, parentIndent);
    if (closed < 0) return undefined;
    end = trimEnd(text, closed, plainLineEnd(text, closed, true));
  }
  report(p, 'brackets-in-text', start, end, text.slice(start, end));
  p.pos = end;
  const value = decodeFlow(text, start, end, false);
  return scalar(p, start, end, value, value, 'plain');
}

const endsWord = (c: number): boolean => isBlank(c) || isFlowIndicator(c);

function wordEnd(text: string, from: number): number {
  let pos = from;
  while (!endsWord(text.charCodeAt(pos))) pos++;
  return Math.max(pos, from + 1);
}

/** Brackets nested beyond what is read: passed over to the one that closes them, or to the end of the block's lines. */
function skipDeep(p: Parser, parentIndent: number): ScalarNode {
  const { text } = p;
  const start = p.pos;
  let open = 0;
  let end = start + 1;
  for (let pos = start; pos < text.length; pos++) {
    const c = text.charCodeAt(pos);
    if (isOpener(c)) open++;
    else if (isCloser(c) && --open <= 0) {
      end = pos + 1;
      break;
    } else if (isBreak(c)) {
      const at = indentation(text, overBreak(text, pos));
      if (at.column <= parentIndent && !isBreak(text.charCodeAt(at.pos))) break;
      pos = at.pos - 1;
    }
    end = pos + 1;
  }
  report(p, 'too-deep', start, Math.max(trimEnd(text, start, lineEnd(text, start)), start + 1));
  p.pos = Math.min(end, text.length);
  return scalar(p, start, p.pos, null, '', 'plain');
}
