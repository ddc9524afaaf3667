/** The language server in a web worker. */
import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import { version } from '../../../package.json';
import { createLanguageService } from '../service.ts';
import { createConnection } from './connection.ts';
import { listenForScript } from './load-worker.ts';
import { serve } from './server.ts';

/** The worker's own global scope is the channel; its type stands in no library that the server is compiled with. */
const scope = globalThis as never;
listenForScript();
const connection = createConnection((log, strategy) =>
  createMessageConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), log, strategy),
);
serve(connection, {
  service: createLanguageService(),
  version,
  defer: (next) => void setTimeout(next, 0),
  now: () => Date.now(),
});
