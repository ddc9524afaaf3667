/** The fix that puts a step of a list into another one, where it has a key that only the other may have. */
import type { Edit, MapNode, Pair, TextRange, Tree } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import { indentLines, insert, insertSources, shifted, spaces, startsLine, takePairs } from '../../syntax/edit.ts';
import { columnOf, lineStart } from '../../syntax/text.ts';
import { styleOf } from '../../syntax/style.ts';
import { writeText } from '../../syntax/write.ts';
import { quote } from '../../formats/quote.ts';
import { fix, type Fixes } from './fix.ts';
import { nested } from './way.ts';

/** What stays outside: the pairs, in their order, and of one of them the keys below which it is put. */
export interface Outside {
  readonly pairs: readonly Pair[];
  readonly moved: Pair;
  readonly way: readonly string[];
}

/** *Wrap "check" in try*: under the name stands a step with a list under `key`, whose only step has the name again and all that did not stay outside. */
export const wrapStep =
  (map: MapNode, name: string, key: string, outside: Outside): Fixes =>
  (tree) => {
    const inner = map.pairs.filter((pair) => !outside.pairs.includes(pair));
    const [first, last] = [inner[0], inner.at(-1)];
    const taken = takePairs(tree, map, outside.pairs, map.flow);
    if (!first || !last || !taken) return [];
    const start = textRange(tree, first).start;
    const written = tree.text.slice(start, textRange(tree, last).end).trimEnd();
    const stretch = { start, end: start + written.length };
    const below = outside.pairs.map((pair, index) => ({ source: taken.sources[index]!, way: pair === outside.moved ? outside.way : [] }));
    const edits = map.flow ? inFlow(tree, stretch, name, key) : inBlock(tree, stretch, name, key);
    const isGone = ({ start: at }: Edit): boolean => at < stretch.end && taken.edits.some((gone) => gone.start <= at && at < gone.end);
    const kept = edits?.filter((edit) => !isGone(edit));
    const sources = below.flatMap(({ source, way }) => nested(tree, way, [source], map.flow));
    return kept
      ? fix(`Wrap ${quote(name)} in ${key}`, [...kept, ...insertSources(tree, map, sources, map.pairs.indexOf(last)), ...taken.edits])
      : [];
  };

/** The list, its dash and the name before what stays inside, which moves to the right. */
function inBlock(tree: Tree, stretch: TextRange, name: string, key: string): Edit[] | undefined {
  if (!startsLine(tree.text, stretch.start)) return undefined;
  const { unit, listsIndented } = styleOf(tree);
  const dash = listsIndented ? unit : 0;
  const opened = `${key}:\n${spaces(dash)}- ${writeText(name, { format: 'yaml', flow: false })}:\n${spaces(dash + 2 + unit)}`;
  return [insert(stretch.start, shifted(tree, opened, columnOf(tree.text, stretch.start))), ...indentLines(tree, stretch, dash + 2 + unit)];
}

/** The same in brackets, on lines of their own where the pairs are. */
function inFlow(tree: Tree, { start, end }: TextRange, name: string, key: string): Edit[] {
  const { text, format } = tree;
  const { lineBreak, unit, space } = styleOf(tree);
  const [list, step] = [key, name].map((each) => `${writeText(each, { format, flow: true })}:`);
  if (!startsLine(text, start)) return [insert(start, `${list} [{ ${step} { `), insert(end, ' } }]')];
  const lead = text.slice(lineStart(text, start), start);
  const [one, two, three] = [1, 2, 3].map((levels) => lead + space.repeat(levels * unit));
  const lines = [...text.slice(start, end).matchAll(/\r\n?|\n/g)].map(({ index, 0: found }) => start + index + found.length);
  return [
    insert(start, [`${list} [`, `${one}{`, `${two}${step} {`, three].join(lineBreak)),
    ...lines.map((at) => insert(at, space.repeat(3 * unit))),
    insert(end, ['', `${two}}`, `${one}}`, `${lead}]`].join(lineBreak)),
  ];
}
