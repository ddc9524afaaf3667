/**
 * Scalars as written → their text. With `marks`, also where each stretch of the text came from: what an editor needs to
 * point inside a string.
 */
import { BACKSLASH, CR, LF, SINGLE_QUOTE, SPACE, isBreak, isSpace } from './characters.ts';

/** From `at` in the decoded text on, characters come from `source`: one by one when `even`, else all from that one place. */
export interface SourceMapSegment {
  readonly at: number;
  readonly source: number;
  readonly even: boolean;
}

export interface BadEscape {
  readonly start: number;
  readonly end: number;
}

interface Sink {
  out: string;
  readonly marks?: SourceMapSegment[];
}

function copy(sink: Sink, text: string, start: number, end: number): void {
  if (end <= start) return;
  sink.marks?.push({ at: sink.out.length, source: start, even: true });
  sink.out += text.slice(start, end);
}

function put(sink: Sink, piece: string, source: number): void {
  sink.marks?.push({ at: sink.out.length, source, even: false });
  sink.out += piece;
}

const finish = (sink: Sink, end: number): string => {
  sink.marks?.push({ at: sink.out.length, source: end, even: true });
  return sink.out;
};

const overBreak = (text: string, pos: number): number => pos + (text.charCodeAt(pos) === CR && text.charCodeAt(pos + 1) === LF ? 2 : 1);

/** A line of a flow scalar without the blanks at its end. */
function copyTrimmed(sink: Sink, text: string, start: number, lineEnd: number): void {
  let end = lineEnd;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  copy(sink, text, start, end);
}

/** Folds the break at `pos` and the blank lines after it; returns where the next line's text starts. */
function fold(sink: Sink, text: string, from: number, end: number): number {
  let pos = overBreak(text, from);
  let extra = '';
  for (;;) {
    while (pos < end && isSpace(text.charCodeAt(pos))) pos++;
    if (pos < end && isBreak(text.charCodeAt(pos))) {
      pos = overBreak(text, pos);
      extra += '\n';
    } else break;
  }
  put(sink, extra || ' ', from);
  return pos;
}

/** A plain scalar, or the inside of a single-quoted one. */
export function decodeFlow(text: string, start: number, end: number, quoted: boolean, marks?: SourceMapSegment[]): string {
  const sink: Sink = { out: '', marks };
  let from = start;
  let pos = start;
  while (pos < end) {
    const c = text.charCodeAt(pos);
    if (isBreak(c)) {
      copyTrimmed(sink, text, from, pos);
      from = pos = fold(sink, text, pos, end);
    } else if (quoted && c === SINGLE_QUOTE) {
      copy(sink, text, from, pos);
      put(sink, "'", pos);
      from = pos += 2;
    } else pos++;
  }
  copy(sink, text, from, end);
  return finish(sink, end);
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const hexLength: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const jsonEscapes = 'btnfr"/\\u';

/** The inside of a double-quoted scalar. Escapes that do not exist are kept as written and told to `bad`. */
export function decodeDouble(
  text: string,
  start: number,
  end: number,
  json: boolean,
  marks?: SourceMapSegment[],
  bad?: (at: BadEscape) => void,
): string {
  const sink: Sink = { out: '', marks };
  const skipBad = (at: number): number => {
    const stop = Math.min(at + ((text.codePointAt(at + 1) ?? 0) > 0xffff ? 3 : 2), end);
    bad?.({ start: at, end: stop });
    return stop;
  };
  let from = start;
  let pos = start;
  while (pos < end) {
    const c = text.charCodeAt(pos);
    if (c === BACKSLASH && !json && isBreak(text.charCodeAt(pos + 1))) {
      copy(sink, text, from, pos);
      from = pos = joinLines(sink, text, pos, end);
    } else if (c === BACKSLASH) {
      const escape = escapeAt(text, pos, end, json);
      if (escape) {
        copy(sink, text, from, pos);
        put(sink, escape.means, pos);
        from = pos += escape.length;
      } else pos = skipBad(pos);
    } else if (!json && isBreak(c)) {
      copyTrimmed(sink, text, from, pos);
      from = pos = fold(sink, text, pos, end);
    } else pos++;
  }
  copy(sink, text, from, end);
  return finish(sink, end);
}

/** What the escape at the backslash means and how long it is written; undefined for one that does not exist. */
function escapeAt(
  text: string,
  backslash: number,
  end: number,
  json: boolean,
): { readonly means: string; readonly length: number } | undefined {
  const char = text[backslash + 1] ?? '';
  const digits = hexLength[char];
  if (digits && (!json || char === 'u')) {
    const hex = text.slice(backslash + 2, Math.min(backslash + 2 + digits, end));
    const point = hex.length === digits && /^[\da-f]+$/i.test(hex) ? parseInt(hex, 16) : -1;
    return point >= 0 && point <= 0x10ffff ? { means: String.fromCodePoint(point), length: 2 + digits } : undefined;
  }
  const means = backslash + 1 < end && (!json || jsonEscapes.includes(char)) ? escapes[char] : undefined;
  return means === undefined ? undefined : { means, length: 2 };
}

/** An escaped line break leaves nothing, blank lines behind it their breaks; returns where the next line's text starts. */
function joinLines(sink: Sink, text: string, backslash: number, end: number): number {
  put(sink, '', backslash);
  let pos = overBreak(text, backslash + 1);
  for (;;) {
    while (pos < end && isSpace(text.charCodeAt(pos))) pos++;
    if (pos >= end || !isBreak(text.charCodeAt(pos))) return pos;
    put(sink, '\n', pos);
    pos = overBreak(text, pos);
  }
}

export interface BlockHeader {
  readonly folded: boolean;
  readonly chomp: 'clip' | 'strip' | 'keep';
  /** Where the first line of the text starts. */
  readonly start: number;
  readonly indent: number;
}

/** The lines of a block scalar between `header.start` and `end` (behind its last line). */
export function decodeBlock(text: string, header: BlockHeader, end: number, marks?: SourceMapSegment[]): string {
  const sink: Sink = { out: '', marks };
  const { folded, chomp, indent } = header;
  let pos = header.start;
  let breaks: number[] = [];
  let previousMore = true;
  let any = false;
  while (pos < end) {
    let stop = pos;
    while (stop < end && !isBreak(text.charCodeAt(stop))) stop++;
    let from = pos;
    while (from < stop && from - pos < indent && text.charCodeAt(from) === SPACE) from++;
    const next = stop < end ? overBreak(text, stop) : stop;
    if (from >= stop) breaks.push(stop);
    else {
      const more = isSpace(text.charCodeAt(from));
      const folds = folded && any && !more && !previousMore;
      const count = breaks.length;
      breaks.forEach((at, index) => {
        if (!folds) put(sink, '\n', at);
        else if (count === 1) put(sink, ' ', at);
        else if (index > 0) put(sink, '\n', at);
      });
      copy(sink, text, from, stop);
      // The end of the text ends a line too.
      breaks = [stop];
      previousMore = more;
      any = true;
    }
    if (next === stop) break;
    pos = next;
  }
  if (chomp === 'keep') for (const at of breaks) put(sink, '\n', at);
  else if (chomp === 'clip' && any) put(sink, '\n', breaks[0]!);
  return finish(sink, end);
}
