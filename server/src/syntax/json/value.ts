/** JSON values, as they are and as they are being typed. */
import type { Fragment, Node, ScalarNode } from '../node.ts';
import { maxDepth, newFragment, report, reportPlain, take, type MapBuilder, type PairBuilder, type SeqBuilder } from '../builders.ts';
import { addElement, addRun, beginElement, beginList, endList } from '../list.ts';
import type { Old } from '../reuse.ts';
import { lineEnd } from '../text.ts';
import { problem } from '../problems.ts';
import { atEnd, bareEnd, code, isHashedWord, noteComma, parseUnquoted, scalar, skip, type Parser } from './parser.ts';
import { parseString, parseTrailingGarbage } from './text.ts';
import { oddlyQuoted, restOfLine, withoutQuotes } from '../open-quote.ts';
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  EQUALS,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  SEMICOLON,
  SINGLE_QUOTE,
  SPACE,
  TAB,
  isBreak,
  isCloser,
  isOddQuote,
  isOpener,
  isQuote,
  isSpace,
} from '../characters.ts';

/** The value at `p.pos`. */
export function parseValue(p: Parser): Node {
  const c = code(p);
  if (c === OPEN_BRACE) return p.depth < maxDepth ? parseObject(p) : skipDeep(p);
  if (c === OPEN_BRACKET) return p.depth < maxDepth ? parseArray(p) : skipDeep(p);
  if (c !== DOUBLE_QUOTE && c !== SINGLE_QUOTE) return parseUnquoted(p);
  const node = parseString(p);
  parseTrailingGarbage(p);
  return node;
}

function parseObject(p: Parser): Node {
  const map: MapBuilder = { kind: 'map', fragment: p.fragment, start: p.pos - p.base, end: 0, pairs: [], flow: true };
  parseMembers(p, CLOSE_BRACE, () => {
    map.pairs.push(parsePair(p));
  });
  map.end = p.pos - p.base;
  return map;
}

/** The members of an object whose opening brace is not there, up to its closing one. */
export function parseUnopened(p: Parser): Node {
  p.pos--;
  const map = parseObject(p) as MapBuilder;
  map.start++;
  return map;
}

function parseArray(p: Parser): Node {
  const seq: SeqBuilder = { kind: 'seq', fragment: p.fragment, start: p.pos - p.base, end: 0, elements: [], runs: [], flow: true };
  const list = beginList(seq, p.fragment, {
    column: 0,
    depth: p.depth + 1,
    reusing: p.old !== undefined,
    onTrial: p.reuse?.change.isTrial === true,
  });
  parseMembers(p, CLOSE_BRACKET, () => {
    beginElement(list);
    const run = reused(p, p.reuse?.findRun(p.old, p.oldBase, p.pos))?.run;
    if (run) addRun(list, run);
    else addElement(list, parseElement(p));
  });
  endList(list);
  seq.end = p.pos - p.base;
  return seq;
}

/** Everything between a bracket and the one that closes it. */
function parseMembers(p: Parser, closer: number, readMember: () => void): void {
  const { text } = p;
  const open = p.pos++;
  const indent = firstColumn(text, p.lineStart);
  let comma = -1;
  let wantsComma = false;
  let end = checkpoint(p);
  p.depth++;
  for (;;) {
    skip(p);
    const c = code(p);
    const ends = (p.guess && belongsOutside(p, c, closer, indent)) || (p.atLineStart && isNextElement(p, c, closer, indent));
    if (atEnd(p) || ends || (isCloser(c) && c !== closer && p.open.includes(c))) {
      p.ended = ends;
      leaveUnclosed(p, open, closer, end);
      break;
    }
    if (isCloser(c)) {
      closeMembers(p, closer, comma);
      break;
    }
    if (c === COMMA || c === SEMICOLON) {
      if (c === SEMICOLON) report(p, 'semicolon', p.pos, p.pos + 1);
      else if (!wantsComma) report(p, 'extra-comma', p.pos, p.pos + 1);
      comma = wantsComma ? p.pos : -1;
      wantsComma = false;
      p.pos++;
      end = checkpoint(p);
      continue;
    }
    // A member that ended for want of its bracket has no comma either.
    if (wantsComma && !p.ended) {
      noteComma(p, 'missing');
      report(p, 'missing-comma', p.pos, tokenEnd(p));
    }
    p.ended = false;
    comma = -1;
    p.open.push(closer);
    readMember();
    p.open.pop();
    end = checkpoint(p);
    wantsComma = true;
  }
  p.depth--;
}

