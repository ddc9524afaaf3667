/** Block style: what indentation means. Mistakes stay where they are: a line always belongs to what its column says. */
import type { Node, ScalarNode } from '../node.ts';
import { maxDepth, type MapBuilder, type PairBuilder, type SeqBuilder } from '../builders.ts';
import { readFlow } from './flow.ts';
import { beginFragment, endFragment } from './fragment.ts';
import { keyColon, readBlockKey } from './key.ts';
import { colonless } from './half.ts';
import { applyProps, readAlias, readProps } from './props.ts';
import {
  atEnd,
  checkTabs,
  code,
  column,
  contentEnd,
  finishLine,
  flush,
  isBlank,
  isBreak,
  lineEnd,
  overBreak,
  overSpaces,
  report,
  skip,
  type Reader,
} from './reader.ts';
import { readSeq } from './list.ts';
import { indentation, plainLineEnd, plainScalar, readBlockScalar, readPlain, readQuoted, scalar } from './scalar.ts';

export const isDash = (r: Reader): boolean => code(r) === 45 && isBlank(r.text.charCodeAt(r.pos + 1));

/**
 * A node that may be a block list or mapping: the first thing on its line, or right behind a dash. `n` is the column of
 * what it belongs to, -1 for a document.
 */
export function readBlock(r: Reader, n: number, element: boolean): Node {
  if (r.depth >= maxDepth) return skipDeepBlock(r, n);
  const c = code(r);
  if (isDash(r)) return readSeq(r, n, column(r));
  if (c === 38 || c === 33) return readWithProps(r, n, element);
  if (c === 124 || c === 62) return readBlockScalar(r, n);
  if ((c === 63 && isBlank(r.text.charCodeAt(r.pos + 1))) || keyColon(r, r.pos) >= 0) return readMap(r, n, column(r), element);
  const start = r.pos;
  const at = column(r);
  const problems = r.fragment.errors.length;
  const node = readInline(r, n);
  // Text, and then a key in the next line: the text is a key whose colon is not there yet.
  if (node.kind === 'scalar' && node.style === 'plain' && r.stoppedAtKey && !(element && dashBelow(r.text, r.pos))) {
    r.pos = start;
    r.fragment.errors.length = problems;
    r.stoppedAtKey = false;
    return readMap(r, n, at, element);
  }
  return node;
}

/** The next line starts with a dash. */
const dashBelow = (text: string, pos: number): boolean => /^[ \t]*(?:\r\n?|\n)\s*-\s/.test(text.slice(pos, pos + 200));

function readWithProps(r: Reader, n: number, element: boolean): Node {
  const start = r.pos;
  const at = column(r);
  const problems = r.fragment.errors.length;
  const props = readProps(r);
  const pos = overSpaces(r.text, r.pos);
  if (!isBlank(r.text.charCodeAt(pos)) && r.text.charCodeAt(pos) !== 35) {
    if (keyColon(r, pos) >= 0) {
      r.pos = start;
      r.fragment.errors.length = problems;
      return readMap(r, n, at, element);
    }
    return applyProps(r, readInline(r, n), props);
  }
  return applyProps(r, readBelowProps(r, n, false, element), props);
}

/** What stands below an anchor or tag. It counts as nesting: another one may stand there. */
function readBelowProps(r: Reader, n: number, list: boolean, element: boolean): Node {
  r.depth++;
  const node = readBelow(r, n, list, element);
  r.depth--;
  return node ?? scalar(r, r.last, r.last, null, '', 'plain');
}

/** What stands in the following lines, indented deeper than `n` (or, for a key's list, at `n`). */
function readBelow(r: Reader, n: number, list: boolean, element = false): Node | undefined {
  skip(r);
  if (atEnd(r)) return undefined;
  const at = column(r);
  if (at > n) {
    flush(r);
    checkTabs(r, n);
    const node = readBlock(r, n, element);
    return list && node.kind !== 'seq' ? withRest(r, n, at, node) : node;
  }
  if (list && at === n && at !== r.dashless && isDash(r)) {
    flush(r);
    return readSeq(r, n, n);
  }
  return undefined;
}

/** A value with dashes below it, less far to the right: the first element of a list, whose own dash is missing. */
function withRest(r: Reader, n: number, at: number, first: Node): Node {
  skip(r);
  const dash = column(r);
  // The list of a key that has none yet.
  if (first.kind === 'map' && !first.pairs.at(-1)?.value) return first;
  if (atEnd(r) || dash >= at || dash < n || !r.fresh || dash === r.dashless || r.dashes.includes(dash) || !isDash(r)) return first;
  const { text, base } = r;
  const start = first.start + base;
  const word = first.kind === 'map' ? first.pairs[0]!.key : first;
  report(r, 'missing-dash', start, word.end + base, text.slice(start, word.end + base));
  flush(r);
  const list = readSeq(r, n, dash) as SeqBuilder;
  list.start = first.start;
  list.elements.unshift({ node: first, offset: 0 });
  return list;
}

