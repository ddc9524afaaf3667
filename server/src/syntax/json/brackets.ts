/**
 * One bracket too many, too few or of the wrong kind. Which one it is, is told by trying: of the single changes near the first trouble that
 * make all brackets fit, the one counts after which the least is odd about commas, keys and columns.
 */
import type { Edit } from '../node.ts';
import { lineEnd, lineStart } from '../text.ts';
import { type ProblemName } from '../problems.ts';

/** A text with the one change that makes its brackets fit. */
export interface Mend {
  readonly name: ProblemName;
  readonly start: number;
  readonly end: number;
  /** What the message names. */
  readonly words: readonly [string, string];
  readonly edits: readonly Edit[];
  readonly title: string;
  /** The text as it is to be read: of the same length, so that all offsets are those of the text itself. */
  readonly text: string;
  /** Something is odd all the same. */
  readonly isDoubtful?: boolean;
}

/** A bracket, a comma, a key with its colon (`k`), or another value (`v`). */
interface Token {
  readonly sign: string;
  readonly start: number;
  readonly end: number;
  /** How far its line is indented, and whether it comes first there. */
  readonly indent: number;
  readonly first: boolean;
}

/** More than these nobody tries again at each keystroke. */
const most = 20_000;

const closerOf: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const other: Readonly<Record<string, string>> = { '{': '[', '[': '{', '}': ']', ']': '}' };
const isOpener = (sign: string): boolean => sign === '{' || sign === '[';
const isCloser = (sign: string): boolean => sign === '}' || sign === ']';

const pattern = /\s+|\/\/[^\r\n]*|"(?:[^"\\\r\n]|\\.)*"(\s*:)?|[{}[\],]|[^\s{}[\],"]+|"/gy;

/** Undefined where a text is not closed, or there is too much. */
function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  let line = -1;
  let indent = 0;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const [words, colon] = found;
    const { index: start } = found;
    if (/^\s|^\/\//.test(words)) continue;
    if (words === '"' || tokens.length > most) return undefined;
    const begins = lineStart(text, start);
    const first = begins !== line;
    if (first) indent = start - begins;
    line = begins;
    const sign = /^[{}[\],]/.test(words) ? words : colon === undefined ? 'v' : 'k';
    tokens.push({ sign, start, end: start + words.length, indent, first });
  }
  return tokens;
}

/** A bracket that is open. */
interface Level {
  readonly at: number;
  readonly sign: string;
  readonly indent: number;
  /** How far its members are indented; -1: none begins a line yet. */
  column: number;
  key: boolean;
  wantsComma: boolean;
  comma: boolean;
}

/** What is odd about a row of tokens: how much, Infinity where brackets do not fit; and where that begins. */
interface Oddness {
  readonly cost: number;
  /** The first oddness, and the first bracket that does not fit, with what was open there; indices of tokens. */
  readonly places: readonly number[];
}

/** How many things are odd about closing a bracket here: a key without a value, a comma before it, a line of another column. */
const oddClosing = (token: Token, level: Level): number =>
  Number(level.key || level.comma) + Number(token.first && token.indent !== level.indent);

/** … about a key or value here: no comma before it, another column than its neighbours, a key in a list, a value without a key. */
function oddMember({ sign, first, indent }: Token, level: Level): number {
  const isKey = sign === 'k';
  const isMisplaced = isKey ? level.key || level.sign === '[' : level.sign === '{' && !level.key;
  // A value stands on the line of its key.
  if (!isKey && level.key) return Number(isMisplaced) + Number(first);
  const isAside = first && (indent <= level.indent || (level.column >= 0 && indent !== level.column));
  if (first) level.column = indent;
  return Number(level.wantsComma) + Number(isAside) + Number(isMisplaced);
}

function judge(tokens: readonly Token[], limit: number): Oddness {
  const open: Level[] = [];
  const places: number[] = [];
  let cost = 0;
  let roots = 0;
  const note = (at: number): unknown => places.push(at, ...open.slice(-2).map((level) => level.at));
  const odd = (at: number, much: number): void => {
    if (cost === 0 && much > 0) note(at);
    cost += much;
  };
  for (let at = 0; at < tokens.length && cost <= limit; at++) {
    const token = tokens[at]!;
    const { sign } = token;
    const level = open.at(-1);
    const fits = isCloser(sign) ? level && closerOf[level.sign] === sign : level || roots++ === 0;
    if (!fits) {
      note(at);
      return { cost: Infinity, places };
    }
    if (isCloser(sign)) {
      odd(at, oddClosing(token, level!));
      open.pop();
    } else if (sign === ',') {
      odd(at, Number(!level?.wantsComma || level.key));
      if (level) Object.assign(level, { wantsComma: false, comma: true, key: false });
    } else {
      if (level) odd(at, oddMember(token, level));
      if (level) Object.assign(level, { key: sign === 'k', wantsComma: sign !== 'k', comma: false });
      if (isOpener(sign)) open.push({ at, sign, indent: token.indent, column: -1, key: false, wantsComma: false, comma: false });
    }
  }
  if (open.length === 0) return { cost, places };
  note(tokens.length);
  return { cost: Infinity, places };
}

