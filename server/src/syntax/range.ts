/** From ranges that stand in a fragment to offsets in the whole text. */
import type { NodeRange, ScalarNode, TextRange, TextSlice, Tree } from './node.ts';
import { sliceRange } from './scalar.ts';

/** Where a node, or a slice of a scalar's text, stands in the whole text. */
export const textRange = (tree: Tree, at: NodeRange | TextSlice): TextRange => {
  if ('scalar' in at) return sliceRange(tree, at.scalar, at.from, at.to);
  const base = tree.base(at.fragment);
  return { start: base + at.start, end: base + at.end };
};

/** A part of a scalar's text as a range; the scalar itself where it is all of it. */
export const sliceOf = (scalar: ScalarNode, from: number, to: number): NodeRange | TextSlice =>
  from === 0 && to === scalar.text.length ? scalar : { fragment: scalar.fragment, start: scalar.start, end: scalar.end, scalar, from, to };
