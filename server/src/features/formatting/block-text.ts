/** Block texts move as a whole. */
import { lineEnd, overBreak } from '../../syntax/text.ts';
import type { Holder } from './token.ts';

interface BlockText {
  readonly text: string;
  /** Where it ends in the text that it was taken from; the break behind its last line is not part of it. */
  readonly end: number;
  /** The column of its lines afterwards. */
  readonly textColumn?: number;
}

const isBlank = (line: string): boolean => line.trim() === '';
const indentOf = (line: string): number => /^ */.exec(line)![0].length;

/**
 * The block text that begins at `start` and whose node ends at `nodeEnd` (absolute UTF-16 offsets), its lines below its holder. Without a
 * holder (it is a whole document) it stays. Undefined where a line stands further left than the text itself.
 */
export function blockText(source: string, start: number, nodeEnd: number, holder: Holder | undefined): BlockText | undefined {
  const headEnd = lineEnd(source, start);
  const head = source.slice(start, headEnd).trimEnd();
  const [indicators] = /^[|>][-+\d]*/.exec(head)!;
  const explicit = /\d/.exec(indicators)?.[0];
  const lines = linesFrom(source, headEnd, nodeEnd);
  const first = lines.find(({ line }) => !isBlank(line));
  const written = explicit && holder ? holder.written + Number(explicit) : first ? indentOf(first.line) : Infinity;
  // Blank lines at the end are part of it where they are kept, or hold spaces that are text.
  const count = lines.findLastIndex(({ line }) => indicators.includes('+') || !isBlank(line) || line.length > written) + 1;
  const content = lines.slice(0, count);
  const end = content.at(-1)?.end ?? headEnd;
  if (!holder) return { text: source.slice(start, end), end };
  const wanted = explicit ? holder.column + Number(explicit) : holder.below;
  if (content.some(({ line }) => !isBlank(line) && indentOf(line) < written)) return undefined;
  const moved = content.map(({ lead, line }) => {
    if (isBlank(line) && line.length <= written) return lead;
    return lead + ' '.repeat(wanted) + line.slice(written);
  });
  return { text: head + moved.join(''), end, textColumn: wanted };
}

/** The lines behind `from` up to a node's end, and the blank ones after it: each with the break before it, and where it ends. */
function linesFrom(source: string, from: number, nodeEnd: number): { lead: string; line: string; end: number }[] {
  const lines: { lead: string; line: string; end: number }[] = [];
  for (let at = from; at < source.length;) {
    const start = overBreak(source, at);
    const end = lineEnd(source, start);
    const line = source.slice(start, end);
    if (start >= nodeEnd && (!isBlank(line) || end === source.length)) break;
    lines.push({ lead: source.slice(at, start), line, end });
    at = end;
  }
  return lines;
}
