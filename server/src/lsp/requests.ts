/** Every request about a document: its name in the protocol and the service's function that answers it. One row a feature. */
import { ResponseError } from 'vscode-jsonrpc';
import type {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeAction,
  CodeActionParams,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLens,
  CodeLensRequest,
  CodeLensResolveRequest,
  CompletionItem,
  CompletionParams,
  CompletionRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentLinkResolveRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LSPErrorCodes,
  Position,
  Range,
  PrepareRenameRequest,
  ProtocolRequestType,
  ReferencesRequest,
  RenameParams,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  SignatureHelp,
  SignatureHelpParams,
  SignatureHelpRequest,
  WorkspaceEdit,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol';
import type { ConfigPlace } from '../config/config-file.ts';
import type { Doc } from '../doc.ts';
import { count } from '../formats/sentence.ts';
import { fixAllKind } from '../features/kinds.ts';
import {
  convertRequest,
  eventMessageRequest,
  receiversRequest,
  fileRequest,
  graphRequest,
  showEventAsRequest,
  showPreview,
  type ConvertParams,
  type ConvertResult,
  type EventMessageParams,
  type ReceiversParams,
  type ReceiversResult,
  type EventMessageResult,
  type FileParams,
  type FileResult,
  type GraphParams,
  type GraphResult,
  type ShowEventAsParams,
  type ShowEventAsResult,
} from '../protocol.ts';
import type { LanguageService, Workspace } from '../service.ts';
import type { Client } from './client.ts';
import { actionInForm, inForm, inPlainWords } from './client.ts';
import { conversions, resolveConversion } from './conversion.ts';

export interface Asked {
  readonly service: LanguageService;
  readonly workspace: Workspace;
  readonly client: Client;
  readonly doc: Doc;
  /** The config file to write the document's settings to. */
  config(): ConfigPlace | undefined;
  /** The version of the text of a file that is open; null for any other. */
  versionOf(uri: string): number | null;
  /** Is there a file by this URI already? */
  isTaken(uri: string): boolean;
}

/** What is asked and answered under a name, as LSP types it. */
interface Exchange<P, R> {
  readonly params: P;
  readonly result: R;
}
type Lsp =
  | typeof CallHierarchyIncomingCallsRequest
  | typeof CallHierarchyOutgoingCallsRequest
  | typeof CallHierarchyPrepareRequest
  | typeof CodeActionRequest
  | typeof CodeActionResolveRequest
  | typeof CodeLensRequest
  | typeof CodeLensResolveRequest
  | typeof CompletionRequest
  | typeof DefinitionRequest
  | typeof DocumentFormattingRequest
  | typeof DocumentHighlightRequest
  | typeof DocumentLinkRequest
  | typeof DocumentLinkResolveRequest
  | typeof DocumentSymbolRequest
  | typeof FoldingRangeRequest
  | typeof HoverRequest
  | typeof InlayHintRequest
  | typeof PrepareRenameRequest
  | typeof ReferencesRequest
  | typeof RenameRequest
  | typeof SelectionRangeRequest
  | typeof SemanticTokensRangeRequest
  | typeof SemanticTokensRequest
  | typeof SignatureHelpRequest
  | typeof WorkspaceSymbolRequest;
type ExchangeOf<T> = T extends ProtocolRequestType<infer P, infer R, infer _Part, infer _Error, infer _Options> ? Exchange<P, R> : never;
type Exchanges = { readonly [Each in Lsp as Each['method']]: ExchangeOf<Each['type']> } & {
  readonly [graphRequest]: Exchange<GraphParams, GraphResult>;
  readonly [fileRequest]: Exchange<FileParams, FileResult>;
  readonly [convertRequest]: Exchange<ConvertParams, ConvertResult>;
  readonly [showEventAsRequest]: Exchange<ShowEventAsParams, ShowEventAsResult>;
  readonly [receiversRequest]: Exchange<ReceiversParams, ReceiversResult>;
  readonly [eventMessageRequest]: Exchange<EventMessageParams, EventMessageResult>;
};

/** `undefined` goes out as null. */
type Answer<P, R = unknown> = (asked: Asked, params: P) => R | ResponseError | undefined;
const row = <Method extends keyof Exchanges>(
  method: Method,
  answer: Answer<Exchanges[Method]['params'], Exchanges[Method]['result']>,
): readonly [string, Answer<never>] => [method, answer];

/** Formatting, folding, symbols and selection belong to whoever owns the language: for our own ids that is us. */
const inOurLanguage =
  <P, R>(answer: Answer<P, R>): Answer<P, R | null> =>
  (asked, params) =>
    asked.doc.ownsLanguage ? answer(asked, params) : null;

/** Is a quote open before a position on its line? */
function isInText(doc: Doc, position: Position): boolean {
  const start = doc.offsetAt({ line: position.line, character: 0 });
  const before = doc.text.slice(start, doc.offsetAt(position)).replace(/\\./g, '');
  return before.split('"').length % 2 === 0;
}

/** In JSON a space is how people set their text, but for the label of several words that is being typed; in YAML it ends a dash or a colon. */
const complete = ({ service, workspace, client, doc }: Asked, { position, context }: CompletionParams): CompletionItem[] => {
  if (context?.triggerCharacter === ' ' && doc.format === 'json' && !isInText(doc, position)) return [];
  const items = service.complete(workspace, doc, position);
  return client.snippets ? items : items.map(inPlainWords);
};

/** Asked by the editor itself, and not by the user (`CodeActionTriggerKind.Automatic`). */
const asksByItself = ({ context }: CodeActionParams): boolean => context?.triggerKind === 2;

/** Asked by the editor as the cursor moves: then nothing is offered that mends nothing, but for a selection. */
const followsCursor = (params: CodeActionParams): boolean => {
  const { start, end } = params.range;
  return asksByItself(params) && !params.context.only && start.line === end.line && start.character === end.character;
};

const isOneOf = (kind: string, only: readonly string[]): boolean => only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));

