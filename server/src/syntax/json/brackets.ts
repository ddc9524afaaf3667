/**
 * One bracket too many, too few or of the wrong kind. Which one it is, is told by trying: of the single changes near the first trouble that
 * make all brackets fit, the one counts after which the least is odd about commas, keys and columns.
 */
import type { Edit } from '../node.ts';
import { lineStart } from '../text.ts';
import { bracedAt, type Change, type Mend, swappedLines, type Token, withoutLine, written } from './bracket-change.ts';

/** More than these nobody tries again at each keystroke. */
const most = 20_000;

const closerOf: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
/** What may be meant by a bracket that does not fit. */
const others: Readonly<Record<string, readonly string[]>> = {
  '{': ['['],
  '[': ['{'],
  '(': ['{', '['],
  '}': [']'],
  ']': ['}'],
  ')': ['}', ']'],
};
const isOpener = (sign: string): boolean => sign === '{' || sign === '[';
const isCloser = (sign: string): boolean => sign === '}' || sign === ']';
const isParenthesis = (sign: string): boolean => sign === '(' || sign === ')';

const pattern = /\s+|\/\/[^\r\n]*|"(?:[^"\\\r\n]|\\.)*"(\s*:)?|[(){}[\],]|[^\s(){}[\],"]+|"/gy;

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
    const sign = /^[(){}[\],]/.test(words) ? words : colon === undefined ? 'v' : 'k';
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

/** How odd it is that a line stands in another column: some texts are written so throughout. */
const aside = 0.25;

/** How odd it is to close a bracket here: a key without a value, a comma before it, a line of another column. */
const oddClosing = (token: Token, level: Level): number =>
  Number(level.key || level.comma) + (token.first && token.indent !== level.indent ? aside : 0);

/** … about a key or value here: no comma before it, another column than its neighbours, a key in a list, a value without a key. */
function oddMember({ sign, first, indent }: Token, level: Level): number {
  const isKey = sign === 'k';
  const isMisplaced = isKey ? level.key || level.sign === '[' : level.sign === '{' && !level.key;
  // A value stands on the line of its key.
  if (!isKey && level.key) return Number(isMisplaced) + Number(first);
  const isAside = first && (indent <= level.indent || (level.column >= 0 && indent !== level.column));
  if (first) level.column = indent;
  return Number(level.wantsComma) + (isAside ? aside : 0) + Number(isMisplaced);
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
    const fits = isCloser(sign) ? level && closerOf[level.sign] === sign : !isParenthesis(sign) && (level || roots++ === 0);
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

function* changesAt(text: string, tokens: readonly Token[], at: number, closers: ReadonlyMap<number, number>): Generator<Change> {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token && token.sign in others) yield* changesOfBracket(text, tokens, at, closers.get(at));
  if (token?.first) {
    for (const change of [withoutLine, swappedLines]) {
      const changed = change(text, tokens, at);
      if (changed) yield changed;
    }
  }
  if (!before) return;
  for (const sign of ['}', ']']) for (const comma of ['', ',']) yield closedAt(text, tokens, at, sign + comma);
  if (token) yield* openersAt(text, tokens, at, before, token);
}

/** Without a bracket, or with another in its place and in that of the one which closes it. */
function* changesOfBracket(text: string, tokens: readonly Token[], at: number, closer: number | undefined): Generator<Change> {
  const { sign } = tokens[at]!;
  const next = tokens[at + 1];
  // What opens the whole text has been begun, and is there for what follows.
  const isBegun = at === 0 && isOpener(sign) && !isOpener(next?.sign ?? '');
  // Of two alike, the second is the one too many.
  if (!isParenthesis(sign) && !isBegun && (next?.sign !== sign || next.first)) yield withoutToken(text, tokens, at);
  for (const meant of others[sign]!) {
    yield flipped(text, tokens, [[at, meant]]);
    if (closer !== undefined)
      yield flipped(text, tokens, [
        [at, meant],
        [closer, closerOf[meant]!],
      ]);
  }
  // Two that close, in the wrong order.
  if (isCloser(sign) && next && others[sign]!.includes(next.sign))
    yield flipped(text, tokens, [
      [at, next.sign],
      [at + 1, sign],
    ]);
}

