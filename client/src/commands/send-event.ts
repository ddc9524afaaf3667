/** *Send Event…*: the one place where Heddle opens a connection, to an address that somebody wrote and confirms each time. */
import { window, workspace, type Memento, type OutputChannel } from 'vscode';
import { eventMessageRequest, type EventMessageParams, type EventMessageResult } from '../../../server/src/protocol.ts';
import type { Server } from '../server.ts';
import { answerOf, isWebUrl, type Send } from './send.ts';
import { lineIn } from './show-event-as.ts';

/** The address of the last event that was sent from this workspace. */
const lastUrl = 'heddle.sendEvent.url';

const modes = [
  { label: 'Binary', description: 'attributes in headers, data as the body', mode: 'binary' },
  { label: 'Structured', description: 'the event as the body', mode: 'structured' },
] as const;

export async function sendEvent(server: Server, send: Send | undefined, memory: Memento, output: OutputChannel): Promise<void> {
  const editor = window.activeTextEditor;
  if (!send)
    return void window.showInformationMessage('Events cannot be sent from a browser. "Show Event As…" makes a curl command that can.');
  if (!workspace.isTrusted) return void window.showInformationMessage('Events are sent from workspaces that you trust only.');
  if (!editor) return void window.showInformationMessage('Open the event that is to be sent.');
  const place = { uri: editor.document.uri.toString(), line: lineIn(editor) };
  const url = await askForUrl(memory.get<string>(lastUrl) ?? 'http://localhost:8080/');
  if (url === undefined) return;
  const chosen = await window.showQuickPick(modes, { placeHolder: `Send the event to ${url} as` });
  if (!chosen) return;
  await server.start();
  const params: EventMessageParams = { ...place, mode: chosen.mode };
  const message = await server.request<EventMessageResult | null>(eventMessageRequest, params);
  if (!message) return void window.showInformationMessage('This file holds no event.');
  if ('refused' in message) return void window.showWarningMessage(`Not sent. ${message.refused}`);
  const yes = 'Send';
  const detail = message.headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  if ((await window.showWarningMessage(`Send this event to ${url}?`, { modal: true, detail }, yes)) !== yes) return;
  await memory.update(lastUrl, url);
  const answer = await answerOf(send, url, message);
  output.appendLine(`${new Date().toISOString()}  POST ${url}\n\n${answer}\n`);
  output.show(true);
  // The panel may be hidden, or of another size than the answer.
  void window.showInformationMessage(`${url}: ${answer.split('\n', 1)[0]}`);
}

const askForUrl = (value: string) =>
  window.showInputBox({
    prompt: 'Where the event is sent to, as a POST request',
    value,
    ignoreFocusOut: true,
    validateInput: (text) => (isWebUrl(text) ? undefined : 'Write an address that begins with http:// or https://.'),
  });
