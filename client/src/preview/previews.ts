/** All previews: opening them, having them follow the active workflow, bringing them back after a reload. */
import { commands, Uri, ViewColumn, window, workspace, type WebviewPanel } from 'vscode';
import { looksLikeOurs } from '../files.ts';
import { showPreview } from '../../../server/src/protocol.ts';
import type { Server } from '../server.ts';
import type { FileStatus } from '../status.ts';
import { webviewOptions } from './html.ts';
import { createPreview, type Preview } from './panel.ts';

const viewType = 'heddle.preview';

export interface Previews {
  readonly list: () => readonly Preview[];
  dispose(): void;
}

/** The document that a command is called with: by VS Code with a `Uri`, by a code lens of the server with its text. */
const given = (uri: unknown): Uri | undefined => (uri instanceof Uri ? uri : typeof uri === 'string' ? Uri.parse(uri) : undefined);

/** Says what the preview wants. */
async function offerExample(): Promise<void> {
  const choice = await window.showInformationMessage('Open a workflow to see it drawn.', 'Open Example');
  if (choice) await commands.executeCommand('heddle.openExample');
}

export function createPreviews(extensionUri: Uri, server: Server, status: FileStatus): Previews {
  const all = new Set<Preview>();

  const adopt = (panel: WebviewPanel, first: { uri: string; locked: boolean }): Preview => {
    const preview = createPreview(panel, extensionUri, server, first);
    all.add(preview);
    panel.onDidDispose(() => all.delete(preview));
    return preview;
  };

  /** The workflow that is being edited, else one that is shown beside what is. */
  const workflowInSight = (): Uri | undefined =>
    [window.activeTextEditor, ...window.visibleTextEditors]
      .flatMap((editor) => editor?.document ?? [])
      .find((document) => status.kind(document.uri.toString()) === 'workflow' || looksLikeOurs(document))?.uri;

  /** Shows the workflow in a preview that is there already, else in a new one. */
  const open = async (uri: Uri | undefined, side: boolean): Promise<Preview | undefined> => {
    const wanted = uri ?? workflowInSight();
    if (!wanted) return void offerExample();
    const column = side ? ViewColumn.Beside : ViewColumn.Active;
    const key = wanted.toString();
    const has = [...all].find((preview) => preview.uri === key) ?? [...all].find((preview) => !preview.locked);
    if (has) {
      has.show(key);
      has.panel.reveal(side ? undefined : column, side);
      return has;
    }
    const panel = window.createWebviewPanel(viewType, 'Preview', { viewColumn: column, preserveFocus: side }, webviewOptions(extensionUri));
    return adopt(panel, { uri: key, locked: false });
  };
  const active = () => [...all].find(({ panel }) => panel.active);

  /** Previews that are not locked show the workflow that is being edited. */
  const follow = () => {
    const editor = window.activeTextEditor;
    const uri = editor?.document.uri.toString();
    if (!uri || status.kind(uri) !== 'workflow') return;
    for (const preview of all) if (!preview.locked) preview.show(uri);
  };

  const subscriptions = [
    commands.registerCommand('heddle.openPreview', (uri?: unknown) => open(given(uri), false).then(() => undefined)),
    commands.registerCommand(showPreview, (uri?: unknown) => open(given(uri), true).then(() => undefined)),
    commands.registerCommand('heddle.exportSvg', async () => (active() ?? (await open(undefined, true)))?.exportSvg()),
    commands.registerCommand('heddle.togglePreviewLock', () => {
      const preview = active();
      preview?.lock(!preview.locked);
    }),
    window.onDidChangeActiveTextEditor(follow),
    status.onChanged(follow),
    window.registerWebviewPanelSerializer(viewType, {
      // What the page kept with `setState`. Without it (an older page), the active workflow is shown.
      async deserializeWebviewPanel(panel, state: { uri?: unknown; locked?: unknown } | undefined) {
        const uri = typeof state?.uri === 'string' ? state.uri : workspace.textDocuments.find(looksLikeOurs)?.uri.toString();
        if (uri === undefined) panel.dispose();
        else adopt(panel, { uri, locked: state?.locked === true });
      },
    }),
  ];
  return {
    list: () => [...all],
    dispose() {
      // The panels stay: VS Code brings them back after a reload.
      for (const each of subscriptions) each.dispose();
    },
  };
}
