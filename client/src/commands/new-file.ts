/** New untitled files, filled with one of our snippets or with the example. */
import { commands, Position, Uri, window, workspace, type TextEditor } from 'vscode';
import { languageById } from '../../../server/src/languages.ts';

/** An untitled document's URI for the first of `order.sw.yaml`, `order-2.sw.yaml`, … that is neither a file of the folder nor open. */
async function freeName(folder: Uri, stem: string, extension: string): Promise<Uri> {
  for (let number = 1; ; number++) {
    const file = Uri.joinPath(folder, `${stem}${number === 1 ? '' : `-${number}`}${extension}`);
    const untitled = file.with({ scheme: 'untitled' });
    const isOpen = workspace.textDocuments.some(({ uri }) => uri.toString() === untitled.toString());
    const isFile = await workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    if (!isOpen && !isFile) return untitled;
  }
}

/**
 * Shows an empty untitled document, named after `stem`. Saved, it goes into the first folder of the workspace. Without a folder it has no
 * name: VS Code asks for one.
 */
async function newFile(language: string, stem: string): Promise<TextEditor> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const extension = languageById(language)?.extensions[0] ?? '';
  const document = await (folder
    ? workspace.openTextDocument(await freeName(folder, stem, extension))
    : workspace.openTextDocument({ language }));
  return window.showTextDocument(document);
}

/** `snippet` is one of snippets/<language>.json. */
export async function newFromSnippet(language: string, snippet: string, stem: string): Promise<void> {
  await newFile(language, stem);
  await commands.executeCommand('editor.action.insertSnippet', { langId: language, name: snippet });
}

/** A whole workflow to look at, with its graph beside it. */
export async function openExample(extensionUri: Uri): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'examples/fulfilment.sw.yaml'));
  const editor = await newFile('workflow-yaml', 'example');
  await editor.edit((edit) => edit.insert(new Position(0, 0), new TextDecoder().decode(bytes)));
  await commands.executeCommand('heddle.openPreviewToSide', editor.document.uri);
}
