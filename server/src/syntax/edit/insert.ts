/** More pairs in a mapping, more elements in a list. */
import type { Edit, MapNode, Node, Pair, SeqNode, Tree } from '../node.ts';
import { textRange } from '../range.ts';
import { styleOf } from '../style.ts';
import type { Plain } from '../value.ts';
import { writeElement, writeFlow, writeText, writeValue } from '../write.ts';
import { columnOf, lineEnd, lineStart } from '../text.ts';
import { insert, shifted, spaces } from './text.ts';

/** Adds a pair whose value is written out: behind the one with the key `after`, at the front for null, else at the end. */
export const insertPair = (tree: Tree, map: MapNode, key: string, value: string, after?: string | null): Edit[] =>
  insertPairs(tree, map, [[key, value]], after);

/** The same for several pairs in a row. A value that starts with a line break stands below its key. */
export function insertPairs(tree: Tree, map: MapNode, pairs: readonly (readonly [string, string])[], after?: string | null): Edit[] {
  const index = after === null ? -1 : after === undefined ? map.pairs.length - 1 : map.pairs.findIndex((pair) => pair.key.text === after);
  return insertSources(
    tree,
    map,
    pairs.map(([key, value]) => pairSource(tree, key, value)),
    index,
  );
}

const pairSource = (tree: Tree, key: string, value: string): string =>
  `${writeText(key, { format: tree.format, flow: true })}:${/^[\r\n]/.test(value) || value === '' ? '' : ' '}${value}`;

/** Adds pairs as they shall stand, from column 0 on, behind the one at `index` (-1: at the front). */
export const insertSources = (tree: Tree, map: MapNode, sources: readonly string[], index = map.pairs.length - 1): Edit[] =>
  insertMembers(tree, map, map.pairs, index, sources);

/** Adds pairs, given as data, in the style of the document: at the end, or where `after` says. */
export function addPairs(tree: Tree, map: MapNode, pairs: readonly (readonly [string, Plain])[], after?: string | null): Edit[] {
  const style = styleOf(tree);
  return insertPairs(
    tree,
    map,
    pairs.map(([key, value]) => [key, writeValue(value, style, map.flow)] as const),
    after,
  );
}

/** Adds a pair, given as data, right before another one. */
export function addPairBefore(tree: Tree, map: MapNode, pair: Pair, key: string, value: Plain): Edit[] {
  const source = pairSource(tree, key, writeValue(value, styleOf(tree), map.flow));
  if (map.flow) return insertSources(tree, map, [source], map.pairs.indexOf(pair) - 1);
  const { start } = textRange(tree, pair);
  const column = columnOf(tree.text, start);
  return [insert(start, shifted(tree, source, column) + styleOf(tree).lineBreak + spaces(column))];
}

/** Adds an element so that it becomes the one at `index`; `text` is written without its dash. */
export function insertElement(tree: Tree, seq: SeqNode, index: number, text: string): Edit[] {
  const nodes = seq.elements;
  const written = seq.flow ? text : `- ${shifted(tree, text, 2)}`;
  return insertMembers(tree, seq, nodes, Math.min(index, nodes.length) - 1, [written]);
}

/** Adds an element, given as data, at the end of a list. */
export const addElement = (tree: Tree, seq: SeqNode, value: Plain): Edit[] =>
  insertElement(
    tree,
    seq,
    seq.elements.length,
    seq.flow ? writeFlow(value, { format: tree.format, flow: true }) : writeElement(value, styleOf(tree)),
  );

function insertMembers(
  tree: Tree,
  parent: MapNode | SeqNode,
  members: readonly (Pair | Node)[],
  after: number,
  sources: readonly string[],
): Edit[] {
  const { text } = tree;
  const whole = textRange(tree, parent);
  if (parent.flow && members.length === 0) return insertFirst(tree, parent, sources);
  if (parent.flow) {
    const start = textRange(tree, members[0]!).start;
    const written = sources.map((source) => shifted(tree, source, columnOf(text, start)));
    const lead = text.slice(whole.start + 1, start);
    const gap = /[\r\n]/.test(lead) ? styleOf(tree).lineBreak + indentAt(text, start) : ' ';
    if (after < 0) return [insert(start, written.map((one) => `${one},${gap}`).join(''))];
    return [insert(textRange(tree, members[after]!).end, written.map((one) => `,${gap}${one}`).join(''))];
  }
  const column = columnOf(text, whole.start);
  const written = sources.map((source) => shifted(tree, source, column));
  const line = styleOf(tree).lineBreak + spaces(column);
  if (after < 0) return [insert(whole.start, written.map((one) => one + line).join(''))];
  const end = lineEnd(text, Math.max(textRange(tree, members[after]!).end, whole.start));
  return [insert(end, written.map((one) => line + one).join(''))];
}

/** Into brackets that hold nothing: on lines of their own where the brackets stand on two. */
function insertFirst(tree: Tree, parent: MapNode | SeqNode, sources: readonly string[]): Edit[] {
  const { text } = tree;
  const { start, end } = textRange(tree, parent);
  const inside = text.slice(start + 1, end - 1);
  if (/[\r\n]/.test(inside)) {
    const lead = /^[ \t]*/.exec(text.slice(lineStart(text, start)))![0];
    const { lineBreak, unit, space } = styleOf(tree);
    const gap = lineBreak + lead + space.repeat(unit);
    return [insert(start + 1, gap + sources.join(`,${gap}`))];
  }
  const all = sources.join(', ');
  return [insert(start + 1, parent.kind === 'map' ? ` ${all}${inside === '' ? ' ' : ''}` : all)];
}

/** The blanks before the first word of a line, tabs as they are; spaces where something else stands there. */
function indentAt(text: string, at: number): string {
  const lead = text.slice(lineStart(text, at), at);
  return /^[ \t]*$/.test(lead) ? lead : spaces(lead.length);
}