/** A bracket that nothing has opened before the token at `at`. */
function* openersAt(text: string, tokens: readonly Token[], at: number, before: Token, token: Token): Generator<Change> {
  if (token.sign === 'k' && (before.sign === ',' || before.sign === '[')) yield bracedAt(text, tokens, at);
  const isSure = token.first || !isOpener(token.sign);
  if (before.sign === 'k' && isSure) for (const sign of ['{', '[']) yield openedAt(text, tokens, at, sign);
}

function withoutToken(text: string, tokens: readonly Token[], at: number): Change {
  const { sign, start, end, first } = tokens[at]!;
  const isWithComma = first && tokens[at + 1]?.sign === ',';
  const name = isOpener(sign) ? 'extra-bracket' : 'unopened-bracket';
  return {
    tokens: tokens.filter((_, index) => index !== at),
    // What is opened is rather not closed yet, and what has a comma behind it and a line of its own is rather right.
    penalty: isOpener(sign) ? 0.125 : isWithComma ? 0.25 : 0,
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

/** Other signs in the place of brackets. */
function flipped(text: string, tokens: readonly Token[], signs: readonly (readonly [at: number, sign: string])[]): Change {
  const changed = [...tokens];
  for (const [at, sign] of signs) changed[at] = { ...tokens[at]!, sign };
  return {
    tokens: changed,
    mend: () => {
      const [[first, meant]] = signs as [(typeof signs)[number]];
      const { sign, start, end } = tokens[first]!;
      const edits = signs.map(([at, newText]): Edit => ({ start: tokens[at]!.start, end: tokens[at]!.end, newText }));
      let read = text;
      for (const edit of edits) read = read.slice(0, edit.start) + edit.newText + read.slice(edit.end);
      const title = `Change to ${signs.length > 1 ? edits.map(({ newText }) => newText).join(' and ') : `"${meant}"`}`;
      const name = isOpener(meant) ? 'wrong-opener' : 'wrong-bracket';
      return { name, start, end, words: [sign, meant], edits, title, text: read };
    },
  };
}

/** A closing bracket behind the token before this one, with a comma perhaps. */
function closedAt(text: string, tokens: readonly Token[], at: number, signs: string): Change {
  const before = tokens[at - 1]!;
  const token = tokens[at];
  const added = [...signs].map((sign): Token => ({ ...before, sign, first: false }));
  return {
    tokens: [...tokens.slice(0, at), ...added, ...tokens.slice(at)],
    // Rather at the end of a line than inside of it.
    penalty: (signs.length > 1 ? 0.125 : 0) + (token && !token.first && /[\r\n]/.test(text.trim()) ? 0.0625 : 0),
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
    penalty: 0.125,
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
    if (isOpener(sign) || sign === '(') open.push(at);
    else if ((isCloser(sign) || sign === ')') && open.length > 0) pairs.set(open.pop()!, at);
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
  const isInLines = tokens.filter(({ first }) => first).length > 2;
  let best: Mend | undefined;
  let limit = now.cost === Infinity ? 3 : now.cost - 0.5;
  for (const at of [...near].sort((a, b) => a - b)) {
    if (at < 0 || at > tokens.length) continue;
    for (const { tokens: changed, penalty = 0, mend } of changesAt(text, tokens, at, closers)) {
      const { cost } = judge(changed, limit - penalty);
      if (cost > limit - penalty) continue;
      const found = mend();
      best = found && { ...found, isDoubtful: cost > aside, isPlain: cost === 0 && isInLines };
      limit = cost + penalty - 0.0625;
    }
  }
  return best;
}
