import type { TextRange, Tree } from '../syntax/node.ts';
import type { Finding } from './finding.ts';

/** A finding with its absolute range. */
export interface Placed extends TextRange {
  readonly finding: Finding;
}

/** What a row of the table says of its codes to those reaches that tell them apart. */
export interface Distinctions {
  /** Codes of lines that are a mistake of their own, where they read as a key and its value. */
  readonly alone?: readonly string[];
  /** Codes of signs that begin an entry, to which the lines below belong. */
  readonly begins?: readonly string[];
  /** Keys of an entry whose mistakes stay theirs. */
  readonly unrelated?: readonly string[];
}

/** Given the causes in text order: does this finding follow from one of them? A finding never follows from itself. */
export type Reach = (causes: readonly Placed[], tree: Tree, distinctions: Distinctions) => (one: Placed) => boolean;
