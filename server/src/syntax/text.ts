/** Lines of a plain text, and one search in what is sorted. Offsets are UTF-16; line breaks are LF, CRLF and CR. */
import { CR, LF, isBreak } from './characters.ts';

/** The start of the line that an offset is on. */
export function lineStart(text: string, from: number): number {
  let pos = from;
  while (pos > 0 && !isBreak(text.charCodeAt(pos - 1))) pos--;
  return pos;
}

/** The end of the line that an offset is on, before its break. */
export function lineEnd(text: string, from: number): number {
  let pos = from;
  while (pos < text.length && !isBreak(text.charCodeAt(pos))) pos++;
  return Math.min(pos, text.length);
}

/** How many characters stand before an offset on its line. */
export const columnOf = (text: string, at: number): number => at - lineStart(text, at);

/** Behind the break at `pos`, which must be one. */
export const overBreak = (text: string, pos: number): number =>
  pos + (text.charCodeAt(pos) === CR && text.charCodeAt(pos + 1) === LF ? 2 : 1);

/** The end of the line above the one that starts at an offset, before its break; 0 for the first line. */
export const endAbove = (text: string, start: number): number => Math.max(start - (text.startsWith('\r\n', start - 2) ? 2 : 1), 0);

/** What ends the first line that is ended; LF where none is. */
export const lineBreakOf = (text: string): string => /\r\n?|\n/.exec(text)?.[0] ?? '\n';

/** The first index for which `holds` is true, the length where it never is. It must hold for all that stand behind one for which it holds. */
export function firstIndex<T>(list: ArrayLike<T>, holds: (element: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
