/** Where lines start, and from offsets to positions and back. Line breaks are LF, CRLF and CR, as in LSP. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { Change } from './reuse.ts';
import { firstIndex } from './text.ts';
import { CR, LF, isBreak } from './characters.ts';

export interface Lines {
  readonly text: string;
  readonly starts: Uint32Array;
}

/** All line starts of a text; what the change did not touch is taken over from before. */
export function findLines(text: string, previous?: Lines, change?: Change): Lines {
  return { text, starts: (previous && change && moveStarts(text, previous.starts, change)) ?? scan(text) };
}

/** The start of the line after the one that holds `from`, or -1. */
function nextStart(text: string, from: number, returns: boolean): number {
  if (!returns) return text.indexOf('\n', from) + 1 || -1;
  for (let pos = from; pos < text.length; pos++) {
    const c = text.charCodeAt(pos);
    if (c === LF) return pos + 1;
    if (c === CR) return text.charCodeAt(pos + 1) === LF ? pos + 2 : pos + 1;
  }
  return -1;
}

function scan(text: string): Uint32Array {
  const starts = [0];
  const returns = text.includes('\r');
  for (let pos = nextStart(text, 0, returns); pos >= 0; pos = nextStart(text, pos, returns)) starts.push(pos);
  return Uint32Array.from(starts);
}

/** The last index whose start is not above `offset`. */
const lineOf = (starts: Uint32Array, offset: number): number => Math.max(firstIndex(starts, (start) => start > offset) - 1, 0);

/** Scans the changed lines only; the ones behind them move. */
function moveStarts(text: string, old: Uint32Array, change: Change): Uint32Array {
  const delta = change.newEnd - change.oldEnd;
  // A break that the change cut in two starts on the line before.
  const first = lineOf(old, Math.max(change.start - 1, 0));
  const fresh: number[] = [];
  let rest = old.length;
  for (let pos = nextStart(text, old[first]!, true); pos >= 0; pos = nextStart(text, pos, true)) {
    const was = lineOf(old, Math.max(pos - delta, 0));
    if (pos > change.newEnd + 1 && old[was] === pos - delta) {
      rest = was;
      break;
    }
    fresh.push(pos);
  }
  const starts = new Uint32Array(first + 1 + fresh.length + old.length - rest);
  starts.set(old.subarray(0, first + 1));
  starts.set(fresh, first + 1);
  const at = first + 1 + fresh.length;
  for (let index = rest; index < old.length; index++) starts[at + index - rest] = old[index]! + delta;
  return starts;
}

/** No position stands behind or inside a line's break. */
function beforeBreak(text: string, offset: number, start: number): number {
  let at = offset;
  while (at > start && isBreak(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The line and character of an offset; those outside of the text are moved to its ends. */
export function positionAt({ text, starts }: Lines, offset: number): Position {
  const at = Math.max(Math.min(offset, text.length), 0);
  const line = lineOf(starts, at);
  const start = starts[line]!;
  return { line, character: beforeBreak(text, at, start) - start };
}

/** The offset of a position; characters beyond the line count as its end. */
export function offsetAt({ text, starts }: Lines, { line, character }: Position): number {
  if (line >= starts.length) return text.length;
  if (line < 0) return 0;
  const start = starts[line]!;
  if (character <= 0) return start;
  const next = line + 1 < starts.length ? starts[line + 1]! : text.length;
  return beforeBreak(text, Math.min(start + character, next), start);
}

/** Below zero when the first position stands before the second, above when behind. */
export const comparePositions = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;

/** Is a position in a range, its ends included? */
export const holdsPosition = ({ start, end }: Range, at: Position): boolean =>
  comparePositions(start, at) <= 0 && comparePositions(at, end) <= 0;
