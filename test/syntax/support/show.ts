/** Problems and items of a tree, with absolute places. */
import type { Comment, Item, SyntaxProblem, Tree } from '../../../server/src/syntax/node.ts';

export interface Found<T> {
  readonly what: T;
  readonly start: number;
  readonly end: number;
}

export function items(tree: Tree): { item: Item; base: number }[] {
  const found: { item: Item; base: number }[] = [];
  const visit = (item: Item, base: number): void => {
    found.push({ item, base });
    for (const child of item.children) visit(child.item, base + child.offset);
  };
  for (const { item, offset } of tree.documents) visit(item, offset);
  return found;
}

const collect = <T extends { start: number; end: number }>(tree: Tree, of: (item: Item) => readonly T[]): Found<T>[] =>
  items(tree)
    .flatMap(({ item, base }) => of(item).map((what) => ({ what, start: base + what.start, end: base + what.end })))
    .sort((a, b) => a.start - b.start || a.end - b.end);

export const problemsOf = (tree: Tree): Found<SyntaxProblem>[] => collect(tree, (item) => item.problems);
export const commentsOf = (tree: Tree): Found<Comment>[] => collect(tree, (item) => item.comments);
