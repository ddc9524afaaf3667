/** The open documents: their text as the editor holds it, and the Doc that is made of it when somebody asks. */
import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import type { Doc } from '../doc.ts';
import type { PartKind, Settings } from '../protocol.ts';
import type { LanguageService } from '../service.ts';
import { findLines, type Lines, offsetAt } from '../syntax/lines.ts';
import { type Change, mergeChanges } from '../syntax/reuse.ts';
import { typedAt } from './typing.ts';

export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  /** Counts the changes of text, for clients whose versions do not. */
  revision: number;
  version: number;
  /** The text, and where its lines start. */
  lines: Lines;
  /** Where the text differs from that of `cachedDoc`: nowhere, in one stretch, or nobody said where. */
  change?: Change | 'unknown';
  /** What holds for this document, and what that makes of it. */
  settings: Settings;
  kindBySettings?: PartKind;
  /** What the user said it is. */
  treatAs?: PartKind;
  /** The revision that the preview last got a graph of; undefined when it never asked, -1 when it is to ask again. */
  graphRevision?: number;
  /** Where the last edit typed a letter, until it is some time ago. */
  typedAt?: Position;
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
  const { uri, version, text } = item;
  return { uri, languageId, revision: 0, version, lines: findLines(text), settings, hasPublished: false };
}

/** Applies an editor's changes in order. Nothing but the text is touched. */
export function changeDocument(open: OpenDocument, events: readonly TextDocumentContentChangeEvent[], version: number): void {
  for (const event of events) {
    // Some clients write null where there is no range.
    const change = 'range' in event && event.range ? changeOf(open.lines, event) : undefined;
    open.lines = change ? changed(open.lines, change, event.text) : findLines(event.text);
    open.change = change && open.change === undefined ? change : together(open.change, change);
  }
  open.typedAt = typedAt(events);
  open.version = version;
  open.revision += 1;
}

function changeOf(lines: Lines, { range, text }: { readonly range: Range; readonly text: string }): Change {
  const [from, to] = [offsetAt(lines, range.start), offsetAt(lines, range.end)];
  // Some clients send the ends of a range the wrong way round.
  const [start, oldEnd] = [Math.min(from, to), Math.max(from, to)];
  return { start, oldEnd, newEnd: start + text.length };
}

function changed(lines: Lines, change: Change, written: string): Lines {
  const { text } = lines;
  return findLines(text.slice(0, change.start) + written + text.slice(change.oldEnd), lines, change);
}

const together = (first: OpenDocument['change'], then: Change | undefined): Change | 'unknown' =>
  (first === 'unknown' ? undefined : mergeChanges(first, then)) ?? 'unknown';

/** The Doc of the text as it is now; it inherits from the one before what did not change. */
export function currentDoc(service: LanguageService, open: OpenDocument): Doc {
  const { cachedDoc, lines, change, version, revision, uri, languageId } = open;
  const treatAs = open.treatAs ?? open.kindBySettings;
  if (cachedDoc?.revision === revision && cachedDoc.treatAs === treatAs) return cachedDoc.doc;
  const known = { lines, change: change === 'unknown' ? undefined : change };
  const doc = service.open({ uri, languageId, version, text: lines.text, treatAs }, cachedDoc?.doc, known);
  open.cachedDoc = { doc, revision, treatAs };
  open.change = undefined;
  return doc;
}
