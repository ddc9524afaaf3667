/** The language server in a web worker. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { createLanguageService } from '../service.ts';
import { listenForScript } from './load-worker.ts';
import { serve } from './server.ts';

/** The worker's own global scope is the channel; its type stands in no library that the server is compiled with. */
const scope = globalThis as never;
listenForScript();
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
serve(connection, {
  service: createLanguageService(),
  version,
  defer: (next) => void setTimeout(next, 0),
  now: () => Date.now(),
});
