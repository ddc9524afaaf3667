/** Nodes as plain JavaScript values. */
import type { Node } from './node.ts';

export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/**
 * The value a node stands for. Aliases are followed and share the value of their target, so that nothing grows without
 * end; one that leads back into itself is null. The last of equal keys wins.
 */
export function toValue(node: Node | undefined, known = new Map<Node, Plain>()): Plain {
  if (!node) return null;
  if (node.kind === 'scalar') return node.value;
  const made = known.get(node);
  if (made !== undefined) return made;
  // While it is being made, an alias that leads back here finds null.
  known.set(node, null);
  const value = make(node, known);
  known.set(node, value);
  return value;
}

function make(node: Exclude<Node, { kind: 'scalar' }>, known: Map<Node, Plain>): Plain {
  switch (node.kind) {
    case 'alias':
      return toValue(node.target, known);
    case 'seq':
      return node.elements.map((element) => toValue(element, known));
    case 'map':
      // Object.fromEntries defines members, so that a key named __proto__ is one like any other.
      return Object.fromEntries(node.pairs.map((pair) => [pair.key.text, toValue(pair.value, known)]));
  }
}
