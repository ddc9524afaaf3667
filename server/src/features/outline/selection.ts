/** Growing selections: scalar → value → pair → mapping → element → list → document. */
import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import type { Doc } from '../../doc.ts';
import { holdsPosition } from '../../syntax/lines.ts';
import { documentAt, pathAt } from '../../syntax/locate.ts';
import type { Node, NodeRange, TextRange } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';

/** For each position the ranges around it, the smallest first, each the `parent` of the one before it. */
export const selectionRanges = (doc: Doc, at: readonly Position[]): SelectionRange[] => at.map((position) => chain(doc, position));

function chain(doc: Doc, position: Position): SelectionRange {
  let result: SelectionRange | undefined;
  for (const range of rangesAround(doc, doc.offsetAt(position)).map((each) => doc.range(each)))
    if (holdsPosition(range, position) && (!result || isSmaller(result.range, range)))
      result = result ? { range, parent: result } : { range };
  return result ?? { range: { start: position, end: position } };
}

/** What stands around an absolute offset, the largest first. */
function rangesAround(doc: Doc, offset: number): TextRange[] {
  const root = documentAt(doc.tree, offset)?.fragment.root;
  const ranges: TextRange[] = [{ start: 0, end: doc.text.length }];
  if (!root) return ranges;
  ranges.push(textRange(doc.tree, root));
  const found = pathAt(doc.tree, offset, root);
  const pairs = found?.pairs.values();
  for (const node of found?.nodes ?? []) {
    ranges.push(textRange(doc.tree, node), ...insideQuotes(doc, node, offset));
    const pair = node.kind === 'map' ? pairs?.next().value : undefined;
    if (pair) ranges.push(whole(doc, pair, pair.value));
    if (found?.on === 'key' && pair === found.pairs.at(-1) && pair) ranges.push(textRange(doc.tree, pair.key));
  }
  return ranges;
}

/** The text between the quotes that an absolute offset stands in. */
function insideQuotes(doc: Doc, node: Node, offset: number): TextRange[] {
  if (node.kind !== 'scalar' || (node.style !== 'single' && node.style !== 'double')) return [];
  const { start, end } = textRange(doc.tree, node);
  return end - start > 2 && start < offset && offset < end ? [{ start: start + 1, end: end - 1 }] : [];
}

const whole = (doc: Doc, pair: NodeRange, value: NodeRange | undefined): TextRange => {
  const own = textRange(doc.tree, pair);
  return value ? { start: own.start, end: Math.max(own.end, textRange(doc.tree, value).end) } : own;
};

const holdsRange = (outer: Range, inner: Range): boolean => holdsPosition(outer, inner.start) && holdsPosition(outer, inner.end);
const isSmaller = (outer: Range, inner: Range): boolean => holdsRange(outer, inner) && !holdsRange(inner, outer);
