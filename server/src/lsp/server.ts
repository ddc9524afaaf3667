/**
 * The language server, whatever it talks through. All scheduling of the product stands here: text is taken in at once,
 * requests are answered from it, diagnostics follow as soon as the queue is quiet.
 */
import type { CancellationToken, Connection, InitializeParams } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CheckEventParams, GraphParams, Settings, TreatAsParams } from '../protocol.ts';
import { checkEventRequest, defaultSettings, graphChanged, graphRequest, treatAsRequest } from '../protocol.ts';
import type { LanguageService } from '../service.ts';
import { createWorkspace, isOwnLanguage, kindBySettings, languageOf, readSettings } from '../workspace.ts';
import { capabilitiesFor, ownDocuments, ownFeatures } from './capabilities.ts';
import { checkEvent } from './check-event.ts';
import { type Client, clientOf } from './client.ts';
import { changeDocument, currentDoc, type OpenDocument, openDocument } from './documents.ts';
import { getsDiagnostics, namesOf } from './files.ts';
import { requests } from './requests.ts';
import { createSchedule } from './schedule.ts';

/** What differs between a process and a web worker. */
export interface Host {
  readonly service: LanguageService;
  readonly version: string;
  /** The next turn of the event loop. */
  readonly defer: (next: () => void) => void;
  readonly now: () => number;
  /** The settings of the nearest `heddle.config.yaml`, laid over `settings`. Absent where files cannot be read. */
  readonly configure?: (uri: string, settings: Settings, folders: readonly string[], complain: (message: string) => void) => Settings;
}

