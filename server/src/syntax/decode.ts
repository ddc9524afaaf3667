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
      let trimmed = pos;
      while (trimmed > from && isSpace(text.charCodeAt(trimmed - 1))) trimmed--;
      copy(sink, text, from, trimmed);
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
    if (c === BACKSLASH) {
      const char = text[pos + 1] ?? '';
      const digits = hexLength[char];
      if (!json && isBreak(text.charCodeAt(pos + 1))) {
        copy(sink, text, from, pos);
        put(sink, '', pos);
        pos = overBreak(text, pos + 1);
        let blank = pos;
        for (;;) {
          while (blank < end && isSpace(text.charCodeAt(blank))) blank++;
          if (blank >= end || !isBreak(text.charCodeAt(blank))) break;
          put(sink, '\n', blank);
          blank = overBreak(text, blank);
        }
        from = pos = blank;
      } else if (digits && (!json || char === 'u')) {
        const hex = text.slice(pos + 2, Math.min(pos + 2 + digits, end));
        const point = hex.length === digits && /^[\da-f]+$/i.test(hex) ? parseInt(hex, 16) : -1;
        if (point >= 0 && point <= 0x10ffff) {
          copy(sink, text, from, pos);
          put(sink, String.fromCodePoint(point), pos);
          from = pos += 2 + digits;
        } else pos = skipBad(pos);
      } else if (pos + 1 < end && escapes[char] !== undefined && (!json || jsonEscapes.includes(char))) {
        copy(sink, text, from, pos);
        put(sink, escapes[char], pos);
        from = pos += 2;
      } else pos = skipBad(pos);
    } else if (!json && isBreak(c)) {
      let trimmed = pos;
      while (trimmed > from && isSpace(text.charCodeAt(trimmed - 1))) trimmed--;
      copy(sink, text, from, trimmed);
      from = pos = fold(sink, text, pos, end);
    } else pos++;
  }
  copy(sink, text, from, end);
  return finish(sink, end);
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
