/** Fixes that put quotes, close them, or write what stands inside as they ask for. */
import { insert, isInFlow } from '../../syntax/edit.ts';
import { pathAt } from '../../syntax/locate.ts';
import { holds, textRange } from '../../syntax/range.ts';
import { lineStart } from '../../syntax/text.ts';
import { doubleQuoted, singleQuoted } from '../../syntax/write.ts';
import { type Make, add, change, fix, goesOnBelow, valueEnd } from './make.ts';

/** Inside brackets a value ends before the next comma or bracket. */
export const quoteToEnd: Make = (trouble) => {
  const { tree, text, at, start } = trouble;
  const line = valueEnd(trouble);
  if (!isInFlow(tree, at))
    return goesOnBelow(trouble) ? undefined : change({ start, end: line }, 'Quote the value', singleQuoted(text.slice(start, line)));
  const value = /^[^,[\]{}]*/.exec(text.slice(start, line))![0].trimEnd();
  return change({ start, end: start + value.length }, 'Quote the value', singleQuoted(value));
};

/** The words as they are, in quotes. */
export const quoteWords =
  (title: string): Make =>
  (trouble) =>
    change(trouble, title, singleQuoted(trouble.words));

/** A guess among others. */
export const quoteIt: Make = (trouble) => ({
  ...change(trouble, `Quote it: ${singleQuoted(trouble.words)}`, singleQuoted(trouble.words)),
  preferred: false,
});

/** The signs of quotes inside of a text, written as its own quotes ask for; those that are written so already stay. */
const innerQuotes: Readonly<Record<string, (inside: string) => string>> = {
  "'": (inside) => inside.replace(/''?/g, "''"),
  '"': (inside) => inside.replace(/\\[^]|"/g, (sign) => (sign === '"' ? '\\"' : sign)),
};

/** All quotes inside of a text of JSON that goes on behind one. */
export const escapeQuotes: Make = ({ tree, text, start, end }) => {
  const path = pathAt(tree, start);
  const range = [path?.pairs.at(-1)?.key, path?.nodes.at(-1)]
    .flatMap((node) => (node ? textRange(tree, node) : []))
    .find((each) => each.end === end);
  if (!range || text[end - 1] !== '"') return undefined;
  return change(range, 'Write \\" inside', `"${innerQuotes['"']!(text.slice(range.start + 1, range.end - 1))}"`);
};

/** The quotes end too early: the ones inside are written as such, or, where a text goes on behind quotes, all of it goes into quotes. */
export const quoteAll: Make = (trouble) => {
  const { tree, text, at, start } = trouble;
  const before = /(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*$/.exec(text.slice(lineStart(text, start), start))?.[0];
  if (before === undefined || isInFlow(tree, at)) return undefined;
  const range = { start: start - before.length, end: valueEnd(trouble) };
  const value = text.slice(range.start, range.end);
  const mark = before[0]!;
  // `'a' or 'b'` is two texts in quotes, `'it's'` is one, and so is what has an odd number of them.
  const isOne = value.endsWith(mark) && (/\S$/.test(before) || value.split(mark).length % 2 === 0);
  const newText = isOne ? mark + innerQuotes[mark]!(value.slice(1, -1)) + mark : singleQuoted(value);
  return change(range, 'Put all of it in quotes', newText);
};

/** The value of the key on this line, all of it. */
export const quoteWhole: Make = (trouble) => {
  const { tree, text, at, start } = trouble;
  const line = lineStart(text, start);
  const key = /^\s*(?:- +)*[\w.$-]+:\s+/.exec(text.slice(line, start))?.[0];
  if (!key || isInFlow(tree, at) || goesOnBelow(trouble)) return undefined;
  const range = { start: line + key.length, end: valueEnd(trouble) };
  // What was read as a list or a mapping is no text.
  if (/^(?:[&!]\S*\s+)*[[{].*?(?::\s|[,[{"'])/.test(text.slice(range.start, range.end))) return undefined;
  return change(range, 'Put all of it in quotes', singleQuoted(text.slice(range.start, range.end)));
};

export const closeQuote: Make = ({ text, start, end, words: open }) => {
  const mark = text[start]!;
  // Behind an odd number of them it is this one that closes, and what is wrong stands before it.
  if (text.slice(lineStart(text, start), start).split(mark).length % 2 === 0) return undefined;
  const last = open.at(-1)!;
  return /[“”„‟’]/.test(last)
    ? change({ start: end - 1, end }, `Change ${last} to ${mark}`, mark)
    : add(`Add ${mark} at the end`, end, mark);
};

/** Every backslash of the text that makes no escape. */
export const escapeBackslashes =
  (escapes: RegExp): Make =>
  ({ tree, text, start }) => {
    const node = pathAt(tree, start)?.nodes.at(-1);
    if (node?.kind !== 'scalar') return add('Write the backslash twice', start, '\\');
    const range = textRange(tree, node);
    const edits = [...text.slice(range.start, range.end).matchAll(/\\([^])/g)].flatMap((found) =>
      escapes.test(found[1]!) ? [] : [insert(range.start + found.index, '\\')],
    );
    return fix('Write the backslash twice', ...edits);
  };

const hex = (char: string): string => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A text of nothing else, such as what some systems write at the end of a file, is no text of anybody's. */
const isControlOnly = (text: string): boolean => /^[\0-\x1f\x7f]+$/.test(text);

/** All characters of a text of YAML that only stand in double quotes, as escapes. */
export const escapeInQuotes: Make = ({ tree, at, text, start }) => {
  const path = pathAt(tree, start);
  const around = [path?.nodes.at(-1), path?.pairs.at(-1)?.key];
  const node = around.find((each) => each?.kind === 'scalar' && each.fragment === at.fragment && holds(textRange(tree, each), start));
  const char = hex(text[start]!);
  if (node?.kind !== 'scalar' || node.style === 'literal' || node.style === 'folded') return undefined;
  if (node.style === 'plain' && isControlOnly(node.text)) return change(textRange(tree, node), 'Remove the control character', '');
  return change(textRange(tree, node), `Write ${char} for the control character`, doubleQuoted(node.text));
};

/** All of them up to the end of the text they stand in. */
export const escapeControls: Make = ({ text, start }) => {
  const inside = /^(?:[^"\\]|\\[^])*/.exec(text.slice(start))![0];
  const written = inside
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\t/g, '\\t')
    .replace(/[\0-\x1f]/g, hex);
  const title = /[\r\n]/.test(inside)
    ? 'Write \\n for the line break'
    : inside.startsWith('\t')
      ? 'Write \\t for the tab'
      : `Write ${hex(text[start]!)} for the control character`;
  return change({ start, end: start + inside.length }, title, written);
};
