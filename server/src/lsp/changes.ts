/** What the editor tells of: its settings, its folders, files on disk, the texts of open documents. */
import type {
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
  FileChangeType,
} from 'vscode-languageserver-protocol';
import { isConfigFile } from '../config/config-file.ts';
import { isOwnLanguage, languageById, languageOf } from '../languages.ts';
import type { ApiDocuments } from './api-documents.ts';
import type { WorkspaceCheck } from './check-workspace.ts';
import { changeDocument, openDocument } from './documents.ts';
import type { FileIndex } from './index-files.ts';
import type { Publisher } from './publish.ts';
import type { Session } from './session.ts';
import type { SessionSettings } from './settings.ts';

const reconfigure = (settings: SessionSettings, index: FileIndex, check: WorkspaceCheck): void => {
  settings.configureAll();
  index.rebuild();
  check.again();
};

/** Clients do not agree on whether the URI of a folder ends in a slash. */
const withoutSlash = (uri: string): string => uri.replace(/\/+$/, '');

const deleted = 3 satisfies typeof FileChangeType.Deleted;

/** Settings, folders of the workspace, and files. */
export function listenToWorkspace(
  session: Session,
  settings: SessionSettings,
  index: FileIndex,
  apis: ApiDocuments,
  check: WorkspaceCheck,
): void {
  const { connection } = session;
  connection.onNotification('workspace/didChangeWorkspaceFolders', ({ event: { added, removed } }: DidChangeWorkspaceFoldersParams) => {
    const gone = new Set(removed.map(({ uri }) => withoutSlash(uri)));
    session.folders = [...session.folders.filter((uri) => !gone.has(withoutSlash(uri))), ...added.map(({ uri }) => uri)];
    reconfigure(settings, index, check);
  });
  connection.onNotification('workspace/didChangeConfiguration', async ({ settings: given }: DidChangeConfigurationParams) => {
    const isNew = session.client.configuration
      ? await settings.requestSettings()
      : settings.applySettings((given as { heddle?: unknown } | null)?.heddle ?? given);
    if (!isNew) return;
    index.rebuild();
    check.again();
  });
  connection.onNotification('workspace/didChangeWatchedFiles', ({ changes }: DidChangeWatchedFilesParams) => {
    const uris = changes.map(({ uri }) => uri);
    if (uris.some(isConfigFile)) reconfigure(settings, index, check);
    else {
      check.forget(uris);
      const urisOf = (isGone: boolean): string[] => changes.filter(({ type }) => (type === deleted) === isGone).map(({ uri }) => uri);
      index.filesRemoved(urisOf(true));
      index.filesChanged(urisOf(false));
    }
    apis.changed(uris);
  });
}

/** Open documents. */
export function listenToDocuments(
  session: Session,
  settings: SessionSettings,
  index: FileIndex,
  apis: ApiDocuments,
  publisher: Publisher,
  check: WorkspaceCheck,
): void {
  const { connection, documents, safely } = session;
  connection.onNotification(
    'textDocument/didOpen',
    safely('didOpen', ({ textDocument: item }: DidOpenTextDocumentParams) => {
      const named = languageOf(item.uri) ?? item.languageId;
      const split = languageById(named)?.split;
      // Without an extension for them, HTTP messages and expressions are plain text to an editor.
      const isUnnamed = !languageById(item.languageId) && (split === 'messages' || split === 'none');
      const isTrusted = !isUnnamed && (session.client.registersFeatures || isOwnLanguage(item.languageId) || !isOwnLanguage(named));
      const open = openDocument(item, isTrusted ? item.languageId : named, session.workspace.settings);
      documents.set(item.uri, open);
      check.forget([item.uri]);
      settings.configure(open);
      index.documentChanged(open);
      apis.edited(open);
      apis.recheck();
    }),
  );
  connection.onNotification(
    'textDocument/didChange',
    safely('didChange', ({ textDocument, contentChanges }: DidChangeTextDocumentParams) => {
      const open = documents.get(textDocument.uri);
      if (!open) return;
      if (textDocument.version < open.version)
        session.warn(`The editor counts versions of "${open.uri}" backwards. Its changes are taken in the order they come.`);
      changeDocument(open, contentChanges, textDocument.version);
      publisher.textChanged(open);
      index.documentChanged(open);
      apis.edited(open);
    }),
  );
  connection.onNotification(
    'textDocument/didSave',
    safely('didSave', ({ textDocument: { uri } }: DidSaveTextDocumentParams) => {
      const open = documents.get(uri);
      if (open) publisher.saved(open);
      apis.recheck();
    }),
  );
  connection.onNotification(
    'textDocument/didClose',
    safely('didClose', ({ textDocument: { uri } }: DidCloseTextDocumentParams) => {
      const open = documents.get(uri);
      documents.delete(uri);
      if (open) publisher.closed(open);
      index.documentClosed(uri);
      apis.changed([uri]);
    }),
  );
}
