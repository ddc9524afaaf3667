/** The only contract between the server, the extension and the preview page. Types and method names; no behaviour. */
import type { Read } from './decode.ts';
import type { EncodingId } from './encodings.ts';
import type { Graph, LspRange } from './graph/graph.ts';
import type { Level, Severity } from './rules/finding.ts';
import type { TargetId } from './targets.ts';

export type { Graph, LspRange };

/** What a part of a file is. `none`: not ours. */
export type PartKind = 'workflow' | 'event' | 'none';

/** What a file is: as its first part, or an expression of CESQL. */
export type FileKind = PartKind | 'expression';

/** Settings under `heddle.*`, sent as initializationOptions and with workspace/didChangeConfiguration. */
export interface Settings {
  readonly rules: Readonly<Record<string, Level>>;
  /** Where workflows are meant to run that do not say so themselves. */
  readonly target: TargetId;
  readonly files: { readonly exclude: readonly string[]; readonly workflows: readonly string[]; readonly events: readonly string[] };
}

export const defaultSettings: Settings = { rules: {}, target: 'spec', files: { exclude: [], workflows: [], events: [] } };

/** Request `heddle/graph`: the drawing of the workflow at (or first in) a document. */
export interface GraphParams {
  readonly uri: string;
  readonly line?: number;
}
export interface GraphResult {
  readonly version: number;
  /** Absent when there is no workflow, or when the text cannot be read (`broken` says why). */
  readonly graph?: Graph;
  readonly broken?: { readonly message: string; readonly range: LspRange };
}
export const graphRequest = 'heddle/graph';

/** Notification from the server, only for documents whose graph was asked for since they were opened. */
export interface GraphChangedParams {
  readonly uri: string;
  readonly version: number;
}
export const graphChanged = 'heddle/graphChanged';

/** Request `heddle/file`: what a document is, for the language status item. */
export interface FileParams {
  readonly uri: string;
}
export interface FileResult {
  readonly kind: FileKind;
  /** "DSL 1.0.1", "CloudEvents 1.0, batch of 3". */
  readonly detail: string;
  /** Why part of the file is not checked, for the status and for reports: "recognised as DSL 0.8, its shape is not checked yet". */
  readonly unchecked?: string;
}
export const fileRequest = 'heddle/file';

/** Request `heddle/treatAs`: overrides recognition while the document is open; `undefined` gives it back to recognition. */
export interface TreatAsParams {
  readonly uri: string;
  readonly kind?: PartKind;
}
export const treatAsRequest = 'heddle/treatAs';

/** Request `heddle/checkEvent`: checks text (a selection, the clipboard) as CloudEvents. */
export interface CheckEventParams {
  readonly text: string;
}
export interface CheckEventResult {
  readonly problems: readonly { readonly code: string; readonly severity: string; readonly message: string; readonly range: LspRange }[];
  readonly events: number;
}
export const checkEventRequest = 'heddle/checkEvent';

/**
 * Request `heddle/checkWorkspace`: checks every file of the workspace that is ours. What is wrong in those that are not open is published
 * like that of others, and withdrawn when they are opened, change or go, and when all is checked again. Who cancels gets what was found
 * until then.
 */
export interface CheckWorkspaceParams {
  /** LSP's: under which the progress is told at once. Without it work that takes long makes itself known. */
  readonly workDoneToken?: string | number;
}
export interface CheckWorkspaceResult {
  /** Files that are ours, and how many of them were checked. Absent where all was cancelled before they were known. */
  readonly files?: number;
  readonly checked: number;
  readonly problems: Readonly<Record<Severity, number>>;
  /** Files in which anything but a hint was found. */
  readonly filesWithProblems: number;
}
export const checkWorkspaceRequest = 'heddle/checkWorkspace';

/** Request `heddle/convert`: an open document in its other format, a workflow of YAML as JSON or of JSON as YAML. Null where it has none. */
export interface ConvertParams {
  readonly uri: string;
}
export interface Converted {
  readonly text: string;
  readonly languageId: string;
  /** How many comments have no place in it. */
  readonly lostComments: number;
}
/** Without a text where it cannot be had; `refused` is the sentence that says why. */
export type ConvertResult = Converted | { readonly refused: string };
export const convertRequest = 'heddle/convert';

