/**
 * The public API: everything Heddle knows about a text, as plain functions. Nothing here reads files, waits or throws.
 * Positions and results are LSP's (zero-based lines, UTF-16 characters).
 */
import type {
  CodeAction,
  CompletionItem,
  Definition,
  Diagnostic,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  Position,
  Range,
  SelectionRange,
  TextEdit,
} from 'vscode-languageserver-types';
import { createDoc, type Doc, type DocInput } from './doc.ts';
import { complete } from './features/completion/completion.ts';
import { diagnose } from './features/diagnostics.ts';
import { documentInfo } from './features/file.ts';
import { codeActions } from './features/fixes.ts';
import { foldingRanges } from './features/folding.ts';
import { format } from './features/formatting.ts';
import { graph } from './features/graph.ts';
import { hover } from './features/hover.ts';
import { definition, highlight, references } from './features/navigation.ts';
import { selectionRanges } from './features/selection.ts';
import { symbols } from './features/symbols.ts';
import type { FileResult, GraphResult, Settings } from './protocol.ts';

export { defaultSettings } from './protocol.ts';
export type { Doc, DocInput, FileResult, GraphResult, Settings };

/** What a feature may know beside the document it is asked about. */
export interface Workspace {
  readonly settings: Settings;
}

export interface Options {
  /** The clock, for the next runs of a schedule. */
  readonly now?: () => Date;
}

export interface LanguageService {
  /** Reads a text; `previous` lends what did not change. */
  open(input: DocInput, previous?: Doc): Doc;
  diagnose(workspace: Workspace, doc: Doc): Diagnostic[];
  complete(workspace: Workspace, doc: Doc, at: Position): CompletionItem[];
  hover(workspace: Workspace, doc: Doc, at: Position): Hover | undefined;
  definition(workspace: Workspace, doc: Doc, at: Position): Definition | undefined;
  references(workspace: Workspace, doc: Doc, at: Position): Location[];
  highlight(workspace: Workspace, doc: Doc, at: Position): DocumentHighlight[];
  codeActions(workspace: Workspace, doc: Doc, range: Range): CodeAction[];
  symbols(doc: Doc): DocumentSymbol[];
  foldingRanges(doc: Doc): FoldingRange[];
  selectionRanges(doc: Doc, at: readonly Position[]): SelectionRange[];
  format(doc: Doc): TextEdit[];
  graph(workspace: Workspace, doc: Doc, line?: number): GraphResult;
  documentInfo(doc: Doc): FileResult;
}

/** The language service: functions from a document to an answer. */
export function createLanguageService({ now = () => new Date() }: Options = {}): LanguageService {
  return {
    open: createDoc,
    diagnose,
    complete: (_workspace, doc, at) => complete(doc, doc.offsetAt(at)),
    hover: (_workspace, doc, at) => hover(doc, doc.offsetAt(at), { now }),
    definition: (_workspace, doc, at) => definition(doc, doc.offsetAt(at)),
    references: (_workspace, doc, at) => references(doc, doc.offsetAt(at)),
    highlight: (_workspace, doc, at) => highlight(doc, doc.offsetAt(at)),
    codeActions: codeActions,
    symbols,
    foldingRanges: foldingRanges,
    selectionRanges: selectionRanges,
    format,
    graph,
    documentInfo: documentInfo,
  };
}
