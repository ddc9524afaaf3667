// Bundles everything that ships: node esbuild.mjs [--watch] [--out=folder] [name, such as server/node …]
import { build, context } from 'esbuild';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lazyParts } from './scripts/lazy-plugin.mjs';
import { notices } from './scripts/notices.mjs';
import { parts } from './scripts/parts.mjs';
import { yamlForEsbuild } from './scripts/yaml-plugin.mjs';

const only = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const outdir = process.argv.find((argument) => argument.startsWith('--out='))?.slice('--out='.length) ?? 'dist';

const common = {
  bundle: true,
  minify: true,
  sourcemap: false,
  logLevel: 'warning',
  plugins: [yamlForEsbuild],
  // The licences stand in a file of their own: notices.mjs.
  legalComments: 'none',
  metafile: true,
};
// `module` first: jsonc-parser's main is UMD, which hides its imports from the bundler.
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };
const browser = { ...common, platform: 'browser', target: 'es2022', define: { global: 'globalThis' } };

const lazyInNode = lazyParts({
  parts,
  loader: 'server/src/lsp/load-node.ts',
  file: (name) => `${name}.cjs`,
  wrap: (code) => `module.exports = ${code};\n`,
});
const lazyInWorker = lazyParts({
  parts,
  loader: 'server/src/lsp/load-worker.ts',
  file: (name) => `${name}.js`,
  wrap: (code) => `self.heddlePart = ${code};\n`,
});

const bundles = [
  { ...node, entryPoints: { 'client/node': 'client/src/node.ts' }, external: ['vscode'], outExtension: { '.js': '.cjs' } },
  { ...browser, format: 'cjs', entryPoints: { 'client/web': 'client/src/web.ts' }, external: ['vscode'] },
  {
    ...node,
    plugins: [lazyInNode, ...common.plugins],
    entryPoints: { 'server/node': 'server/src/lsp/node.ts' },
    outExtension: { '.js': '.cjs' },
  },
  {
    ...node,
    entryPoints: { 'server/start': 'server/src/lsp/start.ts' },
    outExtension: { '.js': '.cjs' },
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...browser,
    plugins: [lazyInWorker, ...common.plugins],
    format: 'iife',
    entryPoints: { 'server/worker': 'server/src/lsp/worker.ts' },
  },
  { ...node, entryPoints: { cli: 'server/src/cli/main.ts' }, outExtension: { '.js': '.cjs' }, banner: { js: '#!/usr/bin/env node' } },
  { ...browser, format: 'iife', entryPoints: { 'preview/page': 'client/preview/page.ts' } },
  { ...browser, entryPoints: { 'preview/page': 'client/preview/page.css' } },
  {
    ...common,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'esm',
    target: 'es2022',
    entryPoints: { service: 'server/src/service.ts' },
  },
]
  .filter(({ entryPoints }) => Object.values(entryPoints).every((file) => existsSync(file)))
  .filter(({ entryPoints }) => only.length === 0 || Object.keys(entryPoints).some((name) => only.includes(name)))
  .map((options) => ({ ...options, outdir }));

if (process.argv.includes('--watch')) await Promise.all(bundles.map(async (options) => (await context(options)).watch()));
else {
  const results = await Promise.all(bundles.map((options) => build(options)));
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  if (only.length === 0) writeFileSync(path.join(outdir, 'THIRD_PARTY_NOTICES.txt'), notices(inputs));
}
