/** What the server tells an editor it can do. */
import type { InitializeResult, ServerCapabilities } from 'vscode-languageserver-protocol';
import { CodeActionKind, fixAllKind } from '../features/kinds.ts';
import { ownLanguages } from '../languages.ts';
import { tokenModifiers, tokenTypes } from '../service.ts';
import type { Client } from './client.ts';

/** Completion opens by itself after these; letters do it in every editor. Not after `{` and `,`: Enter there is a new line. */
const triggerCharacters = [' ', ':', '-', '"', '$', '.', '/', '@'];

/** Features that belong to whoever owns a language, with the method to register each by. */
export const ownFeatures = [
  ['textDocument/formatting', 'documentFormattingProvider'],
  ['textDocument/foldingRange', 'foldingRangeProvider'],
  ['textDocument/documentSymbol', 'documentSymbolProvider'],
  ['textDocument/selectionRange', 'selectionRangeProvider'],
] as const;

/** Documents whose language is ours, for editors that know our language ids. */
export const ownDocuments = ownLanguages.map(({ id }) => ({ language: id }));

export function capabilitiesFor(client: Client, version: string): InitializeResult {
  const own: ServerCapabilities = client.registersFeatures ? {} : Object.fromEntries(ownFeatures.map(([, provider]) => [provider, true]));
  return {
    serverInfo: { name: 'heddle-language-server', version },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2, save: true },
      completionProvider: { triggerCharacters, resolveProvider: false },
      hoverProvider: true,
      definitionProvider: true,
      workspaceSymbolProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      inlayHintProvider: true,
      codeLensProvider: { resolveProvider: true },
      semanticTokensProvider: {
        legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
        full: true,
        range: true,
      },
      signatureHelpProvider: { triggerCharacters: [' ', ':', ',', '{'] },
      documentLinkProvider: { resolveProvider: true },
      callHierarchyProvider: true,
      renameProvider: client.preparesRename ? { prepareProvider: true } : true,
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, 'refactor', fixAllKind],
        ...(client.resolvesEdits ? { resolveProvider: true } : {}),
      },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...own,
    },
  };
}
