/** *Check Workspace*: what is wrong in the files that nobody has open, published until somebody opens them or they are others. */
import { CancellationToken } from 'vscode-jsonrpc';
import type { Diagnostic } from 'vscode-languageserver-types';
import { keyOf } from '../config/names.ts';
import { languageOf } from '../languages.ts';
import { severityOf } from '../features/kinds.ts';
import type { CheckWorkspaceParams, CheckWorkspaceResult } from '../protocol.ts';
import { withSettings } from '../service.ts';
import type { ApiDocuments } from './api-documents.ts';
import { currentDoc, type OpenDocument } from './documents.ts';
import { filesOf } from './files.ts';
import type { FileIndex } from './index-files.ts';
import { createProgress } from './progress.ts';
import { openDocumentOf, type Session, workspaceFor } from './session.ts';
import type { SessionSettings } from './settings.ts';
import { createTurns } from './turns.ts';

export interface WorkspaceCheck {
  /** Checks all, and says how many. A second check ends the first. */
  run(params: CheckWorkspaceParams | null, token: CancellationToken): Promise<CheckWorkspaceResult>;
  /** Files, or folders with all in them, of which something else is true now, or is said by somebody else. */
  forget(uris: readonly string[]): void;
  /** Settings, or the folders, are others now: what was checked is checked once more. */
  again(): void;
}

/** The answer to who gave up before the files were known. */
const nothingChecked = { checked: 0, problems: { error: 0, warning: 0, information: 0, hint: 0 }, filesWithProblems: 0 };

/** A key of a file and those of the folders that hold it. */
function* around(key: string): Iterable<string> {
  for (let end = key.length; end > 0; end = key.lastIndexOf('/', end - 1)) yield key.slice(0, end);
}

export function createWorkspaceCheck(session: Session, settings: SessionSettings, index: FileIndex, apis: ApiDocuments): WorkspaceCheck {
  const { connection, service, host } = session;
  /** The URIs that something was published of, by their keys. */
  const published = new Map<string, string>();
  let current = new AbortController();

  const publish = (uri: string, diagnostics: readonly Diagnostic[]): void =>
    void connection.sendNotification('textDocument/publishDiagnostics', { uri, diagnostics });

  const withdraw = (keys: Iterable<string>): void => {
    for (const key of keys) {
      const uri = published.get(key);
      if (uri === undefined) continue;
      publish(uri, []);
      published.delete(key);
    }
  };

  /** What is wrong in an open document is published already. */
  const inOpen = (open: OpenDocument): Diagnostic[] => service.diagnose(workspaceFor(session, open), currentDoc(service, open));

  const inFile = async (uri: string): Promise<readonly Diagnostic[]> => {
    const read = await filesOf(session).read(uri);
    const open = openDocumentOf(session, uri);
    if (open) return inOpen(open);
    if (!read || 'failure' in read) return [];
    const input = { uri, languageId: languageOf(uri) ?? 'yaml', version: 0, text: read.text, treatAs: settings.kindOf(uri) };
    const diagnostics = service.diagnose(withSettings(session.workspace, settings.settingsOf(uri)), service.openFile(input));
    if (diagnostics.length === 0) withdraw([keyOf(uri)]);
    else {
      published.set(keyOf(uri), uri);
      publish(uri, diagnostics);
    }
    return diagnostics;
  };

  const checkAll = async (signal: AbortSignal, report: (done: number, total: number) => void): Promise<CheckWorkspaceResult> => {
    const turn = createTurns(host.defer, host.now);
    const uris = [...session.workspace.files.values()].map(({ uri }) => uri);
    const problems = { ...nothingChecked.problems };
    let checked = 0;
    let filesWithProblems = 0;
    for (const uri of uris) {
      await turn();
      if (signal.aborted) break;
      const found = (await inFile(uri)).map(severityOf);
      for (const severity of found) problems[severity] += 1;
      if (found.some((severity) => severity !== 'hint')) filesWithProblems += 1;
      checked += 1;
      report(checked, uris.length);
    }
    // What is still there of an earlier check is of files that are no more.
    const there = new Set(uris.map(keyOf));
    withdraw([...published.keys()].filter((key) => !there.has(key)));
    return { files: uris.length, checked, problems, filesWithProblems };
  };

  let wasRun = false;
  const check: WorkspaceCheck = {
    async run(params, token) {
      wasRun = true;
      current.abort();
      const own = (current = new AbortController());
      const giveUp = (): void => own.abort();
      const givenUp = new Promise<void>((resolve) => own.signal.addEventListener('abort', () => resolve()));
      token.onCancellationRequested(giveUp);
      const progress = createProgress(session, 'Checking workflows and events', giveUp, params?.workDoneToken);
      try {
        await Promise.race([index.known().then(apis.known), givenUp]);
        return own.signal.aborted ? nothingChecked : await checkAll(own.signal, progress.report);
      } finally {
        progress.end();
      }
    },
    forget(uris) {
      const gone = new Set(uris.map(keyOf));
      withdraw([...published.keys()].filter((key) => [...around(key)].some((each) => gone.has(each))));
    },
    again() {
      if (wasRun) void check.run(null, CancellationToken.None).catch((error: unknown) => session.log('check', error));
    },
  };
  return check;
}
