/** The open documents: their text as the editor holds it, and the Doc that is made of it when somebody asks. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Doc } from '../doc.ts';
import type { PartKind } from '../protocol.ts';
import type { LanguageService, Workspace } from '../service.ts';

export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  /** Counts the changes of text, for clients whose versions do not. */
  stamp: number;
  buffer: TextDocument;
  workspace: Workspace;
  /** What settings make of the file, and what the user said it is. */
  kindBySettings?: PartKind | undefined;
  treatAs?: PartKind | undefined;
  /** The text that the preview last got a graph of, by its `stamp`; undefined when it never asked, -1 when it is to ask again. */
  drawn?: number;
  /** Does the editor show diagnostics of ours for it? */
  marked: boolean;
  made?: { readonly doc: Doc; readonly stamp: number; readonly treatAs: PartKind | undefined };
}

/** A document as it was opened; nothing is parsed yet. */
export function openDocument(
  item: { readonly uri: string; readonly version: number; readonly text: string },
  languageId: string,
  workspace: Workspace,
): OpenDocument {
  const buffer = TextDocument.create(item.uri, languageId, item.version, item.text);
  return { uri: item.uri, languageId, stamp: 0, buffer, workspace, marked: false };
}

/** Applies an editor's changes in order. Nothing but the text is touched. */
export function changeDocument(open: OpenDocument, changes: TextDocumentContentChangeEvent[], version: number): void {
  open.buffer = TextDocument.update(open.buffer, changes, version);
  open.stamp += 1;
}

/** The Doc of the text as it is now; the one before lends what did not change. */
export function currentDoc(service: LanguageService, open: OpenDocument): Doc {
  const { made, buffer, stamp, uri, languageId } = open;
  const treatAs = open.treatAs ?? open.kindBySettings;
  if (made?.stamp === stamp && made.treatAs === treatAs) return made.doc;
  const input = { uri, languageId, version: buffer.version, text: buffer.getText() };
  const doc = service.open(treatAs ? { ...input, treatAs } : input, made?.doc);
  open.made = { doc, stamp, treatAs };
  return doc;
}
