/** How the server starts, says what it can do, and ends. */
import { expect, test } from 'vitest';
import { likeNeovim } from '../support/language-server.ts';
import { createServers } from '../support/servers.ts';

const { start, ready } = createServers('start');

test('says what it can do', async () => {
  const server = start();
  const { capabilities, serverInfo } = await server.initialize();
  expect(capabilities).toMatchObject({
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2 },
    hoverProvider: true,
    definitionProvider: true,
    documentFormattingProvider: true,
  });
  expect(serverInfo).toMatchObject({ name: 'heddle-language-server' });
  const hello = await server.until(({ method }) => method === 'window/logMessage');
  expect(hello.params).toMatchObject({ message: expect.stringMatching(/^Heddle language server \d+\.\d+\.\d+/) as string });
  expect(await server.stop()).toBe(0);
});

test('ends with 1 without a shutdown, with 0 after one', async () => {
  const rude = await ready();
  rude.notify('exit', undefined);
  expect(await rude.exited).toBe(1);
  const polite = await ready();
  expect(await polite.stop()).toBe(0);
});

test('ends when its input closes', async () => {
  const server = await ready();
  server.process.stdin.end();
  expect(await server.exited).toBe(1);
});

test('tells its version, and what it is for', async () => {
  const version = start(['--version']);
  expect(await version.exited).toBe(0);
  const lost = start([]);
  expect(await lost.exited).toBe(2);
  expect(lost.errors).toContain('Start it with --stdio');
});

test('asks an editor that can tell languages apart to format only ours', async () => {
  const dynamic = { dynamicRegistration: true };
  const textDocument = {
    ...likeNeovim.textDocument,
    formatting: dynamic,
    foldingRange: dynamic,
    documentSymbol: dynamic,
    selectionRange: dynamic,
  };
  const server = start();
  const { capabilities } = await server.initialize({ ...likeNeovim, textDocument });
  expect(capabilities).not.toHaveProperty('documentFormattingProvider');
  const registered = await server.until(({ method, params }) =>
    method === 'client/registerCapability' ? JSON.stringify(params).includes('textDocument/formatting') : false,
  );
  expect(JSON.stringify(registered.params)).toContain('{"language":"workflow-yaml"}');
});
