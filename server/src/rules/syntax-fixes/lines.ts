/** Fixes that move words to other lines and columns. */
import { indentLines, insert, isInFlow } from '../../syntax/edit.ts';
import { pathAt } from '../../syntax/locate.ts';
import { textRange } from '../../syntax/range.ts';
import { styleOf } from '../../syntax/style.ts';
import { lineEnd, lineStart } from '../../syntax/text.ts';
import { type Make, change, deeperLines, fix } from './make.ts';
import type { Edit, Tree } from '../../syntax/node.ts';

/** In the column of the dashes: what stands below goes along where it would not be deeper than the key any more. */
const dashBefore: Make = ({ tree, text, start }) => {
  const line = lineStart(text, start);
  const nodes = pathAt(tree, start)?.nodes ?? [];
  const element = nodes.find((each) => textRange(tree, each).start === start);
  if (!element || isInFlow(tree, element) || text.slice(line, start).trim() !== '') return undefined;
  const own = start - line;
  const { end } = textRange(tree, element);
  const [first] = deeperLines(text, start);
  const moved = first && first.start < end && first.indent <= own + 2 ? indentLines(tree, { start: lineEnd(text, start), end }, 2) : [];
  return fix('Add "- "', { start: line, end: start, newText: `${' '.repeat(own)}- ` }, ...moved);
};

