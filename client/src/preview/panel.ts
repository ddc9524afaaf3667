/** One preview: a webview panel that shows one workflow, and the messages between it and the text. */
import { Uri, type WebviewPanel } from 'vscode';
import type { FromPage, ToPage } from '../../../server/src/protocol.ts';
import type { Server } from '../server.ts';
import { createCursorReport } from './cursor.ts';
import { pageHtml, webviewOptions } from './html.ts';
import { createRefresh, type Shown } from './refresh.ts';
import { saveExport } from './save.ts';

export interface Preview {
  readonly panel: WebviewPanel;
  readonly uri: string;
  readonly locked: boolean;
  /** The page runs and can be spoken to. */
  readonly ready: boolean;
  /** Version of the text that the page was sent last. */
  readonly version: number | undefined;
  show(uri: string): void;
  lock(locked: boolean): void;
  refresh(): void;
  exportSvg(): Promise<void>;
}

interface State extends Shown {
  locked: boolean;
  version?: number;
  exportWhenReady: boolean;
}

export function createPreview(panel: WebviewPanel, extensionUri: Uri, server: Server, first: { uri: string; locked: boolean }): Preview {
  const state: State = { uri: first.uri, locked: first.locked, ready: false, exportWhenReady: false };
  const post = (message: ToPage) => void panel.webview.postMessage(message);
  const cursor = createCursorReport(state, post);

  const exportNow = () => {
    state.exportWhenReady = false;
    post({ type: 'export', format: 'svg' });
  };
  const ask = createRefresh(state, server, (result) => {
    state.version = result.version;
    post({ type: 'graph', uri: state.uri, result });
    cursor.send();
    if (state.exportWhenReady) exportNow();
  });
  const refresh = () => void ask();

  const lock = (locked: boolean) => {
    state.locked = locked;
    panel.title = titleOf(state);
    post({ type: 'locked', locked });
  };
  const receive = (message: FromPage): void => {
    switch (message.type) {
      case 'ready':
        state.ready = true;
        post({ type: 'locked', locked: state.locked });
        return refresh();
      case 'reveal':
        return cursor.reveal(message.range, message.focus);
      case 'lock':
        return lock(message.locked);
      case 'exported':
        return void saveExport(Uri.parse(state.uri), message.text);
    }
  };

  const subscriptions = [
    cursor,
    panel.webview.onDidReceiveMessage(receive),
    // A hidden page is thrown away and starts anew when it is shown: it says so with "ready".
    panel.onDidChangeViewState(() => {
      if (!panel.visible) state.ready = false;
    }),
    server.onGraphChanged((changed) => {
      if (changed.uri === state.uri) refresh();
    }),
    server.onRunning(refresh),
  ];
  panel.onDidDispose(() => {
    state.ready = false;
    for (const each of subscriptions) each.dispose();
  });

  panel.title = titleOf(state);
  setPage(panel, extensionUri);

  return {
    panel,
    get uri() {
      return state.uri;
    },
    get locked() {
      return state.locked;
    },
    get ready() {
      return state.ready;
    },
    get version() {
      return state.version;
    },
    show(uri) {
      if (uri === state.uri) return;
      state.uri = uri;
      state.version = undefined;
      panel.title = titleOf(state);
      refresh();
    },
    lock,
    refresh,
    async exportSvg() {
      panel.reveal(undefined, true);
      if (state.ready && state.version !== undefined) exportNow();
      else state.exportWhenReady = true;
    },
  };
}

function titleOf({ uri, locked }: State): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return `${locked ? '[Preview]' : 'Preview'} ${decodeURIComponent(name.replace(/^untitled:/, ''))}`;
}

function setPage(panel: WebviewPanel, extensionUri: Uri): void {
  panel.iconPath = {
    light: Uri.joinPath(extensionUri, 'icons/workflow-light.svg'),
    dark: Uri.joinPath(extensionUri, 'icons/workflow-dark.svg'),
  };
  panel.webview.options = webviewOptions(extensionUri);
  panel.webview.html = pageHtml(panel.webview, extensionUri);
}
