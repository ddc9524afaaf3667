/** *Check Workspace*: files that nobody has open, over the protocol. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CheckWorkspaceResult } from '../../server/src/protocol.ts';
import { built } from '../support/built.ts';
import { folderWith, remove } from '../support/command-line.ts';
import { LanguageServer, likeNeovim } from '../support/language-server.ts';
import { workflow } from '../workspace/files.ts';

let file: string;
const running: LanguageServer[] = [];
const folders: string[] = [];

beforeAll(async () => {
  file = await built('server/node', 'check-workspace');
});
afterEach(() => {
  for (const server of running.splice(0)) server.kill();
  folders.splice(0).forEach(remove);
});

const wrong = (name = 'order') => workflow(name, '1.0.0', '  - a: { wait: P1H }\n');
const right = (name = 'order') => workflow(name, '1.0.0', '  - a: { wait: PT1H }\n');
const capabilities = {
  ...likeNeovim,
  workspace: { ...likeNeovim.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
  window: { workDoneProgress: true },
};

/** A server that was told of a folder with these files, and an editor that remembers what stands in its list of problems. */
async function serving(files: Readonly<Record<string, string>>) {
  const folder = folderWith(files);
  folders.push(folder);
  const server = new LanguageServer(file);
  running.push(server);
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  await server.initialize(capabilities, { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: '' }] });
  return {
    server,
    folder,
    uriOf,
    check: (params: object = {}) => server.request<CheckWorkspaceResult>('heddle/checkWorkspace', params),
    codes: (name: string) => (server.published(uriOf(name)).at(-1)?.diagnostics ?? []).map(({ code }) => code),
    tell(name: string, type: number, text?: string) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      if (text === undefined) rmSync(join(folder, name), { recursive: true });
      else writeFileSync(join(folder, name), text);
      server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] });
    },
  };
}

const none = { error: 0, warning: 0, information: 0, hint: 0 };

