/** Hints, tokens, lenses, signatures and refactorings, as an editor asks for them. */
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { likeNeovim } from '../support/language-server.ts';
import { createServers } from '../support/servers.ts';

const { ready, folderWith } = createServers('aids');

const uri = 'file:///tmp/order.sw.yaml';
const clean = `document:
  dsl: '1.0.0'
  namespace: shop
  name: order
  version: '0.1.0'
do:
  - check:
      set:
        ok: true
  - ship:
      wait: PT15M
`;
const at = (text: string, words: string, into = 0) => TextDocument.create(uri, 'yaml', 0, text).positionAt(text.indexOf(words) + into);
const about = { textDocument: { uri } };
const everything = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

test('hints, tokens and lenses, to whom cannot run our commands in words alone', async () => {
  const server = await ready(likeNeovim);
  server.open(uri, clean.replace('do:', 'use:\n  timeouts:\n    slow: { after: PT5M }\ndo:'));
  const hints = await server.request('textDocument/inlayHint', { ...about, range: everything });
  expect((hints as { label: string }[]).map(({ label }) => label)).toEqual(['5 minutes', '15 minutes']);
  const full = await server.request<{ data: number[] }>('textDocument/semanticTokens/full', about);
  const some = await server.request<{ data: number[] }>('textDocument/semanticTokens/range', { ...about, range: everything });
  expect(full.data.length).toBeGreaterThan(20);
  expect(some).toEqual(full);
  const lenses = await server.request<object[]>('textDocument/codeLens', about);
  expect(lenses).toHaveLength(1);
  expect(await server.request('codeLens/resolve', lenses[0])).toMatchObject({ command: { title: '0 references', command: '' } });
});

test('lenses are asked for again when the other files are known, by who can', async () => {
  const folder = folderWith({ 'order.sw.yaml': clean });
  const asked = async (workspace: object): Promise<boolean> => {
    const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: '' }];
    const server = await ready({ ...likeNeovim, workspace: { ...likeNeovim.workspace, ...workspace } }, { workspaceFolders });
    await server.request('heddle/checkWorkspace', {});
    await server.settled();
    return server.received.some(({ method }) => method === 'workspace/codeLens/refresh');
  };
  expect(await asked({})).toBe(false);
  expect(await asked({ codeLens: { refreshSupport: true } })).toBe(true);
});

test('lenses with their commands to our own editor; labels of parameters as it takes them', async () => {
  const schema = '{ properties: { to: { type: string } } }';
  const text = clean
    .replace('do:', `use:\n  functions:\n    greet: { input: { schema: { document: ${schema} } }, call: http }\ndo:`)
    .replace('wait: PT15M', 'call: greet\n      with: { to: you }');
  const labels = async (capabilities: object): Promise<unknown> => {
    const server = await ready({ ...likeNeovim, ...capabilities });
    server.open(uri, text);
    const lenses = await server.request<object[]>('textDocument/codeLens', about);
    const resolved = await server.request<{ command: object }>('codeLens/resolve', lenses.at(-1));
    const help = await server.request<{ signatures: { parameters: { label: unknown }[] }[] }>('textDocument/signatureHelp', {
      ...about,
      position: at(text, 'to: you', 4),
    });
    return [lenses.length, resolved.command, help.signatures[0]!.parameters[0]!.label];
  };
  const offsets = { signatureHelp: { signatureInformation: { parameterInformation: { labelOffsetSupport: true } } } };
  expect(await labels({})).toEqual([1, { title: '1 reference', command: '' }, 'to?: string']);
  expect(await labels({ experimental: { heddleLenses: true }, textDocument: { ...likeNeovim.textDocument, ...offsets } })).toMatchObject([
    2,
    { title: '1 reference', command: 'heddle.showReferences', arguments: [uri, {}, [{ uri }]] },
    [6, 17],
  ]);
});

test('refactorings where the user asks, not with every move of the cursor', async () => {
  const server = await ready(likeNeovim);
  server.open(uri, clean);
  const position = at(clean, 'ship:');
  const ask = async (end: object, context: object): Promise<readonly string[]> => {
    const range = { start: position, end };
    const found = await server.request<CodeAction[]>('textDocument/codeAction', {
      ...about,
      range,
      context: { diagnostics: [], ...context },
    });
    return found.map(({ kind }) => kind!);
  };
  expect(await ask(position, {})).toContain('refactor.rewrite');
  expect(await ask(position, { only: ['refactor'] })).toContain('refactor.move');
  expect([...new Set(await ask(position, { only: ['refactor.move'] }))]).toEqual(['refactor.move']);
  expect(await ask(position, { only: ['quickfix'] })).toEqual([]);
  expect(await ask(position, { triggerKind: 2 })).toEqual([]);
  expect(await ask({ ...position, character: position.character + 2 }, { triggerKind: 2 })).toContain('refactor.rewrite');
});

