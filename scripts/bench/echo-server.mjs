/** A language server that knows nothing: what the protocol itself costs. It keeps the text, and answers at once with nothing. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-jsonrpc/node');
const { TextDocument } = require('vscode-languageserver-textdocument');

const connection = createMessageConnection(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));
const documents = new Map();
const publish = ({ uri, version }) =>
  setImmediate(() => connection.sendNotification('textDocument/publishDiagnostics', { uri, version, diagnostics: [] }));

connection.onRequest('initialize', () => ({ capabilities: { textDocumentSync: 2, completionProvider: {}, hoverProvider: true } }));
connection.onNotification('textDocument/didOpen', ({ textDocument: { uri, languageId, version, text } }) => {
  documents.set(uri, TextDocument.create(uri, languageId, version, text));
  publish({ uri, version });
});
connection.onNotification('textDocument/didChange', ({ textDocument: { uri, version }, contentChanges }) => {
  documents.set(uri, TextDocument.update(documents.get(uri), contentChanges, version));
  publish({ uri, version });
});
connection.onRequest('textDocument/completion', () => []);
connection.onRequest('textDocument/hover', () => null);
connection.onRequest('shutdown', () => null);
connection.onNotification('exit', () => process.exit(0));
connection.listen();
