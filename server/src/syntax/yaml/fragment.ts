/** Mappings that are list elements become fragments of their own. */
import type { Fragment, Node } from '../node.ts';
import { newFragment, type FragmentBuilder } from '../builders.ts';
import type { Parser } from './parser.ts';

export interface EnclosingFragment {
  readonly fragment: FragmentBuilder;
  readonly base: number;
  readonly reusable: Parser['reusable'];
  readonly old: Fragment | undefined;
  readonly oldBase: number;
}

/** From here on nodes belong to a new fragment that starts at `p.pos`. */
export function beginFragment(p: Parser): EnclosingFragment {
  const outer: EnclosingFragment = { fragment: p.fragment, base: p.base, reusable: p.reusable, old: p.old, oldBase: p.oldBase };
  const was = p.reuse?.find(p.old, p.oldBase, p.pos);
  p.old = was?.fragment;
  p.oldBase = was?.base ?? 0;
  p.fragment = newFragment();
  p.base = p.pos;
  p.reusable = 'always';
  return outer;
}

/** The fragment is complete; `end` is where its last character stands. `list` is the column of its dash, -1 in flow style. */
export function endFragment(p: Parser, outer: EnclosingFragment, root: Node, end: number, list: number, column: number): void {
  const { fragment, base } = p;
  const reusable = isInPlace(p, list) ? p.reusable : 'never';
  fragment.root = root;
  fragment.length = end - base;
  fragment.context = { list, column, depth: p.depth, reuse: reusable, parent: outer.fragment, offset: base - outer.base };
  p.fragment = outer.fragment;
  p.base = outer.base;
  p.old = outer.old;
  p.oldBase = outer.oldBase;
  p.reusable = worse(outer.reusable, reusable);
  p.fragment.children.push({ fragment, offset: base - outer.base });
}

/** Where the dash of an element, in column `list`, is missing or out of place, how far the element goes depends on the list around. */
export const isInPlace = (p: Parser, list: number): boolean => p.dashless < 0 && (list < 0 || list === p.dashes.at(-1));

/** What was just decided depends on the lines behind the fragment. */
export function dependsOnTail(p: Parser): void {
  p.reusable = worse(p.reusable, 'ifTailSame');
}

const order = { always: 0, ifTailSame: 1, never: 2 } as const;
export const worse = (a: Parser['reusable'], b: Parser['reusable']): Parser['reusable'] => (order[a] >= order[b] ? a : b);
