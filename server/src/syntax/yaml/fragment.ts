/** Mappings that are list elements become items of their own. */
import type { Fragment, Node } from '../node.ts';
import { newFragment, type FragmentBuilder } from '../builders.ts';
import type { Reader } from './reader.ts';

export interface Outer {
  readonly fragment: FragmentBuilder;
  readonly base: number;
  readonly reusable: Reader['reusable'];
  readonly old: Fragment | undefined;
  readonly oldBase: number;
}

/** From here on nodes belong to a new item that starts at `r.pos`. */
export function beginFragment(r: Reader): Outer {
  const outer: Outer = { fragment: r.fragment, base: r.base, reusable: r.reusable, old: r.old, oldBase: r.oldBase };
  const was = r.reuse?.find(r.old, r.oldBase, r.pos);
  r.old = was?.fragment;
  r.oldBase = was?.base ?? 0;
  r.fragment = newFragment();
  r.base = r.pos;
  r.reusable = 'always';
  return outer;
}

/** The item is complete; `end` is where its last character stands. `list` is the column of its dash, -1 in flow style. */
export function endFragment(r: Reader, outer: Outer, root: Node, end: number, list: number, column: number): void {
  const { fragment, base, reusable } = r;
  fragment.root = root;
  fragment.length = end - base;
  fragment.context = { list, column, depth: r.depth, reuse: reusable, parent: outer.fragment, offset: base - outer.base };
  r.fragment = outer.fragment;
  r.base = outer.base;
  r.old = outer.old;
  r.oldBase = outer.oldBase;
  r.reusable = worse(outer.reusable, reusable);
  r.fragment.children.push({ fragment, offset: base - outer.base });
}

const order = { always: 0, ifTailSame: 1, never: 2 } as const;
export const worse = (a: Reader['reusable'], b: Reader['reusable']): Reader['reusable'] => (order[a] >= order[b] ? a : b);
