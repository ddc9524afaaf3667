/** How a fix of a syntax problem is made: what it is told, and the smallest pieces. */
import { behindBreak, insert, replaceOddBlanks } from '../../syntax/edit.ts';
import { lineEnd, lineStart } from '../../syntax/text.ts';
import type { Edit, Tree } from '../../syntax/node.ts';
import type { Finding, Fix } from '../finding.ts';

/** What a problem is about: absolute offsets, and the words between them. */
interface Trouble {
  readonly tree: Tree;
  readonly text: string;
  readonly at: Finding['at'];
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** One fix, or several of which the text after each says which is right. */
export type Make = (trouble: Trouble) => Fix | readonly Fix[] | undefined;

export const fix = (title: string, ...edits: Edit[]): Fix => ({ title, edits, preferred: true });

export const add = (title: string, at: number, newText: string): Fix => fix(title, insert(at, newText));

export const change = ({ start, end }: Pick<Trouble, 'start' | 'end'>, title: string, newText: string): Fix =>
  fix(title, { start, end, newText });

export const remove =
  (title: string): Make =>
  (trouble) =>
    change(trouble, title, '');

/** Are the lines below part of what stands on this line? Then a sign more on this one does not mend it. */
export function goesOnBelow({ text, start }: Trouble): boolean {
  const indent = (line: string): number => /^ */.exec(line)![0].length;
  const own = indent(text.slice(lineStart(text, start)));
  const below =
    /^(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))*([^\r\n]*)/.exec(text.slice(lineEnd(text, start)).replace(/^(?:\r\n?|\n)/, ''))?.[1] ?? '';
  return below.trim() !== '' && indent(below) > own;
}

/** The end of the value on this line, before blanks and a comment. */
export function valueEnd({ text, start }: Trouble): number {
  const line = text.slice(start, lineEnd(text, start));
  return start + line.replace(/\s+#.*$/, '').trimEnd().length;
}

/** The lines below an offset that are indented deeper than its own: where each starts, and how far it is indented. */
export function deeperLines(text: string, offset: number): readonly { readonly start: number; readonly indent: number }[] {
  const indentAt = (at: number): number => /^ */.exec(text.slice(at))![0].length;
  const own = indentAt(lineStart(text, offset));
  const found = [];
  for (let stop = lineEnd(text, offset); stop < text.length; stop = lineEnd(text, stop)) {
    const start = behindBreak(text, stop);
    stop = start;
    if (text.slice(start, lineEnd(text, start)).trim() === '') continue;
    const indent = indentAt(start);
    if (indent <= own) break;
    found.push({ start, indent });
  }
  return found;
}

export const oddBlank: Make = ({ tree, start }) => fix('Replace with spaces', ...replaceOddBlanks(tree, start));