/** The pairs of a mapping whose keys stand in column `m`; not `started`: the first one stands elsewhere, and that is known. */
export function readMap(r: Reader, n: number, m: number, element: boolean, started = true): Node {
  const outer = element ? beginFragment(r) : undefined;
  const start = r.pos;
  const map: MapBuilder = { kind: 'map', fragment: r.fragment, start: start - r.base, end: 0, pairs: [], flow: false };
  let at = m;
  let bad = -1;
  r.depth++;
  for (;;) {
    checkTabs(r);
    const pair = readPair(r, at, bad === at);
    map.pairs.push(pair);
    map.end = pair.end;
    skip(r);
    if (atEnd(r)) break;
    at = column(r);
    if (at <= n) break;
    if (isDash(r)) {
      // Between the keys and what they belong to: the mapping is the first element of a list that lacks its dash.
      if (
        (n >= 0 && at < m && !element && pair.value && pair.value.kind !== 'seq' && !r.dashes.includes(at)) ||
        !strayDash(r, pair, n, at, m)
      )
        break;
      map.end = pair.end;
      if (atEnd(r) || (at = column(r)) <= n) break;
    }
    flush(r);
    if (at === m) bad = -1;
    else if (!started) m = at;
    else if (at !== bad) {
      const end = wordEnd(r);
      report(r, 'indentation', r.pos, end, r.text.slice(r.pos, end));
      // Less than the first key: from here on this is where keys stand.
      if (at < m) m = at;
      else bad = at;
    }
    started = true;
  }
  r.depth--;
  if (outer) endFragment(r, outer, map, r.last, n, m);
  return map;
}

const wordEnd = (r: Reader): number => {
  const end = contentEnd(r.text, r.pos);
  const colon = plainLineEnd(r.text, r.pos, false);
  return colon > r.pos && colon < end ? colon : end;
};

/** A dash among keys. True when it was read as part of the last pair's list; false when it is left to a list around. */
function strayDash(r: Reader, pair: PairBuilder, n: number, at: number, m: number): boolean {
  const list = pair.value?.kind === 'seq' && !pair.value.flow ? (pair.value as SeqBuilder) : undefined;
  if (!list && r.lists > 0) return false;
  flush(r);
  const key = pair.key;
  if (!list && key.text.startsWith('-'))
    report(r, 'missing-space-after-dash', key.start + r.base, key.start + r.base + 1, key.text.slice(1));
  else report(r, list ? 'misplaced-dash' : 'dash-without-list', r.pos, r.pos + 1);
  if (list) r.dashes.push(columnAt(r, list.start + r.base));
  // In the column of the keys, the next key ends the list.
  const more = readSeq(r, list && at === m ? at : Math.max(n, at - 1), at) as SeqBuilder;
  if (list) r.dashes.pop();
  if (list) {
    list.elements.push(...more.elements);
    list.end = more.end;
  } else pair.value ??= more;
  pair.end = Math.max(pair.end, more.end);
  return true;
}

const columnAt = ({ text }: Reader, pos: number): number =>
  pos - Math.max(text.lastIndexOf('\n', pos - 1), text.lastIndexOf('\r', pos - 1)) - 1;

/** One key and what belongs to it. `quiet`: the line was complained about already. */
function readPair(r: Reader, m: number, quiet: boolean): PairBuilder {
  const { text } = r;
  if (code(r) === 63 && isBlank(text.charCodeAt(r.pos + 1))) return readExplicitPair(r, m);
  const colon = keyColon(r, r.pos);
  if (colon < 0) return colonless(r, m, quiet);
  const key = readBlockKey(r, colon);
  return readValue(r, m, key, colon + 1);
}

/** What stands behind the colon. */
export function readValue(r: Reader, m: number, key: ScalarNode, from: number): PairBuilder {
  const pair: PairBuilder = { fragment: r.fragment, start: key.start, end: from - r.base, key, value: undefined };
  r.pos = overSpaces(r.text, from);
  const c = code(r);
  if (isBlank(c) || (c === 35 && r.pos > from)) {
    // Blanks behind the colon do not make the pair longer.
    r.pos = from;
    pair.value = readBelow(r, m, true);
  } else pair.value = readInline(r, m, key.text);
  if (pair.value) {
    finish(r, pair.value);
    pair.end = Math.max(pair.end, pair.value.end);
  }
  return pair;
}

