/** When the server starts: a window without our files has none. */
import { CancellationTokenSource, workspace, type CancellationToken, type TextDocument } from 'vscode';
import { ownFiles, skippedFiles } from '../../server/src/languages.ts';
import { needsServer } from './files.ts';
import type { Server } from './server.ts';

/** Whether a folder of the workspace holds a file that is ours by its name. One is enough: the search ends there. */
async function holdsOurFiles(token: CancellationToken): Promise<boolean> {
  const found = await workspace.findFiles(ownFiles, skippedFiles, 1, token).then(undefined, () => []);
  return found.length > 0;
}

/**
 * Starts the server with the first document that looks like ours, or may be ours by the settings, and where a folder holds a file of
 * ours that nobody has opened yet: symbols and references of the workspace want it.
 */
export function startWhenNeeded(server: Server, onStarted: () => void): { dispose(): void } {
  const search = new CancellationTokenSource();
  const start = () => {
    search.cancel();
    if (!server.started()) void server.start().then(onStarted);
  };
  const lookAround = async () => {
    if (server.started()) return;
    if (workspace.textDocuments.some(needsServer) || (await holdsOurFiles(search.token))) start();
  };
  const lookAt = (document: TextDocument) => {
    if (!server.started() && needsServer(document)) start();
  };
  void lookAround();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const subscriptions = [
    search,
    workspace.onDidChangeWorkspaceFolders(lookAround),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('heddle.files')) void lookAround();
    }),
    workspace.onDidOpenTextDocument(lookAt),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (server.started()) return;
      clearTimeout(timer);
      timer = setTimeout(() => lookAt(document), 200);
    }),
  ];
  return {
    dispose() {
      search.cancel();
      clearTimeout(timer);
      for (const each of subscriptions) each.dispose();
    },
  };
}
