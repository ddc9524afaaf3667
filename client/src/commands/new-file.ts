/** New untitled files, filled with one of our snippets. */
import { commands, window, workspace } from 'vscode';

/** `name` is a snippet of snippets/<language>.json. */
export async function newFromSnippet(language: string, name: string): Promise<void> {
  const document = await workspace.openTextDocument({ language });
  await window.showTextDocument(document);
  await commands.executeCommand('editor.action.insertSnippet', { langId: language, name });
}
