import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { built } from '../support/built.ts';
import { type Ended, folderWith, heddle, remove } from '../support/command-line.ts';

let program: string;
const folders: string[] = [];

beforeAll(async () => {
  program = await built('cli', 'lint');
});
afterEach(() => folders.splice(0).forEach(remove));

const clean = `document:
  dsl: '1.0.0'
  namespace: shop
  name: order
  version: '0.1.0'
do:
  - check:
      set: { ok: true }
      if: .ok
      then: ship
  - ship:
      wait: PT15M
`;
const typo = clean.replace('then: ship', 'then: shpi');
const compose = 'services:\n  web:\n    image: nginx\n';
const event = JSON.stringify({ specversion: '1.0', id: '1', source: '/shop', type: 'shop.order.placed' });

interface Entry {
  file: string;
  kind: string;
  diagnostics: { code: string; severity: string; message: string; range: { start: { line: number; character: number } } }[];
}
const inFolder = (files: Parameters<typeof folderWith>[0]): string => {
  const folder = folderWith(files);
  folders.push(folder);
  return folder;
};
const lint = (files: Parameters<typeof folderWith>[0], args: readonly string[], more?: Parameters<typeof heddle>[3]): Promise<Ended> =>
  heddle(program, inFolder(files), ['lint', ...args], more);
const json = async (...given: Parameters<typeof lint>): Promise<readonly Entry[]> => {
  const { out } = await lint(given[0], ['--format', 'json', ...given[1]], given[2]);
  return JSON.parse(out) as Entry[];
};
const summaryOf = (entries: readonly Entry[]) => entries.map(({ file, kind, diagnostics }) => [file, kind, diagnostics.length]);

describe('exit code', () => {
  test('0 without errors, 1 with, 2 when it could not run', async () => {
    expect((await lint({ 'a.sw.yaml': clean }, ['a.sw.yaml'])).exit).toBe(0);
    expect((await lint({ 'a.sw.yaml': typo }, ['a.sw.yaml'])).exit).toBe(1);
    expect((await lint({}, ['a.sw.yaml'])).exit).toBe(2);
    expect((await lint({ 'a.sw.yaml': clean }, ['a.sw.yaml', 'b.sw.yaml'])).exit).toBe(2);
    expect((await lint({ 'c.yaml': compose }, ['c.yaml'])).exit).toBe(0);
  });

  test.each([
    [['nope.yaml'], '"nope.yaml" does not exist.'],
    [['*.yml'], '"*.yml" matches no file.'],
    [['flows'], '"flows" holds no workflow and no event.'],
    [['flows/*.yaml'], '"flows/*.yaml" holds no workflow and no event.'],
    [['latin1.sw.yaml'], '"latin1.sw.yaml" is not text in UTF-8.'],
    [[], 'Name the files or folders to check.'],
    [['--fromat', 'json', 'flows'], 'Unknown option "--fromat". Did you mean "--format"?'],
    [['--format', 'xml', 'flows'], '"xml" is not a value for "--format". Use text, json, sarif, github or junit.'],
    [['--format'], '"--format" needs a value.'],
    [['--help=yes'], '"--help" takes no value.'],
    [['--stdin-filename', 'a.yaml', 'flows'], '"--stdin-filename" goes with the path "-".'],
  ])('%j: 2, and why', async (args, why) => {
    const latin1 = Buffer.from(clean.replace('shop', 'caf\u00e9'), 'latin1');
    const { exit, out, err } = await lint({ 'flows/c.yaml': compose, 'latin1.sw.yaml': latin1 }, args);
    expect(err).toContain(`heddle: ${why}`);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
  });
});

describe('json', () => {
  test('has one entry for every file that is named', async () => {
    const files = { 'a.sw.yaml': typo, 'c.yaml': compose, 'e.json': event, 'read me.md': '# Hi' };
    expect(summaryOf(await json(files, ['a.sw.yaml', 'c.yaml', 'e.json', 'read me.md', 'a.sw.yaml']))).toEqual([
      ['a.sw.yaml', 'workflow', 1],
      ['c.yaml', 'none', 0],
      ['e.json', 'event', 0],
      ['read me.md', 'none', 0],
    ]);
  });

  test('tells code, severity, words and zero-based range, and nothing else', async () => {
    const [entry] = await json({ 'a.sw.yaml': typo }, ['a.sw.yaml']);
    expect(entry?.diagnostics).toEqual([
      {
        code: 'flow/unknown-target',
        severity: 'error',
        message: expect.stringContaining('"shpi"') as string,
        range: { start: { line: 9, character: 12 }, end: { line: 9, character: 16 } },
      },
    ]);
  });

  test('is an array even when nothing was found', async () => {
    const { exit, out } = await lint({ 'flows/c.yaml': compose }, ['--format', 'json', 'flows']);
    expect({ exit, out: JSON.parse(out) as unknown }).toEqual({ exit: 2, out: [] });
  });
});

