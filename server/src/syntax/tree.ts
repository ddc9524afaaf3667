/** A tree over documents: where its items stand, and in which list. */
import type { DocumentPart, Format, Item, Node, SeqNode, Tree } from './node.ts';

interface Found {
  readonly base: number;
  readonly parent?: Item;
}

/**
 * In the newest tree every item knows the one around it, and its base is a sum over few of them. An older tree, some of
 * whose items went on into a newer one, looks for all its items once.
 */
export function makeTree(text: string, format: Format, documents: readonly DocumentPart[]): Tree {
  let offsets: Map<Item, number> | undefined;
  let places: Map<Item, Found> | undefined;
  const offsetOf = (item: Item): number | undefined => {
    if (documents.length === 1) return documents[0]!.item === item ? documents[0]!.offset : undefined;
    return (offsets ??= new Map(documents.map((part) => [part.item, part.offset]))).get(item);
  };
  const find = (item: Item): Found | undefined => {
    let sum = 0;
    let top = item;
    for (; top.context?.parent; top = top.context.parent) sum += top.context.offset;
    const offset = offsetOf(top);
    if (offset !== undefined) return { base: offset + sum, parent: item.context?.parent };
    return (places ??= findPlaces(documents)).get(item);
  };
  return {
    text,
    format,
    documents,
    base: (item) => find(item)?.base ?? 0,
    owner(item) {
      const parent = find(item)?.parent;
      return parent?.root && listOf(parent.root, item);
    },
  };
}

function findPlaces(documents: readonly DocumentPart[]): Map<Item, Found> {
  const places = new Map<Item, Found>();
  const visit = (item: Item, base: number, parent: Item | undefined): void => {
    places.set(item, { base, parent });
    for (const child of item.children) visit(child.item, base + child.offset, item);
  };
  for (const { item, offset } of documents) visit(item, offset, undefined);
  return places;
}

/** The list among an item's own nodes that holds the item. */
function listOf(node: Node, item: Item): SeqNode | undefined {
  if (node.kind === 'map') {
    for (const { value } of node.pairs) {
      const found = value && listOf(value, item);
      if (found) return found;
    }
  } else if (node.kind === 'seq') {
    for (const { node: element } of node.elements) {
      if (element.item === item) return node;
      const found = element.item === node.item ? listOf(element, item) : undefined;
      if (found) return found;
    }
  }
  return undefined;
}
