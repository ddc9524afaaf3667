/**
 * The language server, whatever it talks through. All scheduling of the product stands in this room: text is taken in at once, requests
 * are answered from it, diagnostics follow as soon as the queue is quiet, other files are read in the background.
 */
import { answerRequests } from './answers.ts';
import { createApiDocuments } from './api-documents.ts';
import { listenToDocuments, listenToWorkspace } from './changes.ts';
import { createWorkspaceCheck } from './check-workspace.ts';
import type { Connection } from './connection.ts';
import { listenToEnd } from './ending.ts';
import { createFileIndex } from './index-files.ts';
import { inTurn } from './lifecycle.ts';
import { listenToCancel } from './progress.ts';
import { createPublisher } from './publish.ts';
import { createSession, type Host } from './session.ts';
import { createSettings } from './settings.ts';
import { listenToStart } from './startup.ts';

/** Wires a connection to the service and starts to listen. */
export function serve(wire: Connection, host: Host): void {
  const connection = inTurn(wire);
  const session = createSession(connection, host);
  const publisher = createPublisher(session);
  const settings = createSettings(session, publisher);
  const apis = createApiDocuments(session, publisher.workspaceChanged);
  const workspaceChanged = (): void => {
    apis.refresh();
    publisher.workspaceChanged();
  };
  const index = createFileIndex(session, settings, workspaceChanged);
  const check = createWorkspaceCheck(session, settings, index, apis);
  listenToStart(session, settings, index, listenToEnd(session));
  listenToWorkspace(session, settings, index, apis, check);
  listenToCancel(session);
  listenToDocuments(session, settings, index, apis, publisher, check);
  answerRequests(session, index, publisher, check);
  connection.listen();
}
