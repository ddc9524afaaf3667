/** What every kind of name that can be renamed has in common. */
import type { Range, TextDocumentEdit } from 'vscode-languageserver-types';

/** Why something cannot be renamed, as a sentence. */
export interface Refusal {
  readonly refused: string;
}

/** A name that can be renamed. */
export interface Renaming {
  /** Where it is written at the cursor: the name alone, without quotes and signs. */
  readonly range: Range;
  readonly name: string;
  /** Why it cannot be called so; undefined when it can. What is no name at all is not asked about. */
  refuse(to: string): string | undefined;
  /** Everything that has to be written anew, by file. */
  edits(to: string): readonly TextDocumentEdit[];
}
