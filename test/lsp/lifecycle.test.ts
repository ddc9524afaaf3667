/** What is refused when, and what editors send that is not quite the protocol. */
import { afterEach, beforeAll, expect, test } from 'vitest';
import { built } from '../support/built.ts';
import { LanguageServer } from '../support/language-server.ts';

let file: string;
const running: LanguageServer[] = [];

beforeAll(async () => {
  file = await built('server/node', 'lifecycle');
});
afterEach(() => {
  for (const server of running.splice(0)) server.kill();
});
const start = (): LanguageServer => {
  const server = new LanguageServer(file);
  running.push(server);
  return server;
};

test('requests before initialize and after shutdown are refused, as is a second initialize', async () => {
  const server = start();
  const check = (): Promise<unknown> => server.request('heddle/checkEvent', { text: '{}' });
  await expect(check()).rejects.toThrow('-32002');
  await server.initialize();
  await expect(check()).resolves.toMatchObject({ events: 1 });
  await expect(server.initialize()).rejects.toThrow('-32600');
  await server.request('shutdown', undefined);
  await expect(check()).rejects.toThrow('-32600');
  server.notify('exit', undefined);
  expect(await server.exited).toBe(0);
});

test.each([
  ['all', null],
  ['one', { textDocument: null, workspace: null, window: null, general: null, experimental: null }],
  ['inner ones', { textDocument: { completion: null, formatting: null }, workspace: { didChangeConfiguration: null } }],
])('capabilities that are null are none: %s', async (_, capabilities) => {
  await expect(start().initialize(capabilities as never)).resolves.toMatchObject({ capabilities: { hoverProvider: true } });
});

test('a change whose range is null is the whole text', async () => {
  const server = start();
  await server.initialize();
  const uri = 'file:///tmp/a.cloudevent.json';
  server.open(uri, '{}', 'cloudevent', 1);
  server.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range: null, text: '[{},{}]' }] });
  expect(await server.request('heddle/file', { uri })).toMatchObject({ detail: 'CloudEvents, batch of 2' });
});

test('versions that count backwards are told, and the changes are taken', async () => {
  const server = start();
  await server.initialize();
  const uri = 'file:///tmp/a.cloudevent.json';
  server.open(uri, '{}', 'cloudevent', 5);
  const change = (version: number, text: string) =>
    server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  const told = () => JSON.stringify(server.received).split('counts versions of').length - 1;
  change(5, '[{}]');
  change(6, '[{},{}]');
  await server.request('heddle/file', { uri });
  expect(told()).toBe(0);
  change(3, '[{},{},{}]');
  expect(await server.request('heddle/file', { uri })).toMatchObject({ detail: 'CloudEvents, batch of 3' });
  expect(told()).toBe(1);
});

test.each(['textDocument/hover', 'textDocument/completion', 'workspace/symbol', 'heddle/graph', 'heddle/treatAs'])(
  '%s without parameters is refused in words',
  async (method) => {
    const server = start();
    await server.initialize();
    const answer = server.request(method, undefined);
    await expect(answer).rejects.toThrow('-32602');
    await expect(answer).rejects.toThrow(`"${method}" needs parameters.`);
  },
);

test('a workspace is checked without parameters, too', async () => {
  const server = start();
  await server.initialize();
  await expect(server.request('heddle/checkWorkspace', undefined)).resolves.toMatchObject({ files: 0 });
});
