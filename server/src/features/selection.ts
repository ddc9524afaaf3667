/** Growing selections: scalar → value → pair → mapping → element → list → document. */
import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import type { Doc } from '../doc.ts';
import { documentAt, pathAt } from '../syntax/locate.ts';
import type { NodeRange, TextRange } from '../syntax/node.ts';
import { textRange } from '../syntax/range.ts';

/** One chain a position. */
export const selectionRanges = (doc: Doc, at: readonly Position[]): SelectionRange[] => at.map((position) => chain(doc, position));

function chain(doc: Doc, position: Position): SelectionRange {
  const offset = doc.offsetAt(position);
  const root = documentAt(doc.tree, offset)?.fragment.root;
  const found = pathAt(doc.tree, offset, root);
  const spans: TextRange[] = [{ start: 0, end: doc.text.length }];
  if (root) spans.push(textRange(doc.tree, root));
  const pairs = [...(found?.pairs ?? [])];
  for (const node of found?.nodes ?? []) {
    spans.push(textRange(doc.tree, node));
    const pair = node.kind === 'map' ? pairs.shift() : undefined;
    if (pair) spans.push(whole(doc, pair, pair.value));
    if (pair && pairs.length === 0 && found!.on === 'key') spans.push(textRange(doc.tree, pair.key));
    if (node.kind === 'scalar' && (node.style === 'single' || node.style === 'double')) {
      const { start, end } = textRange(doc.tree, node);
      if (end - start > 2 && start < offset && offset < end) spans.push({ start: start + 1, end: end - 1 });
    }
  }
  const ranges = spans.map((each) => doc.range(each));
  const start: SelectionRange = { range: { start: position, end: position } };
  let result: SelectionRange | undefined;
  for (const range of ranges)
    if (holds(range, position) && (!result || !same(result.range, range)) && (!result || inside(result.range, range)))
      result = result ? { range, parent: result } : { range };
  return result ?? start;
}

const whole = (doc: Doc, pair: NodeRange, value: NodeRange | undefined): TextRange => {
  const own = textRange(doc.tree, pair);
  return value ? { start: own.start, end: Math.max(own.end, textRange(doc.tree, value).end) } : own;
};

const order = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;
const holds = (range: Range, at: Position): boolean => order(range.start, at) <= 0 && order(at, range.end) <= 0;
const inside = (outer: Range, inner: Range): boolean => order(outer.start, inner.start) <= 0 && order(inner.end, outer.end) <= 0;
const same = (a: Range, b: Range): boolean => order(a.start, b.start) === 0 && order(a.end, b.end) === 0;