/** All fixes at once, for whoever asks for them by name: on save, or by a command. */
const fixAll = ({ service, workspace, doc }: Asked): CodeAction[] => {
  const { edits, fixed } = service.fixAll(workspace, doc);
  if (edits.length === 0) return [];
  const documentChanges = [{ textDocument: { uri: doc.uri, version: doc.version }, edits: [...edits] }];
  return [{ title: `Fix ${count(fixed, 'problem')}`, kind: fixAllKind, edit: { documentChanges } }];
};

/** Can the editor make every file that an action asks for, and is none of them there already? */
const canCreate = ({ client, isTaken }: Asked, { edit }: CodeAction): boolean =>
  edit?.documentChanges?.every((each) => !('kind' in each) || (each.kind === 'create' && client.createsFiles && !isTaken(each.uri))) !==
  false;

/** Where an editor cannot show the reason for what is not to be had, it hears of it when it takes that, or nothing where it cannot ask then. */
function rewritings(asked: Asked, range: Range): CodeAction[] {
  const { service, workspace, client, doc } = asked;
  const { resolvesEdits, showsDisabled } = client;
  if (!resolvesEdits)
    return service
      .refactorings(workspace, doc, range, newFiles(asked))
      .flatMap((each) => (showsDisabled || !each.disabled ? forClient(client, each) : []));
  const offers = service.offeredRefactorings(workspace, doc, range, newFiles(asked));
  return showsDisabled ? offers : offers.map(({ disabled: _, ...offer }) => offer);
}

const newFiles = ({ client, isTaken }: Asked) => ({ creates: client.createsFiles, isTaken });

const bulbs = (asked: Asked, params: CodeActionParams): CodeAction[] => {
  const { service, workspace, client, doc, config } = asked;
  const { range, context } = params;
  const only = context?.only;
  const may = (family: string): boolean => !only || only.some((each) => each === '' || each.split('.')[0] === family);
  const actions = [
    ...(may('quickfix') ? service.codeActions(workspace, doc, range, config).filter((each) => canCreate(asked, each)) : []),
    ...(may('refactor') && !followsCursor(params) ? rewritings(asked, range) : []),
    ...(may('refactor') && !asksByItself(params) ? conversions(asked) : []),
  ];
  const wanted =
    !only || only.includes('')
      ? actions
      : [...actions.filter(({ kind = 'quickfix' }) => isOneOf(kind, only)), ...(isOneOf(fixAllKind, only) ? fixAll(asked) : [])];
  return wanted.map((each) => actionInForm(client, each));
};

/** Our commands are the extension's: others get the edits alone. */
const forClient = ({ hasCommands }: Asked['client'], action: CodeAction): CodeAction =>
  hasCommands ? action : { ...action, command: undefined };

/** The edits of a refactoring that was taken, or why there are none. */
function refactoring(asked: Asked, action: CodeAction): CodeAction | { readonly refused: string } {
  const resolved = asked.service.resolveRefactoring(asked.workspace, asked.doc, action, newFiles(asked));
  return 'refused' in resolved ? resolved : actionInForm(asked.client, forClient(asked.client, resolved));
}

/** Our commands are the extension's: to others a lens is its words, and one that is nothing but a command is left out. */
const lenses = ({ service, workspace, client, doc }: Asked): CodeLens[] =>
  service
    .codeLenses(workspace, doc)
    .flatMap((each) => (client.hasCommands || !each.command ? each : each.command.command === showPreview ? [] : withoutCommand(each)));

const withoutCommand = ({ command, ...lens }: CodeLens): CodeLens => ({
  ...lens,
  command: command && { title: command.title, command: '' },
});

function lens({ service, workspace, client, doc }: Asked, given: CodeLens): CodeLens {
  const resolved = service.resolveCodeLens(workspace, doc, given);
  return client.hasCommands ? resolved : withoutCommand(resolved);
}

