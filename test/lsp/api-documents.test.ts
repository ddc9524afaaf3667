/** Documents about services that workflows name: read in the background, as they are now. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { built } from '../support/built.ts';
import { folderWith, remove } from '../support/command-line.ts';
import { LanguageServer, likeNeovim } from '../support/language-server.ts';

let file: string;
const running: LanguageServer[] = [];
const folders: string[] = [];

beforeAll(async () => {
  file = await built('server/node', 'api-documents');
});
afterEach(() => {
  for (const server of running.splice(0)) server.kill();
  folders.splice(0).forEach(remove);
});

const pets = (operation: string): string => `openapi: 3.0.0\npaths: { /pets: { get: { operationId: ${operation} } } }\n`;
const order = (document: string): string => `document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - find: { call: openapi, with: { document: { endpoint: '${document}' }, operationId: listPets } }
`;

async function serving(files: Readonly<Record<string, string>>, hasFolder = true) {
  const path = folderWith(files);
  folders.push(path);
  const server = new LanguageServer(file);
  running.push(server);
  const uriOf = (name: string): string => pathToFileURL(join(path, name)).href;
  await server.initialize(likeNeovim, { workspaceFolders: hasFolder ? [{ uri: pathToFileURL(path).href, name: 'shop' }] : null });
  const told = (name: string, type: number): void =>
    server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] });
  return {
    server,
    uriOf,
    open: (name: string, language = 'workflow-yaml') => server.open(uriOf(name), readFileSync(join(path, name), 'utf8'), language),
    change: (name: string, text: string) => writeFileSync(join(path, name), text),
    write(name: string, text: string): void {
      writeFileSync(join(path, name), text);
      told(name, 2);
    },
    remove(name: string): void {
      rmSync(join(path, name));
      told(name, 3);
    },
    /** What is said of a file in the end. */
    async said(name: string, wanted: readonly string[]): Promise<void> {
      const last = (): readonly string[] =>
        (
          server.received.findLast(
            ({ method, params }) => method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri === uriOf(name),
          )?.params as { diagnostics: readonly { code: string }[] } | undefined
        )?.diagnostics.map(({ code }) => code) ?? ['nothing yet'];
      for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 30)))
        if (JSON.stringify(last()) === JSON.stringify(wanted)) return;
      expect(last()).toEqual(wanted);
    },
  };
}

test.each([
  ['in a folder', true],
  ['without a folder', false],
])('a document is read, and read again when it changes, comes and goes: %s', async (_, hasFolder) => {
  const name = 'flows/order.sw.yaml';
  const stage = await serving({ [name]: order('../my%20pets.yaml'), 'my pets.yaml': pets('listPet') }, hasFolder);
  stage.open(name);
  await stage.said(name, ['call/operation']);
  stage.write('my pets.yaml', pets('listPets'));
  await stage.said(name, []);
  stage.remove('my pets.yaml');
  await stage.said(name, ['reference/unknown-document']);
  stage.write('my pets.yaml', pets('listPet'));
  await stage.said(name, ['call/operation']);
});

test('an open document counts as the editor has it', async () => {
  const stage = await serving({ 'order.sw.yaml': order('pets.yaml'), 'pets.yaml': pets('listPet') });
  stage.open('order.sw.yaml');
  await stage.said('order.sw.yaml', ['call/operation']);
  stage.open('pets.yaml', 'yaml');
  const uri = stage.uriOf('pets.yaml');
  const edit = (text: string, version: number): void =>
    stage.server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  edit(pets('listPets'), 2);
  await stage.said('order.sw.yaml', []);
  edit(pets('listPet'), 3);
  await stage.said('order.sw.yaml', ['call/operation']);
  // Half a document has no names that anybody could miss, and is not complained of.
  edit('openapi: 3.0.0\npaths: { /pets: { get: { operationId: lis', 4);
  await stage.said('order.sw.yaml', []);
  stage.server.notify('textDocument/didClose', { textDocument: { uri } });
  await stage.said('order.sw.yaml', ['call/operation']);
});

