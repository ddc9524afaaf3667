/** Diagnostics, and news for previews: made as soon as the queue of messages is quiet. */
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import type { Diagnostic } from 'vscode-languageserver-types';
import { graphChanged } from '../protocol.ts';
import { isForeignScheme } from '../schemes.ts';
import { currentDoc, type OpenDocument } from './documents.ts';
import { createSchedule } from './schedule.ts';
import { type Session, workspaceFor } from './session.ts';
import { isAbout, patience } from './typing.ts';

export interface Publisher {
  /** The text of a document changed. */
  textChanged(open: OpenDocument): void;
  /** Not the text, but how it is to be taken changed: its drawing is old, too. */
  kindChanged(open: OpenDocument): void;
  /** Other files changed: what they say about open documents is looked at again, and published where it is different. */
  workspaceChanged(): void;
  /** A document was saved: nothing waits any more. */
  saved(open: OpenDocument): void;
  /** A document closed: its diagnostics go. */
  closed(open: OpenDocument): void;
}

export function createPublisher(session: Session): Publisher {
  const { connection, service, documents, host } = session;
  const changed = new Set<OpenDocument>();
  const published = new WeakMap<OpenDocument, readonly Diagnostic[]>();
  /** Documents of which something waits until the word it is about is written. */
  const waits = new Map<OpenDocument, ReturnType<typeof setTimeout>>();
  let isWorkspaceNew = false;

  const sendDiagnostics = (params: PublishDiagnosticsParams): void =>
    void connection.sendNotification('textDocument/publishDiagnostics', params);

  const stopWaiting = (open: OpenDocument): boolean => {
    clearTimeout(waits.get(open));
    return waits.delete(open);
  };
  /** Says what waited. */
  const settle = (open: OpenDocument): void => {
    if (!stopWaiting(open)) return;
    open.typedAt = undefined;
    publishDifferent(open);
  };

  /** Whatever is wrong, but for the word that is being typed. */
  const diagnose = (open: OpenDocument): Diagnostic[] => {
    if (isForeignScheme(open.uri)) return [];
    const all = service.diagnose(workspaceFor(session, open), currentDoc(service, open));
    const { typedAt } = open;
    const ripe = typedAt ? all.filter((each) => !isAbout(each, typedAt)) : all;
    if (ripe.length < all.length && !waits.has(open)) waits.set(open, setTimeout(settle, patience, open));
    return ripe;
  };

  const publish = (open: OpenDocument, diagnostics: Diagnostic[]): void => {
    const doc = currentDoc(service, open);
    const ours = !isForeignScheme(open.uri) && service.documentInfo(doc).kind !== 'none';
    if (!ours && !open.hasPublished && diagnostics.length === 0) return;
    open.hasPublished = ours || diagnostics.length > 0;
    published.set(open, diagnostics);
    sendDiagnostics({ uri: open.uri, version: doc.version, diagnostics });
  };

  const publishChanged = session.safely('diagnostics', (open: OpenDocument) => publish(open, diagnose(open)));
  const publishDifferent = session.safely('diagnostics', (open: OpenDocument) => {
    const diagnostics = diagnose(open);
    if (JSON.stringify(diagnostics) !== JSON.stringify(published.get(open) ?? [])) publish(open, diagnostics);
  });

  const flush = (): void => {
    const waiting = new Set(changed);
    changed.clear();
    for (const open of waiting) {
      publishChanged(open);
      if (open.graphRevision !== undefined && open.graphRevision !== open.revision)
        void connection.sendNotification(graphChanged, { uri: open.uri, version: open.version });
    }
    // While files are read nothing new is known about the others: what was said of them stays until it is.
    if (!isWorkspaceNew || (!session.workspace.complete && session.folders.length > 0)) return;
    isWorkspaceNew = false;
    if (session.client.refreshesLenses) void connection.sendRequest('workspace/codeLens/refresh').catch(() => {});
    for (const open of documents.values()) if (!waiting.has(open)) publishDifferent(open);
  };
  const schedule = createSchedule(flush, host.defer, host.now);

  const textChanged = (open: OpenDocument): void => {
    stopWaiting(open);
    changed.add(open);
    schedule.request();
  };
  return {
    textChanged,
    kindChanged(open) {
      if (open.graphRevision !== undefined) open.graphRevision = -1;
      textChanged(open);
    },
    workspaceChanged() {
      isWorkspaceNew = true;
      schedule.request();
    },
    saved: settle,
    closed(open) {
      stopWaiting(open);
      changed.delete(open);
      if (open.hasPublished) sendDiagnostics({ uri: open.uri, diagnostics: [] });
    },
  };
}