/** The item whose dash stands in a column above a line, when nothing less deep stands between: its name, and the column of what it holds. */
function itemAbove(text: string, line: number, column: number): { readonly name: string; readonly column: number } | undefined {
  let inside = -1;
  const above = text
    .slice(Math.max(0, line - 4000), line)
    .split(/\r?\n/)
    .slice(0, -1)
    .reverse();
  for (const each of above) {
    const words = each.trimStart();
    if (words === '' || words.startsWith('#')) continue;
    const indent = each.length - words.length;
    if (indent <= column) {
      const name = indent === column ? /^- (.*?):[ \t]*(?:#.*)?$/.exec(words)?.[1] : undefined;
      return name === undefined || inside < 0 ? undefined : { name, column: inside };
    }
    inside = indent;
  }
  return undefined;
}

/** A key in the column of the dashes may be one of the item above: it goes under what that holds, with what stands below it. */
const underItem: Make = ({ tree, text, start }) => {
  const line = lineStart(text, start);
  const column = start - line;
  const item = text.slice(line, start).trim() === '' ? itemAbove(text, line, column) : undefined;
  if (!item) return undefined;
  const end = lineEnd(text, deeperLines(text, start).at(-1)?.start ?? start);
  return fix(`Indent it under "${item.name}"`, ...indentLines(tree, { start: line, end }, item.column - column));
};

/** The dash, or the key under the item above: the text after each says which is right. */
export const missingDash: Make = (trouble) => [withDash(trouble) ?? [], underItem(trouble) ?? []].flat(2);

const withDash: Make = (trouble) => {
  const { text, start } = trouble;
  const line = lineStart(text, start);
  const column = start - line;
  if (column < 2 || text.slice(line, start).trim() !== '') return undefined;
  // The dash stands where the other elements have theirs, two columns before what follows it.
  const rest = text.slice(start, start + 2000);
  const next = /\n( *)- /g;
  for (let match = next.exec(rest); match; match = next.exec(rest)) {
    if (match[1]!.length > column) continue;
    if (match[1]!.length !== column - 2) break;
    return change({ start: start - 2, end: start }, 'Add "- "', '- ');
  }
  return dashBefore(trouble);
};

/** The dash goes below its key; what stands deeper than the other dashes goes with it, where it would not be below its own key. */
export const listBelow: Make = ({ tree, text, start }) => {
  const line = text.slice(lineStart(text, start), start);
  if (!/:\s+$/.test(line)) return undefined;
  const { lineBreak, unit, listsIndented } = styleOf(tree);
  const below = deeperLines(text, start);
  const dash = below.find((each) => /^ *- /.test(text.slice(each.start, each.start + each.indent + 2)));
  const column = dash?.indent ?? /^[ -]*/.exec(line)![0].length + (listsIndented ? unit : 0);
  const inside = below.slice(0, dash ? below.indexOf(dash) : below.length);
  const deeper = inside[0] && /:\s*(?:#.*)?$/.test(text.slice(start, lineEnd(text, start))) ? column + 2 + unit - inside[0].indent : 0;
  const moved = inside.flatMap((each): Edit[] => (deeper > 0 ? [insert(each.start, ' '.repeat(deeper))] : []));
  const gap = { start: start - /\s*$/.exec(line)![0].length, end: start, newText: lineBreak + ' '.repeat(column) };
  return fix('Start the list on the next line', gap, ...moved);
};

/** Keys that stand on the line of the one that holds them: each gets a line of its own, and what stands below goes with the last. */
export const linesOfTheirOwn: Make = ({ tree, text, start }) => {
  const line = lineStart(text, start);
  const stop = lineEnd(text, start);
  if (/,\s+[\w-]+:\s/.test(text.slice(start, stop))) return undefined;
  const { lineBreak, unit } = styleOf(tree);
  const edits: Edit[] = [];
  let column = /^[ -]*/.exec(text.slice(line, start))![0].length;
  const own = column;
  for (let at = start; ;) {
    column += unit;
    const blanks = /[ \t]*$/.exec(text.slice(line, at))![0].length;
    edits.push({ start: at - blanks, end: at, newText: lineBreak + ' '.repeat(column) });
    const key = /^[\w-]+:[ \t]+(?=[\w-]+:(?:[ \t]|$))/.exec(text.slice(at, stop));
    if (!key) break;
    at += key[0].length;
  }
  const below = /^(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*( *)/.exec(text.slice(stop))?.[1]?.length ?? 0;
  if (below <= own) return fix('Put it on a line of its own', ...edits);
  if (!/:\s*(?:#.*)?$/.test(text.slice(start, stop)))
    return edits.length > 1 ? undefined : fix('Put it on a line of its own', { ...edits[0]!, newText: lineBreak + ' '.repeat(below) });
  const deeper = ' '.repeat(Math.max(0, column + unit - below));
  const lines = new RegExp(`(?:\\r\\n?|\\n)(?=([ ]*)[^\\s])`, 'g');
  lines.lastIndex = stop;
  for (let match = lines.exec(text); match && match[1]!.length > own; match = lines.exec(text))
    if (deeper) edits.push(insert(match.index + match[0].length, deeper));
  return fix('Put it on a line of its own', ...edits);
};

/** `name: order, version: 1` — each key on a line of its own, below the first. */
export const linesForCommas: Make = ({ tree, text, start, words }) => {
  const column = /^[ -]*/.exec(text.slice(lineStart(text, start), start))![0].length;
  const newText = styleOf(tree).lineBreak + ' '.repeat(column);
  const edits = [...words.matchAll(/,[ \t]+(?=[\w-]+:[ \t])/g)].map(({ 0: comma, index }): Edit => ({
    start: start + index,
    end: start + index + comma.length,
    newText,
  }));
  return fix(edits.length > 1 ? 'Put each on a line of its own' : 'Put it on a line of its own', ...edits);
};

export const textBelow: Make = ({ tree, text, start, end }) => {
  const { lineBreak, unit } = styleOf(tree);
  const line = text.slice(lineStart(text, start), start);
  const below = /^(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*( *)\S/.exec(text.slice(lineEnd(text, start)))?.[1]?.length ?? 0;
  const own = /^[ -]*/.exec(line)![0].length;
  return change(
    { start: start - /[ \t]*$/.exec(line)![0].length, end },
    'Start the text on the next line',
    lineBreak + ' '.repeat(Math.max(below, own) > own ? below : own + unit) + text.slice(start, end),
  );
};

export const moveInto =
  (align: (tree: Tree, start: number) => readonly Edit[]): Make =>
  ({ tree, start }) =>
    fix('Line it up with its neighbours', ...align(tree, start));
