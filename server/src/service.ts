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
import type { Doc, DocInput } from './doc.ts';
import type { FileResult, GraphResult, Settings } from './protocol.ts';

/** What a feature may know beside the document it is asked about. */
export interface Workspace {
  readonly settings: Settings;
}

export interface LanguageService {
  open(input: DocInput, previous?: Doc): Doc;
  diagnose(workspace: Workspace, doc: Doc): Diagnostic[];
  complete(workspace: Workspace, doc: Doc, at: Position): CompletionItem[];
  hover(workspace: Workspace, doc: Doc, at: Position): Hover | undefined;
  define(workspace: Workspace, doc: Doc, at: Position): Definition | undefined;
  references(workspace: Workspace, doc: Doc, at: Position): Location[];
  highlight(workspace: Workspace, doc: Doc, at: Position): DocumentHighlight[];
  fix(workspace: Workspace, doc: Doc, range: Range): CodeAction[];
  symbols(doc: Doc): DocumentSymbol[];
  fold(doc: Doc): FoldingRange[];
  select(doc: Doc, at: readonly Position[]): SelectionRange[];
  format(doc: Doc): TextEdit[];
  graph(workspace: Workspace, doc: Doc, line?: number): GraphResult;
  file(doc: Doc): FileResult;
}