/** Nothing may follow a value on its line. */
export function finish(r: Reader, node: Node): void {
  if (node.kind !== 'scalar' || (node.style !== 'double' && node.style !== 'single')) return finishLine(r);
  const double = node.style === 'double';
  const more = r.text.slice(r.pos, lineEnd(r.text, r.pos)).includes(double ? '"' : "'");
  const inner = !more ? 'Put all of it in quotes.' : double ? 'Write \\" for a quote inside.' : "Write '' for a quote inside.";
  finishLine(r, 'text-after-quote', inner);
}

function readExplicitPair(r: Reader, m: number): PairBuilder {
  const { text } = r;
  const start = r.pos++;
  r.pos = overSpaces(text, r.pos);
  if (code(r) === 35) r.pos = start + 1;
  const node = isBlank(code(r)) ? readBelow(r, m, true) : readBlock(r, m, false);
  if (node) finish(r, node);
  const end = node ? node.end + r.base : start + 1;
  const key = node?.kind === 'scalar' ? node : plainScalar(r, node ? node.start + r.base : end, end);
  const pair: PairBuilder = { fragment: r.fragment, start: start - r.base, end: end - r.base, key, value: undefined };
  skip(r);
  if (atEnd(r) || column(r) !== m || code(r) !== 58 || !isBlank(text.charCodeAt(r.pos + 1))) return pair;
  flush(r);
  const colon = r.pos++;
  r.pos = overSpaces(text, r.pos);
  if (isBlank(code(r)) || code(r) === 35) {
    r.pos = colon + 1;
    pair.value = readBelow(r, m, true);
  } else {
    pair.value = readBlock(r, m, false);
    finish(r, pair.value);
  }
  pair.end = Math.max(colon + 1 - r.base, pair.value?.end ?? 0);
  return pair;
}

/** A value on the line of its key or dash: no block list or mapping may start here. */
export function readInline(r: Reader, n: number, key = ''): Node {
  const { text } = r;
  const c = code(r);
  r.stoppedAtKey = false;
  if (c === 38 || c === 33) {
    const props = readProps(r);
    const next = code(r);
    if (isBlank(next) || next === 35) return applyProps(r, readBelowProps(r, n, true, false), props);
    return applyProps(r, readInline(r, n, key), props);
  }
  if (c === 124 || c === 62) return readBlockScalar(r, n);
  if (c === 91 || c === 123) return readFlow(r, n, false);
  if (c === 34 || c === 39) return readQuoted(r, n);
  if (c === 42) return readAlias(r);
  if (isDash(r)) {
    report(r, 'list-on-key-line', r.pos, r.pos + 1, key);
    return readSeq(r, n, column(r));
  }
  if (c === 64 || c === 96 || c === 37) report(r, 'reserved-character', r.pos, r.pos + 1, text[r.pos]);
  else if (c === 93 || c === 125) report(r, 'unopened-bracket', r.pos, r.pos + 1, text[r.pos], c === 93 ? '[' : '{');
  else if (c === 44) report(r, 'extra-comma', r.pos, r.pos + 1);
  const stop = plainLineEnd(text, r.pos, false);
  if (text.charCodeAt(stop) === 58) return colonInValue(r, n, stop);
  const node = readPlain(r, n, 'block');
  if (node.start === node.end) r.pos = contentEnd(text, r.pos);
  return node;
}

/** `a: b: c` — text that wants quotes, or a mapping that wants a line of its own. */
function colonInValue(r: Reader, n: number, colon: number): Node {
  const { text } = r;
  const start = r.pos;
  const end = contentEnd(text, start);
  if (end === colon + 1) {
    let at = { pos: lineEnd(text, colon), column: -1 };
    while (isBreak(text.charCodeAt(at.pos))) at = indentation(text, overBreak(text, at.pos));
    if (at.pos < text.length && at.column > n) {
      report(r, 'nested-on-one-line', start, colon, text.slice(start, colon));
      return readMap(r, n, column(r), false, false);
    }
  }
  report(r, 'colon-in-value', start, end);
  r.pos = end;
  const value = text.slice(start, end);
  return scalar(r, start, end, value, value, 'plain');
}

/** Nested beyond what is read: passed over to where its lines end. */
function skipDeepBlock(r: Reader, n: number): ScalarNode {
  const { text } = r;
  const start = r.pos;
  const first = contentEnd(text, start);
  report(r, 'too-deep', start, Math.max(first, start + 1));
  let end = lineEnd(text, start);
  for (let pos = end; isBreak(text.charCodeAt(pos));) {
    const at = indentation(text, overBreak(text, pos));
    if (isBreak(text.charCodeAt(at.pos))) {
      pos = at.pos;
      continue;
    }
    if (at.pos >= text.length || at.column <= n) break;
    pos = end = lineEnd(text, at.pos);
  }
  r.pos = end;
  return scalar(r, start, end, null, '', 'plain');
}
