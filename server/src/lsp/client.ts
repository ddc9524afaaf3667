/** What the editor at the other end can do, and the answers cut down to it. */
import type {
  CodeAction,
  CodeActionClientCapabilities,
  CompletionItem,
  InitializeParams,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';

export interface Client {
  /** Tab stops in completions. */
  readonly snippets: boolean;
  /** Settings can be asked for. */
  readonly configuration: boolean;
  /** Tells when settings change only if asked to. */
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  /** Shows work that takes long, and lets the user cancel it. */
  readonly showsProgress: boolean;
  /** Formatting and its like are offered for our own language ids only, which needs registrations with a selector. */
  readonly registersFeatures: boolean;
  /** Asks before a rename whether there is a name. */
  readonly preparesRename: boolean;
  /** Edits say which version of a text they are for. */
  readonly versionsEdits: boolean;
  /** Makes files that an edit asks for. */
  readonly createsFiles: boolean;
  /** Finds and reads files for the server: `heddle/findFiles`, `heddle/readFile`. */
  readonly sharesFiles: boolean;
  /** Has the commands that code lenses name: it is our extension. */
  readonly hasCommands: boolean;
  /** Asks for code lenses again when it is told that they may be others. */
  readonly refreshesLenses: boolean;
  /** Asks for the edits of a code action when it is taken. */
  readonly resolvesEdits: boolean;
  /** Shows a code action that is not to be had, with the reason. */
  readonly showsDisabled: boolean;
  /** Takes the labels of parameters as offsets into that of the signature. */
  readonly labelOffsets: boolean;
}

const dynamic = (capability: { dynamicRegistration?: boolean } | null | undefined): boolean => capability?.dynamicRegistration === true;

const asksForEdits = (capability: CodeActionClientCapabilities | null | undefined): boolean =>
  capability?.dataSupport === true && capability.resolveSupport?.properties?.includes('edit') === true;

/** Some editors write null for what they cannot do. */
export function clientOf({ capabilities }: Pick<InitializeParams, 'capabilities'>): Client {
  const { window, experimental } = capabilities ?? {};
  const textDocument = capabilities?.textDocument ?? {};
  const workspace = capabilities?.workspace ?? {};
  const ours = experimental as { heddleFiles?: unknown; heddleLenses?: unknown } | undefined;
  return {
    snippets: textDocument.completion?.completionItem?.snippetSupport === true,
    configuration: workspace.configuration === true,
    registersConfiguration: dynamic(workspace.didChangeConfiguration),
    registersWatchers: dynamic(workspace.didChangeWatchedFiles),
    showsProgress: window?.workDoneProgress === true,
    registersFeatures: [textDocument.formatting, textDocument.foldingRange, textDocument.documentSymbol, textDocument.selectionRange].every(
      dynamic,
    ),
    preparesRename: textDocument.rename?.prepareSupport === true,
    versionsEdits: workspace.workspaceEdit?.documentChanges === true,
    createsFiles: workspace.workspaceEdit?.resourceOperations?.includes('create') === true,
    sharesFiles: ours?.heddleFiles === true,
    hasCommands: ours?.heddleLenses === true,
    refreshesLenses: workspace.codeLens?.refreshSupport === true,
    resolvesEdits: asksForEdits(textDocument.codeAction),
    showsDisabled: textDocument.codeAction?.disabledSupport === true,
    labelOffsets: textDocument.signatureHelp?.signatureInformation?.parameterInformation?.labelOffsetSupport === true,
  };
}

/** The same edit of texts with the versions that open ones have now, and without for an editor that knows no versions. */
export function inForm(
  { versionsEdits }: Client,
  { documentChanges = [] }: WorkspaceEdit,
  versionOf: (uri: string) => number | null,
): WorkspaceEdit {
  const changes = documentChanges.filter((each) => 'textDocument' in each);
  if (!versionsEdits) return { changes: Object.fromEntries(changes.map(({ textDocument: { uri }, edits }) => [uri, edits as TextEdit[]])) };
  return {
    documentChanges: changes.map(({ textDocument: { uri }, edits }) => ({ textDocument: { uri, version: versionOf(uri) }, edits })),
  };
}

/** The same of an action. Whoever makes the files that an edit asks for has to know its longer form anyway. */
export function actionInForm(client: Client, action: CodeAction): CodeAction {
  const { documentChanges } = action.edit ?? {};
  if (client.versionsEdits || !documentChanges || documentChanges.some((each) => 'kind' in each)) return action;
  return { ...action, edit: inForm(client, { documentChanges }, () => null) };
}

/** An escaped sign; a choice, of which the first stays; a placeholder, whose words stay; a tab stop. */
const tabStop = /\\([$}\\])|\$\{\d+\|([^,|]*)[^}]*\}|\$\{\d+:((?:\\.|[^{}\\])*)\}|\$\{\d+\}|\$\d+/g;

const withoutTabStops = (snippet: string): string =>
  snippet.replace(tabStop, (_, sign?: string, choice?: string, words?: string) => sign ?? choice ?? words?.replace(/\\(.)/g, '$1') ?? '');

/** The same completion for an editor that knows no snippets. */
export function inPlainWords(item: CompletionItem): CompletionItem {
  if (item.insertTextFormat !== 2) return item;
  const { insertText, textEdit, ...rest } = item;
  return {
    ...rest,
    insertTextFormat: 1,
    ...(insertText === undefined ? {} : { insertText: withoutTabStops(insertText) }),
    ...(textEdit === undefined ? {} : { textEdit: { ...textEdit, newText: withoutTabStops(textEdit.newText) } }),
  };
}
