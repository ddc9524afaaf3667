/** What is wrong with a text by the rules of its format. The one type that every check of a format answers with. */
export interface Violation {
  readonly message: string;
  /** The text that was probably meant, in place of the stretch at `range` (or of the whole text). */
  readonly replacement?: string;
  /** The fix in words, where they are not *Change to* and the replacement. */
  readonly title?: string;
  /** Set where the format only advises against it (SHOULD); else it is an error (MUST). */
  readonly severity?: 'warning';
  /** The stretch that is wrong: UTF-16 indices of the text, `to` exclusive. Absent: all of it. */
  readonly range?: { readonly from: number; readonly to: number };
}

/** A check of one format: undefined when all is well. Total: any text may be asked about. */
export type Check = (text: string) => Violation | undefined;

/** What to call the fix that writes the replacement. */
export const fixTitle = ({ title, replacement }: Violation): string => title ?? `Change to "${replacement}"`;
