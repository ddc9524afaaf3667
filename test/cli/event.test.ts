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

const workflow = `document: { dsl: 1.0.3, namespace: a, name: order, version: 1.0.0 }
schedule: { on: { one: { with: { type: com.example.order, source: '/[a-z]+' } } } }
do:
  - paid: { listen: { to: { any: [ { with: { type: com.example.Order, data: '\${ .id > 2 }' } } ] } } }
`;

describe('heddle event match', () => {
  const match = async (args: readonly string[]) => {
    const folder = folderWith({ ...files, 'flows/order.sw.yaml': workflow, 'other.cloudevent.json': event('1').replace('order', 'lost') });
    folders.push(folder);
    return heddle(program, folder, ['event', 'match', ...args], {});
  };

  test('says which workflow an event starts, and which it nearly wakes', async () => {
    expect(await match(['one.json', 'flows'])).toEqual({
      exit: 0,
      out: [
        'one.json',
        '  starts "order"  (flows/order.sw.yaml /schedule/on/one)',
        '  misses "paid" in "order": "type" differs in case and an expression decides about "data"  (flows/order.sw.yaml /do/0/paid/listen/to/any/0)',
        '',
      ].join('\n'),
      err: '',
    });
    expect(await match(['other.cloudevent.json', 'flows'])).toMatchObject({
      exit: 1,
      out: 'other.cloudevent.json\n  reaches no workflow\n',
    });
    expect((await match(['batch.json', 'flows'])).out).toContain('batch.json event 2\n');
    expect((await match(['many.jsonl', 'flows'])).out).toContain('many.jsonl event 2\n  starts "order"');
  });

  test('as JSON, every filter with its verdict', async () => {
    const { exit, out } = await match(['--format', 'json', 'sent.http', 'flows/order.sw.yaml']);
    expect(exit).toBe(1);
    const filter = { event: { file: 'sent.http', index: 0 }, workflow: 'flows/order.sw.yaml', verdict: 'misses' };
    expect(JSON.parse(out)).toEqual([
      { ...filter, at: '/schedule/on/one', why: [{ attribute: 'type', message: 'it wants "com.example.order" as "type"' }] },
      {
        ...filter,
        at: '/do/0/paid/listen/to/any/0',
        why: [
          { attribute: 'type', message: 'it wants "com.example.Order" as "type"' },
          { attribute: 'data', message: 'an expression decides about "data"' },
        ],
      },
    ]);
  });

  test.each([
    [['one.json'], 'No workflow in these files waits for events.'],
    [['flows'], 'No event is in these files.'],
    [[], 'Write files of events and of workflows.'],
    [['nowhere.json', 'flows'], '"nowhere.json"'],
  ])('%j cannot be done', async (args, words) => {
    const { exit, err } = await match(args);
    expect(exit).toBe(2);
    expect(err).toContain(words);
  });
});

describe('heddle event sample', () => {
  const sample = async (...args: string[]) => {
    const folder = folderWith({ 'order.sw.yaml': workflow });
    folders.push(folder);
    return heddle(program, folder, ['event', 'sample', ...args], {});
  };

  test('prints what a filter lets through', async () => {
    const { exit, out } = await sample('order.sw.yaml');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toEqual({
      specversion: '1.0',
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      source: expect.stringMatching(/^\/[a-z]+$/),
      type: 'com.example.order',
      time: expect.stringMatching(/Z$/),
    });
    expect(JSON.parse((await sample('order.sw.yaml', '/do/0/paid/listen/to/any/0')).out)).toMatchObject({
      type: 'com.example.Order',
      data: null,
    });
  });

  test('says which filters there are', async () => {
    expect(await sample('order.sw.yaml', '/do/1')).toMatchObject({
      exit: 2,
      err: 'heddle: No filter stands at "/do/1". There is: /schedule/on/one, /do/0/paid/listen/to/any/0.\n',
    });
  });
});