/** What a change makes of the tokens, and of the text. */
interface Change {
  readonly tokens: readonly Token[];
  /** Less likely than others after which as much is odd. */
  readonly penalty?: number;
  readonly mend: () => Mend | undefined;
}

/** Puts a sign into the text without making it longer: over blanks, or over a comma and the blank behind it. */
function written(text: string, at: number, end: number, signs: string): string | undefined {
  const over = text.slice(at, end);
  if (over.length < signs.length || /\S/.test(over.slice(0, signs.length))) return undefined;
  return text.slice(0, at) + signs + text.slice(at + signs.length);
}

function* changesAt(text: string, tokens: readonly Token[], at: number, closers: ReadonlyMap<number, number>): Generator<Change> {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token && (isOpener(token.sign) || isCloser(token.sign))) {
    // Of two alike, the second is the one too many.
    const next = tokens[at + 1];
    if (next?.sign !== token.sign || next.first) yield withoutToken(text, tokens, at);
    yield flipped(text, tokens, [at]);
    const closer = closers.get(at);
    if (closer !== undefined) yield flipped(text, tokens, [at, closer]);
  }
  if (token?.first && before) {
    const twice = withoutLine(text, tokens, at);
    if (twice) yield twice;
  }
  if (!before) return;
  for (const sign of ['}', ']']) for (const comma of ['', ',']) yield closedAt(text, tokens, at, sign + comma);
  const isSure = token && (token.first || !isOpener(token.sign));
  if (before.sign === 'k' && isSure) for (const sign of ['{', '[']) yield openedAt(text, tokens, at, sign);
}

function withoutToken(text: string, tokens: readonly Token[], at: number): Change {
  const { sign, start, end } = tokens[at]!;
  const name = isOpener(sign) ? 'extra-bracket' : 'unopened-bracket';
  return {
    tokens: tokens.filter((_, index) => index !== at),
    // What is opened is rather not closed yet.
    penalty: isOpener(sign) ? 0.5 : 0,
    mend: () => ({
      name,
      start,
      end,
      words: [sign, sign === '}' ? '{' : '['],
      edits: [{ start, end, newText: '' }],
      title: `Remove this "${sign}"`,
      text: `${text.slice(0, start)} ${text.slice(end)}`,
    }),
  };
}

function flipped(text: string, tokens: readonly Token[], places: readonly number[]): Change {
  const changed = [...tokens];
  for (const at of places) changed[at] = { ...tokens[at]!, sign: other[tokens[at]!.sign]! };
  return {
    tokens: changed,
    mend: () => {
      const { sign, start, end } = tokens[places[0]!]!;
      const edits = places.map((at): Edit => ({ start: tokens[at]!.start, end: tokens[at]!.end, newText: other[tokens[at]!.sign]! }));
      let read = text;
      for (const edit of edits) read = read.slice(0, edit.start) + edit.newText + read.slice(edit.end);
      const title = places.length > 1 ? `Change to ${edits.map(({ newText }) => newText).join(' and ')}` : `Change to "${other[sign]!}"`;
      return { name: isOpener(sign) ? 'wrong-opener' : 'wrong-bracket', start, end, words: [sign, other[sign]!], edits, title, text: read };
    },
  };
}

/** The line that begins with a token says the same as the one before it. */
function withoutLine(text: string, tokens: readonly Token[], at: number): Change | undefined {
  const { start } = tokens[at]!;
  const from = lineStart(text, start);
  const end = lineEnd(text, start);
  const above = lineStart(text, tokens[at - 1]!.start);
  const same = text.slice(from, end).trim();
  if (text.slice(above, lineEnd(text, above)).trim() !== same) return undefined;
  const behind = end + (text.startsWith('\r\n', end) ? 2 : 1);
  return {
    tokens: tokens.filter((each) => each.start < from || each.start >= end),
    mend: () => ({
      name: 'line-twice',
      start,
      end: start + same.length,
      words: ['', ''],
      edits: [{ start: from, end: Math.min(behind, text.length), newText: '' }],
      title: 'Remove this line',
      text: text.slice(0, from) + ' '.repeat(end - from) + text.slice(end),
    }),
  };
}

