import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  DocumentLink,
  Location,
  SymbolInformation,
  TextDocumentEdit,
} from 'vscode-languageserver-types';
import { likeNeovim, type Message } from '../support/language-server.ts';
import { createServers } from '../support/servers.ts';
import { workflow } from '../workspace/files.ts';

const { ready, folderWith } = createServers('workspace');

const task = '  - a: { set: {} }\n';
const pay = (version: string) => workflow('pay', version, '  - charge: { wait: PT1S }\n');
const order = workflow('order', '0.1.0', "  - a:\n      run:\n        workflow: { namespace: shop, name: pay, version: '2.0.0' }\n");
const onName = { line: 4, character: 46 };
const dynamic = { dynamicRegistration: true };
const capabilities = {
  ...likeNeovim,
  workspace: { ...likeNeovim.workspace, didChangeWatchedFiles: dynamic },
  window: { workDoneProgress: true },
};

/** A folder with files, and a server that was told of it. */
const serving = (...contents: Contents[]) => servingTo(capabilities, ...contents);

type Contents = Readonly<Record<string, string | Uint8Array>>;

/** The same for an editor that can do something else. */
async function servingTo(can: object, ...contents: Contents[]) {
  const paths = contents.map(folderWith);
  const uriOf = (name: string, folder = 0): string => pathToFileURL(join(paths[folder]!, name)).href;
  const server = await ready(can, {
    workspaceFolders: paths.map((path, index) => ({ uri: pathToFileURL(path).href, name: `f${index}` })),
  });
  return {
    server,
    paths,
    uriOf,
    write(name: string, text: string, type = 2): void {
      mkdirSync(dirname(join(paths[0]!, name)), { recursive: true });
      writeFileSync(join(paths[0]!, name), text);
      server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] });
    },
    symbols: async (query: string) => (await server.request<SymbolInformation[]>('workspace/symbol', { query })).map(({ name }) => name),
    definitions: async (uri: string, position = onName) => {
      const found = await server.request<Location | Location[] | null>('textDocument/definition', { textDocument: { uri }, position });
      return [found ?? []].flat();
    },
  };
}

/** The index follows in the background: asks until the answer is the one that is wanted, and shows the last one if it never is. */
async function eventually<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
  let answer: T | undefined;
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 30))) {
    answer = await ask();
    if (JSON.stringify(answer) === JSON.stringify(wanted)) return;
  }
  expect(answer).toEqual(wanted);
}

test('symbols of files that nobody has opened', async () => {
  const { symbols, server } = await serving({
    'flows/pay.sw.yaml': pay('1.0.0'),
    'plain.yaml': workflow('plain', '1.0.0', '  - chop: { set: {} }\n'),
    'deep/er/paid.cloudevent.json': '{ "specversion": "1.0", "type": "shop.chopped", "source": "/s", "id": "7" }',
    'compose.yaml': 'services: { charge: {} }\n',
    'node_modules/x/other.sw.yaml': workflow('charged', '1.0.0', task),
    '.git/other.sw.yaml': workflow('charged', '1.0.0', task),
  });
  await eventually(() => symbols('ch'), ['chop', 'charge', 'shop.chopped']);
  await eventually(() => symbols('pa'), ['pay', 'plain']);
  const registered = await server.until(({ params }) => JSON.stringify(params ?? '').includes('didChangeWatchedFiles'));
  expect(JSON.stringify(registered.params)).toContain('**/*.{yaml,yml,json,jsonl,ndjson,jsonc,http,rest}');
});