/** An event of an open document: the one at a line (zero-based), or one by its number, from 0 on. */
export interface EventPlace {
  readonly uri: string;
  readonly line?: number;
  readonly index?: number;
}

/** Request `heddle/showEventAs`: an event as it goes over the wire; all of them where the encoding takes a batch. Null where there is none. */
export interface ShowEventAsParams extends EventPlace {
  readonly encoding: EncodingId;
}
/** `refused` is the sentence that says why it cannot be written so. */
export type ShowEventAsResult = { readonly index: number } & ({ readonly text: string } | { readonly refused: string });
export const showEventAsRequest = 'heddle/showEventAs';

/** Request `heddle/eventMessage`: an event as an HTTP message, for whoever sends it. Null where there is none. */
export interface EventMessageParams extends EventPlace {
  readonly mode: 'binary' | 'structured';
}
export interface EventMessage {
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Text goes as UTF-8. */
  readonly body?: { readonly text: string } | { readonly base64: string };
}
export type EventMessageResult = EventMessage | { readonly refused: string };
export const eventMessageRequest = 'heddle/eventMessage';

/** Request `heddle/receivers`: what every filter of the workspace makes of an event; those that let it through first. Null where there is none. */
export type ReceiversParams = EventPlace;
export interface ReceiverRow {
  readonly verdict: 'matches' | 'near' | 'misses';
  /** `starts "order"`, `misses "ship": "type" differs in case`. */
  readonly words: string;
  /** The JSON Pointer of the filter in its document, and where it stands. */
  readonly at: string;
  readonly uri: string;
  readonly range: LspRange;
}
export type ReceiversResult = readonly ReceiverRow[];
export const receiversRequest = 'heddle/receivers';

/** Request `heddle/readEvents`: text that is in no document (HTTP messages, commands of curl, JSON) as JSON. Null where it carries no event. */
export interface ReadEventsParams {
  readonly text: string;
}
export type ReadEventsResult = { readonly text: string } | { readonly refused: string };
export const readEventsRequest = 'heddle/readEvents';

/** Commands of the extension that light bulbs name, under the same condition as those below: they take the document's URI. */
export const convertCommands = { json: 'heddle.convertToJson', yaml: 'heddle.convertToYaml' } as const;

/**
 * Requests from the server, for files that it cannot reach itself: in a web worker, and in virtual workspaces. Only to clients whose
 * capabilities say `experimental: { heddleFiles: true }`.
 */
export interface FindFilesParams {
  /** The URI of a workspace folder. */
  readonly folder: string;
}
export interface FindFilesResult {
  /** The files below it whose names fit `everyFile` or `namedFiles`, without those in `skippedFolders`. */
  readonly uris: readonly string[];
}
export const findFilesRequest = 'heddle/findFiles';

export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = Read;
export const readFileRequest = 'heddle/readFile';

/**
 * Commands of the extension that code lenses name, for clients whose capabilities say `experimental: { heddleLenses: true }`: the places
 * of a name (the document's URI, a position in it, the places), and the picture of a document (its URI).
 */
export const showReferences = 'heddle.showReferences';
/** The same arguments: goes to the place, or shows several to choose from. */
export const goToPlaces = 'heddle.goToPlaces';
export const showPreview = 'heddle.openPreviewToSide';

/** For the same clients, behind a refactoring that made up a name: asks for another one (the document's URI, a position in the name). */
export const renameAt = 'heddle.renameAt';

/** Extension → preview page. */
export type ToPage =
  | { readonly type: 'graph'; readonly uri: string; readonly result: GraphResult }
  | { readonly type: 'cursor'; readonly line: number; readonly character: number }
  | { readonly type: 'locked'; readonly locked: boolean }
  | { readonly type: 'export'; readonly format: 'svg' };

/** Preview page → extension. */
export type FromPage =
  | { readonly type: 'ready' }
  /** `focus: false` selects and reveals in the text without stealing focus. */
  | { readonly type: 'reveal'; readonly range: LspRange; readonly focus: boolean }
  | { readonly type: 'lock'; readonly locked: boolean }
  | { readonly type: 'exported'; readonly format: 'svg'; readonly text: string };
