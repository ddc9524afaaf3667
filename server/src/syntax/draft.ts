/** What the readers of YAML and JSON share while a tree is being made. Nothing of it is seen outside of syntax/. */
import type { Comment, Element, Item, ItemContext, MapNode, Node, Pair, SeqNode, SyntaxProblem } from './node.ts';

export type Draft<T> = { -readonly [K in keyof T]: T[K] };
export type MapDraft = Draft<MapNode> & { pairs: Pair[] };
export type SeqDraft = Draft<SeqNode> & { elements: Element[] };
export type PairDraft = Draft<Pair>;

export interface ItemDraft extends Item {
  root?: Node;
  length: number;
  children: { item: Item; offset: number }[];
  problems: SyntaxProblem[];
  comments: Comment[];
  context?: ItemContext;
}

export const newItem = (): ItemDraft => ({ root: undefined, length: 0, children: [], problems: [], comments: [], context: undefined });

/** Deeper nodes are not read: whoever walks the tree recursively is safe. */
export const maxDepth = 400;
