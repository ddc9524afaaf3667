/** Entry of the extension in a web extension host: the server is a worker. */
/// <reference lib="webworker" />
import { Uri, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type Heddle } from './activate.ts';

export function activate(context: ExtensionContext): Heddle {
  const script = Uri.joinPath(context.extensionUri, 'dist/server/worker.js').toString(true);
  let worker: Worker | undefined;
  const startWorker = () => {
    worker?.terminate();
    worker = new Worker(script, { name: 'Heddle' });
    worker.postMessage({ script });
    // Not the worker itself: VS Code puts another `Worker` in its place, which the client does not know for one.
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return activateWith(context, (id, name, options) => new LanguageClient(id, name, startWorker, options));
}