describe('paths', () => {
  const files = {
    'flows/b.yaml': clean,
    'flows/a.sw.yaml': typo,
    'flows/deep er/c.yml': clean,
    'flows/deep er/event.cloudevent.json': event,
    'flows/compose.yaml': compose,
    'flows/package.json': '{"name": "x"}',
    'flows/node_modules/x/d.sw.yaml': typo,
    'flows/.git/e.sw.yaml': typo,
  };
  const ours = ['flows/a.sw.yaml', 'flows/b.yaml', 'flows/deep er/c.yml', 'flows/deep er/event.cloudevent.json'];
  const names = (entries: readonly Entry[]) => entries.map(({ file }) => file);

  test('folders give what is ours', async () => {
    expect(names(await json(files, ['flows'])).sort()).toEqual(ours);
    expect(names(await json(files, ['./flows/'])).sort()).toEqual(ours.map((file) => `./${file}`));
    expect(names(await json(files, ['.'])).sort()).toEqual(ours);
  });

  test.each([
    ['flows/*.yaml', ['flows/a.sw.yaml', 'flows/b.yaml']],
    ['flows\\*.yaml', ['flows/a.sw.yaml', 'flows/b.yaml']],
    ['flows/**/*.{yaml,yml}', ['flows/a.sw.yaml', 'flows/b.yaml', 'flows/deep er/c.yml']],
    ['**/deep er/*', ['flows/deep er/c.yml', 'flows/deep er/event.cloudevent.json']],
    ['flows/[ab].*', ['flows/a.sw.yaml', 'flows/b.yaml']],
    ['flows/?.yaml', ['flows/b.yaml']],
  ])('pattern %s', async (pattern, expected) => {
    expect(names(await json(files, [pattern])).sort()).toEqual(expected);
  });

  test('standard input goes by the name that is given', async () => {
    const named = await lint({}, ['--format', 'json', '--stdin-filename', 'flows/x.sw.yaml', '-'], { input: typo });
    expect(summaryOf(JSON.parse(named.out) as Entry[])).toEqual([['flows/x.sw.yaml', 'workflow', 1]]);
    expect(named.exit).toBe(1);
    expect(summaryOf(await json({}, ['-'], { input: event }))).toEqual([['stdin.json', 'event', 0]]);
    expect(summaryOf(await json({}, ['-'], { input: compose }))).toEqual([['stdin.yaml', 'none', 0]]);
  });
});

test.skipIf(process.platform === 'win32')('a backslash is part of a name elsewhere than on Windows', async () => {
  const { exit, out } = await lint({ 'back\\slash.sw.yaml': typo }, ['back\\slash.sw.yaml']);
  expect(exit).toBe(1);
  expect(out).toContain('back\\slash.sw.yaml:10:13');
});

