/** Fixes that put pairs into the mapping they belong in, out of, into or below where they stand. */
import type { Edit, MapNode, Node, Pair, SeqNode, Tree } from '../../syntax/node.ts';
import { resolve } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import {
  indentLines,
  insert,
  insertSources,
  removeElement,
  replaceValue,
  setValue,
  shifted,
  sourceOf,
  takePairs,
  wholeLines,
} from '../../syntax/edit.ts';
import { columnOf } from '../../syntax/text.ts';
import { styleOf } from '../../syntax/style.ts';
import type { Plain } from '../../syntax/value.ts';
import { writeText } from '../../syntax/write.ts';
import type { EnclosingMapping } from '../context.ts';
import { and } from '../../formats/sentence.ts';
import { quote } from '../../formats/quote.ts';
import { fix, type Fixes } from './fix.ts';
import { dashOf } from './items.ts';

const startOf = (tree: Tree, at: Pair | MapNode): number => textRange(tree, at).start;
const endOf = (tree: Tree, at: Pair | MapNode): number => textRange(tree, at).end;
const columnAt = (tree: Tree, at: Pair | MapNode): number => columnOf(tree.text, startOf(tree, at));

/** Moves a pair to the mapping around in which it belongs, with another value where it has to have one. */
export const moveOut =
  (map: MapNode, pair: Pair, { map: around }: EnclosingMapping, value?: Plain): Fixes =>
  (tree) => {
    const holder = around.pairs.find((each) => holds(each.value, map));
    const lines = !pair.value && !map.flow && !around.flow ? wholeLines(tree.text, textRange(tree, pair)) : undefined;
    // Without a value it holds the lines below, if it is only its own line that is out of place.
    if (holder && lines && pair !== map.pairs[0]) {
      const indent = { start: lines.start, end: startOf(tree, pair), newText: ' '.repeat(columnAt(tree, around)) };
      return [
        ...fix(`Line ${quote(pair.key.text)} up with ${quote(holder.key.text)}`, [indent]),
        ...moveBeside(around, holder, map, pair, -1)(tree),
      ];
    }
    const edits = holder && value !== undefined ? replaceValue(tree, pair.value!, value) : undefined;
    return holder ? moveBeside(around, holder, map, pair, -1, edits)(tree) : [];
  };

/** Writes the line of a key of `around` above the first of the pairs that it holds, which stand as deep already. */
export const insertHolder =
  (around: MapNode, first: Pair, name: string): Fixes =>
  (tree) => {
    const lines = around.flow ? undefined : wholeLines(tree.text, textRange(tree, first));
    const line = `${' '.repeat(columnAt(tree, around))}${name}:${styleOf(tree).lineBreak}`;
    return lines ? fix(`Put ${quote(`${name}:`)} above`, [insert(lines.start, line)]) : [];
  };

/** Moves a pair from inside of `holder` to its side: behind it, or (`offset` -1) before it; `change` gives it another value. */
export const moveBeside =
  (around: MapNode, holder: Pair, map: MapNode, pair: Pair, offset: 0 | -1 = 0, change?: Edit): Fixes =>
  (tree) => {
    const title = `Move ${quote(pair.key.text)} out of ${quote(holder.key.text)}`;
    const lines = map.flow ? undefined : wholeLines(tree.text, textRange(tree, pair));
    // At the end of both it stays where it is.
    if (lines && map.pairs.length > 1 && !around.flow && endOf(tree, pair) === endOf(tree, holder))
      return fix(title, [...indentLines(tree, lines, columnAt(tree, around) - columnAt(tree, pair)), ...(change ? [change] : [])]);
    const taken = takePairs(tree, map, [pair], around.flow);
    const sources = taken?.sources.map((source) => (change ? source.replace(sourceOf(tree, pair.value), () => change.newText) : source));
    return taken && sources
      ? fix(title, [...insertSources(tree, around, sources, around.pairs.indexOf(holder) + offset), ...taken.edits])
      : [];
  };

