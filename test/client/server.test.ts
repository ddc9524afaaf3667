/** What a person is told in the log when the server cannot answer. */
import { expect, test, vi } from 'vitest';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { LogOutputChannel } from 'vscode';

vi.mock('vscode', () => ({
  EventEmitter: class {
    readonly event = () => ({ dispose: () => undefined });
    fire(): void {}
  },
  ProgressLocation: {},
  window: {
    withProgress: (_: unknown, run: (progress: unknown, cancelled: unknown) => unknown) =>
      run({ report: () => undefined }, { isCancellationRequested: false }),
  },
  workspace: { getConfiguration: () => ({}) },
}));
vi.mock('vscode-languageclient', () => ({ RevealOutputChannelOn: {}, State: {}, WorkDoneProgress: { type: {} } }));

const { createServer } = await import('../../client/src/server.ts');

test('a request that fails is told in the log as it is shown, not only to who asks for details', async () => {
  const shown: string[] = [];
  const write = (...words: unknown[]): void => void shown.push(words.join(': '));
  const log = { error: write, warn: write, debug: () => undefined } as unknown as LogOutputChannel;
  const nothing = () => ({ dispose: () => undefined });
  const client = {
    start: async () => undefined,
    sendRequest: () => Promise.reject(new Error('The disk is on fire.')),
    registerFeature: nothing,
    onRequest: nothing,
    onNotification: nothing,
    onProgress: nothing,
    onDidChangeState: nothing,
  } as unknown as BaseLanguageClient;
  const server = createServer(
    () => client,
    log,
    () => undefined,
  );
  await server.start();
  expect(await server.request('heddle/file', {})).toBeUndefined();
  expect(await server.requestInSight('Checking', 'heddle/checkWorkspace')).toBeUndefined();
  expect(shown).toEqual(['heddle/file: Error: The disk is on fire.', 'heddle/checkWorkspace: Error: The disk is on fire.']);
});
