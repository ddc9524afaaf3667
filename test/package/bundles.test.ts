/** What starts with the language server stays small, and what it leaves out is there when it is asked for. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, describe, expect, test } from 'vitest';
import { lazyParts } from '../../scripts/lazy-plugin.mjs';
import { parts } from '../../scripts/parts.mjs';
import { built, project } from '../support/built.ts';
import { LanguageServer } from '../support/language-server.ts';

const names = Object.keys(parts);

describe.each([
  ['server/node', 'cjs'],
  ['server/worker', 'js'],
] as const)('%s', (name, extension) => {
  test('starts with less than 500 kB', async () => {
    const file = await built(name, `size-of-${extension}`);
    expect(statSync(file).size).toBeLessThan(500_000);
    // A part that is almost empty is not worth a file, one that repeats the bundle is no part. The largest is ajv, with three drafts.
    for (const part of names) {
      const { size } = statSync(join(dirname(file), `${part}.${extension}`));
      expect([part, size > 5_000 && size < 160_000]).toEqual([part, true]);
    }
  });
});

test('Node keeps what it compiled of the server, where it can', async () => {
  const start = await built('server/start', 'compiled');
  writeFileSync(join(dirname(start), 'node.cjs'), 'console.log("started");');
  const temporary = mkdtempSync(join(tmpdir(), 'heddle-'));
  const printed = execFileSync(process.execPath, [start], { env: { ...process.env, TMPDIR: temporary }, encoding: 'utf8' });
  expect(printed).toBe('started\n');
  expect(existsSync(join(temporary, 'node-compile-cache'))).toBe('enableCompileCache' in nodeModule);
  rmSync(temporary, { recursive: true });
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
    const typed = { uri: 'file:///tmp/typed.sw.yaml' };
    server.open(typed.uri, `${text}      `, 'workflow-yaml');
    const below = { textDocument: typed, position: { line: 8, character: 6 } };
    expect(await ask(server, 'textDocument/completion', below)).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ label: 'then' })]) as unknown[],
    );
    expect(await ask(server, 'textDocument/formatting', formatting)).toEqual(expect.any(Array));
    expect(await ask(server, 'heddle/graph')).toMatchObject({ graph: { name: 'order' } });
    expect(await ask(server, 'textDocument/documentSymbol')).toHaveLength(2);
    const wrong = { uri: 'file:///tmp/wrong.sw.yaml' };
    server.open(wrong.uri, text.replace('wait:', 'wiat:'), 'workflow-yaml');
    const { diagnostics } = await server.diagnostics(wrong.uri);
    const asked = { textDocument: wrong, range: diagnostics[0]!.range, context: { diagnostics } };
    const [action] = (await ask(server, 'textDocument/codeAction', asked)) as unknown[];
    expect(action).toMatchObject({ title: 'Change to "wait"', isPreferred: true, edit: {} });
    expect(server.errors).toBe('');
    expect(server.received.filter(({ method, params }) => method === 'window/logMessage' && (params as { type: number }).type < 3)).toEqual(
      [],
    );
  });

  test('are not read before, and cost nothing but their answers when they are missing', async () => {
    const file = await built('server/node', 'without-parts');
    for (const part of names) rmSync(join(dirname(file), `${part}.cjs`));
    const server = new LanguageServer(file);
    running.push(server);
    await server.initialize();
    server.open(uri, text.replace('wait:', 'wiat:'), 'workflow-yaml');
    expect((await server.diagnostics(uri)).diagnostics).toHaveLength(1);
    // What a part would have said is left out, and nothing else: the rules of a target, those about races.
    const more = (name: string, source: string) => {
      server.open(`file:///tmp/${name}`, source, 'workflow-yaml');
      return server.diagnostics(`file:///tmp/${name}`).then(({ diagnostics }) => diagnostics.length);
    };
    const marked = text.replace('version:', 'metadata: { heddle: { target: synapse } }\n  version:').replace('wait:', 'wiat:');
    expect(await more('target.sw.yaml', marked)).toBe(1);
    expect(
      await more('race.sw.yaml', `${text.replace('wait:', 'wiat:')}  - b: { fork: { compete: true, branches: [] } }\n`),
    ).toBeGreaterThan(0);
    expect(server.errors.match(/cannot be loaded: [^]*?portability.cjs/g)).toHaveLength(1);
    expect(await ask(server, 'textDocument/hover')).toBeNull();
    expect(await ask(server, 'heddle/file')).toMatchObject({ kind: 'workflow' });
    const logged = await server.until(({ method, params }) => method === 'window/logMessage' && (params as { type: number }).type === 1);
    expect(JSON.stringify(logged)).toContain('hover.cjs');
  });
});

const folder = '.cache/test/lazy';

/** Bundles modules with some of them in parts: by their names, without `.ts`. `main` is the one that starts. Gives what the result prints. */
async function printed(files: Readonly<Record<string, string>>, parts: Readonly<Record<string, readonly string[]>>): Promise<string> {
  const load = `import { createRequire } from 'node:module'; export const load = (name) => createRequire(__filename)('./' + name + '.cjs');`;
  rmSync(join(project, folder), { recursive: true, force: true });
  mkdirSync(join(project, folder), { recursive: true });
  for (const [name, text] of Object.entries({ ...files, load })) writeFileSync(join(project, folder, `${name}.ts`), text);
  const lazy = lazyParts({
    parts: Object.fromEntries(Object.entries(parts).map(([part, names]) => [part, names.map((name) => `${folder}/${name}.ts`)])),
    loader: `${folder}/load.ts`,
    file: (name) => `${name}.cjs`,
    wrap: (code) => `module.exports = ${code};`,
  });
  const options = { bundle: true, platform: 'node', format: 'cjs', outdir: `${folder}/out`, outExtension: { '.js': '.cjs' } } as const;
  const entryPoints = { main: `${folder}/main.ts` };
  await build({ ...options, entryPoints, absWorkingDir: project, metafile: true, logLevel: 'silent', plugins: [lazy] });
  return execFileSync(process.execPath, [join(project, folder, 'out/main.cjs')], { encoding: 'utf8' }).trim();
}

const two = {
  red: `import { paint } from './paint.ts'; export const say = () => paint('red');`,
  blue: `import { paint } from './paint.ts'; export const say = () => paint('blue');`,
  paint: `export const paint = (colour) => colour;`,
  main: `import { say as red } from './red.ts'; import { say as blue } from './blue.ts'; console.log(red(), blue());`,
};

test.each([
  ['a function', 'hello()', undefined],
  ['a table', 'table[0]', 'table'],
  ['a class', 'new Thing()', 'Thing'],
])('of a part, %s', async (_, use, missing) => {
  const part = `export const table = ['a']; export class Thing {} export const hello = () => table[0];`;
  const main = `import { ${/\w+(?=[([])/.exec(use)![0]} } from './part.ts'; console.log(${use});`;
  const made = printed({ part, main }, { all: ['part'] });
  if (missing === undefined) expect(await made).toBe('a');
  else await expect(made).rejects.toThrow(`for import "${missing}"`);
});

test('modules of a part may have functions of one name', async () => {
  expect(await printed(two, { all: ['red', 'blue'] })).toBe('red blue');
});

test('no module is in two parts', async () => {
  await expect(printed(two, { one: ['red'], other: ['blue'] })).rejects.toThrow('paint.ts is in two parts, one and other');
  expect(await printed(two, { one: ['red'], other: ['blue'], both: ['paint'] })).toBe('red blue');
});
