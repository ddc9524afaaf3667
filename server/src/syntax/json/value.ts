/** JSON values, as they are and as they are being typed. */
import type { Element, Node, ScalarNode } from '../node.ts';
import { maxDepth, newFragment, type MapBuilder, type PairBuilder, type SeqBuilder } from '../builders.ts';
import { problem } from '../problems.ts';
import {
  atEnd,
  bareEnd,
  code,
  isBreak,
  isCloser,
  lineEnd,
  readBare,
  readScraps,
  readString,
  report,
  scalar,
  skip,
  take,
  type Reader,
} from './reader.ts';

/** The value at `r.pos`. */
export function readValue(r: Reader): Node {
  const c = code(r);
  if (c === 123) return r.depth < maxDepth ? readObject(r) : skipDeep(r);
  if (c === 91) return r.depth < maxDepth ? readArray(r) : skipDeep(r);
  if (c !== 34 && c !== 39) return readBare(r);
  const node = readString(r);
  readScraps(r);
  return node;
}

function readObject(r: Reader): Node {
  const map: MapBuilder = { kind: 'map', fragment: r.fragment, start: r.pos - r.base, end: 0, pairs: [], flow: true };
  readMembers(r, 125, () => {
    map.pairs.push(readPair(r));
  });
  map.end = r.pos - r.base;
  return map;
}

function readArray(r: Reader): Node {
  const seq: SeqBuilder = { kind: 'seq', fragment: r.fragment, start: r.pos - r.base, end: 0, elements: [], flow: true };
  readMembers(r, 93, () => {
    seq.elements.push(readElement(r));
  });
  seq.end = r.pos - r.base;
  return seq;
}

/** Everything between a bracket and the one that closes it. */
function readMembers(r: Reader, closer: number, readMember: () => void): void {
  const { text } = r;
  const open = r.pos++;
  const indent = firstColumn(text, r.lineStart);
  let comma = -1;
  let wantsComma = false;
  let end = mark(r);
  r.depth++;
  for (;;) {
    skip(r);
    const c = code(r);
    const ends = r.guess && endsHere(r, c, closer, indent);
    if (atEnd(r) || ends || (isCloser(c) && c !== closer && r.open.includes(c))) {
      r.ended = ends;
      if (atEnd(r) && !r.guess) r.unclosed = true;
      const unclosed = r.broken
        ? undefined
        : problem('unclosed-bracket', open - r.base, open - r.base + 1, text[open], closer === 125 ? '}' : ']');
      r.broken = true;
      // Whoever reads on passes the comments behind again.
      back(r, end);
      if (unclosed) r.fragment.errors.push(unclosed);
      break;
    }
    if (isCloser(c)) {
      if (c !== closer) report(r, 'wrong-bracket', r.pos, r.pos + 1, text[r.pos], closer === 125 ? '}' : ']');
      else if (comma >= 0) report(r, 'trailing-comma', comma, comma + 1);
      r.pos++;
      break;
    }
    if (c === 44 || c === 59) {
      if (c === 59) report(r, 'semicolon', r.pos, r.pos + 1);
      else if (!wantsComma) report(r, 'extra-comma', r.pos, r.pos + 1);
      comma = wantsComma ? r.pos : -1;
      wantsComma = false;
      r.pos++;
      end = mark(r);
      continue;
    }
    // A member that ended for want of its bracket has no comma either.
    if (wantsComma && !r.ended) report(r, 'missing-comma', r.pos, tokenEnd(r));
    r.ended = false;
    comma = -1;
    r.open.push(closer);
    readMember();
    r.open.pop();
    end = mark(r);
    wantsComma = true;
  }
  r.depth--;
}

/** By its column, this line belongs to a bracket further out. */
function endsHere(r: Reader, c: number, closer: number, indent: number): boolean {
  if (!r.fresh) return false;
  const column = r.pos - r.lineStart;
  return isCloser(c) ? column < indent : closer === 125 && c === 34 && column <= indent && r.depth > 1;
}

function firstColumn(text: string, lineStart: number): number {
  let pos = lineStart;
  while (text.charCodeAt(pos) === 32 || text.charCodeAt(pos) === 9) pos++;
  return pos - lineStart;
}

const tokenEnd = (r: Reader): number => {
  if (code(r) !== 34) return bareEnd(r.text, r.pos, true);
  let pos = r.pos + 1;
  while (pos < r.text.length && r.text.charCodeAt(pos) !== 34 && !isBreak(r.text.charCodeAt(pos))) pos++;
  return Math.min(pos + 1, lineEnd(r.text, r.pos));
};

function readPair(r: Reader): PairBuilder {
  const { text } = r;
  const key = readKey(r);
  const quiet = r.scraps || r.fragment.errors.at(-1)?.code === 'syntax/unclosed-quote';
  r.scraps = false;
  const pair: PairBuilder = { fragment: r.fragment, start: key.start, end: key.end, key, value: undefined };
  const after = mark(r);
  skip(r);
  if (code(r) !== 58) {
    const value = !r.fresh && !atEnd(r) && !isCloser(code(r)) && code(r) !== 44;
    if (!value) back(r, after);
    if (!quiet && !atEnd(r)) report(r, 'missing-json-colon', key.start + r.base, key.end + r.base, key.text);
    if (!value) return pair;
    // Quotes that went wrong earlier in the line leave scraps behind.
    if (!startsValue(text, r.pos)) {
      while (!atEnd(r) && !isBreak(code(r)) && code(r) !== 44 && !isCloser(code(r))) r.pos++;
      return pair;
    }
  } else {
    r.pos++;
    pair.end = r.pos - r.base;
    const colon = mark(r);
    skip(r);
    const c = code(r);
    if (atEnd(r) || c === 44 || isCloser(c) || (r.fresh && c === 34 && isKey(text, r.pos))) {
      if (c === 34) r.ended = true;
      const last = atEnd(r);
      back(r, colon);
      if (!last) report(r, 'missing-value', key.start + r.base, key.end + r.base, key.text);
      return pair;
    }
  }
  pair.value = readValue(r);
  pair.end = pair.value.end;
  return pair;
}