/** Wires a connection to the service and starts to listen. */
export function serve(connection: Connection, host: Host): void {
  const { service } = host;
  const documents = new Map<string, OpenDocument>();
  const dirty = new Set<OpenDocument>();
  let client: Client;
  /** What the editor said at the start, and what it says now. */
  let initial: Settings = defaultSettings;
  let settings: Settings = initial;
  let folders: readonly string[] = [];

  const log = (what: string, error: unknown): void =>
    connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  /** An error in a handler is logged; the server lives on and the editor gets an empty answer. */
  const guarded = <A extends unknown[], R>(what: string, run: (...given: A) => R): ((...given: A) => R | null) => {
    return (...given) => {
      try {
        return run(...given);
      } catch (error) {
        log(what, error);
        return null;
      }
    };
  };
  const safely = <A extends unknown[]>(what: string, run: (...given: A) => void): ((...given: A) => void) => {
    const handle = guarded(what, run);
    return (...given) => void handle(...given);
  };
  const complain = (message: string): void => connection.console.warn(message);

  const publish = (open: OpenDocument): void => {
    const doc = currentDoc(service, open);
    const ours = getsDiagnostics(open.uri) && service.documentInfo(doc).kind !== 'none';
    const diagnostics = getsDiagnostics(open.uri) ? service.diagnose(open.workspace, doc) : [];
    if (!ours && !open.marked && diagnostics.length === 0) return;
    open.marked = ours || diagnostics.length > 0;
    void connection.sendDiagnostics({ uri: open.uri, version: doc.version, diagnostics });
  };
  const flush = (): void => {
    const waiting = [...dirty];
    dirty.clear();
    for (const open of waiting) {
      guarded('diagnostics', publish)(open);
      if (open.drawn !== undefined && open.drawn !== open.stamp)
        void connection.sendNotification(graphChanged, { uri: open.uri, version: open.buffer.version });
    }
  };
  const schedule = createSchedule(flush, host.defer, host.now);
  const touch = (open: OpenDocument): void => {
    dirty.add(open);
    schedule.poke();
  };
  /** Not the text, but how it is to be taken has changed: what was drawn is old, too. */
  const retouch = (open: OpenDocument): void => {
    if (open.drawn !== undefined) open.drawn = -1;
    touch(open);
  };

  /** Looks up the settings that hold for one document. */
  const settle = (open: OpenDocument): void => {
    const own = host.configure?.(open.uri, settings, folders, complain) ?? settings;
    open.workspace = createWorkspace(own);
    open.kindBySettings = kindBySettings(own, namesOf(open.uri, folders));
    retouch(open);
  };
  const settleAll = (): void => documents.forEach(safely('settings', settle));
  const take = (given: unknown): void => {
    const taken = given === null || given === undefined ? initial : readSettings(given, defaultSettings, complain);
    if (JSON.stringify(taken) === JSON.stringify(settings)) return;
    settings = taken;
    settleAll();
  };
  const ask = async (): Promise<void> => {
    try {
      take(await connection.workspace.getConfiguration('heddle'));
    } catch (error) {
      log('settings', error);
    }
  };

  connection.onInitialize((params: InitializeParams) => {
    client = clientOf(params);
    folders = (params.workspaceFolders ?? []).map(({ uri }) => uri);
    if (folders.length === 0 && params.rootUri) folders = [params.rootUri];
    settings = initial = readSettings(params.initializationOptions, defaultSettings);
    return capabilitiesFor(client, host.version);
  });
  connection.onInitialized(() => {
    connection.console.info(`Heddle language server ${host.version} is ready.`);
    const register = (method: string, options: object): void =>
      void connection.sendRequest('client/registerCapability', {
        registrations: [{ id: `heddle ${method}`, method, registerOptions: options }],
      });
    if (client.registersConfiguration) register('workspace/didChangeConfiguration', { section: 'heddle' });
    if (client.registersWatchers && host.configure)
      register('workspace/didChangeWatchedFiles', { watchers: [{ globPattern: '**/heddle.config.yaml' }] });
    if (client.registersFeatures) for (const [method] of ownFeatures) register(method, { documentSelector: ownDocuments });
    if (client.configuration) void ask();
  });
  connection.onNotification(
    'workspace/didChangeWorkspaceFolders',
    ({ event }: { event: { added: { uri: string }[]; removed: { uri: string }[] } }) => {
      const removed = new Set(event.removed.map(({ uri }) => uri));
      folders = [...folders.filter((uri) => !removed.has(uri)), ...event.added.map(({ uri }) => uri)];
      settleAll();
    },
  );
  connection.onDidChangeConfiguration(({ settings: given }) => {
    if (client.configuration) void ask();
    else take((given as { heddle?: unknown } | null)?.heddle ?? given);
  });
  connection.onDidChangeWatchedFiles(settleAll);

  connection.onDidOpenTextDocument(
    safely('didOpen', ({ textDocument: item }) => {
      const named = languageOf(item.uri) ?? item.languageId;
      const trusted = client.registersFeatures || isOwnLanguage(item.languageId) || !isOwnLanguage(named);
      const open = openDocument(item, trusted ? item.languageId : named, createWorkspace(settings));
      documents.set(item.uri, open);
      settle(open);
    }),
  );
  connection.onDidChangeTextDocument(
    safely('didChange', ({ textDocument, contentChanges }) => {
      const open = documents.get(textDocument.uri);
      if (!open) return;
      changeDocument(open, contentChanges, textDocument.version);
      touch(open);
    }),
  );
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const open = documents.get(uri);
    documents.delete(uri);
    if (open) dirty.delete(open);
    if (open?.marked) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  for (const [method, answer] of requests) {
    const handle = guarded(method, (params: { textDocument?: { uri: string }; uri?: string }) => {
      const open = documents.get(params?.textDocument?.uri ?? params?.uri ?? '');
      if (!open) return null;
      if (method === graphRequest) open.drawn = open.stamp;
      return answer({ service, client, workspace: open.workspace, doc: currentDoc(service, open) }, params as never) ?? null;
    });
    connection.onRequest(method, (params: GraphParams, token: CancellationToken) =>
      token.isCancellationRequested ? new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.') : handle(params),
    );
  }
  connection.onRequest(
    treatAsRequest,
    guarded(treatAsRequest, ({ uri, kind }: TreatAsParams) => {
      const open = documents.get(uri);
      if (!open) return null;
      open.treatAs = kind;
      retouch(open);
      return service.documentInfo(currentDoc(service, open));
    }),
  );
  connection.onRequest(
    checkEventRequest,
    guarded(checkEventRequest, (params: CheckEventParams) => checkEvent(service, createWorkspace(settings), params)),
  );
  connection.listen();
}
