/** Files that no editor has open. */
import { createDoc, type Doc, type DocInput } from '../doc.ts';
import { ownLanguageFor } from '../languages.ts';

/** A file's document; under a language of ours as soon as something in it is, since nobody else says what cannot be read in it. */
export function openFile(input: DocInput): Doc {
  const plain = createDoc(input);
  const holds = plain.parts[0]?.kind;
  const languageId = holds ? ownLanguageFor(input.languageId, holds) : input.languageId;
  return languageId === input.languageId ? plain : createDoc({ ...input, languageId });
}
