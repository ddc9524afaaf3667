/** Whose code is in a bundle, its licence ships. */
import { build } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { project } from '../support/built.ts';

const file = join(project, 'dist/THIRD_PARTY_NOTICES.txt');

test.each([
  ['client/src/node.ts', 'node'],
  ['client/src/web.ts', 'browser'],
  ['client/preview/page.ts', 'browser'],
  ['server/src/lsp/node.ts', 'node'],
  ['server/src/lsp/worker.ts', 'browser'],
  ['server/src/cli/main.ts', 'node'],
  ['server/src/service.ts', 'neutral'],
] as const)('every package in %s is named with its licence', async (entry, platform) => {
  const { metafile } = await build({
    absWorkingDir: project,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'out',
    platform,
    mainFields: ['module', 'main'],
    external: ['vscode'],
    loader: { '.yaml': 'empty' },
    logLevel: 'silent',
  });
  const parts = readFileSync(file, 'utf8').split('-'.repeat(80));
  const folders = new Set(Object.keys(metafile.inputs).flatMap((input) => /^.*node_modules\/(?:@[^/]*\/)?[^/]*/.exec(input) ?? []));
  for (const folder of folders) {
    const { name, version } = JSON.parse(readFileSync(join(project, folder, 'package.json'), 'utf8')) as { name: string; version: string };
    const part = parts.find((text) => text.includes(`\n${name} ${version} (`));
    expect([folder, part]).toEqual([folder, expect.stringMatching(/copyright|permission/i)]);
  }
});

test('the extension ships with the file', () => {
  const staged = join(project, '.cache/extension/dist/THIRD_PARTY_NOTICES.txt');
  expect(existsSync(staged)).toBe(true);
  expect(readFileSync(staged, 'utf8')).toBe(readFileSync(file, 'utf8'));
});
