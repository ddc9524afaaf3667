/** Mappings that are list elements become items of their own. */
import type { Item, Node } from '../node.ts';
import { newItem, type ItemDraft } from '../draft.ts';
import type { Reader } from './reader.ts';

export interface Outer {
  readonly item: ItemDraft;
  readonly base: number;
  readonly fragile: Reader['fragile'];
  readonly old: Item | undefined;
  readonly oldBase: number;
}

/** From here on nodes belong to a new item that starts at `r.pos`. */
export function beginItem(r: Reader): Outer {
  const outer: Outer = { item: r.item, base: r.base, fragile: r.fragile, old: r.old, oldBase: r.oldBase };
  const was = r.reuse?.find(r.old, r.oldBase, r.pos);
  r.old = was?.item;
  r.oldBase = was?.base ?? 0;
  r.item = newItem();
  r.base = r.pos;
  r.fragile = 'never';
  return outer;
}

/** The item is complete; `end` is where its last character stands. `list` is the column of its dash, -1 in flow style. */
export function endItem(r: Reader, outer: Outer, root: Node, end: number, list: number, column: number): void {
  const { item, base, fragile } = r;
  item.root = root;
  item.length = end - base;
  item.context = { list, column, depth: r.depth, fragile, parent: outer.item, offset: base - outer.base };
  r.item = outer.item;
  r.base = outer.base;
  r.old = outer.old;
  r.oldBase = outer.oldBase;
  r.fragile = worse(outer.fragile, fragile);
  r.item.children.push({ item, offset: base - outer.base });
}

const order = { never: 0, tail: 1, always: 2 } as const;
export const worse = (a: Reader['fragile'], b: Reader['fragile']): Reader['fragile'] => (order[a] >= order[b] ? a : b);
