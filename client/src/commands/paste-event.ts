/** *Paste as CloudEvent*: the HTTP message or the command of curl in the clipboard, as JSON. */
import { env, window } from 'vscode';
import { readEventsRequest, type ReadEventsParams, type ReadEventsResult } from '../../../server/src/protocol.ts';
import type { Server } from '../server.ts';
import { newFile } from './new-file.ts';

/** At the cursor of a file of JSON; else in a new file. Lines of JSONL are no place for an event on several. */
export async function pasteEvent(server: Server): Promise<void> {
  await server.start();
  const params: ReadEventsParams = { text: await env.clipboard.readText() };
  const result = await server.request<ReadEventsResult | null>(readEventsRequest, params);
  if (result === undefined) return void window.showWarningMessage('The clipboard could not be read. "Heddle: Show Log" says more.');
  if (result === null)
    return void window.showInformationMessage(
      'The clipboard holds no event: copy an HTTP message with "ce-" headers, or a curl command that sends one.',
    );
  if ('refused' in result) return void window.showWarningMessage(`Not pasted. ${result.refused}`);
  const editor = window.activeTextEditor;
  if (!editor || !/^(json|jsonc|cloudevent)$/.test(editor.document.languageId)) return void (await newFile('cloudevent', result.text));
  await editor.edit((edit) => editor.selections.forEach((selection) => edit.replace(selection, result.text.trimEnd())));
}
