/** Nodes as plain JavaScript values. */
import type { Node } from './node.ts';

export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** The value a node stands for; aliases are followed, one that leads back into itself is null. The last of equal keys wins. */
export function toValue(node: Node | undefined, open: ReadonlySet<Node> = new Set()): Plain {
  if (!node) return null;
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'seq':
      return node.elements.map((element) => toValue(element.node, inside(open, node)));
    case 'map': {
      const within = inside(open, node);
      const value: { [key: string]: Plain } = Object.create(null);
      for (const pair of node.pairs) value[pair.key.text] = toValue(pair.value, within);
      return value;
    }
    case 'alias':
      return node.target && !open.has(node.target) && !cycles(node.target, open) ? toValue(node.target, inside(open, node)) : null;
  }
}

/** Only aliases can lead back: sets are kept small by adding nothing while there is none. */
const inside = (open: ReadonlySet<Node>, node: Node): ReadonlySet<Node> => new Set(open).add(node);
const cycles = (node: Node, open: ReadonlySet<Node>): boolean => open.has(node);
