/** What the list may offer, before it is ordered and turned into LSP's items. */
import type { CompletionItemKind } from 'vscode-languageserver-types';

export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly docs?: string | undefined;
  /** Snippet text, indented as it is to stand. */
  readonly text: string;
  /** The list opens again at the cursor once this was accepted. */
  readonly again?: boolean;
  readonly deprecated?: boolean;
}
