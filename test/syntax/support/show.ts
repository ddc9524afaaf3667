/** Problems and items of a tree, with absolute places. */
import type { Comment, Fragment, ParseError, Tree } from '../../../server/src/syntax/node.ts';

export interface Found<T> {
  readonly what: T;
  readonly start: number;
  readonly end: number;
}

export function items(tree: Tree): { item: Fragment; base: number }[] {
  const found: { item: Fragment; base: number }[] = [];
  const visit = (fragment: Fragment, base: number): void => {
    // How the elements of a long list are bundled depends on what was edited, and means nothing.
    if (!fragment.run) found.push({ item: fragment, base });
    for (const child of fragment.children) visit(child.fragment, base + child.offset);
  };
  for (const { fragment, offset } of tree.documents) visit(fragment, offset);
  return found;
}

const collect = <T extends { start: number; end: number }>(tree: Tree, of: (fragment: Fragment) => readonly T[]): Found<T>[] =>
  items(tree)
    .flatMap(({ item: fragment, base }) => of(fragment).map((what) => ({ what, start: base + what.start, end: base + what.end })))
    .sort((a, b) => a.start - b.start || a.end - b.end);

export const problemsOf = (tree: Tree): Found<ParseError>[] => collect(tree, (fragment) => fragment.errors);
export const commentsOf = (tree: Tree): Found<Comment>[] => collect(tree, (fragment) => fragment.comments);