test('a .proto file that is being written says what it said when it could be read', async () => {
  const greet = (method: string): string => `syntax = "proto3";\nmessage A {}\nservice Greeter { rpc ${method}(A) returns (A); }\n`;
  const text = order('x').replace(
    /call: .*/,
    'call: grpc, with: { proto: { endpoint: greet.proto }, service: { name: Greeter, host: localhost }, method: SayHello } }',
  );
  const stage = await serving({ 'order.sw.yaml': text, 'greet.proto': greet('SayHi') });
  stage.open('order.sw.yaml');
  await stage.said('order.sw.yaml', ['call/operation']);
  stage.open('greet.proto', 'proto3');
  const uri = stage.uriOf('greet.proto');
  const edit = (written: string, version: number): void =>
    stage.server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text: written }] });
  edit('syntax = "proto3";\nservice Greeter { rpc', 2);
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(JSON.stringify(stage.server.received)).not.toContain('cannot be read');
  await stage.said('order.sw.yaml', ['call/operation']);
  edit(greet('SayHello'), 3);
  await stage.said('order.sw.yaml', []);
  stage.write('greet.proto', 'syntax = "proto3";\nservice Greeter { rpc');
  edit('syntax = "proto3";\nservice Greeter { rpc', 4);
  stage.server.notify('textDocument/didClose', { textDocument: { uri } });
  await stage.said('order.sw.yaml', ['reference/unknown-document']);
});

test('a document that nobody watches is looked at when something is saved', async () => {
  const stage = await serving({ 'order.sw.yaml': order('pets.yaml'), 'pets.yaml': pets('listPet') }, false);
  stage.open('order.sw.yaml');
  await stage.said('order.sw.yaml', ['call/operation']);
  stage.change('pets.yaml', pets('listPets'));
  stage.server.notify('textDocument/didSave', { textDocument: { uri: stage.uriOf('order.sw.yaml') } });
  await stage.said('order.sw.yaml', []);
});

test('another address is another document', async () => {
  const stage = await serving({ 'order.sw.yaml': order('pets.yaml'), 'pets.yaml': pets('listPet'), 'shop.yaml': pets('listPets') });
  stage.open('order.sw.yaml');
  await stage.said('order.sw.yaml', ['call/operation']);
  const uri = stage.uriOf('order.sw.yaml');
  const edit = (text: string, version: number): void =>
    stage.server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  edit(order('shop.yaml'), 2);
  await stage.said('order.sw.yaml', []);
  edit(order('none.yaml'), 3);
  await stage.said('order.sw.yaml', ['reference/unknown-document']);
});

test('a document that changed together with a config file is read again, too', async () => {
  const stage = await serving({ 'order.sw.yaml': order('pets.yaml'), 'pets.yaml': pets('listPet'), 'heddle.config.yaml': '' });
  stage.open('order.sw.yaml');
  await stage.said('order.sw.yaml', ['call/operation']);
  stage.change('pets.yaml', pets('listPets'));
  const changes = ['heddle.config.yaml', 'pets.yaml'].map((name) => ({ uri: stage.uriOf(name), type: 2 }));
  stage.server.notify('workspace/didChangeWatchedFiles', { changes });
  await stage.said('order.sw.yaml', []);
});

test('*Check Workspace* waits for documents', async () => {
  const stage = await serving({ 'order.sw.yaml': order('pets.yaml'), 'pets.yaml': pets('listPet') });
  const result = await stage.server.request<{ problems: { error: number } }>('heddle/checkWorkspace', {});
  expect(result.problems.error).toBe(1);
});

test('an address that leads nowhere, and what is found that may be meant, as files come', async () => {
  const stage = await serving({ 'order.sw.yaml': order('pets.yaml') });
  stage.open('order.sw.yaml');
  await stage.said('order.sw.yaml', ['reference/unknown-document']);
  const message = () =>
    JSON.stringify(stage.server.received.findLast(({ method }) => method === 'textDocument/publishDiagnostics')?.params ?? '');
  expect(message()).toContain('It has to be there');
  stage.write('pet.yaml', pets('listPets'));
  for (const end = Date.now() + 20_000; Date.now() < end && !message().includes('Did you mean');)
    await new Promise((resolve) => setTimeout(resolve, 30));
  expect(message()).toContain('Did you mean \\"pet.yaml\\"?');
});
