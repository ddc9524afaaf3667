/** What both extension hosts share: puts the parts together. */
import { commands, env, UIKind, version, window, type ExtensionContext, type LogOutputChannel, type Uri } from 'vscode';
import { checkClipboard, checkEvent, createEventCheck } from './commands/check-event.ts';
import { convert } from './commands/convert.ts';
import { checkWorkspace } from './commands/check-workspace.ts';
import { newFromSnippet, openExample } from './commands/new-file.ts';
import { pasteEvent } from './commands/paste-event.ts';
import { renameAt } from './commands/rename-at.ts';
import { sendEvent } from './commands/send-event.ts';
import type { Send } from './commands/send.ts';
import { createEventViews } from './commands/show-event-as.ts';
import { showReceivers } from './commands/receivers.ts';
import { goToPlaces, showReferences } from './commands/show-references.ts';
import { createFirstLetter } from './first-letter.ts';
import { firstLine } from './first-line.ts';
import {
  convertCommands,
  renameAt as renameAtCommand,
  goToPlaces as goToPlacesCommand,
  showReferences as showReferencesCommand,
} from '../../server/src/protocol.ts';
import { createManual } from './manual.ts';
import { createFileStatus } from './status.ts';
import { createPreviews } from './preview/previews.ts';
import { createServer, type MakeClient, type Server } from './server.ts';
import { startWhenNeeded } from './start.ts';

/** What `activate` returns, so that the tests can look inside. */
export interface Heddle {
  /** True from the moment a file of ours was seen: the server process (or worker) exists. */
  readonly serverStarted: () => boolean;
  readonly status: () => string;
  readonly previews: () => readonly {
    readonly uri: string;
    readonly locked: boolean;
    readonly ready: boolean;
    readonly version: number | undefined;
  }[];
}

/** `send` opens connections, for *Send Event…* alone; absent in a browser. */
export function activateWith(context: ExtensionContext, makeClient: MakeClient, send?: Send): Heddle {
  const log = window.createOutputChannel('Heddle', { log: true });
  const { appName, appHost, remoteName } = env;
  const inBrowser = env.uiKind === UIKind.Web;
  const own = (context.extension.packageJSON as { version: string }).version;
  log.info(firstLine(own, { appName, version, appHost, inBrowser, remoteName }));
  const firstLetter = createFirstLetter();
  const server = createServer(makeClient, log, firstLetter.asked);
  const check = createEventCheck();
  const status = createFileStatus(server, check);
  const previews = createPreviews(context.extensionUri, server, status);
  const { extensionUri } = context;
  context.subscriptions.push(log, server, firstLetter, status, previews, check, createManual(extensionUri));
  context.subscriptions.push(...registerEventCommands(context, server, send));
  context.subscriptions.push(...registerCommands(extensionUri, server, log, check), startWhenNeeded(server, firstLetter.serverStarted));
  return { serverStarted: server.started, status: status.text, previews: previews.list };
}

function registerEventCommands({ workspaceState }: ExtensionContext, server: Server, send: Send | undefined) {
  const views = createEventViews(server);
  const sent = window.createOutputChannel('Heddle: Sent Events', 'http');
  void commands.executeCommand('setContext', 'heddle.canSend', send !== undefined);
  return [
    views,
    sent,
    commands.registerCommand('heddle.showReceivers', () => showReceivers(server)),
    commands.registerCommand('heddle.showEventAs', (encoding?: unknown) => views.show(encoding)),
    commands.registerCommand('heddle.pasteAsCloudEvent', () => pasteEvent(server)),
    commands.registerCommand('heddle.sendEvent', () => sendEvent(server, send, workspaceState, sent)),
  ];
}

/** Extension and step of package.json's `walkthroughs`. */
const walkthrough = 'heddle.heddle#start';

function registerCommands(extensionUri: Uri, server: Server, log: LogOutputChannel, check: ReturnType<typeof createEventCheck>) {
  return [
    commands.registerCommand('heddle.getStarted', () => commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false)),
    commands.registerCommand('heddle.openExample', () => openExample(extensionUri)),
    commands.registerCommand('heddle.newWorkflow', () => newFromSnippet('workflow-yaml', 'Workflow')),
    commands.registerCommand('heddle.newEvent', () => newFromSnippet('cloudevent', 'Event')),
    commands.registerCommand('heddle.checkEvent', (uri?: unknown) => checkEvent(server, check, log, uri)),
    commands.registerCommand('heddle.checkClipboard', () => checkClipboard(server, check, log)),
    commands.registerCommand(showReferencesCommand, showReferences),
    commands.registerCommand(goToPlacesCommand, goToPlaces),
    commands.registerCommand(renameAtCommand, renameAt),
    commands.registerCommand(convertCommands.json, (uri?: unknown) => convert(server, 'json', uri)),
    commands.registerCommand(convertCommands.yaml, (uri?: unknown) => convert(server, 'yaml', uri)),
    commands.registerCommand('heddle.checkWorkspace', () => checkWorkspace(server)),
    commands.registerCommand('heddle.restartServer', () => server.restart()),
    commands.registerCommand('heddle.showLog', () => log.show()),
  ];
}