/** A closing bracket behind the token before this one, with a comma perhaps. */
function closedAt(text: string, tokens: readonly Token[], at: number, signs: string): Change {
  const before = tokens[at - 1]!;
  const token = tokens[at];
  const added = [...signs].map((sign): Token => ({ ...before, sign, first: false }));
  return {
    tokens: [...tokens.slice(0, at), ...added, ...tokens.slice(at)],
    penalty: signs.length > 1 ? 0.5 : 0,
    mend: () => {
      const { start, end } = before;
      const opener = openBefore(tokens, at, signs[0]!);
      // A comma right behind moves on by one.
      const read =
        token?.sign === ',' && token.start === end
          ? written(text.slice(0, end) + ' ' + text.slice(end + 1), end, tokens[at + 1]?.start ?? text.length, `${signs},`)
          : written(text, end, token?.start ?? text.length, signs);
      if (!opener || read === undefined) return undefined;
      const column = opener.indent;
      const isBelow = lineStart(text, opener.start) !== lineStart(text, start);
      const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
      return {
        name: 'unclosed-bracket',
        start: opener.start,
        end: opener.end,
        words: [opener.sign, signs[0]!],
        edits: [{ start: end, end, newText: (isBelow ? lineBreak + ' '.repeat(column) : '') + signs }],
        title: `Add "${signs[0]!}"`,
        text: read,
      };
    },
  };
}

/** The innermost bracket that is open before a token, and that this one closes. */
function openBefore(tokens: readonly Token[], at: number, closer: string): Token | undefined {
  let closed = 0;
  for (let index = at - 1; index >= 0; index--) {
    const token = tokens[index]!;
    if (isCloser(token.sign)) closed++;
    else if (isOpener(token.sign) && closed-- === 0) return closerOf[token.sign] === closer ? token : undefined;
  }
  return undefined;
}

/** An opening bracket between a key and what it holds. */
function openedAt(text: string, tokens: readonly Token[], at: number, sign: string): Change {
  const key = tokens[at - 1]!;
  const token = tokens[at]!;
  const added: Token = { ...key, sign, first: false };
  return {
    tokens: [...tokens.slice(0, at), added, ...tokens.slice(at)],
    penalty: 0.5,
    mend: () => {
      const read = written(text, key.end, token.start, sign);
      const words = /^"(.*)"\s*:$/s.exec(text.slice(key.start, key.end))?.[1] ?? '';
      const edits = [{ start: key.end, end: key.end + /^[ \t]*/.exec(text.slice(key.end))![0].length, newText: ` ${sign}` }];
      const end = key.start + words.length + 2;
      return read === undefined
        ? undefined
        : { name: 'missing-bracket', start: key.start, end, words: [words, sign], edits, title: `Add "${sign}"`, text: read };
    },
  };
}

/** By opening bracket, what closes it, whatever its kind. */
function closersOf(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const [at, { sign }] of tokens.entries()) {
    if (isOpener(sign)) open.push(at);
    else if (isCloser(sign) && open.length > 0) pairs.set(open.pop()!, at);
  }
  return pairs;
}

/** The one change after which the brackets of a JSON text fit; undefined where nothing is odd, or no single one does. */
export function mendBrackets(text: string): Mend | undefined {
  const tokens = tokensOf(text);
  if (!tokens) return undefined;
  const now = judge(tokens, Infinity);
  if (now.places.length === 0) return undefined;
  const near = new Set(now.places.flatMap((place) => [-3, -2, -1, 0, 1, 2, 3].map((by) => place + by)));
  const closers = closersOf(tokens);
  let best: Mend | undefined;
  let limit = Math.min(now.cost - 1, 3);
  for (const at of [...near].sort((a, b) => a - b)) {
    if (at < 0 || at > tokens.length) continue;
    for (const { tokens: changed, penalty = 0, mend } of changesAt(text, tokens, at, closers)) {
      const { cost } = judge(changed, limit - penalty);
      if (cost > limit - penalty) continue;
      const found = mend();
      best = found && { ...found, isDoubtful: cost > 0 };
      limit = cost + penalty - 0.5;
    }
  }
  return best;
}
