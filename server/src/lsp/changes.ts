/** What the editor tells of: its settings, its folders, files on disk, the texts of open documents. */
import { FileChangeType } from 'vscode-languageserver';
import { configFile } from '../config/config-file.ts';
import { isOwnLanguage, languageOf } from '../languages.ts';
import { changeDocument, openDocument } from './documents.ts';
import type { FileIndex } from './index-files.ts';
import type { Publisher } from './publish.ts';
import type { Session } from './session.ts';
import type { SessionSettings } from './settings.ts';

const reconfigure = (settings: SessionSettings, index: FileIndex): void => {
  settings.configureAll();
  index.rebuild();
};

/** Folders of the workspace. Only once the editor has said what it can do: the library puts a listener of its own before that. */
export function listenToFolders(session: Session, settings: SessionSettings, index: FileIndex): void {
  if (!session.client.changesFolders) return;
  session.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const gone = new Set(removed.map(({ uri }) => uri));
    session.folders = [...session.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
    reconfigure(settings, index);
  });
}

/** Settings and files. */
export function listenToWorkspace(session: Session, settings: SessionSettings, index: FileIndex): void {
  const { connection } = session;
  connection.onDidChangeConfiguration(async ({ settings: given }) => {
    const isNew = session.client.configuration
      ? await settings.requestSettings()
      : settings.applySettings((given as { heddle?: unknown } | null)?.heddle ?? given);
    if (isNew) index.rebuild();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => uri.endsWith(`/${configFile}`))) return reconfigure(settings, index);
    const urisOf = (isGone: boolean): string[] =>
      changes.filter(({ type }) => (type === FileChangeType.Deleted) === isGone).map(({ uri }) => uri);
    index.filesRemoved(urisOf(true));
    index.filesChanged(urisOf(false));
  });
}

/** Open documents. */
export function listenToDocuments(session: Session, settings: SessionSettings, index: FileIndex, publisher: Publisher): void {
  const { connection, documents, safely } = session;
  connection.onDidOpenTextDocument(
    safely('didOpen', ({ textDocument: item }) => {
      const named = languageOf(item.uri) ?? item.languageId;
      const isTrusted = session.client.registersFeatures || isOwnLanguage(item.languageId) || !isOwnLanguage(named);
      const open = openDocument(item, isTrusted ? item.languageId : named, session.workspace.settings);
      documents.set(item.uri, open);
      settings.configure(open);
      index.documentChanged(open);
    }),
  );
  connection.onDidChangeTextDocument(
    safely('didChange', ({ textDocument, contentChanges }) => {
      const open = documents.get(textDocument.uri);
      if (!open) return;
      changeDocument(open, contentChanges, textDocument.version);
      publisher.textChanged(open);
      index.documentChanged(open);
    }),
  );
  connection.onDidCloseTextDocument(
    safely('didClose', ({ textDocument: { uri } }) => {
      const open = documents.get(uri);
      documents.delete(uri);
      if (open) publisher.closed(open);
      index.documentClosed(uri);
    }),
  );
}
