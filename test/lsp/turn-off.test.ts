/** *Turn this rule off*: where it writes, and for whom. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-types';
import { likeNeovim } from '../support/language-server.ts';
import { createServers } from '../support/servers.ts';
import { workflow } from '../workspace/files.ts';

const { ready, folderWith } = createServers('turn-off');

const text = workflow('late', '1.0.0', '  - a: { wait: P1H }\n');
const canCreate = {
  ...likeNeovim,
  workspace: { ...likeNeovim.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
};
const actionsIn = async (files: Record<string, string>, can: object, name = 'flows/late.sw.yaml') => {
  const path = folderWith({ [name]: text, ...files });
  const server = await ready(can, { workspaceFolders: [{ uri: pathToFileURL(path).href, name: 'shop' }] });
  const uri = pathToFileURL(join(path, name)).href;
  server.open(uri, text, 'workflow-yaml');
  const { range } = (await server.diagnostics(uri)).diagnostics[0]!;
  const actions = await server.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [] },
  });
  const action = actions.find(({ title }) => title.startsWith('Turn this rule off'));
  return {
    path,
    server,
    uri,
    changes: action?.edit?.documentChanges ?? action?.edit?.changes,
  };
};

test('makes the file in the folder of the workspace', async () => {
  const { changes, path } = await actionsIn({}, canCreate);
  const uri = pathToFileURL(join(path, 'heddle.config.yaml')).href;
  expect(changes).toMatchObject([
    { kind: 'create', uri },
    { textDocument: { uri }, edits: [{ newText: 'rules:\n  time/duration: off\n' }] },
  ]);
});

test('writes to the nearest one, as the editor has it', async () => {
  const { changes, path, server, uri } = await actionsIn(
    { 'heddle.config.yaml': '', 'flows/heddle.config.yaml': 'rules:\n  time/cron: off\n' },
    canCreate,
  );
  const near = pathToFileURL(join(path, 'flows/heddle.config.yaml')).href;
  expect(changes).toMatchObject([
    { textDocument: { uri: near }, edits: [{ newText: expect.stringContaining('time/duration: off') as string }] },
  ]);
  server.open(near, '# mine\n', 'yaml');
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const actions = await server.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [] },
  });
  const [change] = actions.find(({ title }) => title === 'Turn this rule off in heddle.config.yaml: time/duration')!.edit!
    .documentChanges as TextDocumentEdit[];
  expect(change!.edits).toEqual([
    { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, newText: 'rules:\n  time/duration: off\n' },
  ]);
});

test('is not offered where the editor cannot make the file', async () => {
  expect((await actionsIn({}, likeNeovim)).changes).toBeUndefined();
});

test.each([
  ['an editor that makes files', canCreate, {}, 1],
  ['any other', likeNeovim, {}, 0],
  // Some editors empty a file that is there.
  [
    'neither where the file is there, and said to be none of ours',
    canCreate,
    { 'flows/pay.sw.yaml': 'x', 'heddle.config.yaml': 'files: { exclude: ["**/pay.sw.yaml"] }\n' },
    0,
  ],
])('what makes a file is offered to %s', async (_what, can, files, times) => {
  const { server, uri } = await actionsIn(files, can);
  const runs = uri.replace('late', 'runs');
  server.open(
    runs,
    workflow('runs', '1.0.0', '  - a: { run: { workflow: { namespace: shop, name: pay, version: 1.0.0 } } }\n'),
    'workflow-yaml',
  );
  // What other files make of it is said once they are read.
  await server.until(({ params }) => JSON.stringify(params)?.includes('reference/unknown-workflow'));
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const asked = { textDocument: { uri: runs }, range, context: { diagnostics: [] } };
  const actions = await server.request<CodeAction[]>('textDocument/codeAction', asked);
  expect(actions.filter(({ title }) => title === 'Create "pay.sw.yaml"')).toHaveLength(times);
});
