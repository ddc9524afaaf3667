import type { TextRange, Tree } from '../syntax/node.ts';
import type { Finding } from './finding.ts';

/** A finding with its absolute range. */
export interface Placed extends TextRange {
  readonly finding: Finding;
}

/** Given the causes in text order: does this finding follow from one of them? A finding never follows from itself. */
export type Reach = (causes: readonly Placed[], tree: Tree) => (one: Placed) => boolean;