describe('run.workflow leads to the workflow', () => {
  test('in a file that is not open, in every folder, the version first that is asked for', async () => {
    const { server, uriOf, definitions } = await serving(
      { 'order.sw.yaml': order, 'pay-1.sw.yaml': pay('1.0.0') },
      { 'größe/pay 2.sw.yaml': pay('2.0.0') },
    );
    server.open(uriOf('order.sw.yaml'), order, 'workflow-yaml');
    const uris = async () => (await definitions(uriOf('order.sw.yaml'))).map(({ uri }) => uri);
    await eventually(uris, [uriOf('größe/pay 2.sw.yaml', 1), uriOf('pay-1.sw.yaml')]);
    const [first] = await definitions(uriOf('order.sw.yaml'));
    expect(first?.range).toEqual({ start: { line: 0, character: 49 }, end: { line: 0, character: 52 } });
  });

  test('in an open file as it is now, and as it is on disk once it is closed', async () => {
    const { server, uriOf, definitions } = await serving({ 'order.sw.yaml': order, 'pay.sw.yaml': pay('2.0.0') });
    const lines = async () => (await definitions(uriOf('order.sw.yaml'))).map(({ range }) => range.start.line);
    server.open(uriOf('order.sw.yaml'), order, 'workflow-yaml');
    await eventually(lines, [0]);
    server.open(uriOf('pay.sw.yaml'), `# One more line.\n${pay('2.0.0')}`, 'workflow-yaml');
    await eventually(lines, [1]);
    const edit = { textDocument: { uri: uriOf('pay.sw.yaml'), version: 1 }, contentChanges: [{ text: `\n\n\n${pay('2.0.0')}` }] };
    server.notify('textDocument/didChange', edit);
    await eventually(lines, [3]);
    server.notify('textDocument/didClose', { textDocument: { uri: uriOf('pay.sw.yaml') } });
    await eventually(lines, [0]);
  });

  test('in a file that has never been saved', async () => {
    const { server, uriOf, definitions } = await serving({});
    server.open(uriOf('order.sw.yaml'), order, 'workflow-yaml');
    server.open('untitled:Untitled-1', pay('2.0.0'), 'workflow-yaml');
    await eventually(async () => (await definitions(uriOf('order.sw.yaml'))).map(({ uri }) => uri), ['untitled:Untitled-1']);
    server.notify('textDocument/didClose', { textDocument: { uri: 'untitled:Untitled-1' } });
    await eventually(async () => (await definitions(uriOf('order.sw.yaml'))).length, 0);
  });
});

describe('rename', () => {
  const fresh = `# One more line.\n${pay('2.0.0')}`;
  const files = { 'order.sw.yaml': order, 'pay.sw.yaml': pay('2.0.0'), 'more.sw.yaml': order.replace('name: order', 'name: more') };
  const renamedIn = async (can: object, position = onName, newName = 'bill') => {
    const { server, uriOf, symbols } = await servingTo(can, files);
    const ask = (method: string) => server.request<never>(method, { textDocument: { uri: uriOf('order.sw.yaml') }, position, newName });
    server.open(uriOf('order.sw.yaml'), order, 'workflow-yaml', 3);
    await eventually(() => symbols('more'), ['more']);
    // What was typed last counts, however short ago that was.
    server.open(uriOf('pay.sw.yaml'), fresh, 'workflow-yaml', 7);
    return { ask, uriOf };
  };
  const edit = (line: number, character: number) => ({
    range: { start: { line, character }, end: { line, character: character + 3 } },
    newText: 'bill',
  });
  const versions = { ...capabilities.workspace, workspaceEdit: { documentChanges: true } };

  test('of a workflow: in open files for their versions, in others as they are', async () => {
    const { ask, uriOf } = await renamedIn({ ...capabilities, workspace: versions });
    expect(await ask('textDocument/prepareRename')).toEqual({ range: edit(4, 43).range, placeholder: 'pay' });
    const { documentChanges } = (await ask('textDocument/rename')) as { documentChanges: TextDocumentEdit[] };
    const byUri = (a: TextDocumentEdit, b: TextDocumentEdit) => (a.textDocument.uri < b.textDocument.uri ? -1 : 1);
    expect(documentChanges.sort(byUri)).toEqual([
      { textDocument: { uri: uriOf('more.sw.yaml'), version: null }, edits: [edit(4, 43)] },
      { textDocument: { uri: uriOf('order.sw.yaml'), version: 3 }, edits: [edit(4, 43)] },
      { textDocument: { uri: uriOf('pay.sw.yaml'), version: 7 }, edits: [edit(1, 49)] },
    ]);
  });

  test('for an editor that knows no versions; and why not, in words', async () => {
    const { ask, uriOf } = await renamedIn(capabilities);
    const { changes } = (await ask('textDocument/rename')) as { changes: Record<string, unknown> };
    expect(changes[uriOf('pay.sw.yaml')]).toEqual([edit(1, 49)]);
    const refused = await renamedIn(capabilities, onName, 'order');
    await expect(refused.ask('textDocument/rename')).rejects.toThrow('-32803 The namespace "shop" has a workflow "order" already.');
  });
});

