/** Fixes of list items that hold a name with what belongs to it: split, named, made from something else. */
import type { Edit, MapNode, Pair, Tree } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import { indentLines, insert, insertElement, startsLine, takePairs, wholeLines } from '../../syntax/edit.ts';
import { columnOf, lineStart } from '../../syntax/text.ts';
import { styleOf } from '../../syntax/style.ts';
import { writeText } from '../../syntax/write.ts';
import { quote } from '../../formats/quote.ts';
import { fix, type Fixes, listOf } from './fix.ts';

/** Nothing but a comma between two offsets. */
const onlyComma = (tree: Tree, start: number, end: number): boolean => /^\s*,\s*$/.test(tree.text.slice(start, end));

/** The dash before the first key of a mapping in a block list, with the blanks around it; undefined where they share no line. */
export function dashOf(tree: Tree, map: MapNode): string | undefined {
  const { start } = textRange(tree, map.pairs[0]!);
  const dash = tree.text.slice(lineStart(tree.text, start), start);
  return !map.flow && /^\s*-\s+$/.test(dash) ? dash : undefined;
}

/** Two names in one list item: the second one gets its own. */
export const splitItem =
  (map: MapNode, pair: Pair): Fixes =>
  (tree) => {
    const before = map.pairs[map.pairs.indexOf(pair) - 1];
    const { start } = textRange(tree, pair);
    if (!before) return [];
    if (!map.flow) {
      const dash = dashOf(tree, map);
      const edits =
        dash !== undefined && startsLine(tree.text, start) ? [{ start: lineStart(tree.text, start), end: start, newText: dash }] : [];
      return fix(`Start ${quote(pair.key.text)} with its own "- "`, edits);
    }
    const { end } = textRange(tree, before);
    const list = listOf(tree, map)?.list;
    if (!list || !onlyComma(tree, end, start)) return [];
    const between = list.flow ? ', ' : `${styleOf(tree).lineBreak}${' '.repeat(columnOf(tree.text, textRange(tree, list).start))}- `;
    return fix(`Give ${quote(pair.key.text)} an item of its own`, [{ start: end, end: start, newText: ` }${between}{ ` }]);
  };

/** A list item whose name was left out. Each of a list gets a number of its own. */
export const nameItem =
  (map: MapNode, first: Pair, word: string): Fixes =>
  (tree) => {
    const name = freeName(tree, word, listOf(tree, map)?.index ?? 0);
    const title = `Name it ${quote(name)}`;
    const key = writeText(name, { format: tree.format, flow: true });
    const range = textRange(tree, map);
    if (map.flow) return fix(title, [insert(range.start, `{ ${key}: `), insert(range.end, ' }')]);
    const { lineBreak, unit } = styleOf(tree);
    const { start } = textRange(tree, first);
    const line = `${key}:${lineBreak}${' '.repeat(columnOf(tree.text, start) + unit)}`;
    return map.pairs[0] === first ? fix(title, [insert(start, line), ...indentLines(tree, range, unit)]) : [];
  };

/** The name with this index among those that stand nowhere in the text: `step1`, `step2` … */
export function freeName({ text }: Tree, word: string, index: number): string {
  let free = -1;
  for (let n = 1; ; n++) if (!text.includes(`${word}${n}`) && ++free === index) return `${word}${n}`;
}

/** `- name: ship` becomes `- ship:` with the rest below it. */
export const nameByKey =
  (map: MapNode, first: Pair, name: string): Fixes =>
  (tree) => {
    const title = `Make ${quote(name)} the key`;
    const range = textRange(tree, first);
    const next = map.pairs[1];
    if (!next || map.pairs[0] !== first) return [];
    const key = writeText(name, { format: tree.format, flow: true });
    if (!map.flow) {
      const rest = { start: range.end, end: textRange(tree, map).end };
      return fix(title, [{ ...range, newText: `${key}:` }, ...indentLines(tree, rest, styleOf(tree).unit)]);
    }
    const { start } = textRange(tree, next);
    const { end } = textRange(tree, map.pairs.at(-1)!);
    return onlyComma(tree, range.end, start) ? fix(title, [{ ...range, end: start, newText: `${key}: { ` }, insert(end, ' }')]) : [];
  };

/** The second of two kinds moves, with what belongs to it, to a list item of its own. */
export const ownTask =
  (map: MapNode, name: Pair, moving: readonly Pair[]): Fixes =>
  (tree) => {
    const kind = moving[0]!.key.text;
    const called = writeText(`${name.key.text}${kind[0]!.toUpperCase()}${kind.slice(1)}`, { format: tree.format, flow: true });
    return fix(
      `Give ${quote(kind)} its own task`,
      map.flow ? ownFlowItem(tree, map, name, moving, called) : ownBlockItem(tree, map, name, moving, called),
    );
  };

function ownFlowItem(tree: Tree, map: MapNode, name: Pair, moving: readonly Pair[], called: string): readonly Edit[] | undefined {
  const item = itemOf(tree, name);
  const taken = item && takePairs(tree, map, moving, true);
  if (!item || !taken) return undefined;
  const text = item.list.flow ? `{ ${called}: { ${taken.sources.join(', ')} } }` : `${called}: { ${taken.sources.join(', ')} }`;
  return [...insertElement(tree, item.list, item.index + 1, text), ...taken.edits];
}

/** The list item that is named by this pair. */
function itemOf(tree: Tree, name: Pair): ReturnType<typeof listOf> {
  const { root } = name.fragment;
  return root?.kind === 'map' && root.pairs.includes(name) ? listOf(tree, root) : undefined;
}

function ownBlockItem(tree: Tree, map: MapNode, name: Pair, moving: readonly Pair[], called: string): readonly Edit[] | undefined {
  const { text } = tree;
  const { lineBreak } = styleOf(tree);
  const { start } = textRange(tree, name);
  const dash = text.slice(lineStart(text, start), start);
  const lines = moving.map((pair) => wholeLines(text, textRange(tree, pair)));
  const [first] = lines;
  if (!/^\s*-\s+$/.test(dash) || !first || !lines.every((each) => each !== undefined)) return undefined;
  const head = `${dash}${called}:${lineBreak}`;
  const { end: at } = wholeLines(text, { start: lineStart(text, start), end: textRange(tree, map).end })!;
  // What moves from the end of the task stays where it is: only the line of the new name is put before it.
  if (lines.every((each, i) => i === 0 || lines[i - 1]!.end === each.start) && lines.at(-1)!.end >= at) return [insert(first.start, head)];
  const moved = lines.map((each) => text.slice(each.start, each.end).replace(/[\r\n]+$/, '') + lineBreak).join('');
  const open = /[\r\n]$/.test(text.slice(0, at)) ? '' : lineBreak;
  return [...lines.map((each) => ({ ...each, newText: '' })), insert(at, open + head + moved)];
}
