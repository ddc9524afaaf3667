/** A tree over documents: where its items stand. */
import type { DocumentPart, Format, Item, Node, SeqNode, Tree } from './node.ts';

export function makeTree(text: string, format: Format, documents: readonly DocumentPart[]): Tree {
  let bases: Map<Item, number> | undefined;
  let owners: Map<Item, SeqNode> | undefined;
  return {
    text,
    format,
    documents,
    base: (item) => (bases ??= findBases(documents)).get(item) ?? 0,
    owner: (item) => (owners ??= findOwners(documents)).get(item),
  };
}

function findBases(documents: readonly DocumentPart[]): Map<Item, number> {
  const bases = new Map<Item, number>();
  const visit = (item: Item, base: number): void => {
    bases.set(item, base);
    for (const child of item.children) visit(child.item, base + child.offset);
  };
  for (const { item, offset } of documents) visit(item, offset);
  return bases;
}

function findOwners(documents: readonly DocumentPart[]): Map<Item, SeqNode> {
  const owners = new Map<Item, SeqNode>();
  const visit = (node: Node): void => {
    if (node.kind === 'map') for (const { value } of node.pairs) if (value) visit(value);
    if (node.kind !== 'seq') return;
    for (const { node: element } of node.elements) {
      if (element.item !== node.item) owners.set(element.item, node);
      visit(element);
    }
  };
  for (const { item } of documents) if (item.root) visit(item.root);
  return owners;
}
