/** One preview: a webview panel that shows one workflow, and the messages between it and the text. */
import { Uri, window, workspace, type WebviewPanel } from 'vscode';
import { graphRequest, type FromPage, type GraphParams, type GraphResult, type ToPage } from '../../../server/src/protocol.ts';
import type { Server } from '../server.ts';
import { editorOf, revealInText } from './editors.ts';
import { pageHtml, webviewOptions } from './html.ts';
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

const cursorPause = 50;

export function createPreview(panel: WebviewPanel, extensionUri: Uri, server: Server, first: { uri: string; locked: boolean }): Preview {
  let { uri, locked } = first;
  let ready = false;
  let version: number | undefined;
  let asking = false;
  let askAgain = false;
  let exportWhenReady = false;
  /** Line and character that the page itself put the cursor on: not to be told back to it. */
  let ownMove: string | undefined;
  let cursorTimer: ReturnType<typeof setTimeout> | undefined;

  const post = (message: ToPage) => void panel.webview.postMessage(message);
  const open = () => workspace.textDocuments.find((document) => document.uri.toString() === uri);

  const title = () => {
    const name = uri.slice(uri.lastIndexOf('/') + 1);
    panel.title = `${locked ? '[Preview]' : 'Preview'} ${decodeURIComponent(name.replace(/^untitled:/, ''))}`;
  };

  /** Asks for the graph and sends it on; an answer for a text that has moved on is dropped, a newer one follows. */
  const refresh = async (): Promise<void> => {
    if (!ready) return;
    if (asking) {
      askAgain = true;
      return;
    }
    asking = true;
    const asked = uri;
    // A preview that VS Code restored may be there before its text.
    if (!open()) await workspace.openTextDocument(Uri.parse(uri)).then(undefined, () => undefined);
    await server.start();
    const params: GraphParams = { uri: asked };
    const result = await server.request<GraphResult>(graphRequest, params);
    asking = false;
    if (askAgain || asked !== uri) {
      askAgain = false;
      return refresh();
    }
    if (!result && open()) return;
    // Without its text (it may have been deleted) there is nothing to draw, and the page says so.
    const shown = result ?? { version: 0 };
    if (shown.version < (open()?.version ?? 0)) return;
    version = shown.version;
    post({ type: 'graph', uri, result: shown });
    sendCursor();
    if (exportWhenReady) exportNow();
  };

  const sendCursor = () => {
    const editor = editorOf(uri);
    if (!ready || !editor) return;
    const { line, character } = editor.selection.active;
    const moved = `${line}:${character}`;
    if (moved !== ownMove) post({ type: 'cursor', line, character });
    ownMove = undefined;
  };

  const exportNow = () => {
    exportWhenReady = false;
    post({ type: 'export', format: 'svg' });
  };

  const setLocked = (value: boolean) => {
    locked = value;
    title();
    post({ type: 'locked', locked });
  };

  const receive = (message: FromPage) => {
    switch (message.type) {
      case 'ready':
        ready = true;
        post({ type: 'locked', locked });
        return void refresh();
      case 'reveal':
        ownMove = `${message.range.end.line}:${message.range.end.character}`;
        return void revealInText(uri, message.range, message.focus);
      case 'lock':
        return setLocked(message.locked);
      case 'exported':
        return void saveExport(Uri.parse(uri), message.text);
    }
  };

  const subscriptions = [
    panel.webview.onDidReceiveMessage(receive),
    // A hidden page is thrown away and starts anew when it is shown: it says so with "ready".
    panel.onDidChangeViewState(() => {
      if (!panel.visible) ready = false;
    }),
    server.onGraphChanged((changed) => {
      if (changed.uri === uri) void refresh();
    }),
    server.onRunning(() => void refresh()),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor.document.uri.toString() !== uri) return;
      cursorTimer ??= setTimeout(() => {
        cursorTimer = undefined;
        sendCursor();
      }, cursorPause);
    }),
  ];
  panel.onDidDispose(() => {
    clearTimeout(cursorTimer);
    ready = false;
    for (const each of subscriptions) each.dispose();
  });

  title();
  panel.iconPath = {
    light: Uri.joinPath(extensionUri, 'icons/workflow-light.svg'),
    dark: Uri.joinPath(extensionUri, 'icons/workflow-dark.svg'),
  };
  panel.webview.options = webviewOptions(extensionUri);
  panel.webview.html = pageHtml(panel.webview, extensionUri);

  return {
    panel,
    get uri() {
      return uri;
    },
    get locked() {
      return locked;
    },
    get ready() {
      return ready;
    },
    get version() {
      return version;
    },
    show(next) {
      if (next === uri) return;
      uri = next;
      version = undefined;
      title();
      void refresh();
    },
    lock: setLocked,
    refresh: () => void refresh(),
    async exportSvg() {
      panel.reveal(undefined, true);
      if (ready && version !== undefined) exportNow();
      else exportWhenReady = true;
    },
  };
}
