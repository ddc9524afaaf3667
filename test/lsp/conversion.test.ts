/** *Convert to JSON* and *Convert to YAML*, as editors ask for them. */
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-types';
import { likeNeovim } from '../support/language-server.ts';
import { createServers } from '../support/servers.ts';

const { ready, folderWith } = createServers('conversion');

const uri = 'file:///tmp/convert/order.sw.yaml';
const text = `# The order
document: { dsl: '1.0.3', namespace: shop, name: order, version: '0.1.0' }
do:
  - rest: { wait: PT15M } # long
`;
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const creates = { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } };
const making = { ...likeNeovim, workspace: { ...likeNeovim.workspace, ...creates } };
const { codeAction } = likeNeovim.textDocument;
const resolving = {
  ...making,
  textDocument: { ...likeNeovim.textDocument, codeAction: { ...codeAction, dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};

type Server = Awaited<ReturnType<typeof ready>>;

/** The conversions among all that is offered in a document. */
const offered = async (server: Server, at = uri, context: object = { diagnostics: [], triggerKind: 1 }): Promise<CodeAction[]> => {
  const actions = await server.request<CodeAction[] | null>('textDocument/codeAction', { textDocument: { uri: at }, range, context });
  return (actions ?? []).filter(({ title }) => title.startsWith('Convert'));
};
const made = ({ edit }: CodeAction): unknown => edit?.documentChanges;
const json = `{
  "document": {
    "dsl": "1.0.3",
    "namespace": "shop",
    "name": "order",
    "version": "0.1.0"
  },
  "do": [
    {
      "rest": {
        "wait": "PT15M"
      }
    }
  ]
}
`;
const written = (name: string, newText: string): unknown => [
  { kind: 'create', uri: `file:///tmp/convert/${name}` },
  { textDocument: { uri: `file:///tmp/convert/${name}`, version: null }, edits: [{ range, newText }] },
];

test('a file beside the document, to who makes files; the title says what is lost', async () => {
  const server = await ready(making);
  server.open(uri, text, 'workflow-yaml');
  const [action] = await offered(server);
  expect(action).toMatchObject({ title: 'Convert to JSON, without its 2 comments', kind: 'refactor.rewrite' });
  expect(made(action!)).toEqual(written('order.sw.json', json));
  const from = 'file:///tmp/convert/order.sw.json';
  server.open(from, json, 'workflow-json');
  const [back] = await offered(server, from);
  expect(back?.title).toBe('Convert to YAML');
  // Both names are taken by what is open.
  expect(made(back!)).toMatchObject([
    { uri: 'file:///tmp/convert/order-2.sw.yaml' },
    { edits: [{ newText: expect.stringMatching(/^document:\n {2}dsl: '1\.0\.3'\n/) as string }] },
  ]);
  expect(made((await offered(server))[0]!)).toEqual(written('order-2.sw.json', json));
});

test('under a name that no file on the disk has', async () => {
  const server = await ready(making);
  const folder = folderWith({ 'order.sw.json': 'not ours', 'order-2.sw.json': '' });
  const at = pathToFileURL(`${folder}/order.sw.yaml`).href;
  server.open(at, text, 'workflow-yaml');
  expect(made((await offered(server, at))[0]!)).toMatchObject([{ uri: pathToFileURL(`${folder}/order-3.sw.json`).href }, {}]);
});

test('only when somebody asks, and not to who makes no files', async () => {
  const server = await ready(making);
  server.open(uri, text, 'workflow-yaml');
  expect(await offered(server, uri, { diagnostics: [], triggerKind: 2 })).toEqual([]);
  expect(await offered(server, uri, { diagnostics: [], only: ['quickfix'] })).toEqual([]);
  expect(await offered(server, uri, { diagnostics: [], only: ['refactor.rewrite'] })).toHaveLength(1);
  const other = await ready(likeNeovim);
  other.open(uri, text, 'workflow-yaml');
  expect(await offered(other)).toEqual([]);
});

test('the text when it is taken, to who asks for it then; or why there is none', async () => {
  const server = await ready(resolving);
  server.open(uri, text, 'workflow-yaml');
  const [action] = await offered(server);
  expect(action).toMatchObject({ data: { uri } });
  expect(made(action!)).toBeUndefined();
  expect(made(await server.request<CodeAction>('codeAction/resolve', action))).toEqual(written('order.sw.json', json));
  const broken = 'file:///tmp/convert/broken.sw.yaml';
  server.open(broken, `${text}  - more: [\n`, 'workflow-yaml');
  const [refused] = await offered(server, broken);
  await expect(server.request('codeAction/resolve', refused)).rejects.toThrow('Line 5 cannot be read. "[" is not closed. Add "]".');
});

test('a command to our own editor, which asks for the text', async () => {
  const server = await ready({ ...resolving, experimental: { heddleLenses: true } });
  server.open(uri, text, 'workflow-yaml');
  expect(await offered(server)).toEqual([
    {
      title: 'Convert to JSON…',
      kind: 'refactor.rewrite',
      command: { title: 'Convert to JSON…', command: 'heddle.convertToJson', arguments: [uri] },
    },
  ]);
  expect(await server.request('heddle/convert', { uri })).toEqual({ text: json, languageId: 'workflow-json', lostComments: 2 });
  const event = 'file:///tmp/convert/a.cloudevent.json';
  server.open(event, '{ "specversion": "1.0", "id": "a", "type": "b", "source": "c" }', 'cloudevent');
  expect(await server.request('heddle/convert', { uri: event })).toBeNull();
  expect(await offered(server, event)).toEqual([]);
});
