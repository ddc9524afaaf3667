/** What a document is after edits. */
import type { Doc, DocInput } from '../doc.ts';
import { applyEdits } from '../syntax/edit.ts';
import type { Edit } from '../syntax/node.ts';

/** The same document with edits of its text, which do not overlap: what somebody said it is holds on. */
export const edited = ({ uri, languageId, version, treatAs, text }: Doc, edits: readonly Edit[]): DocInput => ({
  uri,
  languageId,
  version,
  treatAs,
  text: applyEdits(text, edits),
});