/** Where an editor takes labels of parameters only as the texts that they are. */
function signature({ service, workspace, client, doc }: Asked, { position }: SignatureHelpParams): SignatureHelp | undefined {
  const help = service.signatureHelp(workspace, doc, position);
  if (!help || client.labelOffsets) return help;
  const signatures = help.signatures.map(({ parameters, ...each }) => ({
    ...each,
    parameters: parameters?.map((one) => ({ ...one, label: typeof one.label === 'string' ? one.label : each.label.slice(...one.label) })),
  }));
  return { ...help, signatures };
}

/** An answer, or the sentence that says why there is none, which editors show. */
const orWhyNot = <R extends object>(answer: R | { readonly refused: string } | undefined): R | ResponseError | undefined =>
  answer && 'refused' in answer ? new ResponseError(-32803 satisfies typeof LSPErrorCodes.RequestFailed, answer.refused) : answer;

/** Changes other open documents, too: it needs to know all of them as they are. */
export const renameRequest = 'textDocument/rename' satisfies (typeof RenameRequest)['method'];

const rename = (
  { service, workspace, client, doc, versionOf }: Asked,
  { position, newName }: RenameParams,
): WorkspaceEdit | ResponseError | undefined => {
  const edit = orWhyNot(service.rename(workspace, doc, position, newName));
  return edit instanceof ResponseError ? edit : edit && inForm(client, edit, versionOf);
};

export const requests: readonly (readonly [method: string, answer: Answer<never>])[] = [
  row('textDocument/completion', complete),
  row('textDocument/hover', ({ service, workspace, doc }, { position }) => service.hover(workspace, doc, position)),
  row('textDocument/definition', ({ service, workspace, doc }, { position }) => service.definition(workspace, doc, position)),
  row('textDocument/references', ({ service, workspace, doc }, { position }) => service.references(workspace, doc, position)),
  row('textDocument/documentHighlight', ({ service, doc }, { position }) => service.highlight(doc, position)),
  row('textDocument/prepareRename', ({ service, workspace, doc }, { position }) =>
    orWhyNot(service.prepareRename(workspace, doc, position)),
  ),
  row(renameRequest, rename),
  row('textDocument/documentLink', ({ service, doc }) => service.documentLinks(doc)),
  row('documentLink/resolve', ({ service }, link) => service.resolveLink(link)),
  row('textDocument/prepareCallHierarchy', ({ service, workspace, doc }, { position }) =>
    service.prepareCallHierarchy(workspace, doc, position),
  ),
  row('textDocument/codeAction', bulbs),
  row('codeAction/resolve', (asked, action) => orWhyNot(resolveConversion(asked, action) ?? refactoring(asked, action))),
  row('textDocument/inlayHint', ({ service, doc }, { range }) => service.inlayHints(doc, range)),
  row('textDocument/codeLens', lenses),
  row('codeLens/resolve', lens),
  row('textDocument/semanticTokens/full', ({ service, doc }) => service.semanticTokens(doc)),
  row('textDocument/semanticTokens/range', ({ service, doc }, { range }) => service.semanticTokens(doc, range)),
  row('textDocument/signatureHelp', signature),
  row(
    'textDocument/documentSymbol',
    inOurLanguage(({ service, doc }) => service.symbols(doc)),
  ),
  row(
    'textDocument/foldingRange',
    inOurLanguage(({ service, doc }) => service.foldingRanges(doc)),
  ),
  row(
    'textDocument/selectionRange',
    inOurLanguage(({ service, doc }, { positions }) => service.selectionRanges(doc, positions)),
  ),
  row(
    'textDocument/formatting',
    inOurLanguage(({ service, doc }, { options }) => service.format(doc, options.tabSize)),
  ),
  row(graphRequest, ({ service, workspace, doc }, { line }) => service.graph(workspace, doc, line)),
  row(convertRequest, ({ service, doc }) => service.convert(doc)),
  row(showEventAsRequest, ({ service, doc }, params) => service.eventAs(doc, params)),
  row(receiversRequest, ({ service, workspace, doc }, params) => service.receivers(workspace, doc, params)),
  row(eventMessageRequest, ({ service, doc }, params) => service.eventMessage(doc, params)),
  row(fileRequest, ({ service, workspace, doc }) => service.documentInfo(doc, workspace.settings.target)),
];

/** What is asked of all files, whether one of them is open or not. */
type AnswerOfAll<P, R = unknown> = (asked: Pick<Asked, 'service' | 'workspace'>, params: P) => R;
const rowOfAll = <Method extends keyof Exchanges>(
  method: Method,
  answer: AnswerOfAll<Exchanges[Method]['params'], Exchanges[Method]['result']>,
): readonly [string, AnswerOfAll<never>] => [method, answer];

/** The same for requests about the workspace. */
export const workspaceRequests: readonly (readonly [method: string, answer: AnswerOfAll<never>])[] = [
  rowOfAll('workspace/symbol', ({ service, workspace }, { query }) => service.workspaceSymbols(workspace, query)),
  rowOfAll('callHierarchy/incomingCalls', ({ service, workspace }, { item }) => service.incomingCalls(workspace, item)),
  rowOfAll('callHierarchy/outgoingCalls', ({ service, workspace }, { item }) => service.outgoingCalls(workspace, item)),
];
