/** What both extension hosts share: puts the parts together. */
import { commands, window, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { checkClipboard, checkEvent, createEventCheck } from './commands/check-event.ts';
import { newFromSnippet } from './commands/new-file.ts';
import { createFileStatus } from './status.ts';
import { createPreviews } from './preview/previews.ts';
import { needsServer } from './files.ts';
import { createServer, type MakeClient, type Server } from './server.ts';

/** What `activate` returns, so that the tests can look inside. */
export interface Heddle {
  /** True from the moment a document of ours was seen: the server process (or worker) exists. */
  readonly serverStarted: () => boolean;
  readonly status: () => string;
  readonly previews: () => readonly {
    readonly uri: string;
    readonly locked: boolean;
    readonly ready: boolean;
    readonly version: number | undefined;
  }[];
}

export function activateWith(context: ExtensionContext, makeClient: MakeClient): Heddle {
  const log = window.createOutputChannel('Heddle', { log: true });
  const server = createServer(makeClient, log);
  const status = createFileStatus(server);
  const previews = createPreviews(context.extensionUri, server, status);
  const check = createEventCheck();
  context.subscriptions.push(log, server, status, previews, check, ...registerCommands(server, log, check), startWhenNeeded(server));
  return { serverStarted: server.started, status: status.text, previews: previews.list };
}

function registerCommands(server: Server, log: LogOutputChannel, check: ReturnType<typeof createEventCheck>) {
  return [
    commands.registerCommand('heddle.newWorkflow', () => newFromSnippet('workflow-yaml', 'Workflow')),
    commands.registerCommand('heddle.newEvent', () => newFromSnippet('cloudevent', 'Event')),
    commands.registerCommand('heddle.checkEvent', (uri?: unknown) => checkEvent(server, check, log, uri)),
    commands.registerCommand('heddle.checkClipboard', () => checkClipboard()),
    commands.registerCommand('heddle.restartServer', () => server.restart()),
    commands.registerCommand('heddle.showLog', () => log.show()),
  ];
}

/** Whoever typed the first letters before the server was there would wait for a list that never opens. */
function suggestWhatWasMissed(): void {
  const editor = window.activeTextEditor;
  if (!editor || editor.document.version === 1 || !needsServer(editor.document)) return;
  const { active } = editor.selection;
  const before = editor.document.lineAt(active.line).text.slice(0, active.character);
  if (/^\s*(- )?\w+$/.test(before)) void commands.executeCommand('editor.action.triggerSuggest');
}

/** A window without our files starts no server; the first document that looks like ours, or may be ours by the settings, does. */
function startWhenNeeded(server: Server) {
  const start = () => void server.start().then(suggestWhatWasMissed);
  const lookAround = () => {
    if (!server.started() && workspace.textDocuments.some(needsServer)) start();
  };
  lookAround();
  const configured = workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('heddle.files')) lookAround();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const opened = workspace.onDidOpenTextDocument((document) => {
    if (!server.started() && needsServer(document)) start();
  });
  const changed = workspace.onDidChangeTextDocument(({ document }) => {
    if (server.started()) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!server.started() && needsServer(document)) start();
    }, 200);
  });
  return {
    dispose() {
      clearTimeout(timer);
      configured.dispose();
      opened.dispose();
      changed.dispose();
    },
  };
}
