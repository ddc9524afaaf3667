/** Edits of a document, and what it is after them. */
import type { CreateFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import type { Doc, DocInput } from '../doc.ts';
import { applyEdits } from '../syntax/edit.ts';
import type { Edit } from '../syntax/node.ts';

/** The same document with edits of its text, which do not overlap: what somebody said it is holds on. */
export const edited = ({ uri, languageId, version, treatAs, isAlone, text }: Doc, edits: readonly Edit[]): DocInput => ({
  uri,
  languageId,
  version,
  treatAs,
  isAlone,
  text: applyEdits(text, edits),
});

/** Edits as the protocol has them. */
export const textEdits = (doc: Doc, edits: readonly Edit[]): TextEdit[] =>
  edits.map((edit) => ({ range: doc.range(edit), newText: edit.newText }));

/** The same, for the version of the document that they were made of. */
export const inDocument = (doc: Doc, edits: readonly Edit[]): TextDocumentEdit => ({
  textDocument: { uri: doc.uri, version: doc.version },
  edits: textEdits(doc, edits),
});

/** A file with its text. An editor that finds one there does nothing. */
export function newFile(uri: string, text: string): [CreateFile, TextDocumentEdit] {
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create', uri },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
  ];
}
