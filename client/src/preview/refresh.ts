/** Asks the server for the graph that a preview shows. */
import { Uri, workspace } from 'vscode';
import { graphRequest, type GraphParams, type GraphResult } from '../../../server/src/protocol.ts';
import type { Server } from '../server.ts';

/** What a preview shows at the moment. */
export interface Shown {
  uri: string;
  /** The page runs and can be spoken to. */
  ready: boolean;
}

/** Asks and hands over what is to be drawn; an answer for a text that has moved on is dropped, a newer one follows. */
export function createRefresh(shown: Shown, server: Server, draw: (result: GraphResult) => void): () => Promise<void> {
  let asking = false;
  let askAgain = false;
  const open = () => workspace.textDocuments.find((document) => document.uri.toString() === shown.uri);

  return async function refresh(): Promise<void> {
    if (!shown.ready) return;
    if (asking) {
      askAgain = true;
      return;
    }
    asking = true;
    const { uri } = shown;
    // A preview that VS Code restored may be there before its text.
    if (!open()) await workspace.openTextDocument(Uri.parse(uri)).then(undefined, () => undefined);
    await server.start();
    const params: GraphParams = { uri };
    const answer = await server.request<GraphResult>(graphRequest, params);
    asking = false;
    if (askAgain || uri !== shown.uri) {
      askAgain = false;
      return refresh();
    }
    if (!answer && open()) return;
    // Without its text (it may have been deleted) there is nothing to draw, and the page says so.
    const result = answer ?? { version: 0 };
    if (result.version >= (open()?.version ?? 0)) draw(result);
  };
}
