/** *Show Event As…*: a sample as it goes over the wire, in a document beside it that follows the sample and cannot be edited. */
import { EventEmitter, languages, Uri, ViewColumn, window, workspace, type TextEditor } from 'vscode';
import { encodingIds, encodings, type EncodingId } from '../../../server/src/encodings.ts';
import { showEventAsRequest, type ShowEventAsParams, type ShowEventAsResult } from '../../../server/src/protocol.ts';
import type { Server } from '../server.ts';

const scheme = 'heddle-event';

/** What such a document shows: in its query, so that it is the same after the window was closed. */
interface Shown {
  readonly source: string;
  readonly encoding: EncodingId;
  readonly index: number;
}

const shownIn = ({ query }: Uri): Shown => JSON.parse(query) as Shown;

/** The tab says which sample it is of, and how it is written. */
function uriOf(shown: Shown): Uri {
  const { path } = Uri.parse(shown.source);
  const name = `${path.slice(path.lastIndexOf('/') + 1)} (${encodings[shown.encoding].name})`;
  return Uri.from({ scheme, path: `/${name}`, query: JSON.stringify(shown) });
}

export interface EventViews {
  /** Asks for an encoding unless one is `given`. */
  show(given?: unknown): Promise<void>;
  dispose(): void;
}

export function createEventViews(server: Server): EventViews {
  const changed = new EventEmitter<Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = (params: ShowEventAsParams) => server.request<ShowEventAsResult | null>(showEventAsRequest, params);
  const provider = {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri: Uri) {
      const { source, encoding, index } = shownIn(uri);
      await Promise.all([workspace.openTextDocument(Uri.parse(source)), server.start()]);
      const result = await ask({ uri: source, encoding, index });
      return result ? ('refused' in result ? result.refused : result.text) : 'This event is not there any more.';
    },
  };
  const refresh = (source: string) =>
    workspace.textDocuments
      .filter(({ uri }) => uri.scheme === scheme && shownIn(uri).source === source)
      .forEach(({ uri }) => changed.fire(uri));
  const subscriptions = [
    changed,
    workspace.registerTextDocumentContentProvider(scheme, provider),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme === scheme) return;
      clearTimeout(timer);
      timer = setTimeout(() => refresh(document.uri.toString()), 200);
    }),
  ];
  return {
    async show(given) {
      const editor = window.activeTextEditor;
      if (!editor) return;
      const encoding = typeof given === 'string' && given in encodings ? (given as EncodingId) : await choose();
      if (!encoding) return;
      await server.start();
      const source = editor.document.uri.toString();
      const result = await ask({ uri: source, encoding, line: lineIn(editor) });
      if (!result) return void window.showInformationMessage('This file holds no event.');
      if ('refused' in result) return void window.showWarningMessage(result.refused);
      const document = await workspace.openTextDocument(uriOf({ source, encoding, index: result.index }));
      await languages.setTextDocumentLanguage(document, encodings[encoding].language);
      await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
    },
    dispose() {
      clearTimeout(timer);
      for (const each of subscriptions) each.dispose();
    },
  };
}

/** The line of the cursor: it says which event of several is meant. */
export const lineIn = ({ selection }: TextEditor): number => selection.active.line;

async function choose(): Promise<EncodingId | undefined> {
  const items = encodingIds.map((id) => ({ id, label: encodings[id].name, description: encodings[id].detail }));
  return (await window.showQuickPick(items, { placeHolder: 'Show the event as', matchOnDescription: true }))?.id;
}
