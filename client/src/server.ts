/** The language server's life: started once it is needed, restarted on demand. */
import { EventEmitter, ProgressLocation, window, workspace, type Event, type LogOutputChannel } from 'vscode';
import { RevealOutputChannelOn, State, WorkDoneProgress, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import { graphChanged, type GraphChangedParams } from '../../server/src/protocol.ts';
import { announce } from './announce.ts';
import { documentSelector } from './files.ts';
import { linkToManual } from './manual.ts';
import { sayWhyNot } from './refused.ts';
import { shareFiles } from './shared-files.ts';

export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

export interface Server {
  /** Starts it when it was not; resolves when it answers. */
  start(): Promise<void>;
  restart(): Promise<void>;
  readonly started: () => boolean;
  /** Answers `undefined` when the server is not running or cannot answer. */
  request<Result>(method: string, params: unknown): Promise<Result | undefined>;
  /** The same for work that takes long: its progress is shown, and it can be cancelled. What is answered then is up to the server. */
  requestInSight<Result>(title: string, method: string): Promise<Result | undefined>;
  readonly onGraphChanged: Event<GraphChangedParams>;
  /** It came up (again): what was asked before may be asked anew. */
  readonly onRunning: Event<void>;
  dispose(): void;
}

/** `onSuggest` is called when VS Code asks for suggestions. */
export function createServer(makeClient: MakeClient, log: LogOutputChannel, onSuggest: () => void): Server {
  let client: BaseLanguageClient | undefined;
  let starting: Promise<void> | undefined;
  let works = 0;
  const changed = new EventEmitter<GraphChangedParams>();
  const running = new EventEmitter<void>();

  const create = () => {
    const made = makeClient('heddle', 'Heddle', {
      documentSelector: documentSelector(),
      // Changes of the settings the server asks for by itself. (A copy: a worker is not sent functions.)
      initializationOptions: () => JSON.parse(JSON.stringify(workspace.getConfiguration('heddle'))) as unknown,
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticCollectionName: 'heddle',
      middleware: {
        handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(linkToManual)),
        provideCompletionItem(document, position, context, token, next) {
          onSuggest();
          return next(document, position, context, token);
        },
        resolveCodeAction: sayWhyNot,
      },
      markdown: { isTrusted: false, supportHtml: false },
    });
    shareFiles(made);
    announce(made, 'heddleLenses');
    made.onNotification(graphChanged, (params: GraphChangedParams) => changed.fire(params));
    made.onDidChangeState(({ newState }) => newState === State.Running && running.fire());
    return made;
  };
  const start = () =>
    (starting ??= (client ??= create())
      .start()
      .catch((reason: unknown) => log.error('The language server did not start.', String(reason))));

  /** The answer; undefined, and a line in the log, where there is none. */
  const answerOf = async <Result>(method: string, ask: (client: BaseLanguageClient) => Promise<Result>): Promise<Result | undefined> => {
    if (client === undefined) return undefined;
    await starting;
    try {
      return await ask(client);
    } catch (reason) {
      log.warn(method, String(reason));
      return undefined;
    }
  };

  return {
    start,
    started: () => client !== undefined,
    async restart() {
      await client?.stop().catch((reason: unknown) => log.warn('The language server did not stop in time.', String(reason)));
      starting = undefined;
      await start();
    },
    request: <Result>(method: string, params: unknown) => answerOf(method, (running) => running.sendRequest<Result>(method, params)),
    requestInSight: <Result>(title: string, method: string) =>
      answerOf(method, async (running) =>
        window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, async (progress, cancelled) => {
          const workDoneToken = `${method} ${++works}`;
          let reached = 0;
          const listener = running.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
            if (value.kind !== 'report') return;
            const { message, percentage = reached } = value;
            progress.report({ message, increment: percentage - reached });
            reached = percentage;
          });
          try {
            return await running.sendRequest<Result>(method, { workDoneToken }, cancelled);
          } finally {
            listener.dispose();
          }
        }),
      ),
    onGraphChanged: changed.event,
    onRunning: running.event,
    dispose() {
      changed.dispose();
      running.dispose();
      void client?.dispose().catch(() => undefined);
    },
  };
}
