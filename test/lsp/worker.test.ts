import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, expect, test } from 'vitest';
import { built } from '../support/built.ts';

let script: string;
beforeAll(async () => {
  script = await built('server/worker', 'worker');
});

interface Message {
  id?: number;
  method?: string;
  params?: { uri?: string; version?: number; registrations?: unknown };
  result?: unknown;
  error?: unknown;
}

interface MessageEvent {
  readonly data: object;
  stopImmediatePropagation(): void;
}

/** A web worker's global scope and nothing else: no process, no Buffer, no require, no eval. Its scripts stand at `folder`. */
function worker(folder: string, href = `${folder}worker.js`) {
  const sent: Message[] = [];
  const imported: string[] = [];
  const listeners: ((event: MessageEvent) => void)[] = [];
  const scope: Record<string, unknown> = {
    ...{
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      queueMicrotask,
      TextEncoder,
      TextDecoder,
      URL,
      console,
      crypto,
      AbortController,
    },
    postMessage: (message: Message) => sent.push(JSON.parse(JSON.stringify(message)) as Message),
    addEventListener: (_type: string, listener: (event: MessageEvent) => void) => listeners.push(listener),
    location: { href },
    importScripts: (address: string) => {
      if (!address.startsWith(folder)) throw new Error(`There is nothing at ${address}.`);
      imported.push(address.slice(folder.length));
      runInContext(readFileSync(join(dirname(script), address.slice(folder.length)), 'utf8'), context);
    },
  };
  scope['self'] = scope;
  const context = createContext(scope, { codeGeneration: { strings: false, wasm: false } });
  runInContext(readFileSync(script, 'utf8'), context);
  const post = (data: object): void => {
    let stopped = false;
    const event = { data, stopImmediatePropagation: () => (stopped = true) };
    for (const listener of listeners) if (!stopped) listener(event);
    if (!stopped) (context as { onmessage?: (event: object) => void }).onmessage?.(event);
  };
  const receive = (message: object): void => post({ jsonrpc: '2.0', ...message });
  const until = async (wanted: (message: Message) => boolean): Promise<Message> => {
    for (let turn = 0; turn < 500; turn++) {
      const found = sent.find(wanted);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`Waited in vain: ${JSON.stringify(sent).slice(0, 500)}`);
  };
  return { post, receive, until, sent, imported };
}

const uri = 'vscode-vfs://github/shop/order.sw.yaml';
const text = "document:\n  dsl: '1.0.0'\n  namespace: shop\n  name: order\n  version: '0.1.0'\ndo:\n  - a:\n      wait: PT15M\n";
const begin = async ({ receive, until }: ReturnType<typeof worker>): Promise<void> => {
  receive({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  expect(JSON.stringify((await until(({ id }) => id === 1)).result)).toContain('heddle-language-server');
  receive({ method: 'initialized', params: {} });
  receive({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'workflow-yaml', version: 1, text } } });
  const published = await until(({ method }) => method === 'textDocument/publishDiagnostics');
  expect(published.params).toEqual({ uri, version: 1, diagnostics: [] });
};

test('serves in a web worker, where code from strings is forbidden', async () => {
  const server = worker('https://shop.example/server/');
  await begin(server);
  server.receive({ id: 2, method: 'textDocument/completion', params: { textDocument: { uri }, position: { line: 7, character: 6 } } });
  expect((await server.until(({ id }) => id === 2)).result).toEqual(expect.any(Array));
});

test('loads a part when it is first used, from where the host says that the script came from', async () => {
  const server = worker('https://cdn.example/heddle/server/', 'blob:https://cdn.example/1234');
  server.post({ script: 'https://cdn.example/heddle/server/worker.js' });
  await begin(server);
  expect(server.imported).toEqual([]);
  for (const id of [2, 3])
    server.receive({ id, method: 'textDocument/hover', params: { textDocument: { uri }, position: { line: 7, character: 8 } } });
  expect(JSON.stringify((await server.until(({ id }) => id === 2)).result)).toContain('wait');
  expect((await server.until(({ id }) => id === 3)).result).toEqual((await server.until(({ id }) => id === 2)).result);
  expect(server.imported).toEqual(['hover.js', 'common.js', 'prose.js']);
  // The host's word is not part of the protocol.
  expect(JSON.stringify(server.sent)).not.toContain('rror');
});