test('who runs whom, and where addresses lead, in words once they are asked for', async () => {
  const linked = `${order}  - b: { call: openapi, with: { document: { endpoint: pets.json }, operationId: x } }\n`;
  const { server, uriOf, symbols } = await serving({ 'order.sw.yaml': order, 'pay.sw.yaml': pay('2.0.0') });
  const textDocument = { uri: uriOf('order.sw.yaml') };
  server.open(textDocument.uri, linked, 'workflow-yaml');
  await eventually(() => symbols('pay'), ['pay']);
  const [item] = await server.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', { textDocument, position: onName });
  expect(item).toMatchObject({ name: 'pay', uri: uriOf('pay.sw.yaml') });
  const incoming = async () => {
    const calls = await server.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    return calls.map(({ from: { name } }) => name);
  };
  await eventually(incoming, ['order']);
  expect(await server.request('callHierarchy/outgoingCalls', { item })).toEqual([]);
  const [link] = await server.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
  expect(link).toMatchObject({ target: uriOf('pets.json') });
  expect(link).not.toHaveProperty('tooltip');
  expect(await server.request('documentLink/resolve', link)).toEqual({ ...link, tooltip: 'Open "pets.json"' });
});

describe('files that come, change and go', () => {
  test('are followed', async () => {
    const { write, symbols, server, paths, uriOf } = await serving({ 'pay.sw.yaml': pay('1.0.0') });
    await eventually(() => symbols('pay'), ['pay']);
    write('flows/new.sw.yaml', workflow('newer', '1.0.0', task), 1);
    await eventually(() => symbols('newer'), ['newer']);
    write('flows/new.sw.yaml', workflow('newest', '1.0.0', task));
    await eventually(() => symbols('newe'), ['newest']);
    write('node_modules/new.sw.yaml', workflow('newest', '1.0.0', task), 1);
    write('notes.md', '# newest', 1);
    renameSync(join(paths[0]!, 'flows'), join(paths[0]!, 'flows-2'));
    server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('flows'), type: 3 }] });
    await eventually(() => symbols('new'), []);
    rmSync(join(paths[0]!, 'pay.sw.yaml'));
    server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('pay.sw.yaml'), type: 3 }] });
    await eventually(() => symbols(''), []);
  });

  test('so are folders', async () => {
    const { symbols, server, paths } = await serving({ 'pay.sw.yaml': pay('1.0.0') }, { 'ship.sw.yaml': workflow('ship', '1.0.0', task) });
    await eventually(() => symbols('').then((names) => names.sort()), ['a', 'charge', 'pay', 'ship']);
    const folder = (index: number) => ({ uri: pathToFileURL(paths[index]!).href, name: '' });
    server.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [{ ...folder(0), uri: `${folder(0).uri}/` }] } });
    await eventually(() => symbols('').then((names) => names.sort()), ['a', 'ship']);
    server.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder(0)], removed: [folder(1)] } });
    await eventually(() => symbols('').then((names) => names.sort()), ['charge', 'pay']);
  });

  test('so are settings, of the editor and of config files', async () => {
    const { write, symbols, server } = await serving({ 'a/pay.sw.yaml': pay('1.0.0'), 'b/ship.sw.yaml': workflow('ship', '1.0.0', task) });
    const sorted = () => symbols('').then((names) => names.sort());
    await eventually(sorted, ['a', 'charge', 'pay', 'ship']);
    server.settings = { files: { exclude: ['b/**'] } };
    server.notify('workspace/didChangeConfiguration', { settings: null });
    await eventually(sorted, ['charge', 'pay']);
    write('a/heddle.config.yaml', "files: { exclude: ['**/*'] }\n", 1);
    await eventually(sorted, []);
    write('b/heddle.config.yaml', 'files: { exclude: [] }\n', 1);
    await eventually(sorted, ['a', 'ship']);
  });
});

