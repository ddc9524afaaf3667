/** What the readers of YAML and JSON share while a tree is being made. Nothing of it is seen outside of syntax/. */
import type { Comment, Element, Fragment, FragmentContext, MapNode, Node, Pair, SeqNode, ParseError } from './node.ts';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type MapBuilder = Mutable<MapNode> & { pairs: Pair[] };
export type SeqBuilder = Mutable<SeqNode> & { elements: Element[] };
export type PairBuilder = Mutable<Pair>;

export interface FragmentBuilder extends Fragment {
  root?: Node;
  length: number;
  children: { fragment: Fragment; offset: number }[];
  errors: ParseError[];
  comments: Comment[];
  context?: FragmentContext;
}

export const newFragment = (): FragmentBuilder => ({
  root: undefined,
  length: 0,
  children: [],
  errors: [],
  comments: [],
  context: undefined,
});

/** Deeper nodes are not read: whoever walks the tree recursively is safe. */
export const maxDepth = 400;
