/** What starts with the language server stays small, and what it leaves out is there when it is asked for. */
import { rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { built } from '../support/built.ts';
import { LanguageServer } from '../support/language-server.ts';

const parts = ['complete', 'hover', 'format', 'graph', 'prose'];

describe.each([
  ['server/node', 'cjs'],
  ['server/worker', 'js'],
] as const)('%s', (name, extension) => {
  test('starts with less than 395 kB', async () => {
    const file = await built(name, `size-of-${extension}`);
    expect(statSync(file).size).toBeLessThan(395_000);
    // A part that is almost empty is not worth a file, one that repeats the bundle is no part.
    for (const part of parts) {
      const { size } = statSync(join(dirname(file), `${part}.${extension}`));
      expect([part, size > 5_000 && size < 150_000]).toEqual([part, true]);
    }
  });
});

describe('parts that load when they are first used', () => {
  const running: LanguageServer[] = [];
  afterEach(() => {
    for (const server of running.splice(0)) server.kill();
  });
  const uri = 'file:///tmp/order.sw.yaml';
  const text = "document:\n  dsl: '1.0.0'\n  namespace: shop\n  name: order\n  version: '0.1.0'\ndo:\n  - a:\n      wait:   PT15M\n";
  const ask = (server: LanguageServer, method: string, more: object = {}): Promise<unknown> =>
    server.request(method, { textDocument: { uri }, uri, position: { line: 7, character: 8 }, ...more });
  const formatting = { options: { tabSize: 2, insertSpaces: true } };

  test('answer like the rest', async () => {
    const server = new LanguageServer(await built('server/node', 'parts'));
    running.push(server);
    await server.initialize();
    server.open(uri, text, 'workflow-yaml');
    expect(await ask(server, 'textDocument/hover')).toMatchObject({ contents: {} });
    expect(await ask(server, 'textDocument/completion', { position: { line: 7, character: 6 } })).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ label: 'call' })]) as unknown[],
    );
    expect(await ask(server, 'textDocument/formatting', formatting)).toEqual(expect.any(Array));
    expect(await ask(server, 'heddle/graph')).toMatchObject({ graph: { name: 'order' } });
    expect(server.errors).toBe('');
    expect(server.received.filter(({ method, params }) => method === 'window/logMessage' && (params as { type: number }).type < 3)).toEqual(
      [],
    );
  });

  test('are not read before, and cost nothing but their answers when they are missing', async () => {
    const file = await built('server/node', 'without-parts');
    for (const part of parts) rmSync(join(dirname(file), `${part}.cjs`));
    const server = new LanguageServer(file);
    running.push(server);
    await server.initialize();
    server.open(uri, text.replace('wait:', 'wiat:'), 'workflow-yaml');
    expect((await server.diagnostics(uri)).diagnostics).toHaveLength(1);
    expect(await ask(server, 'textDocument/hover')).toBeNull();
    expect(await ask(server, 'textDocument/documentSymbol')).toHaveLength(2);
    const logged = await server.until(({ method, params }) => method === 'window/logMessage' && (params as { type: number }).type === 1);
    expect(JSON.stringify(logged)).toContain('hover.cjs');
  });
});
