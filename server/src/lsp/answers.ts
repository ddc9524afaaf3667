/** Answers requests: about one document by the table of `requests.ts`, about the workspace, and our own. */
import type { CancellationToken } from 'vscode-jsonrpc';
import { ResponseError } from 'vscode-jsonrpc';
import type { CheckEventParams, GraphParams, ReadEventsParams, ReadEventsResult, TreatAsParams } from '../protocol.ts';
import { checkEventRequest, checkWorkspaceRequest, graphRequest, readEventsRequest, treatAsRequest } from '../protocol.ts';
import { checkEvent, readEvents } from './check-event.ts';
import type { WorkspaceCheck } from './check-workspace.ts';
import { requestCancelled } from './connection.ts';
import { currentDoc } from './documents.ts';
import type { FileIndex } from './index-files.ts';
import type { Publisher } from './publish.ts';
import { renameRequest, requests, workspaceRequests } from './requests.ts';
import { configOf, isTaken, type Session, versionOf, workspaceFor } from './session.ts';

/** How a request says which document it is about: as LSP has it, as our own do, or in the data of what is to be resolved. */
interface AboutDocument {
  readonly textDocument?: { readonly uri: string };
  readonly uri?: string;
  readonly data?: { readonly uri?: string };
}

export function answerRequests(session: Session, index: FileIndex, publisher: Publisher, check: WorkspaceCheck): void {
  const { connection, service, documents, guarded } = session;
  for (const [method, answer] of requests) {
    const handle = guarded(method, (params: AboutDocument) => {
      const open = documents.get(params?.textDocument?.uri ?? params?.uri ?? params?.data?.uri ?? '');
      if (!open) return null;
      if (method === graphRequest) open.graphRevision = open.revision;
      if (method === renameRequest) index.settle();
      const doc = currentDoc(service, open);
      const asked = {
        service,
        client: session.client,
        workspace: workspaceFor(session, open),
        doc,
        config: () => configOf(session, open.uri),
        versionOf: (uri: string) => versionOf(session, uri),
        isTaken: (uri: string) => isTaken(session, uri),
      };
      return answer(asked, params as never) ?? null;
    });
    connection.onRequest(method, (params: GraphParams, token: CancellationToken) =>
      token.isCancellationRequested ? new ResponseError(requestCancelled.code, requestCancelled.message) : handle(params),
    );
  }
  for (const [method, answer] of workspaceRequests)
    connection.onRequest(
      method,
      guarded(method, (params: object) => answer({ service, workspace: session.workspace }, params as never)),
    );
  connection.onRequest(
    treatAsRequest,
    guarded(treatAsRequest, ({ uri, kind }: TreatAsParams) => {
      const open = documents.get(uri);
      if (!open) return null;
      open.treatAs = kind;
      publisher.kindChanged(open);
      index.documentChanged(open);
      return service.documentInfo(currentDoc(service, open), open.settings.target);
    }),
  );
  connection.onRequest(
    checkEventRequest,
    guarded(checkEventRequest, (params: CheckEventParams) => checkEvent(service, session.workspace, params)),
  );
  connection.onRequest<ReadEventsResult | null, void>(
    readEventsRequest,
    guarded(readEventsRequest, (params: ReadEventsParams) => readEvents(service, params)),
  );
  connection.onRequest(checkWorkspaceRequest, check.run);
}
