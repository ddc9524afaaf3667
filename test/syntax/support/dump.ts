/** A tree as plain data, to compare an incremental read with a full one: everything that anybody can see of it. */
import type { Fragment, Node, Tree } from '../../../server/src/syntax/node.ts';
import { contentsOf } from '../../../server/src/syntax/list.ts';
import { items } from './show.ts';

/** Equal for two trees exactly when they say the same. Fragments are named by their number in the tree. */
export function dump(tree: Tree): unknown {
  const all = items(tree);
  const numbers = new Map(all.map(({ item }, index) => [item, index]));
  return {
    documents: tree.documents.map(({ fragment, offset }) => [numbers.get(fragment), offset]),
    fragments: all.map(({ item, base }) => ({ base, ...describe(item, numbers) })),
  };
}

const describe = (fragment: Fragment, numbers: ReadonlyMap<Fragment, number>) => ({
  length: fragment.length,
  errors: fragment.errors,
  comments: fragment.comments,
  context: contextOf(fragment),
  children: [...contentsOf(fragment)].map((child) => [numbers.get(child.fragment), child.offset]),
  root: fragment.root && outline(fragment.root, fragment, numbers),
});

/** What a document remembers of its bounds is a short cut for the next change only. */
const contextOf = ({ context }: Fragment): unknown =>
  context && context.marker === undefined ? { ...context, parent: undefined, offset: undefined } : undefined;

/** A node with what belongs to the same fragment; roots of other fragments are told by their numbers. */
function outline(node: Node, fragment: Fragment, numbers: ReadonlyMap<Fragment, number>): unknown {
  const inside = (each: Node): unknown => outline(each, fragment, numbers);
  if (node.fragment !== fragment) return { fragment: numbers.get(node.fragment) };
  const { kind, start, end, anchor, tag } = node;
  const common = { kind, start, end, anchor, tag };
  switch (node.kind) {
    case 'scalar':
      return { ...common, value: node.value, text: node.text, style: node.style };
    case 'alias':
      // Following it would unfold the tree.
      return {
        ...common,
        name: node.name,
        target: node.target && [numbers.get(node.target.fragment), node.target.kind, node.target.start],
      };
    case 'map':
      return {
        ...common,
        flow: node.flow,
        pairs: node.pairs.map((pair) => ({
          start: pair.start,
          end: pair.end,
          fragment: numbers.get(pair.fragment),
          key: inside(pair.key),
          value: pair.value && inside(pair.value),
        })),
      };
    case 'seq':
      return { ...common, flow: node.flow, elements: node.elements.map(inside) };
  }
}
