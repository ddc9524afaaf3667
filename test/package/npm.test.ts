/** The npm package as a user gets it: installed into an empty project, with no network. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { project } from '../support/built.ts';
import { LanguageServer } from '../support/language-server.ts';
import { parts } from '../../scripts/parts.mjs';

const run = promisify(execFile);
const { name, version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { name: string; version: string };
const tarball = join(project, 'artifacts', `${name}-${version}.tgz`);
const text = "document:\n  dsl: '1.0.0'\n  namespace: shop\n  name: order\n  version: '0.1.0'\ndo:\n  - a:\n      wiat: PT15M\n";

let folder: string;
beforeAll(async () => {
  if (!existsSync(tarball)) throw new Error('There is no npm package yet. Run "npm test -- package".');
  folder = mkdtempSync(join(tmpdir(), 'heddle-npm-'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  writeFileSync(join(folder, 'order.sw.yaml'), text);
  const compilerOptions = { strict: true, skipLibCheck: false, module: 'nodenext', target: 'es2022', lib: ['es2022'], types: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  const empty = join(folder, '.npm');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--cache', empty, tarball], { cwd: folder });
});
const compile = () => run(process.execPath, [join(project, 'node_modules/typescript/bin/tsc')], { cwd: folder });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('is what runs, and nothing else', () => {
  const inside = readdirSync(join(folder, 'node_modules/heddle'), { recursive: true, encoding: 'utf8' });
  const bundles = ['start', 'node', ...Object.keys(parts)].map((name) => `dist/server/${name}.cjs`);
  const expected = [
    ...['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'],
    ...['dist', 'dist/THIRD_PARTY_NOTICES.txt', 'dist/cli.cjs', 'dist/server', 'dist/service.d.ts', 'dist/service.js'],
    ...bundles,
  ];
  expect(inside.sort()).toEqual(expected.sort());
  expect(readdirSync(join(folder, 'node_modules')).filter((each) => !each.startsWith('.'))).toEqual(['heddle']);
});

test('its command checks a file', async () => {
  const checked = await run('npx', ['--no-install', 'heddle', 'lint', 'order.sw.yaml'], { cwd: folder }).catch((error: unknown) => error);
  expect(checked).toMatchObject({ code: 1, stdout: expect.stringContaining('"wiat"') as string });
});

test('its language server answers', async () => {
  const server = new LanguageServer(join(folder, 'node_modules/.bin/heddle-language-server'), ['--stdio'], folder);
  try {
    await expect(server.initialize()).resolves.toMatchObject({ serverInfo: { version } });
    const uri = 'file:///order.sw.yaml';
    server.open(uri, text, 'workflow-yaml');
    expect((await server.diagnostics(uri)).diagnostics).toHaveLength(1);
    await expect(
      server.request('textDocument/hover', { textDocument: { uri }, position: { line: 6, character: 1 } }),
    ).resolves.not.toThrow();
    expect(await server.stop()).toBe(0);
  } finally {
    server.kill();
  }
});

test('its service runs, and its types hold under strict without any other package', async () => {
  const program = `import { createLanguageService, createWorkspace, type Doc, type LanguageService, type Workspace } from 'heddle';

const service: LanguageService = createLanguageService({ now: () => new Date(0) });
const workspace: Workspace = createWorkspace();
const doc: Doc = service.open({ uri: 'file:///order.sw.yaml', languageId: 'workflow-yaml', version: 1, text: TEXT });
const messages: string[] = service.diagnose(workspace, doc).map(({ message, range }) => \`\${range.start.line} \${message}\`);
const typed: Doc = service.open({ uri: 'file:///typed.sw.yaml', languageId: 'workflow-yaml', version: 1, text: TYPED });
const labels: readonly string[] = service.complete(workspace, typed, { line: 8, character: 6 }).map((item) => item.label);
const first: number | undefined = service.format(doc)[0]?.range.start.line;
const title: string | undefined = service.graph(workspace, doc).graph?.title;
export const answer = { messages, labels, first, title };
`
    .replace('TEXT', JSON.stringify(text))
    .replace('TYPED', JSON.stringify(`${text}      `));
  writeFileSync(join(folder, 'program.ts'), program);
  await compile().catch(({ stdout }: { stdout: string }) => expect.fail(stdout));
  const show = "const { answer } = await import('./program.js'); console.log(JSON.stringify(answer));";
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', show], { cwd: folder });
  expect(JSON.parse(stdout)).toMatchObject({
    messages: [expect.stringContaining('"wiat"')],
    labels: expect.arrayContaining(['then']) as unknown,
  });
});

test('a wrong use of the types is an error', async () => {
  writeFileSync(join(folder, 'wrong.ts'), "import { createLanguageService } from 'heddle';\ncreateLanguageService().format('text');\n");
  const failed = await compile().catch((error: unknown) => error);
  expect(failed).toMatchObject({ stdout: expect.stringContaining("Argument of type 'string'") as string });
});
