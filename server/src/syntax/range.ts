/** From ranges that stand in a fragment to offsets in the whole text. */
import type { NodeRange, ScalarNode, TextRange, TextSlice, Tree } from './node.ts';
import { sliceRange } from './scalar.ts';

/** Where a node, or a slice of a scalar's text, stands in the whole text. */
export const textRange = (tree: Tree, at: NodeRange | TextSlice): TextRange => {
  if ('scalar' in at) return sliceRange(tree, at.scalar, at.from, at.to);
  const base = tree.base(at.fragment);
  return { start: base + at.start, end: base + at.end };
};

/** Does an absolute offset stand in a range, its ends included? */
export const holds = ({ start, end }: TextRange, offset: number): boolean => start <= offset && offset <= end;

/** Where a text or a slice of one is written, without the quotes around it. */
export const wordsRange = (tree: Tree, at: ScalarNode | NodeRange | TextSlice): TextRange =>
  'style' in at ? sliceRange(tree, at, 0, at.text.length) : textRange(tree, at);

/** A part of a scalar's text as a range; the scalar itself where it is all of it. */
export const sliceOf = (scalar: ScalarNode, from: number, to: number): NodeRange | TextSlice =>
  from === 0 && to === scalar.text.length ? scalar : { fragment: scalar.fragment, start: scalar.start, end: scalar.end, scalar, from, to };
