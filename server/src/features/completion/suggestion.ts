/** An entry of the list, before it is ordered and turned into an item of LSP's. */
import type { CompletionItemKind } from 'vscode-languageserver-types';

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
