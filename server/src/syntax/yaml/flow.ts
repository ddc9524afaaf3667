/** Flow style: brackets, braces and what stands in them. Ends, closed or not, before a line that belongs to the block around it. */
import type { Node, ScalarNode } from '../node.ts';
import { maxDepth, type MapBuilder, type PairBuilder, type SeqBuilder } from '../builders.ts';
import { beginFragment, endFragment, worse } from './fragment.ts';
import { applyProps, readAlias, readProps } from './props.ts';
import { code, isBlank, isBreak, lineEnd, overBreak, report, skip, trimEnd, type Reader } from './reader.ts';
import { indentation, isFlowIndicator, plainScalar, readPlain, readQuoted, scalar } from './scalar.ts';

const bracket = { 91: ['[', ']'], 123: ['{', '}'] } as const;
const isCloser = (c: number): boolean => c === 93 || c === 125;

/** A flow list or mapping from its opening bracket, in a block whose parent stands in column `n`. */
export function readFlow(r: Reader, n: number, element: boolean): Node {
  const isMap = code(r) === 123;
  if (r.depth >= maxDepth) return skipDeep(r, n);
  if (r.open.length === 0) r.broken = false;
  const outer = element && isMap ? beginFragment(r) : undefined;
  const open = r.pos;
  r.depth++;
  const node: MapBuilder | SeqBuilder = isMap
    ? { kind: 'map', fragment: r.fragment, start: open - r.base, end: 0, pairs: [], flow: true }
    : { kind: 'seq', fragment: r.fragment, start: open - r.base, end: 0, elements: [], flow: true };
  r.pos++;
  readEntries(r, n, node, open);
  r.depth--;
  node.end = r.pos - r.base;
  if (outer) endFragment(r, outer, node, r.pos, -1, 0);
  return node;
}

function readEntries(r: Reader, n: number, node: MapBuilder | SeqBuilder, open: number): void {
  const { text } = r;
  const [opener, closer] = bracket[node.kind === 'map' ? 123 : 91];
  const known = r.fragment.errors.length;
  let end = r.pos;
  let wantsComma = false;
  const unclosed = (): void => {
    r.pos = end;
    r.reusable = worse(r.reusable, 'ifTailSame');
    if (r.broken) return;
    r.fragment.errors.length = known;
    report(r, 'unclosed-bracket', open, open + 1, opener, closer);
    r.broken = true;
  };
  for (;;) {
    if (!skipFlow(r, n)) return unclosed();
    const c = code(r);
    if (c !== c) return unclosed();
    if (isCloser(c)) {
      if (text[r.pos] !== closer) {
        if (hasOpen(r, c)) return unclosed();
        report(r, 'wrong-bracket', r.pos, r.pos + 1, text[r.pos], closer);
      }
      r.pos++;
      return;
    }
    if (c === 44) {
      if (!wantsComma) report(r, 'extra-comma', r.pos, r.pos + 1);
      wantsComma = false;
      end = ++r.pos;
      continue;
    }
    if (wantsComma) report(r, 'missing-comma', r.pos, wordEnd(text, r.pos));
    r.open.push(closer === '}' ? 125 : 93);
    if (node.kind === 'map') node.pairs.push(readPair(r, n));
    else node.elements.push(readElement(r, n));
    r.open.pop();
    end = r.pos;
    wantsComma = true;
  }
}

/** An enclosing bracket waits for this closer. */
const hasOpen = (r: Reader, closer: number): boolean => r.open.includes(closer);

/** Goes to the next thing inside the brackets. False when the lines that belong to them end before. */
function skipFlow(r: Reader, n: number): boolean {
  const from = r.pos;
  const pending = r.pending.length;
  skip(r);
  if (r.pos < r.text.length && (!r.fresh || r.pos - r.lineStart + r.tabs > n || continues(code(r)))) {
    keepComments(r, pending);
    return true;
  }
  // Whoever reads on passes the same comments again.
  r.pending.length = pending;
  rewind(r, from);
  return false;
}

/** What may stand less indented than it should: it could not start a line of the block around. */
const continues = (c: number): boolean => isCloser(c) || c === 44 || c === 34 || c === 39 || c === 91 || c === 123;

function keepComments(r: Reader, from: number): void {
  for (const comment of r.pending.splice(from))
    r.fragment.comments.push({ start: comment.start - r.base, end: comment.end - r.base, text: comment.text });
}

function readPair(r: Reader, n: number): PairBuilder {
  const explicit = code(r) === 63 && isBlank(r.text.charCodeAt(r.pos + 1));
  if (explicit) {
    r.pos++;
    if (!skipFlow(r, n)) return finishPair(r, n, scalar(r, r.pos, r.pos, null, '', 'plain'));
  }
  const key = readKey(r, n);
  return finishPair(r, n, key);
}

/** The pair of a key that was read: its value, when a colon follows. */
function finishPair(r: Reader, n: number, key: ScalarNode): PairBuilder {
  const pair: PairBuilder = { fragment: r.fragment, start: key.start, end: key.end, key, value: undefined };
  const after = r.pos;
  if (!skipFlow(r, n) || code(r) !== 58) {
    rewind(r, after);
    return pair;
  }
  const colon = ++r.pos;
  pair.end = colon - r.base;
  if (!skipFlow(r, n)) return pair;
  const c = code(r);
  if (c === 44 || isCloser(c) || c !== c) {
    rewind(r, colon);
    return pair;
  }
  pair.value = readFlowNode(r, n, false);
  pair.end = Math.max(pair.end, pair.value.end);
  return pair;
}

