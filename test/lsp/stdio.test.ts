import { describe, expect, test } from 'vitest';
import type { CodeAction, CompletionItem, Hover, Location, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { likeNeovim } from '../support/language-server.ts';
import { marked } from '../support/marked.ts';
import { createServers } from '../support/servers.ts';

const { start, ready } = createServers('stdio');

const uri = 'file:///tmp/order.sw.yaml';
const header = `document:
  dsl: '1.0.0'
  namespace: shop
  name: order
  version: '0.1.0'
do:
`;
const clean = `${header}  - check:
      if: .urgent
      set:
        ok: true
      then: ship
  - pack:
      set:
        packed: true
  - ship:
      wait: PT15M
`;
const typo = clean.replace('wait:', 'wiat:');
/** The position of the first occurrence of `words` in `text`, `into` characters further. */
const at = (text: string, words: string, into = 0) => TextDocument.create(uri, 'yaml', 0, text).positionAt(text.indexOf(words) + into);
const insert = (position: object, text: string): object => ({ range: { start: position, end: position }, text });

describe('diagnostics', () => {
  test('carry the version they were made for', async () => {
    const server = await ready();
    server.open(uri, clean, 'yaml', 7);
    expect(await server.diagnostics(uri)).toEqual({ uri, version: 7, diagnostics: [] });
    server.notify('textDocument/didChange', { textDocument: { uri, version: 8 }, contentChanges: [{ text: typo }] });
    const { diagnostics } = await server.diagnostics(uri, 8);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: expect.stringContaining('/') as string, range: { start: at(typo, 'wiat') } });
  });

  test('follow a storm of changes once, for the last of them', async () => {
    const server = await ready();
    server.open(uri, header, 'yaml', 0);
    await server.diagnostics(uri, 0);
    let text = header;
    const changes = [...clean.slice(header.length)].map((letter, index) => {
      const end = TextDocument.create(uri, 'yaml', 0, text).positionAt(text.length);
      text += letter;
      return {
        method: 'textDocument/didChange',
        params: { textDocument: { uri, version: index + 1 }, contentChanges: [insert(end, letter)] },
      };
    });
    server.send(...changes);
    expect((await server.diagnostics(uri, changes.length)).diagnostics).toEqual([]);
    expect(server.published(uri).length).toBeLessThan(5);
  });

  test('understand several changes in one notification, CRLF and emoji', async () => {
    const server = await ready();
    const text = clean.replace('ok: true', "ok: '😀 中文'").replace(/\n/g, '\r\n');
    server.open(uri, text);
    await server.diagnostics(uri, 0);
    const word = at(text, 'wait');
    const smile = at(text, '😀', 2);
    server.notify('textDocument/didChange', {
      textDocument: { uri, version: 1 },
      contentChanges: [
        insert(smile, '👍'),
        { range: { start: word, end: { ...word, character: word.character + 4 } }, text: 'wiat' },
        insert({ line: 0, character: 0 }, '# 🚀\r\n'),
      ],
    });
    const { diagnostics } = await server.diagnostics(uri, 1);
    expect(diagnostics.map(({ range }) => range.start)).toEqual([{ ...word, line: word.line + 1 }]);
  });

  test('go when the document closes', async () => {
    const server = await ready();
    server.open(uri, typo);
    await server.diagnostics(uri, 0);
    server.notify('textDocument/didClose', { textDocument: { uri } });
    await server.settled();
    expect(server.published(uri).at(-1)?.diagnostics).toEqual([]);
    expect(await server.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } })).toBeNull();
  });

  test('stay away from files that are not ours', async () => {
    const server = await ready();
    const compose = 'file:///tmp/compose.yaml';
    server.open(compose, 'services:\n  web:\n    image: nginx\n    ports: [80:80\n');
    server.notify('textDocument/didChange', { textDocument: { uri: compose, version: 1 }, contentChanges: [{ text: 'build: 1\n' }] });
    const old = 'git:/tmp/order.sw.yaml?ref=HEAD';
    server.open(old, typo);
    await server.settled();
    expect(server.published(compose)).toEqual([]);
    expect(server.published(old)).toEqual([]);
  });

  test('go by the settings that the editor holds', async () => {
    const server = await ready();
    server.open(uri, typo);
    const [found] = (await server.diagnostics(uri)).diagnostics;
    server.settings = { rules: { [String(found?.code)]: 'off' } };
    server.notify('workspace/didChangeConfiguration', { settings: null });
    await server.until(() => server.published(uri).at(-1)?.diagnostics.length === 0);
    server.settings = { files: { exclude: ['**/*.sw.yaml'] } };
    server.notify('workspace/didChangeConfiguration', { settings: null });
    await server.settled();
    expect(await server.request('heddle/file', { uri })).toMatchObject({ kind: 'none' });
  });
});