test('behind a refactoring that made up a name, our own editor is told where to ask for another one', async () => {
  const text = clean.replace('wait: PT15M', 'wait: PT15M\n      timeout: { after: PT1H }');
  const position = at(text, 'after: PT1H');
  const moved = async (capabilities: object): Promise<CodeAction | undefined> => {
    const server = await ready({ ...likeNeovim, ...capabilities });
    server.open(uri, text);
    const params = { ...about, range: { start: position, end: position }, context: { diagnostics: [], only: ['refactor.extract'] } };
    return (await server.request<CodeAction[]>('textDocument/codeAction', params)).find(({ title }) => title.startsWith('Move to'));
  };
  expect((await moved({}))?.command).toBeUndefined();
  const { command } = (await moved({ experimental: { heddleLenses: true } }))!;
  expect(command).toMatchObject({ command: 'heddle.renameAt', arguments: [uri, {}] });
});

test('the edits of a refactoring when it is taken, where the editor asks for them then', async () => {
  const flow = clean.replace('wait: PT15M', 'wait: PT15M\n      then: end');
  const guarded = `
  - guard:
      try:
        - inner: { wait: PT1S }
      catch: { retry: often }
use: { retries: { often: { delay: PT1S } } }
`;
  const text = flow.trimEnd() + guarded;
  const position = at(text, 'ship:');
  const offer = async (codeAction: object) => {
    const server = await ready({ ...likeNeovim, textDocument: { ...likeNeovim.textDocument, codeAction } });
    server.open(uri, text, 'yaml', 3);
    const context = { diagnostics: [], only: ['refactor'] };
    const params = { ...about, range: { start: position, end: position }, context };
    const actions = await server.request<CodeAction[]>('textDocument/codeAction', params);
    return { server, actions, named: (title: string) => actions.find((action) => action.title === title) };
  };
  const eager = await offer({});
  expect(eager.actions.every(({ edit }) => edit)).toBe(true);
  // Nothing would lead to the other task.
  expect(eager.named('Move "ship" up')).toBeUndefined();

  const { server, actions, named } = await offer({ dataSupport: true, resolveSupport: { properties: ['edit'] } });
  expect(actions.some(({ edit }) => edit)).toBe(false);
  const resolve = (action?: CodeAction): Promise<CodeAction> => server.request('codeAction/resolve', action);
  for (const action of eager.actions) expect(await resolve(named(action.title))).toMatchObject(action);
  expect(named('Move "ship" up')).toBeUndefined();
  // What nobody can tell before it is tried: the retry would have no use any more.
  const inGuard = {
    ...about,
    context: { diagnostics: [], only: ['refactor'] },
    range: { start: at(text, 'guard:'), end: at(text, 'guard:') },
  };
  const others = await server.request<CodeAction[]>('textDocument/codeAction', inGuard);
  await expect(resolve(others.find(({ title }) => title.startsWith('Unwrap')))).rejects.toThrow(
    'Unwrap "guard" and drop its "catch": not done, since it leaves a new problem (reference/unused-component).',
  );
  const fix: CodeAction = { title: 'Change it', edit: { changes: {} } };
  expect(await resolve({ ...fix, data: { uri } })).toMatchObject(fix);
  server.notify('textDocument/didChange', { textDocument: { uri, version: 4 }, contentChanges: [{ text: `# new\n${text}` }] });
  await expect(resolve(actions[0])).rejects.toThrow(/has changed since .* was offered/);
});

test('tasks for a file of their own, where the editor makes files', async () => {
  const text = `${clean}  - last: { set: { x: '\${ $context.x }' } }\n`;
  const ask = async (workspace: object, codeAction: object, word: string) => {
    const server = await ready({
      ...likeNeovim,
      workspace: { ...likeNeovim.workspace, workspaceEdit: workspace },
      textDocument: { ...likeNeovim.textDocument, codeAction },
    });
    server.open(uri, text, 'yaml', 3);
    const range = { start: at(text, word), end: at(text, word) };
    const params = { ...about, range, context: { diagnostics: [], only: ['refactor.extract'] } };
    const actions = await server.request<CodeAction[]>('textDocument/codeAction', params);
    return { server, action: actions.find(({ title }) => title.startsWith('Extract to sub-workflow')) };
  };
  const creates = { documentChanges: true, resourceOperations: ['create'] };
  expect((await ask({ documentChanges: true }, {}, 'ship:')).action).toBeUndefined();
  const { action: eager } = await ask(creates, {}, 'ship:');
  const made = new URL('ship.sw.yaml', uri).href;
  expect(eager!.edit!.documentChanges).toMatchObject([
    { kind: 'create', uri: made },
    { textDocument: { uri: made, version: null }, edits: [{ newText: expect.stringContaining('name: ship\n') as string }] },
    { textDocument: { uri, version: 3 }, edits: [{ newText: expect.stringContaining('run:') as string }] },
  ]);
  const resolves = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
  const late = await ask(creates, resolves, 'ship:');
  expect(await late.server.request('codeAction/resolve', late.action)).toMatchObject(eager!);

  const reason = '"$context" is read, and a sub-workflow has a context of its own.';
  expect((await ask(creates, {}, 'last:')).action).toBeUndefined();
  expect((await ask(creates, { disabledSupport: true }, 'last:')).action).toMatchObject({ disabled: { reason } });
  expect((await ask(creates, { ...resolves, disabledSupport: true }, 'last:')).action).toMatchObject({ disabled: { reason } });
  const refused = await ask(creates, resolves, 'last:');
  expect(refused.action!.disabled).toBeUndefined();
  await expect(refused.server.request('codeAction/resolve', refused.action)).rejects.toThrow(
    `Extract to sub-workflow "last": not done, since ${reason}`,
  );
});
