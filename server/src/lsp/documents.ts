/** The open documents: their text as the editor holds it, and the Doc that is made of it when somebody asks. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Doc } from '../doc.ts';
import type { PartKind, Settings } from '../protocol.ts';
import type { LanguageService } from '../service.ts';

export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  /** Counts the changes of text, for clients whose versions do not. */
  revision: number;
  buffer: TextDocument;
  /** What holds for this document, and what that makes of it. */
  settings: Settings;
  kindBySettings?: PartKind;
  /** What the user said it is. */
  treatAs?: PartKind;
  /** The revision that the preview last got a graph of; undefined when it never asked, -1 when it is to ask again. */
  graphRevision?: number;
  /** Does the editor show diagnostics of ours for it? */
  hasPublished: boolean;
  cachedDoc?: { readonly doc: Doc; readonly revision: number; readonly treatAs: PartKind | undefined };
}

/** A document as it was opened; nothing is parsed yet. */
export function openDocument(
  item: { readonly uri: string; readonly version: number; readonly text: string },
  languageId: string,
  settings: Settings,
): OpenDocument {
  const buffer = TextDocument.create(item.uri, languageId, item.version, item.text);
  return { uri: item.uri, languageId, revision: 0, buffer, settings, hasPublished: false };
}

/** Applies an editor's changes in order. Nothing but the text is touched. */
export function changeDocument(open: OpenDocument, changes: TextDocumentContentChangeEvent[], version: number): void {
  open.buffer = TextDocument.update(open.buffer, changes, version);
  open.revision += 1;
}

/** The Doc of the text as it is now; it inherits from the one before what did not change. */
export function currentDoc(service: LanguageService, open: OpenDocument): Doc {
  const { cachedDoc, buffer, revision, uri, languageId } = open;
  const treatAs = open.treatAs ?? open.kindBySettings;
  if (cachedDoc?.revision === revision && cachedDoc.treatAs === treatAs) return cachedDoc.doc;
  const doc = service.open({ uri, languageId, version: buffer.version, text: buffer.getText(), treatAs }, cachedDoc?.doc);
  open.cachedDoc = { doc, revision, treatAs };
  return doc;
}
