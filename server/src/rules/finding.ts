import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { Edit, NodeRange, Tree } from '../syntax/node.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type Level = Severity | 'off';

/** A quick fix: imperative title with the result in it, edits in absolute offsets. At most one of a finding is preferred. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** What is to change in other files, with LSP ranges. */
  readonly elsewhere?: readonly { readonly uri: string; readonly edits: readonly TextEdit[] }[];
  readonly preferred?: boolean;
}

/** A remark about another place: of this document, or of another file (with an LSP range). */
export type Related =
  { readonly message: string; readonly at: NodeRange } | { readonly message: string; readonly uri: string; readonly range: Range };

/** One mistake. `at` is the smallest stretch that shows it; words follow the project's voice. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly at: NodeRange;
  readonly message: string;
  readonly related?: readonly Related[];
  /** `unnecessary` is shown faded, `deprecated` struck through. */
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
  /** Computed only when somebody asks for fixes. */
  readonly fixes?: (tree: Tree) => readonly Fix[];
}
