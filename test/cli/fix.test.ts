/** `heddle lint --fix`, as a diff and for real; and `--max-warnings`. */
import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { built } from '../support/built.ts';
import { folderWith, heddle, remove } from '../support/command-line.ts';

let program: string;
const folders: string[] = [];

beforeAll(async () => {
  program = await built('cli', 'fix');
});
afterEach(() => folders.splice(0).forEach(remove));

const head = "document: { dsl: '1.0.3', namespace: shop, name: order, version: '1.0.0' }\n";
const wrong = `${head}do:\n  - a: { wiat: P1H } # soon\n`;
const right = `${head}do:\n  - a: { wait: PT1H } # soon\n`;
const crlf = (text: string) => text.replaceAll('\n', '\r\n');

type Files = Parameters<typeof folderWith>[0];
const inFolder = (files: Files): string => {
  const folder = folderWith(files);
  folders.push(folder);
  return folder;
};
const bytesIn = (folder: string, name: string): Buffer => readFileSync(join(folder, name));
const textIn = (folder: string, name: string): string => bytesIn(folder, name).toString('utf8');
const lint = (folder: string, args: readonly string[], more?: Parameters<typeof heddle>[3]) =>
  heddle(program, folder, ['lint', ...args], more);

describe('--fix', () => {
  test('mends files, says how much, and checks again', async () => {
    const folder = inFolder({
      'a.sw.yaml': wrong,
      'b/c.sw.yaml': wrong,
      'clean.sw.yaml': right,
      'compose.yaml': 'services: { wiat: P1H }\n',
    });
    const { exit, out, err } = await lint(folder, ['--fix', '.']);
    expect({ exit, out, err }).toEqual({ exit: 0, out: '3 files checked, no problems.\n', err: 'heddle: 4 problems fixed in 2 files.\n' });
    expect(['a.sw.yaml', 'b/c.sw.yaml', 'clean.sw.yaml'].map((name) => textIn(folder, name))).toEqual([right, right, right]);
    expect(textIn(folder, 'compose.yaml')).toBe('services: { wiat: P1H }\n');
    const again = await lint(folder, ['--fix', '.']);
    expect([again.exit, again.err]).toEqual([0, '']);
  });

  test('each file sees what those before it say by now, and what is checked afterwards what all say', async () => {
    const named = (name: string, tasks: string) => `document: { dsl: '1.0.3', namespace: shop, ${name}, version: '1.0.0' }\ndo:\n${tasks}`;
    const run = (name: string) => `  - a: { run: { workflow: { namespace: shop, name: ${name}, version: '1.0.0' } } }\n`;
    const folder = inFolder({
      'a.sw.yaml': named('name: first', run('pya')),
      'b.sw.yaml': named('nmae: pay', '  - a: { wait: PT1S }\n'),
      'c.sw.yaml': named('name: last', run('pya')),
    });
    const { exit, out } = await lint(folder, ['--fix', '--format', 'json', '.']);
    expect(textIn(folder, 'c.sw.yaml')).toBe(named('name: last', run('pay')));
    const found = (JSON.parse(out) as { file: string; diagnostics: { code: string }[] }[]).flatMap(({ file, diagnostics }) =>
      diagnostics.map(({ code }) => `${file} ${code}`),
    );
    expect([exit, found]).toEqual([0, ['a.sw.yaml reference/unknown-workflow']]);
  });

  test('leaves what it cannot mend, and fails for it', async () => {
    const folder = inFolder({ 'a.sw.yaml': wrong.replace('P1H', 'P1H, nonsense: 1') });
    const { exit, out, err } = await lint(folder, ['--fix', '--format', 'json', 'a.sw.yaml']);
    expect([exit, err]).toEqual([1, 'heddle: 2 problems fixed in 1 file.\n']);
    expect(JSON.parse(out)).toMatchObject([{ diagnostics: [{ code: 'schema/unknown-property', range: { start: { line: 2 } } }] }]);
    expect(textIn(folder, 'a.sw.yaml')).toContain('wait: PT1H, nonsense: 1');
  });

  test('keeps line breaks, encodings, byte order marks and the end of the file', async () => {
    const forms: Readonly<Record<string, (text: string) => Buffer>> = {
      'crlf.sw.yaml': (text) => Buffer.from(crlf(text)),
      'bom.sw.yaml': (text) => Buffer.from(`\ufeff${text}`),
      'bom-crlf.sw.yaml': (text) => Buffer.from(`\ufeff${crlf(text)}`),
      'little.sw.yaml': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
      'little-no-mark.sw.yaml': (text) => Buffer.from(text, 'utf16le'),
      'big.sw.yaml': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      'no-end.sw.yaml': (text) => Buffer.from(text.trimEnd()),
      'wool.sw.yaml': (text) => Buffer.from(text.replace('soon', '🧶 größer')),
    };
    const made = (text: string) => Object.fromEntries(Object.entries(forms).map(([name, form]) => [name, form(text)]));
    const folder = inFolder(made(wrong));
    await lint(folder, ['--fix', '.']);
    for (const [name, bytes] of Object.entries(made(right))) expect([name, bytesIn(folder, name)]).toEqual([name, bytes]);
    expect(readdirSync(folder).sort()).toEqual(Object.keys(forms).sort());
  });

  test('keeps who may do what, and links', async () => {
    const folder = inFolder({ 'real/a.sw.yaml': wrong });
    chmodSync(join(folder, 'real/a.sw.yaml'), 0o750);
    symlinkSync('real/a.sw.yaml', join(folder, 'link.sw.yaml'));
    // The same file twice is mended once.
    const { exit, out } = await lint(folder, ['--fix', '.']);
    expect({ exit, out }).toEqual({ exit: 0, out: '2 files checked, no problems.\n' });
    expect(lstatSync(join(folder, 'link.sw.yaml')).isSymbolicLink()).toBe(true);
    expect(textIn(folder, 'real/a.sw.yaml')).toBe(right);
    expect(statSync(join(folder, 'real/a.sw.yaml')).mode & 0o777).toBe(0o750);
  });

  test('shows what would be written once, where links lead to it', async () => {
    const folder = inFolder({ 'real/a.sw.yaml': wrong });
    symlinkSync('real/a.sw.yaml', join(folder, 'link.sw.yaml'));
    const { out, err } = await lint(folder, ['--fix', '--dry-run', '.']);
    expect(out.match(/^\+\+\+ .*$/gm)).toEqual(['+++ b/real/a.sw.yaml']);
    expect(err).toMatch(/ would be fixed in 1 file\.\n/);
  });

  test('leaves what would have more errors', async () => {
    // The quote that is closed brings up three mistakes nobody can mend.
    const text = `${head}do:\n  - a: { set: { x: "open }\n  - b: { wait: PT1S, no1: 1 }\n  - c: { wait: PT1S, no2: 1 }\n`;
    const folder = inFolder({ 'a.sw.yaml': text });
    const before = JSON.parse((await lint(folder, ['--format', 'json', '.'])).out) as [{ diagnostics: unknown[] }];
    const after = JSON.parse((await lint(folder, ['--fix', '--format', 'json', '.'])).out) as [{ diagnostics: unknown[] }];
    expect(after[0].diagnostics.length).toBeLessThanOrEqual(before[0].diagnostics.length);
  });

  test('sees what other files say by then', async () => {
    const order = `${head}do:\n  - a: { run: { workflow: { namespace: shop, name: pya, version: 1.0.0 } } }\n`;
    const pay = right.replace('name: order', 'name: pay');
    const folder = inFolder({ 'order.sw.yaml': order, 'pay.sw.yaml': pay.replace('namespace', 'namspace') });
    await lint(folder, ['--fix', '.']);
    await lint(folder, ['--fix', '.']);
    expect(textIn(folder, 'order.sw.yaml')).toContain('name: pay');
  });

  test('of standard input prints the text, whatever it is, and tells the rest apart', async () => {
    const folder = inFolder({});
    const text = wrong.replace('P1H', 'P1H, nonsense: 1');
    const mended = await lint(folder, ['--fix', '-'], { input: text });
    expect([mended.exit, mended.out]).toEqual([1, text.replace('wiat: P1H', 'wait: PT1H')]);
    expect(mended.err).toMatch(/^heddle: 2 problems fixed in 1 file\.\nstdin\.yaml:3:\d+ {2}error/);
    const foreign = await lint(folder, ['--fix', '-'], { input: 'services: {}\n' });
    expect([foreign.exit, foreign.out]).toEqual([0, 'services: {}\n']);
    const wide = Buffer.from(`\ufeff${wrong}`, 'utf16le');
    const { out } = await lint(folder, ['--fix', '--stdin-filename', 'a.sw.yaml', '-'], { input: Buffer.from(`\ufeff${crlf(wrong)}`) });
    expect(out).toBe(`\ufeff${crlf(right)}`);
    expect((await lint(folder, ['--fix', '-'], { input: wide })).out).toBe(Buffer.from(`\ufeff${right}`, 'utf16le').toString('utf8'));
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('--fix --dry-run', () => {
  const files: Files = {
    'flows/with blanks/größe.sw.yaml': wrong,
    'flows/crlf.sw.yaml': crlf(wrong),
    'flows/bom.sw.yaml': `\ufeff${wrong}`,
    'flows/no-end.sw.yaml': wrong.trimEnd(),
    'flows/several.sw.yaml': `${head}do:\n${[...'abcdefghijklmnopqrst'].map((name, index) => `  - ${name}:\n      ${index % 7 === 3 ? 'wiat' : 'wait'}: PT${index + 1}S\n`).join('')}  - last: { wait: P1H, then: nowhere }`,
    'flows/e.cloudevent.json': '{ "specversion": "1.0", "id": "1", "source": "/s", "type": "a.b", "time": "2026-11-23T15:00:00" }',
    'flows/clean.sw.yaml': right,
  };
  const texts = (folder: string) => Object.keys(files).map((name) => textIn(folder, name));

  test.each([
    ['the folder itself', '.', ['.']],
    ['a folder in it', 'flows', ['.']],
  ])('prints what git apply makes the same of: %s', async (_, from, args) => {
    const folder = inFolder(files);
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    const before = texts(folder);
    const { out, exit, err } = await lint(join(folder, from), ['--fix', '--dry-run', ...args]);
    expect(texts(folder)).toEqual(before);
    expect([exit, err]).toEqual([1, expect.stringMatching(/^heddle: \d+ problems would be fixed in 6 files\.\n$/)]);
    const other = inFolder(files);
    await lint(other, ['--fix', '.']);
    execFileSync('git', ['apply', '--whitespace=nowarn'], { cwd: join(folder, from), input: out });
    expect(texts(folder)).toEqual(texts(other));
    expect(texts(folder)).not.toEqual(before);
  });

  test('is a diff as people know it', async () => {
    const { out } = await lint(inFolder({ 'a.sw.yaml': wrong }), ['--fix', '--dry-run', './a.sw.yaml']);
    expect(out).toBe(
      `--- a/a.sw.yaml\n+++ b/a.sw.yaml\n@@ -1,3 +1,3 @@\n ${head} do:\n-  - a: { wiat: P1H } # soon\n+  - a: { wait: PT1H } # soon\n`,
    );
  });

  test('prints nothing where there is nothing to mend, and of standard input a diff', async () => {
    expect(await lint(inFolder({ 'a.sw.yaml': right }), ['--fix', '--dry-run', '.'])).toEqual({ exit: 0, out: '', err: '' });
    const { out } = await lint(inFolder({}), ['--fix', '--dry-run', '--stdin-filename', 'flows/a.sw.yaml', '-'], { input: wrong });
    expect(out).toContain('--- a/flows/a.sw.yaml\n');
  });

  test('says which files no diff leads to', async () => {
    const folder = inFolder({ 'a.sw.yaml': wrong, 'deep/b.sw.yaml': wrong });
    const { exit, err, out } = await lint(join(folder, 'deep'), ['--fix', '--dry-run', '../a.sw.yaml', 'b.sw.yaml']);
    expect([exit, err]).toEqual([
      2,
      'heddle: "../a.sw.yaml" is outside of this folder, where no diff leads to.\nheddle: 2 problems would be fixed in 1 file.\n',
    ]);
    expect(out).toContain('+++ b/b.sw.yaml');
  });

  test('says which files no diff can show', async () => {
    const { exit, err, out } = await lint(inFolder({ 'a.sw.yaml': Buffer.from(`\ufeff${wrong}`, 'utf16le') }), ['--fix', '--dry-run', '.']);
    expect({ exit, err, out }).toEqual({ exit: 2, err: 'heddle: "a.sw.yaml" is UTF-16LE, which no diff can show.\n', out: '' });
  });
});

describe('options', () => {
  const soft = `${head}do:\n  - a: { wait: PT1S, then: end }\n  - b: { wait: PT1S }\n`;

  test('--max-warnings fails when there are more', async () => {
    const folder = inFolder({ 'a.sw.yaml': soft, 'b.sw.yaml': soft.replace('name: order', 'name: other') });
    expect((await lint(folder, ['.'])).exit).toBe(0);
    expect((await lint(folder, ['--max-warnings', '2', '.'])).exit).toBe(0);
    const { exit, err, out } = await lint(folder, ['--max-warnings=1', '.']);
    expect([exit, err]).toEqual([1, 'heddle: 2 warnings, where "--max-warnings" allows 1.\n']);
    expect(out).toContain('2 warnings in 2 files.');
  });

  test('--target goes before the config file', async () => {
    const fork = `${head}do:\n  - both: { fork: { branches: [ { a: { wait: PT1S } }, { b: { wait: PT2S } } ] } }\n`;
    const folder = inFolder({ 'a.sw.yaml': fork, 'heddle.config.yaml': 'target: go-sdk\n' });
    expect((await lint(folder, ['.'])).out).toBe('1 file checked, no problems.\n');
    expect((await lint(folder, ['--target', 'swf', '.'])).out).toContain('portability/fork-output');
  });

  test.each([
    [
      ['--target', 'quarkus', '.'],
      '"quarkus" is not a value for "--target". Use spec, quarkus-flow, synapse, zigflow, go-sdk, swf or scaleway.',
    ],
    [['--max-warnings', 'few', '.'], '"few" is not a value for "--max-warnings". Use a whole number, such as 0.'],
    [['--max-warnings', '1.5', '.'], '"1.5" is not a value for "--max-warnings". Use a whole number, such as 0.'],
    [['--max-warnings', '-1', '.'], '"--max-warnings" needs a value.'],
    [['--dry-run', '.'], '"--dry-run" goes with "--fix".'],
    [['--fix', '--dry-run', '--format', 'json', '.'], '"--dry-run" prints a diff. Leave out "--format".'],
  ])('%j: 2, and why', async (args, why) => {
    const { exit, err, out } = await lint(inFolder({ 'a.sw.yaml': wrong }), args);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(`heddle: ${why}`);
  });

  test('a file that cannot be written is told, and stays', async () => {
    const folder = inFolder({ 'a/a.sw.yaml': wrong });
    // Its folder takes no file of that name beside it.
    mkdirSync(join(folder, 'b'));
    execFileSync('mkfifo', [join(folder, 'b/pipe.yaml')]);
    const read = lint(folder, ['--fix', 'b/pipe.yaml']);
    writeFileSync(join(folder, 'b/pipe.yaml'), wrong);
    const { exit, err } = await read;
    expect({ exit, err }).toEqual({ exit: 2, err: 'heddle: "b/pipe.yaml" is not a file.\n' });
  });
});