test('publishes the problems of all files that are ours, and says how many', async () => {
  const { check, codes, server, uriOf } = await serving({
    'a.sw.yaml': wrong('a'),
    'deep/er/b.yaml': wrong('b'),
    'broken.yaml': `${right('broken')}  - b: { wait: PT1S\n`,
    'clean.sw.yaml': right('clean'),
    'e.cloudevent.json': '{ "specversion": "1.0", "id": "", "source": "/s", "type": "a.b" }\n',
    'compose.yaml': 'services: { a: { wait: P1H } }\n',
    'node_modules/x/a.sw.yaml': wrong('x'),
  });
  const { files, checked, problems, filesWithProblems } = await check();
  expect([files, checked, filesWithProblems, problems.error]).toEqual([5, 5, 4, 4]);
  expect(['a.sw.yaml', 'deep/er/b.yaml'].map(codes)).toEqual([['time/duration'], ['time/duration']]);
  // Nobody else reports the syntax of a file that is not open.
  expect(codes('broken.yaml')).toEqual([expect.stringMatching(/^syntax\//)]);
  expect(codes('e.cloudevent.json')).toHaveLength(1);
  for (const name of ['clean.sw.yaml', 'compose.yaml', 'node_modules/x/a.sw.yaml']) expect(server.published(uriOf(name))).toEqual([]);
});

test('heeds config files and what files say to each other', async () => {
  const order = workflow('order', '1.0.0', '  - a: { run: { workflow: { namespace: shop, name: pya, version: 1.0.0 } } }\n');
  const { check, codes } = await serving({
    'order.sw.yaml': order,
    'pay.sw.yaml': right('pay'),
    'quiet/heddle.config.yaml': 'rules: { time/duration: off }\n',
    'quiet/a.sw.yaml': wrong('quiet'),
  });
  expect(await check()).toMatchObject({ files: 3, filesWithProblems: 1 });
  expect(codes('order.sw.yaml')).toContain('reference/unknown-workflow');
  expect(codes('quiet/a.sw.yaml')).toEqual([]);
});

describe('what was found goes', () => {
  const files = { 'a.sw.yaml': wrong('a'), 'b/b.sw.yaml': wrong('b'), 'b/c.sw.yaml': wrong('c') };
  const names = Object.keys(files);

  test('when the file is opened: then it is an open document like others', async () => {
    const { check, codes, server, uriOf } = await serving(files);
    await check();
    server.open(uriOf('a.sw.yaml'), right('a'), 'workflow-yaml', 3);
    await server.settled();
    expect(names.map((name) => codes(name).length)).toEqual([0, 1, 1]);
    // Its own problems are its own: a check counts them and leaves them.
    server.open(uriOf('b/b.sw.yaml'), wrong('b'), 'workflow-yaml', 3);
    await server.settled();
    const before = server.published(uriOf('b/b.sw.yaml')).length;
    expect(await check()).toMatchObject({ files: 3, filesWithProblems: 2 });
    expect(server.published(uriOf('b/b.sw.yaml'))).toHaveLength(before);
    expect(server.published(uriOf('b/b.sw.yaml')).at(-1)).toMatchObject({ version: 3, diagnostics: [{ code: 'time/duration' }] });
  });

  test('when it changes or goes, alone or with its folder', async () => {
    const { check, codes, server, tell } = await serving(files);
    await check();
    tell('a.sw.yaml', 2, right('a'));
    await server.settled();
    expect(names.map((name) => codes(name).length)).toEqual([0, 1, 1]);
    tell('b', 3);
    await server.settled();
    expect(names.map((name) => codes(name).length)).toEqual([0, 0, 0]);
  });

  test('when all is checked again, or settings are others', async () => {
    const { check, codes, tell, folder } = await serving(files);
    await check();
    writeFileSync(join(folder, 'a.sw.yaml'), right('a'));
    expect(await check()).toMatchObject({ files: 3, filesWithProblems: 2 });
    expect(names.map((name) => codes(name).length)).toEqual([0, 1, 1]);
    tell('heddle.config.yaml', 1, 'rules: { time/duration: off }\n');
    await vi.waitFor(() => expect(names.map((name) => codes(name).length)).toEqual([0, 0, 0]), 10_000);
    // What was found before is found again, without being asked for.
    tell('heddle.config.yaml', 2, 'rules: { time/cron: off }\n');
    await vi.waitFor(() => expect(names.map((name) => codes(name).length)).toEqual([0, 1, 1]), 10_000);
    tell('heddle.config.yaml', 2, 'rules: { time/duration: off }\n');
    expect(await check()).toEqual({ files: 3, checked: 3, problems: none, filesWithProblems: 0 });
  });
});

test('tells its progress under the token of the request', async () => {
  const { check, server } = await serving({ 'a.sw.yaml': wrong('a'), 'b.sw.yaml': right('b') });
  await check({ workDoneToken: 'mine' });
  const told = server.received.filter(({ method, params }) => method === '$/progress' && (params as { token: unknown }).token === 'mine');
  expect(told.map(({ params }) => (params as { value: unknown }).value)).toEqual([
    { kind: 'begin', title: 'Checking workflows and events', percentage: 0, cancellable: true },
    { kind: 'report', percentage: 50, message: '1 of 2' },
    { kind: 'report', percentage: 100, message: '2 of 2' },
    { kind: 'end' },
  ]);
});

test('can be cancelled, by the request and by its progress, and answers with what it has', async () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`f${index}.sw.yaml`, wrong(`f${index}`)]));
  const { check, server } = await serving(many);
  const isReport = ({ method, params }: { method?: string; params?: unknown }): boolean =>
    method === '$/progress' &&
    (params as { token: unknown; value: { kind: string } }).value.kind === 'report' &&
    (params as { token: unknown }).token === 'p';
  const first = check({ workDoneToken: 'p' });
  await server.until(isReport);
  server.notify('window/workDoneProgress/cancel', { token: 'p' });
  const { files, checked } = await first;
  expect(files).toBe(300);
  expect(checked).toBeLessThan(300);
  const id = server.nextId();
  server.send({ id, method: 'heddle/checkWorkspace', params: {} }, { method: '$/cancelRequest', params: { id } });
  const { result, error } = await server.response(id);
  expect(error?.code ?? (result as CheckWorkspaceResult).checked).not.toBe(300);
  expect(await check()).toMatchObject({ files: 300, checked: 300, filesWithProblems: 300 });
});

test('cancelled while the files are looked for, it does not say that there are none', async () => {
  const { server } = await serving({ 'a.sw.yaml': wrong('a'), 'b.sw.yaml': wrong('b') });
  const id = server.nextId();
  const params = { workDoneToken: 'p' };
  server.send({ id, method: 'heddle/checkWorkspace', params }, { method: 'window/workDoneProgress/cancel', params: { token: 'p' } });
  expect((await server.response(id)).result).toEqual({ checked: 0, problems: none, filesWithProblems: 0 });
});

test('of nothing says nothing', async () => {
  const { check } = await serving({ 'compose.yaml': 'services: {}\n' });
  expect(await check()).toEqual({ files: 0, checked: 0, problems: none, filesWithProblems: 0 });
  const server = new LanguageServer(file);
  running.push(server);
  await server.initialize();
  expect(await server.request('heddle/checkWorkspace', null)).toMatchObject({ files: 0 });
});
