/** Changes of single lines and signs of a JSON text that are tried on its tokens, to see whether its brackets fit then. */
import type { Edit } from '../node.ts';
import type { ProblemName } from '../problems.ts';
import { lineEnd, lineStart } from '../text.ts';

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
  /** Nothing is odd then, and columns of lines say so, too. */
  readonly isPlain?: boolean;
}

/** A bracket, a comma, a key with its colon (`k`), or another value (`v`). */
export interface Token {
  readonly sign: string;
  readonly start: number;
  readonly end: number;
  /** How far its line is indented, and whether it comes first there. */
  readonly indent: number;
  readonly first: boolean;
}

/** What a change makes of the tokens, and of the text. */
export interface Change {
  readonly tokens: readonly Token[];
  /** Less likely than others after which as much is odd. */
  readonly penalty?: number;
  readonly mend: () => Mend | undefined;
}

/** Puts a sign into the text without making it longer: over blanks, or over a comma and the blank behind it. */
export function written(text: string, at: number, end: number, signs: string): string | undefined {
  const over = text.slice(at, end);
  if (over.length < signs.length || /\S/.test(over.slice(0, signs.length))) return undefined;
  return text.slice(0, at) + signs + text.slice(at + signs.length);
}

/** The line that begins with a token says the same as the one before it. */
export function withoutLine(text: string, tokens: readonly Token[], at: number): Change | undefined {
  const before = tokens[at - 1];
  if (!before) return undefined;
  const { start } = tokens[at]!;
  const from = lineStart(text, start);
  const end = lineEnd(text, start);
  const above = lineStart(text, before.start);
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

/** The line that begins with a token and the one below it, the other way round. */
export function swappedLines(text: string, tokens: readonly Token[], at: number): Change | undefined {
  const from = lineStart(text, tokens[at]!.start);
  const end = lineEnd(text, from);
  const middle = end + (text.startsWith('\r\n', end) ? 2 : 1);
  const stop = lineEnd(text, middle);
  const [above, below] = [text.slice(from, end), text.slice(middle, stop)];
  if (end >= text.length || below.trim() === '' || above.trim() === below.trim()) return undefined;
  const inside = (token: Token, start: number, behind: number): boolean => token.start >= start && token.start < behind;
  const first = tokens.filter((token) => inside(token, from, end));
  const second = tokens.filter((token) => inside(token, middle, stop));
  if (second.length === 0) return undefined;
  const start = first[0]!.start;
  const swapped = below + text.slice(end, middle) + above;
  return {
    tokens: [...tokens.slice(0, at), ...second, ...first, ...tokens.slice(at + first.length + second.length)],
    penalty: 0.125,
    mend: () => ({
      name: 'lines-swapped',
      start,
      end: start + above.trim().length,
      words: ['', ''],
      edits: [{ start: from, end: stop, newText: swapped }],
      title: 'Swap it with the line below',
      text: text.slice(0, from) + swapped + text.slice(stop),
    }),
  };
}

/** An opening brace before a key that stands in a list. */
export function bracedAt(text: string, tokens: readonly Token[], at: number): Change {
  const before = tokens[at - 1]!;
  const key = tokens[at]!;
  const outer = tokens[at - 2] ?? before;
  // Beside the bracket that closes the element above, or half-way between the list and what is in it.
  const indent = before.sign === ',' ? outer.indent : key.indent - Math.ceil((key.indent - before.indent) / 2);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const line = lineStart(text, key.start);
  return {
    tokens: [...tokens.slice(0, at), { ...key, sign: '{', indent }, ...tokens.slice(at)],
    penalty: 0.125,
    mend: () => {
      const read = written(text, before.end, key.start, '{');
      const edit: Edit = key.first
        ? { start: line, end: line, newText: `${' '.repeat(indent)}{${lineBreak}` }
        : { start: key.start, end: key.start, newText: '{ ' };
      const words = /^"(.*)"\s*:$/s.exec(text.slice(key.start, key.end))?.[1] ?? '';
      const end = key.start + words.length + 2;
      return read === undefined
        ? undefined
        : { name: 'missing-brace', start: key.start, end, words: [words, ''], edits: [edit], title: 'Add "{"', text: read };
    },
  };
}
