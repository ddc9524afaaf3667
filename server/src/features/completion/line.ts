/** The cursor's own line, and how far the next one is indented. Offsets are absolute UTF-16 offsets. */
import { lineEnd, lineStart } from '../../syntax/edit.ts';

/** What stands on the line before the offset. */
export const lineBefore = (text: string, offset: number): string => text.slice(lineStart(text, offset), offset);

/** What stands on the line from the offset on, without its break. */
export const lineAfter = (text: string, offset: number): string => text.slice(offset, lineEnd(text, offset));

export const isBlank = (text: string): boolean => text.trim() === '';

const nextContent = /(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))*([ \t]*)(?=[^\s#])/y;

/** The column of the first line behind the offset's that is neither blank nor a comment; 0 when there is none. */
export function indentBelow(text: string, offset: number): number {
  nextContent.lastIndex = lineEnd(text, offset);
  return nextContent.exec(text)?.[1]?.length ?? 0;
}
