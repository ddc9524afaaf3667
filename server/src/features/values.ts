/** Whole values of a tree, compared. */
import type { Fragment, Node, Tree } from '../syntax/node.ts';

/** Is there a syntax error? */
export const troubled = (tree: Tree): boolean => tree.documents.some(({ fragment }) => hasErrors(fragment));
/** Is there one in this fragment, or in one inside of it? */
export const hasErrors = (fragment: Fragment): boolean =>
  fragment.errors.length > 0 || fragment.children.some((child) => hasErrors(child.fragment));

/** Do both texts say the same, white space and comments aside? */
export const sameValues = (a: Tree, b: Tree): boolean =>
  a.documents.length === b.documents.length &&
  a.documents.every(({ fragment }, index) => same(fragment.root, b.documents[index]!.fragment.root));

function same(a: Node | undefined, b: Node | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.anchor !== b.anchor || a.tag !== b.tag) return false;
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.text === b.text && Object.is(a.value, b.value);
  if (a.kind === 'alias') return b.kind === 'alias' && a.name === b.name;
  if (a.kind === 'map') {
    return (
      b.kind === 'map' &&
      a.pairs.length === b.pairs.length &&
      a.pairs.every((pair, index) => pair.key.text === b.pairs[index]!.key.text && same(pair.value, b.pairs[index]!.value))
    );
  }
  return b.kind === 'seq' && a.elements.length === b.elements.length && a.elements.every((each, index) => same(each, b.elements[index]!));
}
