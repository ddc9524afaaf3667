/** New untitled files, filled with one of our snippets or with the example. */
import { commands, Position, Selection, Uri, window, workspace, type TextEditor } from 'vscode';
import { formatOf } from '../../../server/src/languages.ts';

/**
 * Shows a new document as VS Code's own *New File* does: without a place, so that nothing is written before somebody says where. VS Code
 * calls such a document, and proposes to save it, by the words of its first line (`document:.sw.yaml` is no name for a file), or `Untitled-1`
 * where that has none: YAML begins with `---`.
 */
export async function newFile(language: string, text: string): Promise<TextEditor> {
  const lead = formatOf(language) === 'yaml' ? '---\n' : '';
  const document = await workspace.openTextDocument({ language, content: lead + text });
  const editor = await window.showTextDocument(document);
  const start = new Position(lead ? 1 : 0, 0);
  editor.selection = new Selection(start, start);
  return editor;
}

/** `snippet` is one of snippets/<language>.json. */
export async function newFromSnippet(language: string, snippet: string): Promise<void> {
  await newFile(language, '');
  await commands.executeCommand('editor.action.insertSnippet', { langId: language, name: snippet });
}

/** A whole workflow to look at, with its graph beside it. */
export async function openExample(extensionUri: Uri): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'examples/fulfilment.sw.yaml'));
  const editor = await newFile('workflow-yaml', new TextDecoder().decode(bytes));
  await commands.executeCommand('heddle.openPreviewToSide', editor.document.uri);
}
