/** What README and the hooks for pre-commit tell people to run, run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { languageOf, languages } from '../../server/src/languages.ts';
import { built, project } from '../support/built.ts';
import { folderWith, heddle, remove } from '../support/command-line.ts';

let program: string;
const folders: string[] = [];

beforeAll(async () => {
  program = await built('cli', 'in-ci');
});
afterEach(() => folders.splice(0).forEach(remove));

const right = "document: { dsl: '1.0.3', namespace: shop, name: order, version: '1.0.0' }\ndo:\n  - a: { wait: PT1H }\n";
const wrong = right.replace('PT1H', 'P1H');
const inFolder = (files: Parameters<typeof folderWith>[0]): string => {
  const folder = folderWith(files);
  folders.push(folder);
  return folder;
};
const textOf = (name: string): string => readFileSync(join(project, name), 'utf8');
/** The words behind "heddle", as a shell reads them. */
const argumentsOf = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].slice(1).map(([, quoted, word]) => quoted ?? word!);

describe('.pre-commit-hooks.yaml', () => {
  const hooks = parse(textOf('.pre-commit-hooks.yaml')) as { id: string; entry: string; language: string; files: string }[];

  test.each(hooks)('$id takes the files that may be ours, whatever they are called', async ({ id, entry, files }) => {
    const pattern = new RegExp(files);
    for (const end of languages.flatMap(({ extensions }) => extensions))
      expect([end, pattern.test(`flows/order${end}`)]).toEqual([end, true]);
    for (const name of ['read.txt', 'yaml', 'a.yaml.bak']) expect([pattern.test(name), languageOf(name)]).toEqual([false, undefined]);

    const folder = inFolder({ '-a b.sw.yaml': right, 'flows/b.sw.yaml': wrong, 'compose.yaml': 'services: {}\n' });
    const run = (...names: string[]) => heddle(program, folder, [...argumentsOf(entry), ...names]);
    expect((await run('-a b.sw.yaml', 'compose.yaml')).exit).toBe(0);
    const isMended = id.endsWith('fix');
    expect((await run('-a b.sw.yaml', 'flows/b.sw.yaml')).exit).toBe(isMended ? 0 : 1);
    expect(readFileSync(join(folder, 'flows/b.sw.yaml'), 'utf8')).toBe(isMended ? right : wrong);
  });

  test('has the hooks that README names', () => {
    const named = [...textOf('README.md').matchAll(/id: (heddle-[\w-]+)|`(heddle-lint[\w-]*)`/g)].map(([, id, words]) => id ?? words);
    expect(new Set(named)).toEqual(new Set(hooks.map(({ id }) => id)));
  });
});

describe('README', () => {
  const blocks = [...textOf('README.md').matchAll(/```(yaml|sh)\n([^]*?)```/g)].map(([, language, text]) => ({ language, text: text! }));
  const commands = blocks.flatMap(({ text }) =>
    [...text.matchAll(/^(?:.*run: )?(heddle [^|>#\n]+)/gm)].map(([, command]) => command!.trim()),
  );

  test('has YAML that can be read', () => {
    for (const { language, text } of blocks) if (language === 'yaml') expect(() => void parse(text)).not.toThrow();
  });

  test.each(commands)('%s', async (command) => {
    const event = '{ "specversion": "1.0", "id": "1", "source": "/a", "type": "com.example.order", "subject": "4711" }';
    const started = right.replace('do:', 'schedule: { on: { one: { with: { type: com.example.order } } } }\ndo:');
    const files = {
      'order.sw.yaml': right,
      'flows/order.sw.yaml': started,
      'workflows/order.sw.yaml': right,
      'events/order.sw.yaml': right,
      'order-placed.cloudevent.json': event,
      'events.jsonl': `${event}\n`,
    };
    const { exit, err } = await heddle(program, inFolder(files), argumentsOf(command));
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
  });

  test('names the commands of CI', () => {
    expect(commands.filter((command) => /--format (sarif|github)/.test(command))).toHaveLength(3);
  });
});
