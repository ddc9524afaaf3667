/** What is to be written at the cursor, and where in the tree that is. */
import type { MapNode, Node, SeqNode, TextRange } from '../../syntax/node.ts';

/**
 * A `key` of a mapping, a `value` behind its key on the same line, an `element` of a list behind its dash, an `item` of a list with its
 * dash, in block style a whole `node` on a line of its own, the name of an anchor behind `*`, or in an expression that of a `secret` or a `variable`, which is `bare` where no `${` stands before it.
 */
export type ExpectedSyntax =
  'key' | 'value' | 'element' | 'item' | 'node' | 'alias' | 'secret' | 'quoted secret' | 'variable' | 'bare variable';

export interface CompletionTarget {
  readonly expected: ExpectedSyntax;
  /** The mappings and lists around, the document's root first. What is being written is left out of the last one. */
  readonly nodes: readonly (MapNode | SeqNode)[];
  /** The step from each of these nodes to the next, the last one to what is to be written; a key to be written has none. */
  readonly path: readonly (string | number)[];
  /** What accepting a suggestion replaces: absolute offsets. */
  readonly replace: TextRange;
  /** Some of it stands before the cursor, quotes not counted. */
  readonly isTyped: boolean;
  readonly style: 'block' | 'flow' | 'json';
  /** The key has its colon already. */
  readonly hasColon: boolean;
  /** What stands behind it. */
  readonly value?: Node | undefined;
  /** The lines below are already what the key, which has no colon yet, is to hold. */
  readonly hasBlockBelow: boolean;
  /** Column of what is to be written (block), or the indentation of its line (flow, JSON). */
  readonly column: number;
  /** Block: column of the key that the value belongs to. */
  readonly parentColumn: number;
  /** The quote in which the cursor stands. */
  readonly quote: '' | '"' | "'";
  /** Spaces that a blank line lacks to stand among the lines below it. */
  readonly leadingIndent: string;
  /** Brackets: `before` is where a comma is to be inserted; `after`: one must follow. */
  readonly comma: { readonly before?: number; readonly after: boolean };
}

/** The place is behind YAML's `<<`, alone or in a list: only names of anchors make sense there. */
export const isMerged = (path: CompletionTarget['path']): boolean =>
  path.at(-1) === '<<' || (path.at(-2) === '<<' && typeof path.at(-1) === 'number');