// Windows has no pipes among its files, and lets few people make links.
describe.skipIf(process.platform === 'win32')('what is no file', () => {
  const files = { 'w/a.sw.yaml': clean, 'w/sub/b.sw.yaml': clean.replace('name: order', 'name: pay') };
  const links = { 'w/.#a.sw.yaml': 'user@host.1', 'w/conf.yaml': 'sub', 'w/self.yaml': 'self.yaml', 'w/zero.yaml': '/dev/zero' };
  const folder = (more: Readonly<Record<string, string>> = {}): string => {
    const made = inFolder({ ...files, ...more });
    for (const [path, target] of Object.entries(links)) symlinkSync(target, join(made, path));
    execFileSync('mkfifo', [join(made, 'w/pipe.yaml')]);
    symlinkSync('pipe.yaml', join(made, 'w/link to pipe.yaml'));
    symlinkSync('a.sw.yaml', join(made, 'w/link.sw.yaml'));
    return made;
  };

  test('is passed over in a folder; links to files are read', async () => {
    const { exit, out, err } = await heddle(program, folder(), ['lint', 'w']);
    expect({ exit, out, err }).toEqual({ exit: 0, out: '3 files checked, no problems.\n', err: '' });
  });

  test('leaves a folder complete', async () => {
    const wrong = clean.replace('wait: PT15M', "run: { workflow: { namespace: shop, name: pay, version: '2.0.0' } }");
    const { out } = await heddle(program, folder({ 'w/c.sw.yaml': wrong }), ['lint', 'w']);
    expect(out).toContain('reference/unknown-workflow');
  });

  test('is read where it is named, since somebody may mean it', async () => {
    const made = folder();
    const read = heddle(program, made, ['lint', 'w/pipe.yaml']);
    execFileSync('sh', ['-c', 'cat w/a.sw.yaml > w/pipe.yaml'], { cwd: made });
    expect((await read).out).toBe('1 file checked, no problems.\n');
    const { exit, err } = await heddle(program, made, ['lint', 'w/self.yaml', 'w/.#a.sw.yaml']);
    expect({ exit, err }).toEqual({
      exit: 2,
      err: 'heddle: "w/self.yaml" does not exist.\nheddle: "w/.#a.sw.yaml" does not exist.\n',
    });
  });

  test('is told of under the name of a config file, and not read', async () => {
    const pipe = inFolder({ 'a.sw.yaml': clean });
    execFileSync('mkfifo', [join(pipe, 'heddle.config.yaml')]);
    const { exit, out, err } = await heddle(program, pipe, ['lint', '.']);
    expect({ exit, out }).toEqual({ exit: 0, out: '1 file checked, no problems.\n' });
    expect(err).toMatch(/^heddle: "[^"]*\/heddle\.config\.yaml" is not a file\.\n$/);
    const self = inFolder({ 'a.sw.yaml': clean, 'b.sw.yaml': clean });
    symlinkSync('heddle.config.yaml', join(self, 'heddle.config.yaml'));
    const told = await heddle(program, self, ['lint', 'a.sw.yaml', 'b.sw.yaml']);
    expect(told.err).toMatch(/^heddle: "[^"]*\/heddle\.config\.yaml" is a link that leads to itself\.\n$/);
  });
});

