/** What other programs read: the formats of `heddle lint`, as those programs would take them. */
import Ajv from 'ajv';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { built } from '../support/built.ts';
import { folderWith, heddle, remove } from '../support/command-line.ts';
import { sarifSchema } from './sarif-schema.ts';

let program: string;
const folders: string[] = [];

beforeAll(async () => {
  program = await built('cli', 'formats');
});
afterEach(() => folders.splice(0).forEach(remove));

const head = "document: { dsl: '1.0.3', namespace: shop, name: order, version: '1.0.0' }\n";
const typo = `${head}do:\n  - "🧶 a": { wiat: PT1S }\n  - b: { set: { x: 1 } }\n`;
const twice = `${head}do:\n  - a: { set: { x: 1 } }\n  - a: { set: { x: 2 } }\n`;
const soft = `${head}use: { secrets: [ unused ] }\ndo:\n  - a: { set: { x: 1 } }\n`;
const clean = `${head}do:\n  - a: { set: { x: 1 } }\n`;

async function report(
  format: string,
  files: Readonly<Record<string, string>>,
  args: readonly string[] = ['.'],
  env?: Record<string, string>,
) {
  const folder = realpathSync(folderWith(files));
  folders.push(folder);
  return { folder, ...(await heddle(program, folder, ['lint', '--format', format, ...args], { env })) };
}