describe('requests', () => {
  test('are answered from the text as it is, before diagnostics are made', async () => {
    const server = await ready();
    server.open(uri, clean);
    const { text, offset } = marked(clean.replace('then: ship', 'then: |'));
    const id = server.nextId();
    server.send(
      { method: 'textDocument/didChange', params: { textDocument: { uri, version: 1 }, contentChanges: [{ text }] } },
      {
        id,
        method: 'textDocument/completion',
        params: { textDocument: { uri }, position: TextDocument.create(uri, 'yaml', 0, text).positionAt(offset ?? 0) },
      },
    );
    const { result } = await server.response(id);
    const items = (Array.isArray(result) ? result : (result as { items: CompletionItem[] }).items) as CompletionItem[];
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['ship', 'end']));
    await server.diagnostics(uri, 1);
    const answered = server.received.findIndex((message) => message.id === id);
    const published = server.received.findIndex(({ params }) => (params as { version?: number } | undefined)?.version === 1);
    expect(answered).toBeLessThan(published);
  });

  test('hover, definition and fix', async () => {
    const server = await ready();
    server.open(uri, typo.replace('then: ship', 'then: shpi'));
    const text = typo.replace('then: ship', 'then: shpi');
    const { diagnostics } = await server.diagnostics(uri);
    const hover = await server.request<Hover>('textDocument/hover', { textDocument: { uri }, position: at(text, 'set:', 1) });
    expect(JSON.stringify(hover.contents).length).toBeGreaterThan(20);
    const broken = diagnostics.find(({ code }) => code === 'flow/unknown-target');
    expect(broken?.range.start).toEqual(at(text, 'shpi'));
    const actions = await server.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: broken?.range,
      context: { diagnostics: [broken], triggerKind: 1 },
    });
    expect(actions.map(({ title }) => title)).toContain('Change to "ship"');
    const others = await server.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: broken?.range,
      context: { diagnostics: [], only: ['source.organizeImports'] },
    });
    expect(others).toEqual([]);

    server.notify('textDocument/didChange', { textDocument: { uri, version: 1 }, contentChanges: [{ text: clean }] });
    const target = await server.request<Location | Location[]>('textDocument/definition', {
      textDocument: { uri },
      position: at(clean, 'then: ship', 8),
    });
    expect([target].flat()[0]?.range.start.line).toBe(at(clean, '- ship').line);
  });

  test('source.fixAll.heddle mends a whole document, for those who ask for it by name', async () => {
    const server = start();
    const versions = { ...likeNeovim, workspace: { ...likeNeovim.workspace, workspaceEdit: { documentChanges: true } } };
    const { capabilities } = await server.initialize(versions);
    expect(capabilities['codeActionProvider']).toEqual({ codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.heddle'] });
    const text = `${header}  - a: { wiat: P1H }\r\n  - b: { wait: P2H, then: end }\n`;
    server.open(uri, text, 'workflow-yaml', 7);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const ask = (only?: readonly string[], of = uri) =>
      server.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri: of }, range, context: { diagnostics: [], only } });
    const kinds = async (...given: Parameters<typeof ask>) => (await ask(...given)).map(({ kind }) => kind);
    const [action, ...more] = await ask(['source.fixAll.heddle']);
    expect(more).toEqual([]);
    expect(action).toMatchObject({ title: 'Fix 3 problems', kind: 'source.fixAll.heddle' });
    const [change] = action!.edit!.documentChanges as TextDocumentEdit[];
    expect(change!.textDocument).toEqual({ uri, version: 7 });
    const mended = TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 7, text), change!.edits as TextEdit[]);
    expect(mended).toBe(`${header}  - a: { wait: PT1H }\r\n  - b: { wait: PT2H, then: end }\n`);
    for (const only of [['source'], ['source.fixAll'], ['quickfix', 'source.fixAll']])
      expect(await kinds(only)).toEqual(['source.fixAll.heddle']);
    for (const only of [undefined, ['quickfix'], ['source.fixAll.eslint'], ['source.organizeImports'], ['refactor']])
      expect(await kinds(only)).toEqual([]);
    // Nothing to mend is nothing to offer.
    const fine = 'file:///tmp/fine.sw.yaml';
    server.open(fine, mended, 'workflow-yaml');
    expect(await kinds(['source.fixAll.heddle'], fine)).toEqual([]);
  });

  test.each([
    ['its version', { documentChanges: true }, { documentChanges: [{ textDocument: { uri, version: 0 }, edits: [{ newText: 'wait' }] }] }],
    ['no version for an editor that knows none', undefined, { changes: { [uri]: [{ newText: 'wait' }] } }],
  ])('an action says of the text %s', async (_, workspaceEdit, edit) => {
    const server = await ready({ ...likeNeovim, workspace: { ...likeNeovim.workspace, workspaceEdit } });
    server.open(uri, `${header}  - a: { wiat: PT1H }\n`, 'workflow-yaml');
    const { diagnostics } = await server.diagnostics(uri);
    const [action] = await server.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostics[0]!.range,
      context: { diagnostics, only: ['quickfix'] },
    });
    expect(action?.edit).toMatchObject(edit);
    expect(Object.keys(action!.edit!)).toEqual(Object.keys(edit));
  });

  test('completions carry no tab stops for an editor that knows none', async () => {
    const server = await ready({ ...likeNeovim, textDocument: {} });
    server.open(uri, `${header}  - `);
    const end = { line: header.split('\n').length - 1, character: 4 };
    const items = await server.request<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position: end });
    expect(items.filter(({ insertTextFormat }) => insertTextFormat === 2)).toEqual([]);
    expect(items.filter(({ insertText, textEdit }) => /\$\{?\d/.test(insertText ?? textEdit?.newText ?? ''))).toEqual([]);
  });

  test('a space in JSON opens a list only where a label of several words is being typed', async () => {
    const server = await ready();
    const ask = async (text: string, number: number) => {
      const place = uri.replace('.yaml', `${number}.json`);
      server.open(place, text.replace('|', ''), 'json');
      const items = await server.request<CompletionItem[]>('textDocument/completion', {
        textDocument: { uri: place },
        position: { line: 0, character: text.indexOf('|') },
        context: { triggerKind: 2, triggerCharacter: ' ' },
      });
      return items.map(({ label }) => label);
    };
    const document = '{ "document": { "dsl": "1.0.3", "namespace": "a", "name": "b", "version": "1.0.0" }, "do": [';
    expect(await ask(`${document} { "call |" } ] }`, 1)).toContain('call http');
    expect(await ask(`${document} { | } ] }`, 2)).toEqual([]);
  });

  test('that are cancelled while they wait are not worked on', async () => {
    const server = await ready();
    server.open(uri, clean);
    const ids = Array.from({ length: 20 }, () => server.nextId());
    const params = { textDocument: { uri }, position: { line: 0, character: 0 } };
    server.send(
      ...ids.map((id) => ({ id, method: 'textDocument/completion', params })),
      ...ids.map((id) => ({ method: '$/cancelRequest', params: { id } })),
    );
    const answers = await Promise.all(ids.map((id) => server.response(id)));
    expect(answers.filter(({ error }) => error?.code === -32800).length).toBeGreaterThan(0);
    expect(answers.filter(({ error }) => error && error.code !== -32800)).toEqual([]);
    expect(await server.request('textDocument/hover', { ...params, position: at(clean, 'set:', 1) })).not.toBeNull();
  });

  test('about unknown documents, in wrong forms or of unknown names harm nobody', async () => {
    const server = await ready();
    const nowhere = { textDocument: { uri: 'file:///nowhere.yaml' }, position: { line: 0, character: 0 } };
    expect(await server.request('textDocument/hover', nowhere)).toBeNull();
    expect(await server.request('heddle/graph', { uri: 'file:///nowhere.yaml' })).toBeNull();
    server.open(uri, clean);
    const far = { textDocument: { uri }, position: { line: 1e6, character: 1e6 } };
    // Beyond the end is at the end.
    const answers = ['completion', 'hover', 'definition', 'documentHighlight'].map((method) =>
      server.request(`textDocument/${method}`, far),
    );
    const [offers, ...others] = await Promise.all(answers);
    expect(offers).toContainEqual(expect.objectContaining({ label: 'input' }));
    expect(others).toEqual([null, null, []]);
    await expect(server.request('textDocument/hover', {})).resolves.toBeNull();
    await expect(server.request('textDocument/codeAction', { textDocument: { uri } })).resolves.toBeNull();
    await expect(server.request('heddle/treatAs', {})).resolves.toBeNull();
    await expect(server.request('textDocument/sing', far)).rejects.toThrow('-32601');
    server.notify('textDocument/didChange', { textDocument: { uri: 'file:///nowhere.yaml', version: 3 }, contentChanges: [] });
    server.notify('textDocument/didOpen', {});
    server.notify('textDocument/didChange', { textDocument: { uri }, contentChanges: [{ range: 1, text: 2 }] });
    server.write('Content-Length: 5\r\n\r\n{"a":');
    expect(await server.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } })).toMatchObject({
      contents: { kind: 'markdown' },
    });
    expect(await server.stop()).toBe(0);
  });
});

