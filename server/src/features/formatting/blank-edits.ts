/** From a text to the same text with other white space. */
import type { Edit } from '../../syntax/node.ts';

const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t' || char === '\n' || char === '\r';

/**
 * The edits that make `after` of `before`, one for each stretch of white space that is another; offsets are UTF-16, into `before`.
 * Undefined where the two differ in anything but white space.
 */
export function blankEdits(before: string, after: string): Edit[] | undefined {
  const edits: Edit[] = [];
  for (let start = 0, newStart = 0; ;) {
    let end = start;
    let newEnd = newStart;
    while (isBlank(before[end])) end++;
    while (isBlank(after[newEnd])) newEnd++;
    if (before.slice(start, end) !== after.slice(newStart, newEnd)) edits.push(smallest(before, start, end, after.slice(newStart, newEnd)));
    if (end === before.length && newEnd === after.length) return edits;
    if (before[end] !== after[newEnd]) return undefined;
    while (end < before.length && before[end] === after[newEnd] && !isBlank(before[end])) {
      end++;
      newEnd++;
    }
    start = end;
    newStart = newEnd;
  }
}

/** Lines that stay are left out of it, so that what editors remember of them survives. */
function smallest(text: string, start: number, end: number, newText: string): Edit {
  const written = text.slice(start, end);
  const most = Math.min(written.length, newText.length);
  let head = 0;
  while (head < most && written[head] === newText[head]) head++;
  let tail = 0;
  while (tail < most - head && written.at(-1 - tail) === newText.at(-1 - tail)) tail++;
  // A break of two characters is not taken apart.
  if (written[head - 1] === '\r') head--;
  if (tail > 0 && written.at(-tail) === '\n') tail--;
  return { start: start + head, end: end - tail, newText: newText.slice(head, newText.length - tail) };
}