describe('sarif', () => {
  interface Place {
    physicalLocation: { artifactLocation: { uri: string; uriBaseId?: string }; region: Record<string, number> };
  }
  interface Log {
    runs: [
      {
        tool: { driver: { rules: { id: string; helpUri: string; help: { text: string }; defaultConfiguration: { level: string } }[] } };
        originalUriBaseIds: { SRCROOT: { uri: string } };
        invocations: [{ executionSuccessful: boolean; toolExecutionNotifications: { message: { text: string } }[] }];
        artifacts: { location: { uri: string } }[];
        results: {
          ruleId: string;
          ruleIndex: number;
          level: string;
          message: { text: string };
          locations: [Place];
          relatedLocations?: (Place & { message: { text: string } })[];
          fixes?: {
            description: { text: string };
            artifactChanges: [{ replacements: [{ deletedRegion: Record<string, number>; insertedContent: { text: string } }] }];
          }[];
        }[];
      },
    ];
  }
  const isSarif = new Ajv({ strict: true }).compile(sarifSchema);
  async function sarif(...given: [Readonly<Record<string, string>>, (readonly string[])?]) {
    const { out, folder, exit } = await report('sarif', ...given);
    const log = JSON.parse(out) as Log;
    expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
    return { run: log.runs[0], folder, exit };
  }

  test('tells rule, level, place and fix', async () => {
    const { run, exit } = await sarif({ 'flows/größe a.sw.yaml': typo });
    const [result] = run.results;
    expect(result).toMatchObject({
      ruleId: 'schema/unknown-property',
      level: 'error',
      message: { text: expect.stringContaining('"wiat"') as string },
    });
    expect(run.tool.driver.rules[result!.ruleIndex]).toMatchObject({
      id: 'schema/unknown-property',
      helpUri: expect.stringMatching(/docs\/rules\.md#schemaunknown-property$/) as string,
      defaultConfiguration: { level: 'error' },
      help: { text: expect.stringMatching(/^A key that is not part of the language/) as string },
    });
    // The wool takes two UTF-16 units.
    const region = { startLine: 3, startColumn: 15, endLine: 3, endColumn: 19 };
    const uri = 'flows/gr%C3%B6%C3%9Fe%20a.sw.yaml';
    expect(result!.locations[0].physicalLocation).toEqual({ artifactLocation: { uri, uriBaseId: 'SRCROOT' }, region });
    expect(result!.fixes).toMatchObject([
      {
        description: { text: 'Change to "wait"' },
        artifactChanges: [{ artifactLocation: { uri }, replacements: [{ deletedRegion: region, insertedContent: { text: 'wait' } }] }],
      },
    ]);
    expect(exit).toBe(1);
  });

  test('has addresses that lead to the files', async () => {
    const files = { 'a b/#1 100%.sw.yaml': typo, 'clean.sw.yaml': clean };
    const { run, folder } = await sarif(files);
    const paths = run.artifacts.map(({ location: { uri } }) => fileURLToPath(new URL(uri, run.originalUriBaseIds.SRCROOT.uri)));
    expect(paths.sort()).toEqual(Object.keys(files).map((name) => join(folder, name)));
    const elsewhere = folderWith({ 'a.sw.yaml': typo });
    folders.push(elsewhere);
    const { run: other } = await sarif({}, [join(elsewhere, 'a.sw.yaml')]);
    expect(other.results[0]!.locations[0].physicalLocation.artifactLocation).toEqual({
      uri: pathToFileURL(join(elsewhere, 'a.sw.yaml')).href,
    });
  });

  test('points to what else is meant', async () => {
    const { run } = await sarif({ 'a.sw.yaml': twice });
    expect(run.results.flatMap(({ relatedLocations = [] }) => relatedLocations)[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: 'a.sw.yaml' }, region: { startLine: 3, startColumn: 5 } },
      message: { text: expect.any(String) as string },
    });
  });

  test('has no results for clean files, and says what could not be read', async () => {
    const fine = await sarif({ 'a.sw.yaml': clean, 'compose.yaml': 'services: {}\n' });
    expect(fine.run).toMatchObject({ results: [], artifacts: [{}], invocations: [{ executionSuccessful: true }] });
    const { run, exit } = await sarif({}, ['nope.yaml']);
    const [{ executionSuccessful, toolExecutionNotifications }] = run.invocations;
    expect([exit, executionSuccessful, toolExecutionNotifications[0]?.message.text]).toEqual([2, false, '"nope.yaml" does not exist.']);
  });

  test('explains what cannot be read, too', async () => {
    const { run } = await sarif({ 'a.sw.yaml': `${head}do: [ {\n` });
    expect(run.tool.driver.rules.map(({ id }) => id)).toEqual([expect.stringMatching(/^syntax\//)]);
    expect(run.tool.driver.rules[0]!.help.text).toMatch(/^What cannot be read/);
  });
});

describe('github', () => {
  /** As the runner reads a command. */
  const commands = (out: string) =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [, name, properties, message] = /^::(\w+) (.*?)::(.*)$/.exec(line)!;
        const plain = (text: string) => text.replace(/%(0A|0D|3A|2C|25)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
        const entries = properties!.split(',').map((each): [string, string] => {
          const at = each.indexOf('=');
          return [each.slice(0, at), plain(each.slice(at + 1))];
        });
        return { name, ...Object.fromEntries(entries), message: plain(message!) };
      });

  test('is a command a problem', async () => {
    const { out, exit } = await report('github', { 'a.sw.yaml': typo });
    expect(out).toBe(
      '::error file=a.sw.yaml,line=3,endLine=3,col=15,endColumn=19,title=schema/unknown-property::Unknown property "wiat" in this task. Did you mean "wait"?\n',
    );
    expect(exit).toBe(1);
  });

  test.each([
    ['warning', `${head}do:\n  - a: { wait: PT1S, then: end }\n  - b: { wait: PT1S }\n`],
    ['notice', soft],
  ])('says %s where it is no error', async (name, text) => {
    const { out } = await report('github', { 'a.sw.yaml': text });
    expect(commands(out).map((each) => each.name)).toContain(name);
  });

  test('escapes what would end a property or a message', async () => {
    const { out } = await report('github', { 'a,b:c 100%.sw.yaml': typo.replace('wiat', '"100%25"') });
    expect(out).toContain('file=a%2Cb%3Ac 100%25.sw.yaml,');
    expect(commands(out)).toMatchObject([{ file: 'a,b:c 100%.sw.yaml', message: expect.stringContaining('"100%25"') as string }]);
  });

  test('gives no columns of the end of what spans lines', async () => {
    const { out } = await report('github', { 'a.sw.yaml': `${head}do:\n  - a:\n      wait:\n        - PT1S\n        - PT2S\n` });
    for (const line of out.trimEnd().split('\n')) {
      const isOneLine = /,line=(\d+),endLine=\1,/.test(line);
      expect([isOneLine, /endLine/.test(line), /endColumn/.test(line)]).toEqual([isOneLine, isOneLine, isOneLine]);
    }
  });

  test('names files as the repository does', async () => {
    const folder = realpathSync(folderWith({ 'deep/er/a.sw.yaml': typo }));
    folders.push(folder);
    const { out } = await heddle(program, join(folder, 'deep'), ['lint', '--format', 'github', './er'], {
      env: { GITHUB_WORKSPACE: folder },
    });
    expect(commands(out)).toMatchObject([{ file: 'deep/er/a.sw.yaml' }]);
  });

  test('is silent of clean files, and says what could not be read', async () => {
    expect((await report('github', { 'a.sw.yaml': clean })).out).toBe('');
    expect((await report('github', {}, ['nope.yaml'])).out).toBe('::error title=Heddle::"nope.yaml" does not exist.\n');
  });
});

describe('junit', () => {
  interface Element {
    name: string;
    attributes: Record<string, string>;
    children: (Element | string)[];
  }
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  const plain = (text: string) =>
    text.replace(/&(?:#(\d+)|(\w+));|&/g, (_, number?: string, name?: string) => {
      if (number) return String.fromCharCode(Number(number));
      if (name && entities[name]) return entities[name];
      throw new Error(`& in ${text}`);
    });
  /** A small, strict reader of XML: elements, attributes, text. */
  function parse(text: string): Element {
    const root: Element = { name: '', attributes: {}, children: [] };
    const open = [root];
    const body = text.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, '');
    expect(body).not.toBe(text);
    for (const [, close, name, attributes, empty, words] of body.matchAll(/<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>|([^<>]+)|[^]/g)) {
      const parent = open.at(-1)!;
      if (words !== undefined) parent.children.push(...(words.trim() === '' ? [] : [plain(words)]));
      else if (close) expect(open.pop()!.name).toBe(name);
      else {
        expect(name).toBeDefined();
        const pairs = [...attributes!.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]): [string, string] => [key!, plain(value!)]);
        const made = { name: name!, attributes: Object.fromEntries(pairs), children: [] };
        parent.children.push(made);
        if (!empty) open.push(made);
      }
    }
    expect(open).toEqual([root]);
    return root.children[0] as Element;
  }
  const junit = async (...given: [Readonly<Record<string, string>>, (readonly string[])?]) => parse((await report('junit', ...given)).out);
  const elements = ({ children }: Element) => children.filter((each): each is Element => typeof each !== 'string');

  test('is a suite a file and a case a problem', async () => {
    const root = await junit({ 'a.sw.yaml': typo, 'b.sw.yaml': clean, 'c.sw.yaml': soft, 'compose.yaml': 'services: {}\n' });
    expect([root.name, root.attributes]).toEqual(['testsuites', { name: 'heddle', tests: '3', failures: '1', errors: '0', time: '0' }]);
    const suites = elements(root);
    expect(suites.map(({ name, attributes: { name: file, tests, failures } }) => [name, file, tests, failures])).toEqual([
      ['testsuite', 'a.sw.yaml', '1', '1'],
      ['testsuite', 'b.sw.yaml', '1', '0'],
      ['testsuite', 'c.sw.yaml', '1', '0'],
    ]);
    const [[bad], [good], [told]] = suites.map(elements) as [Element[], Element[], Element[]];
    expect(bad!.attributes).toMatchObject({ name: 'schema/unknown-property at 3:15', classname: 'a.sw.yaml' });
    expect(elements(bad!)).toEqual([
      {
        name: 'failure',
        attributes: { message: 'Unknown property "wiat" in this task. Did you mean "wait"?', type: 'schema/unknown-property' },
        children: ['a.sw.yaml:3:15  error  Unknown property "wiat" in this task. Did you mean "wait"?'],
      },
    ]);
    expect([good!.attributes['name'], good!.children]).toEqual(['no problems', []]);
    expect(elements(told!)[0]).toMatchObject({ name: 'system-out', children: [expect.stringContaining('"unused"')] });
  });

  test('warnings fail where they make the command fail', async () => {
    const files = { 'a.sw.yaml': `${head}do:\n  - a: { wait: PT1S, then: end }\n  - b: { wait: PT1S }\n` };
    expect((await junit(files)).attributes['failures']).toBe('0');
    expect((await junit(files, ['--max-warnings', '0', '.'])).attributes['failures']).toBe('1');
  });

  test('escapes names and messages', async () => {
    const name = `<a> & 'b'.sw.yaml`;
    const root = await junit({ [name]: typo.replace('wiat', `"<x> & ]]> \\u0001 'y'"`) });
    expect(elements(root)[0]!.attributes['name']).toBe(name);
    expect(JSON.stringify(root)).toContain("<x> & ]]> \ufffd 'y'");
  });

  test('says what could not be read', async () => {
    const root = await junit({ 'a.sw.yaml': clean }, ['a.sw.yaml', 'nope.yaml']);
    expect(root.attributes).toMatchObject({ tests: '2', failures: '0', errors: '1' });
    expect(JSON.stringify(elements(root)[0])).toContain('does not exist.');
  });
});
