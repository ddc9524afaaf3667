import * as vscode from 'vscode';
import { equal, ok } from '../assert.ts';
import { closeAll, heddle, open, replace, show, waitFor, workflow } from '../support.ts';

const { executeCommand } = vscode.commands;
const tabs = () =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('heddle.preview'));

/** The preview, once its page runs and shows the present text. */
const shown = async ({ document }: vscode.TextEditor) => {
  const { previews } = await heddle();
  return waitFor('the preview', () =>
    previews().find(({ uri, ready, version }) => ready && uri === document.uri.toString() && version === document.version),
  );
};

describe('preview', () => {
  afterEach(closeAll);

  it('opens to the side without taking the focus', async () => {
    const editor = await open('side.sw.yaml', workflow('  - a: { wait: PT1S }\n'));
    await executeCommand('heddle.openPreviewToSide');
    await shown(editor);
    equal(vscode.window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString());
    const [tab] = tabs();
    equal([tab?.label, tab?.group.viewColumn, vscode.window.tabGroups.activeTabGroup.viewColumn], ['Preview side.sw.yaml', 2, 1]);
  });

  it('follows the text while it is typed', async () => {
    const editor = await open('type.sw.yaml', workflow('  - a: { wait: PT1S }\n'));
    await executeCommand('heddle.openPreviewToSide');
    await shown(editor);
    await replace(editor, 'PT1S', 'PT2S');
    await shown(editor);
    await replace(editor, 'do:', 'do: [');
    await shown(editor);
  });

  it('follows the active workflow, and stays when another kind of file is shown', async () => {
    const first = await open('one.sw.yaml', workflow('  - a: { wait: PT1S }\n'));
    await executeCommand('heddle.openPreviewToSide');
    await shown(first);
    const second = await open('two.sw.yaml', workflow('  - b: { wait: PT1S }\n'));
    await shown(second);
    await open('three.md', 'words');
    await shown(second);
    equal(tabs().length, 1);
  });

  it('comes back after being hidden', async () => {
    const editor = await open('hide.sw.yaml', workflow('  - a: { wait: PT1S }\n'));
    await executeCommand('heddle.openPreviewToSide');
    await shown(editor);
    await show(editor.document.uri, { viewColumn: vscode.ViewColumn.Two });
    const { previews } = await heddle();
    await waitFor('the page to be gone', () => previews().every(({ ready }) => !ready));
    await executeCommand('workbench.action.previousEditorInGroup');
    await shown(editor);
  });

  it('opens in place of the text when asked to', async () => {
    const editor = await open('place.sw.yaml', workflow('  - a: { wait: PT1S }\n'));
    await executeCommand('heddle.openPreview');
    await shown(editor);
    const [tab] = tabs();
    ok(tab?.isActive && tab.group.viewColumn === 1, 'the preview is in front');
  });
});
