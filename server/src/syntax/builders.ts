/** What the readers of YAML and JSON share while a tree is being made. Nothing of it is seen outside of syntax/. */
import type { Comment, Fragment, FragmentContext, MapNode, Node, Pair, Run, SeqNode, ParseError } from './node.ts';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type MapBuilder = Mutable<MapNode> & { pairs: Pair[] };
export type SeqBuilder = Mutable<SeqNode> & { elements: Node[]; runs: Run[] };
export type PairBuilder = Mutable<Pair>;

export interface FragmentBuilder extends Fragment {
  root?: Node;
  run?: Run;
  length: number;
  children: { fragment: Fragment; offset: number }[];
  errors: ParseError[];
  comments: Comment[];
  context?: FragmentContext;
}

export const newFragment = (): FragmentBuilder => ({
  root: undefined,
  run: undefined,
  length: 0,
  children: [],
  errors: [],
  comments: [],
  context: undefined,
});

/** Elements, to be filled in, that are one run. */
export function oneRun(): Pick<SeqBuilder, 'elements' | 'runs'> {
  const elements: Node[] = [];
  return { elements, runs: [{ elements }] };
}

/** Deeper nodes are not read: whoever walks the tree recursively is safe. */
export const maxDepth = 400;
