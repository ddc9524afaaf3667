/** Fixes of lines and dashes that stand in another column than their neighbours: they move, with what belongs to them. */
import { collectionsAround, indentLines } from '../../syntax/edit.ts';
import { pathAt } from '../../syntax/locate.ts';
import type { Edit, MapNode, NodeRange, SeqNode, TextRange, Tree } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import { styleOf } from '../../syntax/style.ts';
import { columnOf, lineEnd, lineStart } from '../../syntax/text.ts';

/** Lines to move, and the column that they start in. */
interface Lines extends TextRange {
  readonly column: number;
}

/** The column of most of them; of two that are as many, the first one's, but not that of the one at `blamed`. */
function usual(all: readonly Lines[], blamed: number): number {
  const counts = new Map<number, number>();
  for (const { column } of all) counts.set(column, (counts.get(column) ?? 0) + 1);
  const odd = all.find(({ start }) => start === blamed)?.column;
  const rank = ([column, times]: readonly [number, number]): number => times - Number(column === odd) / 2;
  return [...counts].reduce((best, each) => (rank(each) > rank(best) ? each : best))[0];
}

/** The edits that bring all to the column of most of them; none where something else stands before one on its line. */
function align(tree: Tree, all: readonly Lines[], blamed: number): readonly Edit[] {
  const starts = (each: Lines): boolean => tree.text.slice(lineStart(tree.text, each.start), each.start).trim() === '';
  // One that stands behind a dash stays, and the others come to it.
  const fixed = all.find((each) => !starts(each));
  const column = fixed ? fixed.column : usual(all, blamed);
  const odd = all.filter((each) => each.column !== column);
  if (!odd.every(starts)) return [];
  return odd.flatMap((each) => {
    const start = lineStart(tree.text, each.start);
    const end = isBelowAsWanted(tree, each, column) ? lineEnd(tree.text, each.start) : each.end;
    return indentLines(tree, { start, end }, column - each.column);
  });
}

/** Stand the lines below already where they belong, once the first one is in this column? */
function isBelowAsWanted(tree: Tree, { start, column: own }: Lines, column: number): boolean {
  const { text } = tree;
  const { unit } = styleOf(tree);
  const stop = lineEnd(text, start);
  const below = /^(?:\r\n?|\n)( *)[^\s#-]/.exec(text.slice(stop))?.[1]!.length ?? -1;
  const item = /^-\s+[^\r\n]*?(:?)[ \t]*(?:#.*)?$/.exec(text.slice(start, stop));
  if (!item) return below > own && below === column + unit;
  // Beside the first key of an item, or below that key.
  return below !== own + 2 && below === column + 2 + (item[1] === '' ? 0 : unit);
}

const linesAt = (tree: Tree, range: TextRange): Lines => ({ ...range, column: columnOf(tree.text, range.start) });

/** Keys of one mapping, `start` being where one of them stands, under each other. */
export function alignKeys(tree: Tree, start: number): readonly Edit[] {
  const map = pathAt(tree, start)?.nodes.findLast((each): each is MapNode => each.kind === 'map');
  if (!map || map.flow || !map.pairs.some((pair) => textRange(tree, pair).start === start)) return [];
  return align(
    tree,
    map.pairs.map((pair) => linesAt(tree, textRange(tree, pair))),
    start,
  );
}

/** Dashes of one list, `start` being where one of them stands, under each other. */
export function alignDashes(tree: Tree, start: number): readonly Edit[] {
  const behind = start + /^-\s*/.exec(tree.text.slice(start))![0].length;
  const element = pathAt(tree, behind)?.nodes.find((each) => textRange(tree, each).start === behind);
  const list = element && collectionsAround(tree, element).findLast((each): each is SeqNode => each.kind === 'seq');
  if (!list || list.flow) return [];
  // One without a dash has a problem of its own.
  const withDash = (node: NodeRange): TextRange[] => {
    const { start, end } = textRange(tree, node);
    const dash = /-\s*$/.exec(tree.text.slice(lineStart(tree.text, start), start));
    return dash ? [{ start: start - dash[0].length, end }] : [];
  };
  return align(
    tree,
    list.elements.flatMap(withDash).map((each) => linesAt(tree, each)),
    start,
  );
}

/** Do the keys among which a dash stands at an absolute offset stand further right than the dash? */
export function isDeeperThan(tree: Tree, dash: number): boolean {
  const map = pathAt(tree, dash + 2)?.nodes.findLast(({ kind }) => kind === 'map');
  return map !== undefined && columnOf(tree.text, textRange(tree, map).start) > columnOf(tree.text, dash);
}
