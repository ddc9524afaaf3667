/** New untitled files, filled with one of our snippets. */
import { commands, Uri, window, workspace } from 'vscode';
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
 * Opens an untitled document, named after `stem`, and fills it with a snippet of snippets/<language>.json. Saved, it goes into the first
 * folder of the workspace. Without a folder it has no name: VS Code asks for one.
 */
export async function newFromSnippet(language: string, snippet: string, stem: string): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const extension = languageById(language)?.extensions[0] ?? '';
  const document = await (folder
    ? workspace.openTextDocument(await freeName(folder, stem, extension))
    : workspace.openTextDocument({ language }));
  await window.showTextDocument(document);
  await commands.executeCommand('editor.action.insertSnippet', { langId: language, name: snippet });
}
