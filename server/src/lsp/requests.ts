/** Every request about a document: its name in the protocol and the service's function that answers it. One row a feature. */
import type {
  CodeActionParams,
  CompletionItem,
  DocumentFormattingParams,
  Position,
  ReferenceParams,
  SelectionRangeParams,
} from 'vscode-languageserver-protocol';
import type { Doc } from '../doc.ts';
import { fileRequest, graphRequest, type GraphParams } from '../protocol.ts';
import type { LanguageService, Workspace } from '../service.ts';
import type { Client } from './client.ts';
import { inPlainWords } from './client.ts';

export interface Asked {
  readonly service: LanguageService;
  readonly workspace: Workspace;
  readonly client: Client;
  readonly doc: Doc;
}

type At = { readonly position: Position };
type Answer<P> = (asked: Asked, params: P) => unknown;
const row = <P>(method: string, answer: Answer<P>): readonly [string, Answer<never>] => [method, answer];

/** Formatting, folding, symbols and selection belong to whoever owns the language: for our own ids that is us. */
const own =
  <P>(answer: Answer<P>): Answer<P> =>
  (asked, params) =>
    asked.doc.ownsLanguage ? answer(asked, params) : null;

const complete = ({ service, workspace, client, doc }: Asked, { position }: At): CompletionItem[] => {
  const items = service.complete(workspace, doc, position);
  return client.snippets ? items : items.map(inPlainWords);
};

const fix = ({ service, workspace, doc }: Asked, { range, context }: CodeActionParams): unknown => {
  const only = context?.only;
  const wanted = (kind: string): boolean => !only || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  return service.codeActions(workspace, doc, range).filter((action) => wanted(action.kind ?? 'quickfix'));
};

export const requests: readonly (readonly [method: string, answer: Answer<never>])[] = [
  row<At>('textDocument/completion', complete),
  row<At>('textDocument/hover', ({ service, workspace, doc }, { position }) => service.hover(workspace, doc, position)),
  row<At>('textDocument/definition', ({ service, workspace, doc }, { position }) => service.definition(workspace, doc, position)),
  row<ReferenceParams>('textDocument/references', ({ service, workspace, doc }, { position }) =>
    service.references(workspace, doc, position),
  ),
  row<At>('textDocument/documentHighlight', ({ service, doc }, { position }) => service.highlight(doc, position)),
  row<CodeActionParams>('textDocument/codeAction', fix),
  row<unknown>(
    'textDocument/documentSymbol',
    own(({ service, doc }) => service.symbols(doc)),
  ),
  row<unknown>(
    'textDocument/foldingRange',
    own(({ service, doc }) => service.foldingRanges(doc)),
  ),
  row<SelectionRangeParams>(
    'textDocument/selectionRange',
    own(({ service, doc }, { positions }) => service.selectionRanges(doc, positions)),
  ),
  row<DocumentFormattingParams>(
    'textDocument/formatting',
    own(({ service, doc }) => service.format(doc)),
  ),
  row<GraphParams>(graphRequest, ({ service, workspace, doc }, { line }) => service.graph(workspace, doc, line)),
  row<unknown>(fileRequest, ({ service, doc }) => service.documentInfo(doc)),
];
