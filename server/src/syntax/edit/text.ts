/** Lines of a text: where they start and end, and moved to another column. All offsets are absolute. */
import { isOddBlank, widthOf } from '../characters.ts';
import { commentsIn, lastNotAbove, walk } from '../locate.ts';
import type { Edit, NodeRange, TextRange, Tree } from '../node.ts';
import { textRange } from '../range.ts';
import { styleOf } from '../style.ts';
import { lineEnd, lineStart, overBreak } from '../text.ts';

/** An edit that puts another text in the place of an absolute range. */
export const replace = ({ start, end }: TextRange, newText: string): Edit => ({ start, end, newText });
/** An edit that puts a text before an absolute offset. */
export const insert = (at: number, newText: string): Edit => ({ start: at, end: at, newText });
/** So many spaces; none for a negative number. */
export const spaces = (count: number): string => ' '.repeat(Math.max(count, 0));

/** The text of a place, as it is written; '' for no place. */
export function sourceOf(tree: Tree, at: NodeRange | undefined): string {
  const { start, end } = at ? textRange(tree, at) : { start: 0, end: 0 };
  return tree.text.slice(start, end);
}

/** Behind the line break at an offset, or the offset itself at the end of the text. */
export const behindBreak = (text: string, at: number): number => (at < text.length ? overBreak(text, at) : at);

/** Is there nothing but blanks before an offset on its line? */
export const startsLine = (text: string, at: number): boolean => text.slice(lineStart(text, at), at).trim() === '';

/** The whole lines of a stretch, with the last one's break; undefined when its first line is shared ("- a: 1"). */
export function wholeLines(text: string, { start, end }: TextRange): TextRange | undefined {
  return startsLine(text, start) ? { start: lineStart(text, start), end: behindBreak(text, lineEnd(text, end)) } : undefined;
}

const breaks = /\r\n?|\n/;

/** The same lines, those behind the first by `columns` further to the right (left, when negative), ended as the document ends its own. */
export function shifted(tree: Tree, source: string, columns: number): string {
  const [first = '', ...rest] = source.split(breaks);
  const move = (line: string): string =>
    columns >= 0 ? (line === '' ? line : spaces(columns) + line) : line.slice(Math.min(-columns, /^ */.exec(line)![0].length));
  return [first, ...rest.map(move)].join(styleOf(tree).lineBreak);
}

/** Moves the lines that start inside a stretch to the right, or to the left when `columns` is negative. Empty lines stay. */
export function indentLines({ text }: Tree, { start, end }: TextRange, columns: number): Edit[] {
  const edits: Edit[] = [];
  const first = start === lineStart(text, start) ? start : behindBreak(text, lineEnd(text, start));
  for (let at = first, next = at; at < end && at < text.length; at = next) {
    const stop = lineEnd(text, at);
    next = behindBreak(text, stop);
    if (stop === at) continue;
    if (columns > 0) edits.push(insert(at, spaces(columns)));
    else if (columns < 0) edits.push(replace({ start: at, end: at + Math.min(-columns, /^ */.exec(text.slice(at, stop))![0].length) }, ''));
  }
  return edits;
}

/** Spaces (or nothing) for each odd blank from an offset on that stands neither in a key, a value nor a comment. */
export function replaceOddBlanks(tree: Tree, from: number): Edit[] {
  const words: TextRange[] = [];
  for (const { fragment, offset } of tree.documents) {
    walk(fragment.root, (node, pair) => {
      if (pair) words.push(textRange(tree, pair.key));
      if (node.kind === 'scalar') words.push(textRange(tree, node));
    });
    for (const comment of commentsIn(fragment, offset)) words.push(comment);
  }
  words.sort((a, b) => a.start - b.start);
  const isInWord = (at: number): boolean => (words[lastNotAbove(words, ({ start }) => start, at)]?.end ?? 0) > at;
  const edits: Edit[] = [];
  for (let at = from; at < tree.text.length; at++) {
    const code = tree.text.charCodeAt(at);
    if (isOddBlank(code) && !isInWord(at)) edits.push(replace({ start: at, end: at + 1 }, spaces(widthOf(code))));
  }
  return edits;
}
