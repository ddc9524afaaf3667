/** Pieces of the document as code blocks. */
import type { Doc } from '../doc.ts';
import type { NodeRange, TextRange } from '../syntax/node.ts';
import { textRange } from '../syntax/range.ts';
import { columnOf } from '../syntax/text.ts';

const longest = 8;

/** The first lines of a stretch (absolute, or of a fragment) as a code block in Markdown, without the indentation that they share. */
export function codeOf(doc: Doc, at: TextRange | NodeRange): string {
  const { start, end } = 'fragment' in at ? textRange(doc.tree, at) : at;
  const own = doc.text
    .slice(start, Math.min(end, start + 4000))
    .trimEnd()
    .split(/\r\n?|\n/);
  const indent = Math.min(
    columnOf(doc.text, start),
    ...own.slice(1).flatMap((each) => (each.trim() ? [/^[ \t]*/.exec(each)![0].length] : [])),
  );
  const lines = own.map((each, index) => (index === 0 ? each : each.slice(indent)));
  const shown = lines.length > longest ? [...lines.slice(0, longest - 1), '…'] : lines;
  return `\`\`\`${doc.format}\n${shown.join('\n')}\n\`\`\``;
}
