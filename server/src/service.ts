/**
 * The public API: everything Heddle knows about a text, as plain functions. Nothing here reads files, waits or throws.
 * Positions and results are LSP's (zero-based lines, UTF-16 characters).
 */
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CodeLens,
  CompletionItem,
  Definition,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  SignatureHelp,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { readApi } from './apis/read.ts';
import type { ConfigPlace } from './config/config-file.ts';
import { createDoc, type Doc, type DocInput, type KnownText } from './doc.ts';
import { apiDefinition } from './features/apis/definition.ts';
import { codeLenses, resolveCodeLens } from './features/aids/code-lenses.ts';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './features/names/call-hierarchy.ts';
import { complete } from './features/completion/completion.ts';
import { signatureHelp } from './features/completion/signature-help.ts';
import type { EncodingId } from './encodings.ts';
import { convert, type Convertible, convertible } from './features/convert/convert.ts';
import { encodeEvents, eventAs, eventMessage } from './features/convert/encode.ts';
import { receiverRows } from './features/events/receiver-rows.ts';
import { diagnose } from './features/diagnostics/diagnostics.ts';
import { eventTypeDefinition, eventTypeReferences } from './features/names/event-types.ts';
import { documentInfo } from './features/file.ts';
import { fixAll, type Mended } from './features/fixes/fix-all.ts';
import { codeActions, preferredFixes } from './features/fixes/fixes.ts';
import { foldingRanges } from './features/outline/folding.ts';
import { format } from './features/formatting/formatting.ts';
import { graph } from './features/graph/graph.ts';
import { hover } from './features/hover/hover.ts';
import { inlayHints } from './features/aids/inlay-hints.ts';
import { openFile } from './features/unopened.ts';
import { documentLinks, resolveLink } from './features/outline/links.ts';
import { definition, highlight, references } from './features/names/navigation.ts';
import { prepareRename, rename } from './features/rename/rename.ts';
import { selectionRanges } from './features/outline/selection.ts';
import type { NewFiles } from './features/refactor/refactoring.ts';
import { offeredRefactorings, refactorings, resolveRefactoring } from './features/refactor/refactorings.ts';
import { semanticTokens } from './features/aids/semantic-tokens.ts';
import { subWorkflowDefinition, subWorkflowReferences } from './features/names/sub-workflow.ts';
import { symbols } from './features/outline/symbols.ts';
import { workspaceSymbols } from './features/names/workspace-symbols.ts';
import type {
  ConvertResult,
  EventMessageParams,
  EventMessageResult,
  ReceiversParams,
  ReceiversResult,
  FileResult,
  GraphResult,
  Settings,
  ShowEventAsParams,
  ShowEventAsResult,
} from './protocol.ts';
import type { TargetId } from './targets.ts';
import { type FileSummary, summarise } from './workspace/summary.ts';
import type { DocumentRead, Workspace } from './workspace/workspace.ts';

export { tokenModifiers, tokenTypes } from './features/aids/token-legend.ts';
export { defaultSettings } from './protocol.ts';
export {
  createWorkspace,
  documentsNamed,
  withCompleteness,
  withDocuments,
  withFile,
  withFiles,
  withoutFile,
  withSettings,
  withSources,
} from './workspace/workspace.ts';
export type {
  ConfigPlace,
  Convertible,
  ConvertResult,
  DocumentRead,
  Doc,
  DocInput,
  KnownText,
  FileResult,
  FileSummary,
  GraphResult,
  Mended,
  NewFiles,
  Settings,
  Workspace,
};

export interface Options {
  /** The clock, for the next runs of a schedule. */
  readonly now?: () => Date;
}

