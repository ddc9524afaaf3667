/** *Who Receives This Event?*: every filter of the workspace with what it makes of the event at the cursor; the chosen one is shown. */
import { Range, Uri, window, type QuickPickItem } from 'vscode';
import { receiversRequest, type ReceiverRow, type ReceiversParams, type ReceiversResult } from '../../../server/src/protocol.ts';
import type { Server } from '../server.ts';
import { lineIn } from './show-event-as.ts';

const icons: Readonly<Record<ReceiverRow['verdict'], string>> = { matches: '$(check)', near: '$(question)', misses: '$(circle-slash)' };

export async function showReceivers(server: Server): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return void window.showInformationMessage('Open an event to see who receives it.');
  await server.start();
  const params: ReceiversParams = { uri: editor.document.uri.toString(), line: lineIn(editor) };
  const rows = await server.request<ReceiversResult | null>(receiversRequest, params);
  if (!rows) return void window.showInformationMessage('This file holds no event that can be read.');
  if (rows.length === 0) return void window.showInformationMessage('No workflow here waits for events.');
  const items = rows.map((row): QuickPickItem & { row: ReceiverRow } => ({
    label: `${icons[row.verdict]} ${row.words}`,
    description: row.at,
    row,
  }));
  const chosen = await window.showQuickPick(items, { placeHolder: 'Who receives this event?', matchOnDescription: true });
  if (!chosen) return;
  const { uri, range } = chosen.row;
  const selection = new Range(range.start.line, range.start.character, range.end.line, range.end.character);
  await window.showTextDocument(Uri.parse(uri), { selection });
}
