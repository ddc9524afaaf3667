/** Fixes that say a kind by a value, with what belongs to it under a key beside it. */
import { pairWords } from '../describe.ts';
import { quote } from '../../formats/quote.ts';
import type { MapNode, Pair, Tree } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import { indentLines, insert } from '../../syntax/edit.ts';
import { columnOf } from '../../syntax/text.ts';
import { styleOf } from '../../syntax/style.ts';
import { fix, type Fixes } from './fix.ts';
import { keyOf, putInto } from './way.ts';

/** What stands between a pair of this mapping and the next. */
const gapIn = (tree: Tree, map: MapNode, at: number): string =>
  map.flow ? ', ' : styleOf(tree).lineBreak + ' '.repeat(columnOf(tree.text, at));

/** `call: { http: … }` becomes `call: http`, and what stands below that stands below `with`. */
export const kindOfMapping =
  (map: MapNode, pair: Pair, inner: Pair, kind: string, holder: string): Fixes =>
  (tree) => {
    const { start, end } = textRange(tree, pair.key);
    const name = textRange(tree, inner.key);
    const [around, below] = [textRange(tree, pair), textRange(tree, inner)];
    const isFlow = tree.text.slice(end, name.start).includes('{');
    // A comment between them would be lost.
    const outside = tree.text.slice(end, name.start) + (isFlow ? tree.text.slice(below.end, around.end) : '');
    if (!/^[\s:{},]*$/.test(outside)) return [];
    const newText = `: ${keyOf(tree, kind)}${gapIn(tree, map, start)}${keyOf(tree, holder)}`;
    const rest = isFlow
      ? [{ start: below.end, end: around.end, newText: '' }]
      : indentLines(tree, { start: name.end, end: below.end }, columnOf(tree.text, start) - columnOf(tree.text, name.start));
    return fix(`Change to ${pairWords(pair.key.text, kind, tree.format)} with ${quote(holder)}`, [
      { start: end, end: name.end, newText },
      ...rest,
    ]);
  };

/** Pairs become those of `with`, beside `call: http`. Not where something stands between them. */
export const argumentsOfKind =
  (map: MapNode, pairs: readonly Pair[], property: string, kind: string, holder: string): Fixes =>
  (tree) => {
    const { start } = textRange(tree, pairs[0]!);
    const title = `Change to ${pairWords(property, kind, tree.format)} with ${quote(holder)}`;
    const written = `${keyOf(tree, property)}: ${keyOf(tree, kind)}${gapIn(tree, map, start)}`;
    const from = map.pairs.indexOf(pairs[0]!);
    if (!pairs.every((pair, at) => map.pairs[from + at] === pair)) return [];
    if (map.flow)
      return fix(title, [insert(start, `${written}${keyOf(tree, holder)}: { `), insert(textRange(tree, pairs.at(-1)!).end, ' }')]);
    const moved = pairs.map((pair) => ({ pair, name: pair.key.text }));
    return putInto(map, moved, [holder])(tree).flatMap(({ edits: [only, ...others] }) =>
      only?.start === start && others.length === 0 ? fix(title, [{ ...only, newText: written + only.newText }]) : [],
    );
  };