/** Functions from a workspace, a document and a position to an answer. Those that need nothing but the text take no workspace. */
export interface LanguageService {
  /**
   * An immutable document; nothing is parsed before somebody asks. What did not change is inherited from `previous`, the same document a
   * moment ago: an edit then costs what was edited. Who keeps the text may tell what is `known` of it.
   */
  open(input: DocInput, previous?: Doc, known?: KnownText): Doc;
  /** The same for a file that no editor has open: whatever its name, nobody else reports its syntax if it is ours. */
  openFile(input: DocInput): Doc;
  /** What other files may want to know of a document; undefined when nothing in it is ours. Goes into a workspace with `withFile`. */
  summarise(doc: Doc): FileSummary | undefined;
  /** What a document about a service says, by its URI and its text; goes into a workspace with `withDocuments`. */
  readDocument(uri: string, text: string): DocumentRead;
  /** What is wrong, in text order: syntax (in our own languages only), schema, rules of meaning, rules of the workspace. */
  diagnose(workspace: Workspace, doc: Doc): Diagnostic[];
  /**
   * What may stand at a position, as snippets with their edits: what the schema allows, names of the document, workflows of the workspace.
   * Empty where nothing of ours is.
   */
  complete(workspace: Workspace, doc: Doc, at: Position): CompletionItem[];
  /** What is at a position, in Markdown, a workflow of another file included; undefined where there is nothing to say. */
  hover(workspace: Workspace, doc: Doc, at: Position): Hover | undefined;
  /**
   * Where the name at a position is defined: a task, a component of `use`, a variable that a task brings into expressions (without a name of
   * its own, the key that brings it), an anchor, the workflow of a `run.workflow`, which may be in another file and there in several
   * versions, or of a type of events whatever publishes it, else its examples. Undefined for what is no name, or defined nowhere.
   */
  definition(workspace: Workspace, doc: Doc, at: Position): Definition | undefined;
  /**
   * Where the name at a position is used, its definition first: in its document, of a workflow in every file that runs it, of a type of
   * events in every file that publishes it, is an example of it or waits for it. Empty for what is no name.
   */
  references(workspace: Workspace, doc: Doc, at: Position): Location[];
  /** The places of the name at a position in its document, to be marked in the text. */
  highlight(doc: Doc, at: Position): DocumentHighlight[];
  /**
   * Whether the name at a position can be another: where it is written (without quotes and signs) and what it is, or why not, as a sentence;
   * undefined for what is no name. Tasks, components, variables, anchors and aliases, a workflow's own name, namespace and version.
   */
  prepareRename(
    workspace: Workspace,
    doc: Doc,
    at: Position,
  ): { readonly range: Range; readonly placeholder: string } | { readonly refused: string } | undefined;
  /**
   * What gives the name at a position another one: edits of everything that uses it, of workflows in all files that run them, in the style
   * each is written in; empty when it has that name. Why it cannot be, as a sentence, where another has the name, the word means something
   * of its own, or it cannot be written there. Edits of `doc` are for its version, those of other files for none (`version: null`).
   */
  rename(workspace: Workspace, doc: Doc, at: Position, name: string): WorkspaceEdit | { readonly refused: string } | undefined;
  /**
   * Where the texts of a document lead: documents, services, catalogs, functions by their address, schemas. Relative paths and `file:` lead to
   * files beside the document, whether these exist or not; expressions and templates lead nowhere.
   */
  documentLinks(doc: Doc): DocumentLink[];
  /** A link of `documentLinks` with what an editor says beside it. */
  resolveLink(link: DocumentLink): DocumentLink;
  /** The workflow that is named or run at a position, to ask who runs it and what it runs; undefined elsewhere. */
  prepareCallHierarchy(workspace: Workspace, doc: Doc, at: Position): CallHierarchyItem[] | undefined;
  /** Who runs the workflow of an item, with the places where they do; empty for one that is not there any more. */
  incomingCalls(workspace: Workspace, item: CallHierarchyItem): CallHierarchyIncomingCall[];
  /** The workflows that the one of an item runs, as far as files hold them, with the places where it does. */
  outgoingCalls(workspace: Workspace, item: CallHierarchyItem): CallHierarchyOutgoingCall[];
  /**
   * Quick fixes for what is wrong in a range, preferred ones first; last how not to hear of it, here or, where somebody says in which
   * `config` file (by its URI, with its text unless it is to be made), at all. Their edits are for `doc.version`.
   */
  codeActions(workspace: Workspace, doc: Doc, range: Range, config?: () => ConfigPlace | undefined): CodeAction[];
  /** The preferred fix of every finding that has one, in text order, with what it mends. None of them writes in another file. */
  preferredFixes(workspace: Workspace, doc: Doc): CodeAction[];
  /**
   * The text with all of these applied, and with what they bring up, up to ten times; never twice in one place, and never so that there
   * are more errors than before.
   */
  fixAll(workspace: Workspace, doc: Doc): Mended;
  /**
   * What is written in a range, written otherwise: tasks put into another one, out of it, up or down; durations and addresses the short or the
   * long way; definitions moved to `use` and back; tasks moved to a workflow in a file of its own, where the editor makes files. Their edits
   * are for `doc.version`, keep all comments, and bring no finding that is not there. What is `disabled` has none. Empty outside of workflows.
   */
  refactorings(workspace: Workspace, doc: Doc, range: Range, newFiles?: NewFiles): CodeAction[];
  /** The same without edits, and without having tried them: for an editor that asks for them when one is taken. */
  offeredRefactorings(workspace: Workspace, doc: Doc, range: Range, newFiles?: NewFiles): CodeAction[];
  /** One of these with its edits; why there are none, where the text has changed or would be worse for it. */
  resolveRefactoring(workspace: Workspace, doc: Doc, action: CodeAction, newFiles?: NewFiles): CodeAction | { readonly refused: string };
  /** Everything with a name in the workspace that fits a query, best first; for an empty query whatever there is. 1,000 at most. */
  workspaceSymbols(workspace: Workspace, query: string): SymbolInformation[];
  /** The outline: workflows with their tasks and components, events. */
  symbols(doc: Doc): DocumentSymbol[];
  /**
   * What is meant in a range and not written, to be shown behind what is: times in words, variables that nothing names, the type behind the
   * name of an event.
   */
  inlayHints(doc: Doc, range: Range): InlayHint[];
  /**
   * Above workflows: who runs them, their picture; above components: how often they are used. What has to be counted has no words before it
   * is resolved. Commands are the VS Code extension's; `heddle.showReferences` takes a URI, a position and locations.
   */
  codeLenses(workspace: Workspace, doc: Doc): CodeLens[];
  /** A lens of this state of the document, with its words. */
  resolveCodeLens(workspace: Workspace, doc: Doc, lens: CodeLens): CodeLens;
  /**
   * What words mean, in LSP's five numbers for each: names, keys that decide what a task does, variables and braces of expressions, types of
   * events. Of the whole document, or of what a range touches. The numbers of types and modifiers are places in `tokenTypes` and `tokenModifiers`.
   */
  semanticTokens(doc: Doc, range?: Range): SemanticTokens;
  /** What the function, or the operation of a service, takes whose arguments are written at a position; undefined elsewhere. Labels of parameters are offsets. */
  signatureHelp(workspace: Workspace, doc: Doc, at: Position): SignatureHelp | undefined;
  /** What can be folded: tasks, lists, comments, texts over several lines. */
  foldingRanges(doc: Doc): FoldingRange[];
  /** For each position, the ranges around it, the smallest first. */
  selectionRanges(doc: Doc, at: readonly Position[]): SelectionRange[];
  /**
   * Edits that set a document anew, `unit` spaces a level (two unless told): white space only. Documents that cannot be read stay as they
   * are; empty when nothing is to do.
   */
  format(doc: Doc, unit?: number): TextEdit[];
  /** The format that a workflow can be had in as well, and how many comments that has no place for; undefined where there is none. */
  convertible(doc: Doc): Convertible | undefined;
  /**
   * The whole of a workflow of YAML as JSON, or of JSON as YAML: the same data in the same order, aliases written out, numbers with their digits,
   * comments of JSON as those of YAML; why it cannot be, as a sentence; undefined where there is no other format for it.
   */
  convert(doc: Doc): ConvertResult | undefined;
  /**
   * The events of a document as they go over the wire: a text for each, or one for all where the encoding has that; why that cannot be, as a
   * sentence; undefined where there are none. HTTP messages are read as well as JSON is.
   */
  encodeEvents(doc: Doc, encoding: EncodingId): readonly string[] | { readonly refused: string } | undefined;
  /** The event at a line, or by its number, in an encoding; all of them where that takes a batch. Undefined where there is none. */
  eventAs(doc: Doc, asked: Omit<ShowEventAsParams, 'uri'>): ShowEventAsResult | undefined;
  /** The same as an HTTP message that can be sent. */
  eventMessage(doc: Doc, asked: Omit<EventMessageParams, 'uri'>): EventMessageResult | undefined;
  /** What every filter of the workspace makes of the event at a line; undefined where no event is that can be read. */
  receivers(workspace: Workspace, doc: Doc, asked: Omit<ReceiversParams, 'uri'>): ReceiversResult | undefined;
  /** The graph of the workflow at a line (zero-based), else of the first. Without a graph where there is none, or the text is broken. */
  graph(workspace: Workspace, doc: Doc, line?: number): GraphResult;
  /** What a document is, in words; `target` is where it is meant to run if it does not say so. */
  documentInfo(doc: Doc, target?: TargetId): FileResult;
}