interface Mark {
  readonly pos: number;
  readonly comments: number;
  readonly problems: number;
}

const mark = (r: Reader): Mark => ({ pos: r.pos, comments: r.fragment.comments.length, problems: r.fragment.errors.length });

/** Back to a place on the way here; comments in between are passed again. */
function back(r: Reader, to: Mark): void {
  r.fragment.comments.length = to.comments;
  r.fragment.errors.length = to.problems;
  r.pos = to.pos;
}

/** A value as it should be, not the scraps of a string. */
const startsValue = (text: string, pos: number): boolean => {
  const sticky = /["{[]|(?:true|false|null|-?\d[\d.eE+-]*)(?=[\s,}\]])/y;
  sticky.lastIndex = pos;
  return sticky.test(text);
};

/** A string that a colon follows. */
const isKey = (text: string, pos: number): boolean => {
  const sticky = /"(?:[^"\\\r\n]|\\.)*"\s*:/y;
  sticky.lastIndex = pos;
  return sticky.test(text);
};

function readKey(r: Reader): ScalarNode {
  const c = code(r);
  const start = r.pos;
  if (c === 34 || c === 39) {
    const key = readString(r);
    if (c === 34 && readScraps(r)) r.scraps = true;
    return key;
  }
  if (c === 58) {
    report(r, 'missing-key', start, start + 1);
    return scalar(r, start, start, null, '', 'plain');
  }
  if (c === 123 || c === 91) {
    const value = readValue(r);
    report(r, 'missing-key', start, start + 1);
    return scalar(r, start, value.end + r.base, null, '', 'plain');
  }
  const end = bareEnd(r.text, start, true);
  const text = take(r, start, end);
  report(r, 'unquoted-key', start, end, text);
  r.pos = end;
  return scalar(r, start, end, text, text, 'plain');
}

/** An object in a list is an item of its own, and the one that stood here before when its text did not change. */
function readElement(r: Reader): Element {
  if (code(r) !== 123 || r.depth >= maxDepth) return { node: readPlainElement(r), offset: 0 };
  const start = r.pos;
  const was = r.guess ? undefined : r.reuse?.find(r.old, r.oldBase, start);
  const offset = start - r.base;
  if (was && r.reuse) {
    const { fragment, base } = was;
    const untouched = was.behind || base + fragment.length <= r.reuse.change.start;
    if (untouched && fragment.root && fragment.context?.reuse === 'always' && fragment.context.depth === r.depth) {
      fragment.context.parent = r.fragment;
      fragment.context.offset = offset;
      r.fragment.children.push({ fragment, offset });
      r.pos = start + fragment.length;
      return { node: fragment.root, offset };
    }
  }
  const { fragment: outer, base, old, oldBase, broken } = r;
  const fragment = (r.fragment = newFragment());
  r.base = start;
  r.old = was?.fragment;
  r.oldBase = was?.base ?? 0;
  r.broken = false;
  fragment.root = readValue(r);
  fragment.length = r.pos - start;
  fragment.context = {
    list: 0,
    column: 0,
    depth: r.depth,
    reuse: r.guess || r.broken ? 'never' : 'always',
    parent: outer,
    offset,
  };
  r.broken ||= broken;
  r.fragment = outer;
  r.base = base;
  r.old = old;
  r.oldBase = oldBase;
  outer.children.push({ fragment, offset });
  return { node: fragment.root, offset };
}

/** An element that is no object; a key where there is no place for one keeps its value to itself. */
function readPlainElement(r: Reader): Node {
  const node = readValue(r);
  const after = mark(r);
  skip(r);
  if (code(r) !== 58 || node.kind !== 'scalar') {
    back(r, after);
    return node;
  }
  report(r, 'key-in-list', node.start + r.base, node.end + r.base, node.text);
  r.pos++;
  skip(r);
  if (!atEnd(r) && code(r) !== 44 && !isCloser(code(r))) readValue(r);
  return node;
}

/** Nested beyond what is read: passed over to the bracket that closes it. */
function skipDeep(r: Reader): ScalarNode {
  const { text } = r;
  const start = r.pos;
  let open = 0;
  let pos = start;
  for (; pos < text.length; pos++) {
    const c = text.charCodeAt(pos);
    if (c === 34) {
      for (pos++; pos < text.length && text.charCodeAt(pos) !== 34; pos++) if (text.charCodeAt(pos) === 92) pos++;
    } else if (c === 91 || c === 123) open++;
    else if (isCloser(c) && --open === 0) break;
  }
  report(r, 'too-deep', start, start + 1);
  r.broken = true;
  r.pos = Math.min(pos + 1, text.length);
  return scalar(r, start, r.pos, null, '', 'plain');
}