describe('our own requests', () => {
  test('graph, with news for those who asked only', async () => {
    const server = await ready();
    server.open(uri, clean);
    const quiet = 'file:///tmp/quiet.sw.yaml';
    server.open(quiet, clean);
    const { version, graph } = await server.request<{ version: number; graph?: { name: string } }>('heddle/graph', { uri });
    expect(version).toBe(0);
    expect(graph?.name).toBe('order');
    for (const changed of [uri, quiet])
      server.notify('textDocument/didChange', { textDocument: { uri: changed, version: 1 }, contentChanges: [{ text: typo }] });
    const news = await server.until(({ method }) => method === 'heddle/graphChanged');
    expect(news.params).toEqual({ uri, version: 1 });
    await server.settled();
    expect(server.received.filter(({ method }) => method === 'heddle/graphChanged')).toHaveLength(1);
  });

  test('file and treatAs', async () => {
    const server = await ready();
    server.open(uri, clean);
    expect(await server.request('heddle/file', { uri })).toMatchObject({
      kind: 'workflow',
      detail: expect.stringContaining('1.0') as string,
    });
    expect(await server.request('heddle/treatAs', { uri, kind: 'none' })).toMatchObject({ kind: 'none' });
    expect(await server.request('heddle/treatAs', { uri })).toMatchObject({ kind: 'workflow' });
  });

  test('checkEvent', async () => {
    const server = await ready();
    const good = { specversion: '1.0', id: '1', source: '/shop', type: 'shop.order.placed.v1' };
    const { events, problems } = await server.request<{ events: number; problems: { code: string }[] }>('heddle/checkEvent', {
      text: JSON.stringify(good),
    });
    expect({ events, problems }).toEqual({ events: 1, problems: [] });
    const bad = await server.request<{ events: number; problems: { severity: string; message: string }[] }>('heddle/checkEvent', {
      text: JSON.stringify([good, { ...good, id: '' }]),
    });
    expect(bad.events).toBe(2);
    expect(bad.problems.map(({ severity }) => severity)).toEqual(['error']);
  });
});

test('a huge file is answered about, and edited', async () => {
  const server = await ready();
  const tasks = Array.from({ length: 60_000 }, (_, index) => `  - t${index}:\n      set: { a: ${index} }\n      then: continue\n`);
  const text = header + tasks.join('');
  expect(text.length).toBeGreaterThan(3_000_000);
  server.open(uri, text);
  await server.diagnostics(uri, 0, 100_000);
  const line = 6 + 3 * 30_000 + 1;
  server.notify('textDocument/didChange', {
    textDocument: { uri, version: 1 },
    // A letter alone would be typing, of which nothing is said for a moment.
    contentChanges: [insert({ line, character: 6 }, 'not')],
  });
  expect((await server.diagnostics(uri, 1, 50_000)).diagnostics).toHaveLength(1);
  expect(await server.stop()).toBe(0);
}, 180_000);