/** The language service. It holds nothing: all that is remembered hangs on the documents. */
export function createLanguageService({ now = () => new Date() }: Options = {}): LanguageService {
  return {
    open: createDoc,
    openFile,
    summarise,
    readDocument: (uri, text) => ({ uri, ...readApi(uri, text) }),
    diagnose,
    complete: (workspace, doc, at) => complete(workspace, doc, doc.offsetAt(at)),
    hover: (workspace, doc, at) => hover(workspace, doc, doc.offsetAt(at), { now }),
    definition: (workspace, doc, at) =>
      definition(doc, doc.offsetAt(at)) ??
      subWorkflowDefinition(workspace, doc, at) ??
      eventTypeDefinition(workspace, doc, at) ??
      apiDefinition(workspace, doc, at),
    references: (workspace, doc, at) =>
      subWorkflowReferences(workspace, doc, at) ?? eventTypeReferences(workspace, doc, at) ?? references(doc, doc.offsetAt(at)),
    highlight: (doc, at) => highlight(doc, doc.offsetAt(at)),
    prepareRename,
    rename,
    documentLinks,
    resolveLink,
    prepareCallHierarchy,
    incomingCalls,
    outgoingCalls,
    codeActions: (workspace, doc, range, config) => codeActions(workspace, doc, range, config),
    preferredFixes: (workspace, doc) => preferredFixes(workspace, doc),
    fixAll: (workspace, doc) => fixAll(workspace, doc),
    refactorings,
    offeredRefactorings,
    resolveRefactoring,
    workspaceSymbols,
    symbols,
    inlayHints,
    codeLenses,
    resolveCodeLens,
    semanticTokens,
    signatureHelp: (workspace, doc, at) => signatureHelp(workspace, doc, doc.offsetAt(at)),
    foldingRanges,
    selectionRanges,
    format,
    convertible,
    convert,
    encodeEvents,
    eventAs,
    eventMessage,
    receivers: receiverRows,
    graph,
    documentInfo,
  };
}