test('links that lead in circles, and files that cannot be read, harm nobody', async () => {
  const { server, paths, symbols, write, uriOf } = await serving({
    'pay.sw.yaml': pay('1.0.0'),
    'latin1.sw.yaml': Buffer.from(pay('1.0.0').replace('shop', 'caf\u00e9'), 'latin1'),
  });
  symlinkSync(paths[0]!, join(paths[0]!, 'loop'));
  symlinkSync('itself.sw.yaml', join(paths[0]!, 'itself.sw.yaml'));
  const warnings = () =>
    server.received.filter(({ method, params }: Message) => method === 'window/logMessage' && (params as { type: number }).type === 2);
  for (const again of [1, 2]) {
    write(`more-${again}.sw.yaml`, workflow(`more${again}`, '1.0.0', task), 1);
    server.notify('workspace/didChangeWatchedFiles', {
      changes: ['latin1.sw.yaml', 'itself.sw.yaml'].map((name) => ({ uri: uriOf(name), type: 2 })),
    });
    await eventually(() => symbols(`more${again}`), [`more${again}`]);
  }
  await eventually(
    async () =>
      warnings()
        .map(({ params }) => (params as { message: string }).message)
        .sort(),
    // A link that leads to itself is no file, and nobody's business.
    [`"${uriOf('latin1.sw.yaml')}" is not text in UTF-8.`],
  );
  expect(await symbols('pay')).toEqual(['pay']);
});

test('a rule that does not exist is told in sight, once, with the file that names it', async () => {
  const files = {
    'heddle.config.yaml': 'rules: { flow/unreachable: off }\n',
    'a/pay.sw.yaml': pay('1.0.0'),
    'b/pay.sw.yaml': pay('2.0.0'),
  };
  const { server, paths } = await serving(files);
  const isShown = ({ method }: Message): boolean => method === 'window/showMessage';
  await server.until(isShown);
  await server.request('workspace/symbol', { query: 'pay' });
  const message = `${join(paths[0]!, 'heddle.config.yaml')}:1:10  There is no rule "flow/unreachable". Did you mean "flow/unreachable-task"?`;
  expect(server.received.filter(isShown).map(({ params }) => params)).toEqual([{ type: 2, message }]);
});

test('what stands marked in an open config file is not told besides, but for what makes it unreadable', async () => {
  const { server, uriOf, write } = await serving({ 'heddle.config.yaml': '', 'pay.sw.yaml': pay('1.0.0') });
  const uri = uriOf('heddle.config.yaml');
  const isShown = ({ method }: Message): boolean => method === 'window/showMessage';
  server.open(uri, 'rules: { flow/unreachable: off }\n', 'yaml');
  await server.diagnostics(uri);
  for (const text of ['rules: { flow/unreachable: off }\n', 'rules: { a\n']) {
    write('heddle.config.yaml', text);
    await server.request('workspace/symbol', { query: 'pay' });
  }
  await server.until(isShown);
  const told = server.received.filter(isShown).map(({ params }) => (params as { message: string }).message);
  expect(told).toEqual([expect.stringContaining('is not closed')]);
});

