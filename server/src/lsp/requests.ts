/** Every request about a document: its name in the protocol and the service's function that answers it. One row a feature. */
import type {
  CodeAction,
  CodeActionParams,
  CodeActionRequest,
  CompletionItem,
  CompletionParams,
  CompletionRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  ProtocolRequestType,
  ReferencesRequest,
  SelectionRangeRequest,
} from 'vscode-languageserver-protocol';
import type { Doc } from '../doc.ts';
import { type FileParams, fileRequest, type FileResult, type GraphParams, graphRequest, type GraphResult } from '../protocol.ts';
import type { LanguageService, Workspace } from '../service.ts';
import type { Client } from './client.ts';
import { inPlainWords } from './client.ts';

export interface Asked {
  readonly service: LanguageService;
  readonly workspace: Workspace;
  readonly client: Client;
  readonly doc: Doc;
}

/** What a request of the protocol is asked with and answered by. */
type Of<Type> =
  Type extends ProtocolRequestType<infer Params, infer Result, infer _, infer _, infer _> ? { params: Params; result: Result } : never;
type ParamsOf<Type> = Of<Type>['params'];
type ResultOf<Type> = Of<Type>['result'];
/** `undefined` goes out as null. */
type Answer<Params, Result> = (asked: Asked, params: Params) => Result | null | undefined;
type Row = readonly [method: string, answer: Answer<never, unknown>];

const row = <Type>(method: string, answer: Answer<ParamsOf<Type>, ResultOf<Type>>): Row => [method, answer];
/** A request of ours, by the types of `protocol.ts`. */
const ourRow = <Params, Result>(method: string, answer: Answer<Params, Result>): Row => [method, answer];

/** Formatting, folding, symbols and selection belong to whoever owns the language: for our own ids that is us. */
const own =
  <Params, Result>(answer: Answer<Params, Result>): Answer<Params, Result> =>
  (asked, params) =>
    asked.doc.ownsLanguage ? answer(asked, params) : null;

const complete = ({ service, workspace, client, doc }: Asked, { position }: CompletionParams): CompletionItem[] => {
  const items = service.complete(workspace, doc, position);
  return client.snippets ? items : items.map(inPlainWords);
};

const fix = ({ service, workspace, doc }: Asked, { range, context }: CodeActionParams): CodeAction[] => {
  const only = context?.only;
  const wanted = (kind: string): boolean => !only || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  return service.codeActions(workspace, doc, range).filter((action) => wanted(action.kind ?? 'quickfix'));
};

export const requests: readonly Row[] = [
  row<typeof CompletionRequest.type>('textDocument/completion', complete),
  row<typeof HoverRequest.type>('textDocument/hover', ({ service, workspace, doc }, { position }) =>
    service.hover(workspace, doc, position),
  ),
  row<typeof DefinitionRequest.type>('textDocument/definition', ({ service, workspace, doc }, { position }) =>
    service.definition(workspace, doc, position),
  ),
  row<typeof ReferencesRequest.type>('textDocument/references', ({ service, workspace, doc }, { position }) =>
    service.references(workspace, doc, position),
  ),
  row<typeof DocumentHighlightRequest.type>('textDocument/documentHighlight', ({ service, doc }, { position }) =>
    service.highlight(doc, position),
  ),
  row<typeof CodeActionRequest.type>('textDocument/codeAction', fix),
  row<typeof DocumentSymbolRequest.type>(
    'textDocument/documentSymbol',
    own(({ service, doc }) => service.symbols(doc)),
  ),
  row<typeof FoldingRangeRequest.type>(
    'textDocument/foldingRange',
    own(({ service, doc }) => service.foldingRanges(doc)),
  ),
  row<typeof SelectionRangeRequest.type>(
    'textDocument/selectionRange',
    own(({ service, doc }, { positions }) => service.selectionRanges(doc, positions)),
  ),
  row<typeof DocumentFormattingRequest.type>(
    'textDocument/formatting',
    own(({ service, doc }, { options }) => service.format(doc, options.tabSize)),
  ),
  ourRow<GraphParams, GraphResult>(graphRequest, ({ service, workspace, doc }, { line }) => service.graph(workspace, doc, line)),
  ourRow<FileParams, FileResult>(fileRequest, ({ service, doc }) => service.documentInfo(doc)),
];
