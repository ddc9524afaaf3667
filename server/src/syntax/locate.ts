/** From an offset to what stands there, from a node to its path, and over all nodes. */
import type { DocumentPart, Fragment, Node, Pair, ParseError, NodeRange, TextRange, Tree } from './node.ts';
import { firstIndex } from './text.ts';

export interface Located {
  /** Keys and indices from the root. */
  readonly path: readonly (string | number)[];
  /** The nodes on the way, the root first. */
  readonly nodes: readonly Node[];
  /** The pairs on the way. */
  readonly pairs: readonly Pair[];
  /** On the key of the last pair, on a scalar or alias, or between things. */
  readonly on: 'key' | 'value' | 'gap';
}

/** Index of the last element whose number is not above `limit`; -1 when all are. */
export const lastNotAbove = <T>(list: readonly T[], numberOf: (element: T) => number, limit: number): number =>
  firstIndex(list, (element) => numberOf(element) > limit) - 1;

/** The root of the document that a fragment belongs to. */
export function rootOf(fragment: Fragment, tree: Tree): Node | undefined {
  let at = fragment;
  for (let list = tree.owner(at); list; list = tree.owner(at)) at = list.fragment;
  return at.root;
}

/** The document that an absolute offset is in. */
export function documentAt(tree: Tree, offset: number): DocumentPart | undefined {
  return tree.documents[
    Math.max(
      0,
      lastNotAbove(tree.documents, (document) => document.offset, offset),
    )
  ];
}

/**
 * The deepest thing at an absolute offset, its ends included, on the way down from a root: the document's, or another one that is
 * given. Undefined where there is no document or an empty one.
 */
export function pathAt(tree: Tree, offset: number, root = documentAt(tree, offset)?.fragment.root): Located | undefined {
  if (!root) return undefined;
  const path: (string | number)[] = [];
  const nodes: Node[] = [];
  const pairs: Pair[] = [];
  const located = (on: Located['on']): Located => ({ path, nodes, pairs, on });
  let base = tree.base(root.fragment);
  const holds = (place: NodeRange): boolean => base + place.start <= offset && offset <= base + place.end;
  for (let node: Node = root; ;) {
    if (!holds(node)) return located('gap');
    nodes.push(node);
    if (node.kind === 'map') {
      const pair: Pair | undefined = node.pairs[lastNotAbove(node.pairs, (each) => base + each.start, offset)];
      if (!pair || !holds(pair)) return located('gap');
      const onKey = holds(pair.key);
      if (!onKey && pair.value && !holds(pair.value)) return located('gap');
      path.push(pair.key.text);
      pairs.push(pair);
      if (onKey || !pair.value) return located(onKey ? 'key' : 'gap');
      node = pair.value;
    } else if (node.kind === 'seq') {
      const around = base;
      const list = node.fragment;
      const baseOf = (element: Node): number => (element.fragment === list ? around : tree.base(element.fragment));
      const index = lastNotAbove(node.elements, (each) => baseOf(each) + each.start, offset);
      const element = node.elements[index];
      base = element ? baseOf(element) : around;
      if (!element || offset > base + element.end) return located('gap');
      path.push(index);
      node = element;
    } else return located('value');
  }
}

/** Where comments stand, absolute: those of a fragment that starts at `base`, and of all inside it. */
export const commentsIn = (fragment: Fragment, base: number): readonly TextRange[] => [
  ...fragment.comments.map(({ start, end }) => ({ start: base + start, end: base + end })),
  ...fragment.children.flatMap((child) => commentsIn(child.fragment, base + child.offset)),
];

/** What the parser stumbled over in a fragment, and in all inside it. */
export const errorsIn = (fragment: Fragment): readonly ParseError[] => [
  ...fragment.errors,
  ...fragment.children.flatMap((child) => errorsIn(child.fragment)),
];

/** Does an absolute offset stand in a comment, its sign included? */
export function isInComment(tree: Tree, offset: number): boolean {
  let place: { readonly fragment: Fragment; readonly offset: number } | undefined = documentAt(tree, offset);
  while (place) {
    const { fragment, offset: base }: { readonly fragment: Fragment; readonly offset: number } = place;
    const comment = fragment.comments[lastNotAbove(fragment.comments, ({ start }) => base + start, offset)];
    if (comment && offset < base + comment.end) return true;
    place = fragment.children[lastNotAbove(fragment.children, (child) => base + child.offset, offset)];
    if (place) place = { fragment: place.fragment, offset: base + place.offset };
  }
  return false;
}

/** Is there one in a node and all nodes inside of it? Aliases are not followed. */
export function some(node: Node | undefined, test: (node: Node) => boolean): boolean {
  if (!node || test(node)) return node !== undefined;
  if (node.kind === 'map') return node.pairs.some(({ value }) => some(value, test));
  return node.kind === 'seq' && node.elements.some((element) => some(element, test));
}

/** Is something in a node named by an anchor, or used by its name? Elsewhere, or in another order, that may mean something else. */
export const hasAnchors = (node: Node | undefined): boolean => some(node, (each) => each.kind === 'alias' || each.anchor !== undefined);

/** Calls `visit` for a node and all nodes inside of it, in text order; aliases are not followed. False stops the descent. */
export function walk(node: Node | undefined, visit: (node: Node, pair?: Pair) => boolean | void, pair?: Pair): void {
  if (!node || visit(node, pair) === false) return;
  if (node.kind === 'map') for (const each of node.pairs) walk(each.value, visit, each);
  else if (node.kind === 'seq') for (const element of node.elements) walk(element, visit);
}
