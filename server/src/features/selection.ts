/** Growing selections: scalar → value → pair → mapping → element → list → document. */
import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import type { Doc } from '../doc.ts';
import { documentAt, pathAt } from '../syntax/locate.ts';
import { textRange, type NodeRange, type ScalarNode, type TextRange } from '../syntax/node.ts';

/** One chain a position. */
export const selectionRanges = (doc: Doc, at: readonly Position[]): SelectionRange[] => at.map((position) => chain(doc, position));

function chain(doc: Doc, position: Position): SelectionRange {
  let result: SelectionRange | undefined;
  for (const stretch of stretches(doc, doc.offsetAt(position))) {
    const range = doc.range(stretch);
    const grows = !result || (!same(result.range, range) && inside(result.range, range));
    if (grows && holds(range, position)) result = { range, parent: result };
  }
  return result ?? { range: { start: position, end: position } };
}

/** What stands around an absolute offset, outermost first. Some may repeat what is around them, or reach out of it. */
function* stretches(doc: Doc, offset: number): Iterable<TextRange> {
  yield { start: 0, end: doc.text.length };
  const root = documentAt(doc.tree, offset)?.fragment.root;
  if (!root) return;
  yield textRange(doc.tree, root);
  const found = pathAt(doc.tree, offset, root);
  const pairs = [...(found?.pairs ?? [])];
  for (const node of found?.nodes ?? []) {
    yield textRange(doc.tree, node);
    const pair = node.kind === 'map' ? pairs.shift() : undefined;
    if (pair) yield whole(doc, pair, pair.value);
    if (pair && pairs.length === 0 && found!.on === 'key') yield textRange(doc.tree, pair.key);
    if (node.kind === 'scalar') yield* betweenQuotes(textRange(doc.tree, node), node, offset);
  }
}

function* betweenQuotes({ start, end }: TextRange, { style }: ScalarNode, offset: number): Iterable<TextRange> {
  if ((style === 'single' || style === 'double') && end - start > 2 && start < offset && offset < end)
    yield { start: start + 1, end: end - 1 };
}

const whole = (doc: Doc, pair: NodeRange, value: NodeRange | undefined): TextRange => {
  const own = textRange(doc.tree, pair);
  return value ? { start: own.start, end: Math.max(own.end, textRange(doc.tree, value).end) } : own;
};

const order = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;
const holds = (range: Range, at: Position): boolean => order(range.start, at) <= 0 && order(at, range.end) <= 0;
const inside = (outer: Range, inner: Range): boolean => order(outer.start, inner.start) <= 0 && order(inner.end, outer.end) <= 0;
const same = (a: Range, b: Range): boolean => order(a.start, b.start) === 0 && order(a.end, b.end) === 0;