const closerText = (closer: number): string => String.fromCharCode(closer);

/** The bracket that stands at `open` is not closed: what is in it ended at `end`. */
function leaveUnclosed(p: Parser, open: number, closer: number, end: Checkpoint): void {
  p.brackets = true;
  if (atEnd(p) && !p.guess) p.unclosed = true;
  const unclosed = p.inRecovery
    ? undefined
    : problem('unclosed-bracket', open - p.base, open - p.base + 1, p.text[open], closerText(closer));
  p.inRecovery = true;
  // Whoever reads on passes the comments behind again.
  backtrack(p, end);
  if (unclosed) p.fragment.errors.push(unclosed);
}

/** Passes the closing bracket at `p.pos`; `comma` is where one stands that no member follows, or -1. */
function closeMembers(p: Parser, closer: number, comma: number): void {
  if (code(p) !== closer) p.brackets = true;
  if (code(p) !== closer) report(p, 'wrong-bracket', p.pos, p.pos + 1, p.text[p.pos], closerText(closer));
  else if (comma >= 0) {
    noteComma(p, 'extra');
    report(p, 'trailing-comma', comma, comma + 1);
  }
  p.pos++;
}

/** By its column, this line belongs to a bracket further out. */
function belongsOutside(p: Parser, c: number, closer: number, indent: number): boolean {
  if (!p.atLineStart) return false;
  const column = p.pos - p.lineStart;
  return isCloser(c) ? column < indent : closer === CLOSE_BRACE && c === DOUBLE_QUOTE && column <= indent && p.depth > 1;
}

/** An object where a key belongs, no deeper than the one being read, in a list: the next element, and the bracket before it is missing. */
const isNextElement = (p: Parser, c: number, closer: number, indent: number): boolean =>
  c === OPEN_BRACE && closer === CLOSE_BRACE && p.pos - p.lineStart <= indent && p.open.at(-1) === CLOSE_BRACKET;

function firstColumn(text: string, lineStart: number): number {
  let pos = lineStart;
  while (text.charCodeAt(pos) === SPACE || text.charCodeAt(pos) === TAB) pos++;
  return pos - lineStart;
}

const tokenEnd = (p: Parser): number => {
  if (code(p) !== DOUBLE_QUOTE) return bareEnd(p.text, p.pos, true);
  let pos = p.pos + 1;
  while (pos < p.text.length && p.text.charCodeAt(pos) !== DOUBLE_QUOTE && !isBreak(p.text.charCodeAt(pos))) pos++;
  return Math.min(pos + 1, lineEnd(p.text, p.pos));
};

function parsePair(p: Parser): PairBuilder {
  const key = parseKey(p);
  const said = p.fragment.errors.at(-1)?.code;
  const quiet = p.trailingGarbage || said === 'syntax/unclosed-quote' || (said === 'syntax/missing-key' && key.style === 'plain');
  p.trailingGarbage = false;
  const pair: PairBuilder = { fragment: p.fragment, start: key.start, end: key.end, key, value: undefined };
  const afterKey = checkpoint(p);
  skip(p);
  passCloser(p);
  if (code(p) === COLON ? passColon(p, pair) : recoverColon(p, pair, afterKey, quiet)) {
    pair.value = parseValue(p);
    pair.end = pair.value.end;
  }
  return pair;
}

/** A bracket between a key and its colon, on one line. */
function passCloser(p: Parser): void {
  if (p.atLineStart || !isCloser(code(p))) return;
  p.looksAhead = true;
  if (!/^.[ \t]*:/.test(p.text.slice(p.pos, p.pos + 20))) return;
  const sign = p.text[p.pos]!;
  reportPlain(p, 'unopened-bracket', p.pos, p.pos + 1, sign, sign === '}' ? '{' : '[');
  p.pos++;
  skip(p);
}

