/**
 * Where the cursor stands, read from the text around it and not from the tree: half-typed text has no reliable tree, but its
 * indentation, brackets and neighbours say where it belongs.
 */
import type { TextRange } from '../../syntax/node.ts';

/** A neighbour in the same mapping. `value` is the text of an inline scalar. */
export interface Entry {
  readonly key: string;
  readonly value?: string;
  readonly shape: 'scalar' | 'map' | 'seq' | 'none';
}

/** One mapping or list on the way from the root of the part to the cursor. */
export interface Level {
  readonly kind: 'map' | 'seq';
  /** Column of its keys or dashes; -1 in flow style. */
  readonly column: number;
  /** Of a mapping: the other keys. */
  readonly entries: Entry[];
  /** Of a list: the first key of each other element, such as task names. */
  readonly names: string[];
  /** The key through which the way goes on; undefined at the end, and in lists. */
  key?: string;
}

/**
 * What is to be written: a `key` of the last level, a `value` under its key on the same line, an `element` of the list after its
 * dash, an `item` of the list with its dash, or in block style a whole `node` under the key, on its own line.
 */
export type Want = 'key' | 'value' | 'element' | 'item' | 'node';

export interface Context {
  readonly want: Want;
  readonly levels: readonly Level[];
  /** What accepting an offer replaces, and what of it stands before the cursor. */
  readonly replace: TextRange;
  readonly typed: string;
  readonly style: 'block' | 'flow' | 'json';
  /** The key has its colon already. */
  readonly colon: boolean;
  /** Column at which keys of the wanted mapping stand (block), or the indentation of the line (flow, JSON). */
  readonly column: number;
  /** The quote in which the cursor stands. */
  readonly quote: '' | '"' | "'";
  /** Block: spaces to insert before it, and whether the lines below are the value of the key already. */
  readonly lead: string;
  readonly below: boolean;
  /** JSON: the neighbours want a comma. `before` is where one is to be inserted. */
  readonly comma: { readonly before?: number; readonly after: boolean };
}

export const noComma = { after: false };