describe('content', () => {
  test('UTF-16 and byte order marks are read', async () => {
    const wide = Buffer.from(`\ufeff${typo}`, 'utf16le');
    const big = Buffer.from(wide).swap16();
    const files = { 'a.sw.yaml': wide, 'b.sw.yaml': big, 'c.sw.yaml': `\ufeff${typo}`, 'd.sw.yaml': typo.replace(/\n/g, '\r\n') };
    const entries = await json(files, Object.keys(files));
    expect(entries.map(({ diagnostics }) => diagnostics.map(({ range }) => range.start))).toEqual(
      entries.map(() => [{ line: 9, character: 12 }]),
    );
  });

  test('UTF-32 is not taken for UTF-16', async () => {
    const little = Buffer.concat(
      [...`\ufeff${clean}`].map((sign) => Buffer.from([sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8, 0, 0])),
    );
    const big = Buffer.from(little).swap32();
    const files = { 'a.yaml': little, 'b.yaml': big, 'c.yaml': little.subarray(4), 'd.yaml': big.subarray(4) };
    const { exit, err } = await lint(files, Object.keys(files));
    expect(exit).toBe(2);
    expect(err).toBe(
      Object.keys(files)
        .map((name) => `heddle: "${name}" is not text in UTF-8.\n`)
        .join(''),
    );
  });

  test('bytes of others are passed over in a folder, and told where the name says that they are ours', async () => {
    const bytes = Buffer.from([0x80, 0xff, 0x00, 0xfe]);
    const { exit, out, err } = await lint({ 'w/a.sw.yaml': clean, 'w/x.yaml': bytes }, ['w']);
    expect({ exit, out, err }).toEqual({ exit: 0, out: '1 file checked, no problems.\n', err: '' });
    expect((await lint({ 'w/a.sw.yaml': clean, 'w/x.yaml': bytes }, ['w/x.yaml'])).err).toContain('is not text in UTF-8.');
    expect((await lint({ 'w/a.sw.yaml': clean, 'w/x.sw.yaml': bytes }, ['w'])).err).toContain('is not text in UTF-8.');
  });

  test('syntax errors are told in every workflow, whatever its name', async () => {
    const broken = clean.replace('wait: PT15M', 'wait: { seconds: 1');
    const entries = await json({ 'a.yaml': broken, 'a.sw.yaml': broken }, ['a.yaml', 'a.sw.yaml']);
    for (const { kind, diagnostics } of entries) {
      expect(kind).toBe('workflow');
      expect(diagnostics.map(({ code }) => code)).toEqual([expect.stringMatching(/^syntax\//)]);
    }
  });

  test('documents of others in a stream stay silent, and ours do not', async () => {
    const map = 'apiVersion: v1\nkind: ConfigMap\ndata: { a: b }\n';
    const others = ['- a list\n', '# nothing\n', 'open: [\n'];
    const stream = [map, clean, ...others, typo].join('---\n');
    const [plain] = await json({ 'a.yaml': stream }, ['a.yaml']);
    expect(plain!.diagnostics.map(({ code }) => code)).toEqual(['flow/unknown-target']);
    const broken = [map, clean, `${clean}x: [\n`, 'y: [\n'].join('---\n');
    const [ours] = await json({ 'a.yaml': broken }, ['a.yaml']);
    expect(ours!.diagnostics.map(({ code }) => code)).toContain('syntax/unclosed-bracket');
    expect(ours!.diagnostics.filter(({ code }) => code === 'syntax/unclosed-bracket')).toHaveLength(1);
  });

  test('the nearest heddle.config.yaml sets levels and says what is ours', async () => {
    const files = {
      'heddle.config.yaml': 'rules:\n  flow/unknown-target: off\n',
      'a.sw.yaml': typo,
      'near/heddle.config.yaml': "rules:\n  flow/unknown-target: warning\nfiles:\n  exclude: ['**/old/**']\n",
      'near/b.sw.yaml': typo,
      'near/old/c.sw.yaml': typo,
    };
    const entries = await json(files, ['a.sw.yaml', 'near/b.sw.yaml', 'near/old/c.sw.yaml']);
    expect(entries.map(({ kind, diagnostics }) => [kind, diagnostics.map(({ severity }) => severity)])).toEqual([
      ['workflow', []],
      ['workflow', ['warning']],
      ['none', []],
    ]);
  });

  test.each<[string, string | Buffer, RegExp]>([
    ['bytes of no encoding', Buffer.from('rules: {} # f\xfcr\n', 'latin1'), / is not text in UTF-8\.$/],
    ['half of UTF-16', Buffer.from([0xff, 0xfe, 0x72, 0x00, 0x75]), / is not text in UTF-8\.$/],
    ['a NUL', 'rules: {}\n\0', /:2:1 {2}A control character \(U\+0000\) stands inside the text\./],
    ['a rule twice', 'rules:\n  time/cron: off\n  time/cron: off\n', /:3:3 {2}"time\/cron" is written twice\. Keep one\.$/],
    ['an open bracket', 'files: { exclude: ["["] }\n', /:1:20 {2}"\[" in "files\.exclude" has a bracket that is not closed/],
  ])('%s in a config file is said once, however many files it holds for', async (_, config, said) => {
    const files = { 'heddle.config.yaml': config, 'a.sw.yaml': clean, 'b.sw.yaml': clean, 'c/d.sw.yaml': clean };
    const { exit, err, out } = await lint(files, ['.', 'a.sw.yaml']);
    expect(err.trimEnd().split('\n')).toEqual([expect.stringMatching(said)]);
    expect([exit, out]).toEqual([0, '3 files checked, no problems.\n']);
  });

  test('a level that does not exist is told', async () => {
    const { exit, err } = await lint({ 'heddle.config.yaml': 'rules:\n  flow/unknown-target: fatal\n', 'a.sw.yaml': typo }, ['a.sw.yaml']);
    expect(err).toContain('"fatal" is not a level for "flow/unknown-target". Use error, warning, information, hint or off.');
    expect(exit).toBe(1);
  });
});

describe('text', () => {
  test('nothing that a terminal would obey comes out of a file', async () => {
    const { out } = await lint({ 'a.sw.yaml': `${clean}"\\e[2J\\0": 1\n` }, ['a.sw.yaml']);
    expect(out).toContain('"\\u001B[2J\\u0000"');
    expect(out.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });

  test('one line a problem, and a sum', async () => {
    const { out } = await lint({ 'a.sw.yaml': typo, 'b.sw.yaml': clean, 'c.yaml': compose }, ['a.sw.yaml', 'b.sw.yaml', 'c.yaml']);
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^a\.sw\.yaml:10:13 {2}error {2}.*"shpi".* {2}flow\/unknown-target$/);
    expect(lines.slice(1)).toEqual(['c.yaml  is not a workflow or an event', '', '2 files checked: 1 error in 1 file.', '']);
  });

  test('a named file that the config file takes out is told so', async () => {
    const files = { 'heddle.config.yaml': "files: { exclude: ['old/**'] }\n", 'old/a.sw.yaml': clean };
    const { out, exit } = await lint(files, ['old/a.sw.yaml']);
    expect([out, exit]).toEqual(['old/a.sw.yaml  is excluded by heddle.config.yaml\n\nNothing was checked.\n', 0]);
  });

  test.each([
    ['a.cloudevent.json', '', 'holds no event'],
    ['a.sw.yaml', '', 'holds no workflow'],
    ['b.sw.yaml', '\ufeff# to come\n', 'holds no workflow'],
    ['notes.txt', 'words', 'is not a workflow or an event'],
  ])('says that nothing was checked: %s with "%s"', async (name, text, why) => {
    const { out, exit } = await lint({ [name]: text }, [name]);
    expect(out).toBe(`${name}  ${why}\n\nNothing was checked.\n`);
    expect(exit).toBe(0);
  });

  test('says so when all is well', async () => {
    expect((await lint({ 'b.sw.yaml': clean }, ['b.sw.yaml'])).out).toBe('1 file checked, no problems.\n');
  });

  test('colours only where they are wanted', async () => {
    const escape = '\u001b[';
    const files = { 'a.sw.yaml': typo };
    expect((await lint(files, ['.'])).out).not.toContain(escape);
    expect((await lint(files, ['.'], { env: { FORCE_COLOR: '1' } })).out).toContain(escape);
    expect((await lint(files, ['.'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).out).not.toContain(escape);
  });
});

describe('what is recognised but not checked', () => {
  const legacy = "id: a\nspecVersion: '0.8'\nstart: x\nstates:\n  - { name: x, type: inject, data: { a: 1 }, end: true }\n";
  const words = 'recognised as DSL 0.8, its shape is not checked yet';

  test('is never called clean', async () => {
    const { out, exit } = await lint({ 'old.sw.yaml': legacy }, ['old.sw.yaml']);
    expect(out).toBe(`1 file: ${words}.\n`);
    expect(exit).toBe(0);
  });
  test('is told apart from what is checked', async () => {
    const { out } = await lint({ 'a.sw.yaml': clean, 'old.sw.yaml': legacy.replace('start: x', 'start: y') }, ['.']);
    expect(out).toMatch(/^old\.sw\.yaml:3:8 {2}error/);
    expect(out.endsWith(`\n\n2 files checked: 1 error in 1 file.\n1 of them: ${words}.\n`)).toBe(true);
  });
  test('is told in one line a version, after everything else', async () => {
    const files = { 'a.sw.yaml': clean, 'b.sw.yaml': legacy, 'c.sw.yaml': legacy, 'd.sw.yaml': legacy.replace('0.8', '0.7') };
    const { out } = await lint(files, ['.']);
    expect(out).toBe(`4 files checked, no problems.\n2 of them: ${words}.\n1 of them: ${words.replace('0.8', '0.7')}.\n`);
  });
  test('says so in JSON', async () => {
    expect(await json({ 'old.sw.yaml': legacy, 'a.sw.yaml': clean }, ['.'])).toMatchObject([{ file: 'a.sw.yaml' }, { unchecked: words }]);
  });
});

describe('what files say to each other', () => {
  const files = {
    'flows/order.sw.yaml': clean.replace('wait: PT15M', "run: { workflow: { namespace: shop, name: pay, version: '2.0.0' } }"),
    'flows/pay.sw.yaml': clean.replace('name: order', 'name: pay'),
  };
  const codes = async (more: Record<string, string>, args: readonly string[]) =>
    (await json({ ...files, ...more }, args)).flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
  const newer = { 'flows/z/pay-2.sw.yaml': files['flows/pay.sw.yaml'].replace("'0.1.0'", "'2.0.0'") };

  test('is checked below folders', async () => {
    expect(await codes({}, ['flows'])).toEqual(['reference/unknown-workflow']);
    expect(await codes(newer, ['flows'])).toEqual([]);
    expect(await codes({ ...newer, 'more/a.sw.yaml': clean }, ['flows/order.sw.yaml', 'more', 'flows/pay.sw.yaml'])).toEqual([
      'reference/unknown-workflow',
    ]);
  });

  test('is left alone where only some files are named: what they mean may be in others', async () => {
    expect(await codes(newer, ['flows/order.sw.yaml', 'flows/pay.sw.yaml'])).toEqual([]);
    expect(await codes(newer, ['flows/*.yaml'])).toEqual([]);
  });

  test('heeds the levels that hold for each file', async () => {
    expect(await codes({ 'flows/heddle.config.yaml': 'rules: { reference/unknown-workflow: off }\n' }, ['flows'])).toEqual([]);
  });
});
