/** Where an exported drawing goes. */
import { Uri, window, workspace } from 'vscode';

export async function saveExport(source: Uri, text: string): Promise<void> {
  const name = (source.path.split('/').at(-1) ?? 'workflow').replace(/(\.(sw|swf|ows))?\.(ya?ml|jsonc?)$/, '');
  const folder = source.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(source, '..');
  const target = await window.showSaveDialog({
    ...(folder ? { defaultUri: Uri.joinPath(folder, `${name}.svg`) } : {}),
    filters: { SVG: ['svg'] },
    title: 'Export Graph as SVG',
  });
  if (target) await workspace.fs.writeFile(target, new TextEncoder().encode(text));
}
