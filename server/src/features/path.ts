/** From the root of a part down to what stands at an offset. */
import type { Node, Pair, Place, Tree } from '../syntax/node.ts';

export interface Found {
  /** Keys and indices from the root to the innermost node, or to the key on which the offset is. */
  readonly path: readonly (string | number)[];
  /** The nodes on the way, the root first. */
  readonly nodes: readonly Node[];
  /** The pairs on the way. */
  readonly pairs: readonly Pair[];
  /** On a key, on a scalar or alias, or in between. */
  readonly on: 'key' | 'value' | 'gap';
}

const holds = (place: Place, base: number, offset: number): boolean => place.start + base <= offset && offset <= place.end + base;

/** Goes down only where the offset is. Undefined when it is outside of the root. */
export function pathAt(tree: Tree, root: Node, offset: number): Found | undefined {
  const path: (string | number)[] = [];
  const nodes: Node[] = [];
  const pairs: Pair[] = [];
  let base = tree.base(root.item);
  let node: Node | undefined = root;
  if (!holds(root, base, offset)) return undefined;
  while (node) {
    nodes.push(node);
    if (node.kind === 'map') {
      const pair: Pair | undefined = node.pairs.find((each) => holds(each, base, offset));
      if (!pair) break;
      const onKey = holds(pair.key, base, offset);
      if (!onKey && !(pair.value && holds(pair.value, base, offset))) break;
      path.push(pair.key.text);
      pairs.push(pair);
      if (onKey) return { path, nodes, pairs, on: 'key' };
      node = pair.value;
    } else if (node.kind === 'seq') {
      const { elements }: typeof node = node;
      const index = lastBefore(elements.length, (at) => elements[at]!.node.start + elements[at]!.offset + base, offset);
      const element = elements[index];
      if (!element || !holds(element.node, base + element.offset, offset)) break;
      path.push(index);
      base += element.offset;
      node = element.node;
    } else return { path, nodes, pairs, on: 'value' };
  }
  return { path, nodes, pairs, on: 'gap' };
}

/** Index of the last of `length` ascending numbers that is not above `limit`; -1 when all are. */
export function lastBefore(length: number, at: (index: number) => number, limit: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
