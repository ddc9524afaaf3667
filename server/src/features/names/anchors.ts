/** Anchors of YAML, `&name`, and the aliases that stand for what they name, `*name`. */
import type { Doc } from '../../doc.ts';
import { documentAt, isInComment, pathAt, walk } from '../../syntax/locate.ts';
import type { AliasNode, Node, TextRange, Tree } from '../../syntax/node.ts';
import { holds, textRange } from '../../syntax/range.ts';
import { lineStart } from '../../syntax/text.ts';

export interface Anchor {
  readonly name: string;
  /** What the name stands for. */
  readonly node: Node;
  readonly aliases: readonly AliasNode[];
}

/** The anchor whose name, behind its sign or that of an alias, an absolute offset touches; undefined elsewhere, and for an alias of nothing. */
export function anchorAt({ tree }: Doc, offset: number): Anchor | undefined {
  const root = tree.format === 'yaml' ? documentAt(tree, offset)?.fragment.root : undefined;
  const { text } = tree;
  const until = /[&*]/.test(text[offset] ?? '') ? offset + 1 : offset;
  const sign = root && /(?:^|[\s,[{]|["']:)([&*])[^\s,[\]{}]*$/.exec(text.slice(lineStart(text, offset), until))?.[1];
  if (!sign) return undefined;
  const node = sign === '*' ? targetAt(tree, offset) : anchoredNodes(root).find((each) => holds(anchorRange(tree, each), offset));
  return node?.anchor === undefined ? undefined : { name: node.anchor, node, aliases: aliasesIn(root, node) };
}

function targetAt(tree: Tree, offset: number): Node | undefined {
  const node = pathAt(tree, offset)?.nodes.at(-1);
  return node?.kind === 'alias' ? node.target : undefined;
}

/** Everything in a document that has an anchor, in text order. */
export function anchoredNodes(root: Node): readonly Node[] {
  const found: Node[] = [];
  const add = (node: Node): void => void (node.anchor !== undefined && found.push(node));
  walk(root, (node, pair) => {
    if (pair) add(pair.key);
    add(node);
  });
  return found;
}

function aliasesIn(root: Node, target: Node): readonly AliasNode[] {
  const found: AliasNode[] = [];
  walk(root, (each) => void (each.kind === 'alias' && each.target === target && found.push(each)));
  return found;
}

/**
 * Where the name of a node's anchor is written, its sign left out: the last place before the node that reads so and is no part of a comment
 * or a tag, since nothing else stands between the two.
 */
export function anchorRange(tree: Tree, node: Node): TextRange {
  const { text } = tree;
  const written = `&${node.anchor}`;
  const isWritten = (at: number): boolean =>
    !/[^\s,[\]{}:]/.test(text[at - 1] ?? ' ') && !/[^\s,[\]{}]/.test(text[at + written.length] ?? ' ') && !isInComment(tree, at);
  let at = text.lastIndexOf(written, textRange(tree, node).start);
  while (at > 0 && !isWritten(at)) at = text.lastIndexOf(written, at - 1);
  return { start: at + 1, end: at + written.length };
}

/** Where the name of an alias is written, its sign left out. */
export const aliasRange = (tree: Tree, alias: AliasNode): TextRange => {
  const { start, end } = textRange(tree, alias);
  return { start: start + 1, end };
};