/** Does a comma stand in the place of a colon: before a value that is no key? */
const isCommaForColon = (p: Parser): boolean =>
  code(p) === COMMA && /^,[ \t]*(?:[{[]|-?\d|(?:true|false|null)\b|"(?:[^"\\\r\n]|\\.)*"(?!\s*:))/.test(restOfLine(p.text, p.pos));

const endsMember = (p: Parser): boolean => atEnd(p) || code(p) === COMMA || isCloser(code(p));

/** Goes over the colon at `p.pos`, to the value behind it. False when there is none. */
function passColon(p: Parser, pair: PairBuilder): boolean {
  p.pos++;
  if (code(p) === COLON) {
    report(p, 'unexpected-character', p.pos, p.pos + 1, ':');
    p.pos++;
  }
  pair.end = p.pos - p.base;
  const afterColon = checkpoint(p);
  while (isSpace(code(p))) p.pos++;
  if (isHashedWord(p.text, p.pos)) return true;
  skip(p);
  const nextKey = p.atLineStart && code(p) === DOUBLE_QUOTE && isKey(p.text, p.pos);
  if (!nextKey && !endsMember(p)) return true;
  if (nextKey) p.ended = true;
  const last = atEnd(p);
  backtrack(p, afterColon);
  const { key } = pair;
  if (nextKey) p.brackets = true;
  if (!last) report(p, 'missing-value', key.start + p.base, key.end + p.base, key.text);
  return false;
}

/** No colon stands behind the key. True when a value does all the same. */
function recoverColon(p: Parser, { key }: PairBuilder, afterKey: Checkpoint, quiet: boolean): boolean {
  const { text } = p;
  // A key that is being typed before another one has no value yet.
  const next = isKey(text, p.pos);
  const value = !p.atLineStart && !next && !endsMember(p);
  // Another sign in its place.
  if ((value && code(p) === EQUALS) || (!quiet && isCommaForColon(p))) {
    p.inRecovery = true;
    p.pos += /^(?:=>?|,)[ \t]*/.exec(text.slice(p.pos, p.pos + 20))![0].length;
    report(p, 'missing-json-colon', key.start + p.base, key.end + p.base, key.text);
    return startsValue(text, p.pos);
  }
  if (!value) backtrack(p, afterKey);
  if (!quiet && !atEnd(p)) report(p, 'missing-json-colon', key.start + p.base, key.end + p.base, key.text);
  if (next && !p.atLineStart) p.ended = true;
  if (!value || startsValue(text, p.pos)) return value;
  // Quotes that went wrong earlier in the line leave something behind.
  while (!endsMember(p) && !isBreak(code(p))) p.pos++;
  return false;
}

interface Checkpoint {
  readonly pos: number;
  readonly comments: number;
  readonly problems: number;
}

const checkpoint = (p: Parser): Checkpoint => ({ pos: p.pos, comments: p.fragment.comments.length, problems: p.fragment.errors.length });

/** Back to a place on the way here; comments in between are passed again. */
function backtrack(p: Parser, to: Checkpoint): void {
  p.fragment.comments.length = to.comments;
  p.fragment.errors.length = to.problems;
  p.pos = to.pos;
}

/** A value as it should be, not what is left of a string. */
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

function parseKey(p: Parser): ScalarNode {
  const c = code(p);
  const start = p.pos;
  if (isQuote(c)) {
    const key = parseString(p, true);
    if (c === DOUBLE_QUOTE && code(p) !== EQUALS && parseTrailingGarbage(p, true)) p.trailingGarbage = true;
    return key;
  }
  if (c === COLON) {
    reportPlain(p, 'missing-key', start, start + 1);
    return scalar(p, start, start, null, '', 'plain');
  }
  if (isOpener(c)) {
    p.brackets = true;
    const value = parseValue(p);
    report(p, 'missing-key', start, start + 1, p.text[start]);
    return scalar(p, start, value.end + p.base, null, '', 'plain');
  }
  if (c === OPEN_PAREN || c === CLOSE_PAREN) p.brackets = true;
  const quoted = isOddQuote(c) ? oddlyQuoted(restOfLine(p.text, start), true) : -1;
  const word = quoted > 0 ? start + quoted : bareEnd(p.text, start, true);
  const end = word + (/^"\s*:/.test(p.text.slice(word, word + 20)) ? 1 : 0);
  const text = withoutQuotes(take(p, start, end));
  report(p, 'unquoted-key', start, end, text);
  p.pos = end;
  return scalar(p, start, end, text, text, 'plain');
}

/** An object in a list is a fragment of its own, and the one that stood here before when its text did not change. */
export function parseElement(p: Parser): Node {
  if (code(p) !== OPEN_BRACE || p.depth >= maxDepth) return parsePlainElement(p);
  const start = p.pos;
  const was = p.reuse?.find(p.old, p.oldBase, start);
  const known = reused(p, was)?.root;
  if (known) return known;
  const offset = start - p.base;
  const { fragment: outer, base, old, oldBase, inRecovery: broken, brackets, commas, looksAhead } = p;
  const fragment = (p.fragment = newFragment());
  p.base = start;
  p.old = was?.fragment;
  p.oldBase = was?.base ?? 0;
  p.inRecovery = false;
  p.brackets = false;
  p.commas = 'fit';
  p.looksAhead = false;
  fragment.root = parseValue(p);
  fragment.length = p.pos - start;
  fragment.context = {
    list: 0,
    column: 0,
    depth: p.depth,
    // What does not fit inside counts for the text as a whole, which only those tell who read it.
    reuse: p.guess || p.mended || p.inRecovery || p.brackets || p.looksAhead || p.commas !== 'fit' ? 'never' : 'always',
    parent: outer,
    offset,
  };
  p.inRecovery ||= broken;
  p.brackets ||= brackets;
  p.looksAhead ||= looksAhead;
  if (commas !== 'fit') noteComma(p, commas);
  p.fragment = outer;
  p.base = base;
  p.old = old;
  p.oldBase = oldBase;
  outer.children.push({ fragment, offset });
  return fragment.root;
}

/** The fragment that stood here before, when its text did not change. */
function reused(p: Parser, was: Old | undefined): Fragment | undefined {
  if (!was || !p.reuse || p.guess) return undefined;
  const { fragment, base, behind } = was;
  const isUntouched = behind || base + fragment.length <= p.reuse.change.start;
  if (!isUntouched || fragment.context?.reuse !== 'always' || fragment.context.depth !== p.depth) return undefined;
  p.reuse.adopt(fragment, p.fragment, p.pos - p.base);
  p.pos += fragment.length;
  return fragment;
}

/** An element that is no object; a key where there is no place for one keeps its value to itself. */
function parsePlainElement(p: Parser): Node {
  const node = parseValue(p);
  const after = checkpoint(p);
  skip(p);
  if (code(p) !== COLON || node.kind !== 'scalar') {
    backtrack(p, after);
    return node;
  }
  p.brackets = true;
  // Where one stands, the list was to be an object, and more stand there.
  if (p.fragment.errors.at(-1)?.code !== 'syntax/key-in-list') report(p, 'key-in-list', node.start + p.base, node.end + p.base, node.text);
  p.pos++;
  skip(p);
  if (!atEnd(p) && code(p) !== COMMA && !isCloser(code(p))) parseValue(p);
  return node;
}

/** Nested beyond what is read: passed over to the bracket that closes it. */
function skipDeep(p: Parser): ScalarNode {
  const { text } = p;
  const start = p.pos;
  let open = 0;
  let pos = start;
  for (; pos < text.length; pos++) {
    const c = text.charCodeAt(pos);
    if (c === DOUBLE_QUOTE) {
      for (pos++; pos < text.length && text.charCodeAt(pos) !== DOUBLE_QUOTE; pos++) if (text.charCodeAt(pos) === BACKSLASH) pos++;
    } else if (isOpener(c)) open++;
    else if (isCloser(c) && --open === 0) break;
  }
  report(p, 'too-deep', start, start + 1);
  p.inRecovery = true;
  p.pos = Math.min(pos + 1, text.length);
  return scalar(p, start, p.pos, null, '', 'plain');
}