test.each([
  [
    'a target',
    text.replace("version: '0.1.0'", '$&\n  metadata: { heddle: { target: quarkus-flow } }').replace('PT15M', 'P2W'),
    'portability/duration',
    'portability.js',
  ],
  [
    'DSL 0.x',
    'id: order\nspecVersion: "0.8"\nstart: Wat\nstates:\n  - { name: Wait, type: sleep, duration: PT1S, end: true }\n',
    'flow/unknown-target',
    'legacy.js',
  ],
])('%s is known by a part of its own', async (_, written, code, part) => {
  const server = worker('https://shop.example/server/');
  await begin(server);
  expect(server.imported).toEqual([]);
  const other = 'vscode-vfs://github/shop/other.sw.yaml';
  server.receive({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri: other, languageId: 'workflow-yaml', version: 1, text: written } },
  });
  const told = await server.until(({ method, params }) => method === 'textDocument/publishDiagnostics' && params?.uri === other);
  expect(JSON.stringify(told.params)).toContain(code);
  expect(server.imported).toContain(part);
});

test('a part that cannot be fetched costs nothing but its answers', async () => {
  const server = worker('https://shop.example/server/', 'blob:https://shop.example/1234');
  await begin(server);
  server.receive({ id: 2, method: 'textDocument/hover', params: { textDocument: { uri }, position: { line: 7, character: 8 } } });
  expect((await server.until(({ id }) => id === 2)).result).toBeNull();
  server.receive({ id: 3, method: 'heddle/file', params: { uri } });
  expect((await server.until(({ id }) => id === 3)).result).toMatchObject({ kind: 'workflow' });
});

test('a request that is cancelled before its turn is not worked on', async () => {
  const server = worker('https://shop.example/server/');
  await begin(server);
  server.receive({ id: 2, method: 'textDocument/hover', params: { textDocument: { uri }, position: { line: 7, character: 8 } } });
  server.receive({ method: '$/cancelRequest', params: { id: 2 } });
  expect((await server.until(({ id }) => id === 2)).error).toMatchObject({ code: -32800 });
  expect(server.imported).toEqual([]);
});

test('finds and reads files through the client', async () => {
  const { receive, until } = worker('https://shop.example/server/');
  const folder = 'vscode-vfs://github/shop';
  const head = "document: { dsl: '1.0.0', namespace: shop, name: pay, version: '1.0.0' }\ndo:\n";
  const files: Readonly<Record<string, string>> = {
    [`${folder}/pay.sw.yaml`]: `${head}  - charge: { wait: PT1S }\n`,
    [`${folder}/compose.yaml`]: 'services: {}\n',
  };
  const capabilities = {
    experimental: { heddleFiles: true },
    workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  };
  receive({
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, workspaceFolders: [{ uri: folder, name: 'shop' }], capabilities },
  });
  await until(({ id }) => id === 1);
  receive({ method: 'initialized', params: {} });
  const find = await until(({ method }) => method === 'heddle/findFiles');
  expect(find.params).toEqual({ folder });
  receive({ id: find.id, result: { uris: Object.keys(files) } });
  for (const [uri, text] of Object.entries(files)) {
    const read = await until(({ method, params }) => method === 'heddle/readFile' && params?.uri === uri);
    receive({ id: read.id, result: { text } });
  }
  const ask = async (id: number, method: string, params: object): Promise<unknown> => {
    receive({ id, method, params });
    return (await until((message) => message.id === id && message.method === undefined)).result;
  };
  let found: unknown = [];
  for (let id = 100; id < 300 && (found as unknown[]).length === 0; id++) found = await ask(id, 'workspace/symbol', { query: 'char' });
  expect(found).toMatchObject([{ name: 'charge', containerName: 'pay' }]);
  const text = `${head.replace('pay', 'order')}  - a: { run: { workflow: { namespace: shop, name: pay, version: '1.0.0' } } }\n`;
  const textDocument = { uri: `${folder}/order.sw.yaml`, languageId: 'workflow-yaml', version: 1, text };
  receive({ method: 'textDocument/didOpen', params: { textDocument } });
  expect(await ask(301, 'textDocument/definition', { textDocument, position: { line: 2, character: 51 } })).toMatchObject([
    { uri: `${folder}/pay.sw.yaml` },
  ]);
});