/** Back to a place on the way here; comments in between are passed again. */
function rewind(r: Reader, pos: number): void {
  const from = pos - r.base;
  while (r.fragment.comments.length && r.fragment.comments[r.fragment.comments.length - 1]!.start >= from) r.fragment.comments.pop();
  r.pos = pos;
  r.skipped = -1;
}

/** Keys are scalars; a list or mapping as a key is kept as the text it is written in. */
function readKey(r: Reader, n: number): ScalarNode {
  const start = r.pos;
  if (code(r) === 44 || isCloser(code(r))) return scalar(r, start, start, null, '', 'plain');
  if (code(r) === 58 && (isBlank(r.text.charCodeAt(start + 1)) || isFlowIndicator(r.text.charCodeAt(start + 1)))) {
    return scalar(r, start, start, null, '', 'plain');
  }
  const node = readFlowNode(r, n, false, 'key');
  return node.kind === 'scalar' ? node : plainScalar(r, start, r.pos);
}

function readElement(r: Reader, n: number): { node: Node; offset: number } {
  const start = r.pos;
  const c = code(r);
  if ((c === 63 || c === 58) && isBlank(r.text.charCodeAt(start + 1))) return readSinglePair(r, n);
  const node = readFlowNode(r, n, true);
  if (node.kind === 'scalar' || node.kind === 'alias') {
    // `[key: value]` is a mapping of one pair.
    let pos = r.pos;
    while (r.text.charCodeAt(pos) === 32 || r.text.charCodeAt(pos) === 9) pos++;
    const next = r.text.charCodeAt(pos + 1);
    const quoted = node.kind === 'scalar' && (node.style === 'single' || node.style === 'double');
    if (r.text.charCodeAt(pos) === 58 && (quoted || isBlank(next) || isFlowIndicator(next))) {
      r.pos = start;
      if (node.anchor) r.anchors.delete(node.anchor);
      return readSinglePair(r, n);
    }
  }
  const own = node.fragment !== r.fragment;
  return { node, offset: own ? r.fragment.children[r.fragment.children.length - 1]!.offset : 0 };
}

function readSinglePair(r: Reader, n: number): { node: Node; offset: number } {
  const start = r.pos;
  const known = r.fragment.errors.findIndex((found) => found.start >= start - r.base);
  if (known >= 0) r.fragment.errors.length = known;
  const outer = beginFragment(r);
  const pair = readPair(r, n);
  const node: MapBuilder = { kind: 'map', fragment: r.fragment, start: 0, end: pair.end, pairs: [pair], flow: true };
  endFragment(r, outer, node, r.base + pair.end, -1, 0);
  return { node, offset: start - r.base };
}

/** Any node inside brackets. */
function readFlowNode(r: Reader, n: number, element: boolean, role: 'key' | 'value' = 'value'): Node {
  const c = code(r);
  if (c === 38 || c === 33) {
    const props = readProps(r);
    skipFlow(r, n);
    const next = code(r);
    const at = r.pos;
    const empty = isBlank(next) || next === 44 || isCloser(next) || (next === 58 && isBlank(r.text.charCodeAt(at + 1)));
    r.depth++;
    const deep = r.depth > maxDepth && !empty;
    const node = deep ? skipDeep(r, n) : empty ? scalar(r, at, at, null, '', 'plain') : readFlowNode(r, n, element, role);
    r.depth--;
    return applyProps(r, node, props);
  }
  if (c === 91 || c === 123) return readFlow(r, n, element);
  if (c === 34 || c === 39) return readQuoted(r, n);
  if (c === 42) return readAlias(r);
  if (c === 64 || c === 96 || c === 37) report(r, 'reserved-character', r.pos, r.pos + 1, r.text[r.pos]);
  const before = r.pos;
  const node = readPlain(r, n, role);
  if (r.pos === before && r.pos < r.text.length) r.pos++;
  return node;
}

function wordEnd(text: string, from: number): number {
  let pos = from;
  while (!isBlank(text.charCodeAt(pos)) && !isFlowIndicator(text.charCodeAt(pos))) pos++;
  return Math.max(pos, from + 1);
}

/** Brackets nested beyond what is read: passed over to the one that closes them, or to the end of the block's lines. */
export function skipDeep(r: Reader, n: number): ScalarNode {
  const { text } = r;
  const start = r.pos;
  let open = 0;
  let end = start + 1;
  for (let pos = start; pos < text.length; pos++) {
    const c = text.charCodeAt(pos);
    if (c === 91 || c === 123) open++;
    else if (isCloser(c) && --open <= 0) {
      end = pos + 1;
      break;
    } else if (isBreak(c)) {
      const at = indentation(text, overBreak(text, pos));
      if (at.column <= n && !isBreak(text.charCodeAt(at.pos))) break;
      pos = at.pos - 1;
    }
    end = pos + 1;
  }
  report(r, 'too-deep', start, Math.max(trimEnd(text, start, lineEnd(text, start)), start + 1));
  r.pos = Math.min(end, text.length);
  return scalar(r, start, r.pos, null, '', 'plain');
}
