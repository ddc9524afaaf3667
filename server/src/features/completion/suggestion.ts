/** An entry of the list, before it is ordered and turned into an item of LSP's. */
import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { Schema } from '../../schema/schema.ts';

export interface Suggestion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly docs?: string | undefined;
  /** Snippet text, indented as it is to stand. */
  readonly text: string;
  /** The list opens again at the cursor once this was accepted. */
  readonly retrigger?: boolean;
  readonly deprecated?: boolean;
}

/** A name of something that is defined elsewhere: what it is, and Markdown about it. */
export interface Name {
  readonly name: string;
  readonly detail?: string;
  readonly docs?: string;
  /** Pairs that come with it behind the one that holds it: a template in block YAML. */
  readonly brings?: string | undefined;
}

/** The names that a value may take which `references` something or is part of a `subWorkflow`; of other values none. */
export type Names = (schema: Pick<Schema, 'references' | 'subWorkflow' | 'apiNames' | 'address'>) => readonly Name[];
