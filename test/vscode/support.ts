/** Files, edits and waiting, for the suites. */
import * as vscode from 'vscode';
import type { Heddle } from '../../client/src/activate.ts';
import { marked } from '../support/marked.ts';
import { ok } from './assert.ts';

export async function heddle(): Promise<Heddle> {
  const extension = vscode.extensions.getExtension<Heddle>('heddle.heddle');
  ok(extension, 'the extension is installed');
  return extension.activate();
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function waitFor<T>(what: string, probe: () => T | undefined | false | PromiseLike<T | undefined | false>): Promise<T> {
  for (const end = Date.now() + 10_000; ; await pause(50)) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) throw new Error(`Waited too long for ${what}.`);
  }
}

const root = (index = 0) => {
  const folder = vscode.workspace.workspaceFolders?.[index];
  ok(folder, `workspace folder ${index}`);
  return folder.uri;
};
export const file = (name: string, folder = 0) => vscode.Uri.joinPath(root(folder), name);

/** Shows a file of the workspace. */
export const show = async (uri: vscode.Uri, options?: vscode.TextDocumentShowOptions) =>
  vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), options);

/** Writes a file and shows it; `|` puts the cursor. */
export async function open(name: string, source: string): Promise<vscode.TextEditor> {
  const { text, offset } = marked(source);
  const uri = file(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const editor = await show(uri);
  if (offset >= 0) {
    const at = editor.document.positionAt(offset);
    editor.selection = new vscode.Selection(at, at);
  }
  return editor;
}

export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty))
    await waitFor('a revert', () => reverted(document));
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** VS Code may open an editor of its own meanwhile, and writes its own settings: such a document is saved, not ours to revert. */
async function reverted(document: vscode.TextDocument): Promise<boolean> {
  if (!document.isDirty || document.isClosed) return true;
  try {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  } catch {
    return false;
  }
  return true;
}

/** Replaces the first occurrence of some text. */
export async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const { document } = editor;
  const start = document.getText().indexOf(from);
  ok(start >= 0, `"${from}" is in the text`);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
  ok(await editor.edit((edit) => edit.replace(range, to)), 'the edit was applied');
}

export const problems = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter(({ source }) => source?.startsWith('heddle'));

/** Messages of the problems, with the text each stands under, once there are some. */
export async function problemsOf({ document }: vscode.TextEditor): Promise<string[]> {
  await waitFor('problems', () => problems(document.uri).length > 0);
  return problems(document.uri).map(({ range, message }) => `${document.getText(range)}: ${message}`);
}

export const noProblems = ({ document }: vscode.TextEditor) => waitFor('the problems to go', () => problems(document.uri).length === 0);

/** A small workflow around its tasks, which are indented by two. */
export const workflow = (tasks: string) => `document:
  dsl: '1.0.1'
  namespace: shop
  name: order
  version: '0.1.0'
do:
${tasks}`;