/** Makes a list element of one pair a pair beside the list. */
export const moveElementBeside =
  (
    around: MapNode,
    holder: Pair,
    { list, index, map, pair }: { readonly list: SeqNode; readonly index: number; readonly map: MapNode; readonly pair: Pair },
  ): Fixes =>
  (tree) => {
    if (list.elements.length === 1) return [];
    const title = `Move ${quote(pair.key.text)} out of ${quote(holder.key.text)}`;
    const dash = dashOf(tree, map);
    if (dash !== undefined && !around.flow && index === list.elements.length - 1) {
      const range = textRange(tree, pair);
      const column = columnAt(tree, around);
      const start = range.start - dash.length;
      return fix(title, [
        { start, end: range.start, newText: ' '.repeat(column) },
        ...indentLines(tree, range, column - columnAt(tree, pair)),
      ]);
    }
    const taken = takePairs(tree, map, [pair], around.flow);
    return taken
      ? fix(title, [...insertSources(tree, around, taken.sources, around.pairs.indexOf(holder)), ...removeElement(tree, list, index)])
      : [];
  };

const holds = (node: Node | undefined, inner: MapNode): boolean =>
  node === inner || (node?.kind === 'map' && node.pairs.some((each) => holds(each.value, inner)));

/** Moves a pair into the value of the property in which it belongs. */
export const moveInto =
  (map: MapNode, pair: Pair, name: string): Fixes =>
  (tree) => {
    const target = map.pairs.find((each) => each.key.text === name);
    const title = `Move ${quote(pair.key.text)} into ${quote(name)}`;
    return fix(title, target ? intoPair(tree, map, [pair], target) : underNew(tree, map, [pair], name));
  };

/** Moves a pair out of one mapping into what another pair holds. */
export const moveAcross =
  (map: MapNode, pair: Pair, target: Pair): Fixes =>
  (tree) =>
    fix(`Move ${quote(pair.key.text)} into ${quote(target.key.text)}`, intoPair(tree, map, [pair], target, 'end'));

/** Moves pairs into the value of another pair, of their mapping or beside it: a mapping that is written there, or nothing yet. */
function intoPair(
  tree: Tree,
  map: MapNode,
  pairs: readonly Pair[],
  target: Pair,
  to: 'start' | 'end' = 'start',
): readonly Edit[] | undefined {
  const { value } = target;
  if (value?.kind === 'map') {
    const taken = takePairs(tree, map, pairs, value.flow);
    return taken && [...insertSources(tree, value, taken.sources, value.flow || to === 'end' ? undefined : -1), ...taken.edits];
  }
  if (value && !(value.kind === 'scalar' && value.value === null)) return undefined;
  const taken = takePairs(tree, map, pairs, map.flow);
  return taken && [...setValue(tree, target, below(tree, taken.sources, map.flow).replace(/^ /, '')), ...taken.edits];
}

/** Pairs as the value behind a colon. */
const below = (tree: Tree, sources: readonly string[], flow: boolean): string => {
  const deeper = styleOf(tree).unit;
  return flow ? ` { ${sources.join(', ')} }` : sources.map((source) => shifted(tree, `\n${source}`, deeper)).join('');
};

/** Pairs are put below a new key: where they stand when they follow each other, else where the first of them does. */
function underNew(tree: Tree, map: MapNode, pairs: readonly Pair[], name: string): readonly Edit[] | undefined {
  const [first] = pairs;
  const last = pairs.at(-1);
  if (!first || !last) return undefined;
  const { lineBreak, unit, format } = styleOf(tree);
  const key = `${writeText(name, { format, flow: true })}:`;
  if (!areTogether(map, pairs)) {
    const before = map.pairs.indexOf(first) - 1;
    const taken = before >= 0 ? takePairs(tree, map, pairs, map.flow) : undefined;
    return taken && [...insertSources(tree, map, [key + below(tree, taken.sources, map.flow)], before), ...taken.edits];
  }
  const range = { start: startOf(tree, first), end: endOf(tree, last) };
  if (map.flow) return [insert(range.start, `${key} { `), insert(range.end, ' }')];
  const line = key + lineBreak + ' '.repeat(columnAt(tree, first) + unit);
  // The line of the key brings its own indentation for what stands behind it, at column 0 too.
  return [insert(range.start, line), ...indentLines(tree, range, unit).filter(({ start }) => start > range.start)];
}