test('the log says which server is ready', async () => {
  const { server } = await serving({});
  const { params } = await server.until(({ method }) => method === 'window/logMessage');
  expect(params).toEqual({ type: 3, message: expect.stringMatching(/^Heddle language server \d+\.\d+\.\d+ is ready\.$/) as string });
});

test('a config file has diagnostics; a code in the settings that no rule has is told in the log, once', async () => {
  const { server, uriOf } = await serving({ 'heddle.config.yaml': '' });
  server.open(uriOf('heddle.config.yaml'), 'rules:\n  time/crom: off\n', 'yaml');
  const { diagnostics } = await server.diagnostics(uriOf('heddle.config.yaml'));
  expect(diagnostics).toMatchObject([
    { code: 'settings/unknown-code', message: 'There is no rule "time/crom". Did you mean "time/cron"?' },
  ]);
  for (const level of ['off', 'hint']) {
    server.settings = { rules: { 'time/crom': level } };
    server.notify('workspace/didChangeConfiguration', { settings: null });
    await server.request('workspace/symbol', { query: 'x' });
  }
  const told = (): Message[] => server.received.filter(({ params }) => JSON.stringify(params ?? '').includes("Heddle's settings"));
  await server.until(() => told().length > 0);
  expect(told().map(({ method }) => method)).toEqual(['window/logMessage']);
});

test('what the user says of a document counts more than what settings say', async () => {
  const { server, uriOf } = await serving({ 'heddle.config.yaml': "files: { events: ['samples/*.json'], exclude: ['gen/*'] }\n" });
  const kinds = async (uri: string, ...choices: (string | undefined)[]) => {
    const found: unknown[] = [];
    for (const kind of choices) found.push((await server.request<{ kind: string }>('heddle/treatAs', { uri, kind })).kind);
    return found;
  };
  server.open(uriOf('samples/a.json'), '{}', 'json');
  expect(await kinds(uriOf('samples/a.json'), undefined, 'none', 'workflow', undefined)).toEqual(['event', 'none', 'workflow', 'event']);
  server.open(uriOf('gen/a.sw.yaml'), pay('1.0.0'), 'workflow-yaml');
  expect(await kinds(uriOf('gen/a.sw.yaml'), undefined, 'workflow', undefined)).toEqual(['none', 'workflow', 'none']);
});

test('what is nowhere is said once all files are known, and never before', async () => {
  const others = Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [`flows/${index}.sw.yaml`, workflow(`w${index}`, '1.0.0', task)]),
  );
  const { server, uriOf, write, symbols } = await serving({
    'pay-1.sw.yaml': pay('1.0.0'),
    ...others,
    'flows/pay-2.sw.yaml': pay('2.0.0'),
  });
  const uri = uriOf('order.sw.yaml');
  server.open(uri, order, 'workflow-yaml');
  await eventually(() => symbols('w199'), ['w199']);
  await server.settled();
  expect(server.published(uri).flatMap(({ diagnostics }) => diagnostics)).toEqual([]);

  const last = () =>
    Promise.resolve(
      server
        .published(uri)
        .at(-1)!
        .diagnostics.map(({ code, relatedInformation }) => [code, relatedInformation?.[0]?.location]),
    );
  write('flows/pay-2.sw.yaml', pay('3.0.0'));
  const range = { start: { line: 0, character: 49 }, end: { line: 0, character: 52 } };
  await eventually(last, [['reference/unknown-workflow', { uri: uriOf('flows/pay-2.sw.yaml'), range }]]);
  write('flows/pay-2.sw.yaml', `# One more line.\n${pay('3.0.0')}`);
  const below = { start: { line: 1, character: 49 }, end: { line: 1, character: 52 } };
  await eventually(last, [['reference/unknown-workflow', { uri: uriOf('flows/pay-2.sw.yaml'), range: below }]]);
  write('flows/pay-2.sw.yaml', pay('2.0.0'));
  await eventually(last, []);
});
