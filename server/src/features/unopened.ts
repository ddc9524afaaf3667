/** Files that no editor has open. */
import { createDoc, type Doc, type DocInput } from '../doc.ts';
import { ownLanguageFor } from '../languages.ts';

/**
 * A file's document, in which the same is ours as in an editor: what others put beside it in a stream stays theirs. It is under a language
 * of ours where somebody said what it holds.
 */
export function openFile(input: DocInput): Doc {
  const { treatAs, languageId } = input;
  const holds = treatAs === 'none' ? undefined : treatAs;
  return createDoc({ ...input, languageId: holds ? ownLanguageFor(languageId, holds) : languageId, isAlone: true });
}