const areTogether = (map: MapNode, pairs: readonly Pair[]): boolean => {
  const from = map.pairs.indexOf(pairs[0]!);
  return pairs.every((pair, at) => map.pairs[from + at] === pair);
};

/** Indents neighbours under the property they belong in, which is written above them or is not there yet. */
export const indentInto =
  (here: EnclosingMapping, pairs: readonly Pair[], name: string): Fixes =>
  (tree) => {
    const { map } = here;
    const first = pairs[0]!;
    const words = pairs.length > 3 ? `these ${pairs.length} keys` : and(pairs.map((pair) => quote(pair.key.text)));
    const target = map.pairs.find((pair) => pair.key.text === name);
    if (target) {
      const range = { start: startOf(tree, first), end: endOf(tree, pairs.at(-1)!) };
      const lines = wholeLines(tree.text, range);
      const follows = !map.flow && lines && areTogether(map, pairs) && target === map.pairs[map.pairs.indexOf(first) - 1];
      const empty = target.value === undefined || (target.value.kind === 'scalar' && target.value.value === null);
      const title = `${map.flow ? 'Move' : 'Indent'} ${words} ${map.flow ? 'into' : 'under'} ${quote(name)}`;
      return fix(title, follows && empty ? indentLines(tree, lines, styleOf(tree).unit) : intoPair(tree, map, pairs, target));
    }
    return fix(`Put ${words} under ${quote(name)}`, underLost(tree, here, pairs, name) ?? underNew(tree, map, pairs, name));
  };

/** Where a whole line was lost, what stood below it is still indented by two levels: only the line is put back. */
function underLost(tree: Tree, { map, context }: EnclosingMapping, pairs: readonly Pair[], name: string): readonly Edit[] | undefined {
  const { lineBreak, unit, format } = styleOf(tree);
  if (map.flow || context.element) return undefined;
  const own = columnAt(tree, pairs[0]!);
  const around = context.pair ? columnAt(tree, context.pair) : -unit;
  const lines = wholeLines(tree.text, textRange(tree, pairs[0]!));
  if (!lines || own - around < 2 * unit || map.pairs.some((pair) => !pairs.includes(pair) && columnAt(tree, pair) === own))
    return undefined;
  return [insert(lines.start, `${' '.repeat(around + unit)}${writeText(name, { format, flow: true })}:${lineBreak}`)];
}

/** Keys that stand beside a name instead of below it. */
export const indentUnder =
  (map: MapNode, first: Pair): Fixes =>
  (tree) => {
    const title = `Indent it under ${quote(first.key.text)}`;
    const [own, ...rest] = map.pairs;
    if (own !== first || rest.length === 0) return [];
    const value = resolve(first.value);
    const lines = wholeLines(tree.text, { start: startOf(tree, rest[0]!), end: endOf(tree, map) });
    if (map.flow || !lines || value?.kind !== 'map' || value.flow || value !== first.value || value.pairs.length === 0) {
      const open = !value || (value.kind === 'scalar' && value.value === null);
      return !map.flow && lines && open
        ? fix(title, indentLines(tree, lines, styleOf(tree).unit))
        : fix(map.flow ? `Move it into ${quote(first.key.text)}` : title, intoPair(tree, map, rest, first));
    }
    const by = columnAt(tree, value) - columnAt(tree, rest[0]!);
    return by > 0 ? fix(title, indentLines(tree, lines, by)) : [];
  };
