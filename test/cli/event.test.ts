import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { built } from '../support/built.ts';
import { folderWith, heddle, remove } from '../support/command-line.ts';

let program: string;
const folders: string[] = [];
beforeAll(async () => {
  program = await built('cli', 'event');
});
afterEach(() => folders.splice(0).forEach(remove));

const event = (id: string, more = ''): string =>
  `{ "specversion": "1.0", "id": "${id}", "source": "/a", "type": "com.example.order"${more} }`;
const files = {
  'one.json': event('1', ', "hop": 7, "paid": true, "data": { "id": 3 }'),
  'batch.json': `[${event('1')}, ${event('2', ', "subject": "x"')}]`,
  'many.jsonl': `${event('1')}\n${event('2')}\n`,
  'sent.http': 'POST /\nce-specversion: 1.0\nce-id: 2\nce-type: a%20b\nce-source: /a\nContent-Type: text/plain\n\nhello\n',
  'broken.json': '{ "specversion": "1.0", ',
  'nothing.json': '[]',
};
const run = (args: readonly string[], input?: string) => {
  const folder = folderWith(files);
  folders.push(folder);
  return heddle(program, folder, ['event', ...args], { input });
};

describe('heddle event query', () => {
  test.each([
    ['hop + 1', 'one.json', '8\n', 1],
    ['paid', 'one.json', 'true\n', 0],
    ["type LIKE 'com.%'", 'one.json', 'true\n', 0],
    ["CONCAT(id, '\"')", 'one.json', '"1\\""\n', 1],
    ["subject = 'x'", 'batch.json', 'error: The event has no "subject".\ntrue\n', 0],
    ["id = '3'", 'batch.json', 'false\nfalse\n', 1],
    ['id = 2', 'many.jsonl', 'false\ntrue\n', 0],
    ["type = 'a b' AND datacontenttype = 'text/plain'", 'sent.http', 'true\n', 0],
  ])('%s of %s', async (expression, file, out, exit) => {
    expect(await run(['query', expression, file])).toEqual({ exit, out, err: '' });
  });

  test.each([
    ['an event', event('2')],
    ['a batch', `[${event('1')},\n ${event('2')}]`],
    ['events one a line', `${event('1')}\n\n${event('2')}\n`],
    ['an HTTP message', files['sent.http']],
  ])('of standard input: %s', async (_, input) => {
    const { exit, out, err } = await run(['query', 'id = 2', '-'], input);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/true\n$/);
  });

  test('a bad expression is shown with a mark under the place', async () => {
    expect(await run(['query', "id = '1'\nAND type ==", 'one.json'])).toEqual({
      exit: 2,
      out: '',
      err: 'heddle: CESQL writes "=", not "==".\n  AND type ==\n           ^^\n',
    });
    expect((await run(['query', 'lenght(id) = 1', 'one.json'])).err).toBe(
      'heddle: CESQL has no function "LENGHT". Did you mean "LENGTH"?\n  lenght(id) = 1\n  ^^^^^^\n',
    );
  });

  test('what only looks like a mistake is told, and done', async () => {
    const { exit, out, err } = await run(['query', "NOT id = 'true'", 'one.json']);
    expect({ exit, out }).toEqual({ exit: 1, out: 'error: "1" is not true or false.\n' });
    expect(err).toMatch(/^heddle: NOT belongs to "id" alone\./);
  });

  test.each([
    [['query', 'id = 1'], 'heddle: Write one expression, in quotes, and one file. See "heddle event query --help".\n'],
    [['query', 'id = 1', 'gone.json'], 'heddle: "gone.json" does not exist.\n'],
    [['query', 'id = 1', 'nothing.json'], 'heddle: "nothing.json" holds no event.\n'],
    [['qurey'], 'heddle: Unknown command "qurey". Did you mean "query"? See "heddle event --help".\n'],
  ])('%j cannot run', async (args, err) => {
    expect(await run(args)).toEqual({ exit: 2, out: '', err });
  });

  test('a file that cannot be read', async () => {
    const { exit, err } = await run(['query', 'id = 1', 'broken.json']);
    expect(exit).toBe(2);
    expect(err).toMatch(/^heddle: broken\.json:1:\d+ {2}\S/);
  });
});

test.each([
  [['--help'], 'heddle event <command>'],
  [['query', '-h'], 'heddle event query EXPRESSION FILE'],
  [['help', 'query'], 'heddle event query EXPRESSION FILE'],
])('heddle event %j prints help', async (args, usage) => {
  const { exit, out, err } = await run(args);
  expect(out).toContain(`Usage: ${usage}`);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
});
