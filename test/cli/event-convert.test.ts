import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { built } from '../support/built.ts';
import { folderWith, heddle, remove } from '../support/command-line.ts';

let program: string;
const folders: string[] = [];
beforeAll(async () => {
  program = await built('cli', 'event-convert');
});
afterEach(() => folders.splice(0).forEach(remove));

const event = '{ "specversion": "1.0", "id": "1", "source": "/a", "type": "a.b" }';
const files = {
  'one.cloudevent.json': event,
  'two.cloudevents.jsonl': `${event}\n${event}\n`,
  'broken.cloudevent.json': '{ "specversion": "1.0", "id": "", "source": "/a", "type": "a.b" }',
  'list.cloudevent.json': event.replace('}', ', "data": [1] }'),
  'message.http': 'POST /\nce-specversion: 1.0\nce-id: 1\nce-source: /a\nce-type: a.b\nContent-Type: text/plain\n\nhello\n',
  'other.http': 'GET /\n',
};
const run = (args: readonly string[], input?: string) => {
  const folder = folderWith(files);
  folders.push(folder);
  return heddle(program, folder, ['event', 'convert', ...args], { input });
};

describe('heddle event convert', () => {
  const kafka = 'Key: (none)\n\nHeaders:\nce_specversion: 1.0\nce_id: 1\nce_source: /a\nce_type: a.b\n\nValue:\n(none)\n';
  const message = 'POST https://example.com/ HTTP/1.1\nce-specversion: 1.0\nce-id: 1\nce-source: /a\nce-type: a.b\n';

  test.each([
    ['kafka', 'one.cloudevent.json', kafka],
    ['kafka', 'two.cloudevents.jsonl', `${kafka}\n---\n\n${kafka}`],
    ['http-binary', 'one.cloudevent.json', `${message}\n`],
    ['http-binary', 'two.cloudevents.jsonl', `${message}\n###\n\n${message}`],
    ['http-binary', 'message.http', `${message}Content-Type: text/plain\n\nhello`],
    [
      'json',
      'message.http',
      '{\n  "specversion": "1.0",\n  "id": "1",\n  "source": "/a",\n  "type": "a.b",\n  "datacontenttype": "text/plain",\n  "data": "hello"\n}\n',
    ],
  ])('--to %s %s', async (to, file, out) => expect(await run(['--to', to, file])).toEqual({ exit: 0, out, err: '' }));

  test('from standard input, and back', async () => {
    const { out } = await run(['--to', 'http-batch', '-'], `${event}\n${event}`);
    const back = await run(['--to', 'json', '-'], out);
    expect(JSON.parse(back.out)).toEqual([JSON.parse(event), JSON.parse(event)]);
    const command = await run(['--to', 'curl', '-'], `[${event}]`);
    expect(JSON.parse((await run(['--to=json', '-'], command.out)).out)).toEqual(JSON.parse(event));
  });

  test.each([
    [['--to', 'json', 'broken.cloudevent.json'], 1, 'broken.cloudevent.json:1:31  "id" is empty.'],
    [['--to', 'kn', 'list.cloudevent.json'], 1, '"list.cloudevent.json" cannot be converted. "kn event send" sends data that is an object'],
    [['--to', 'json', 'nothing.json'], 2, 'heddle: "nothing.json" does not exist.\n'],
    [['--to', 'json', 'other.http'], 2, 'heddle: "other.http" holds no event.\n'],
    [['--to', 'htp', 'one.cloudevent.json'], 2, '"htp" is not a value for "--to". Use http-binary, '],
    [['one.cloudevent.json'], 2, 'Say what to convert to, as in "--to http-binary". See "heddle event convert --help".'],
    [['--to', 'json'], 2, 'Name one file to convert.'],
  ])('%j', async (args, exit, words) => {
    const ended = await run(args);
    expect({ exit: ended.exit, out: ended.out }).toEqual({ exit, out: '' });
    expect(ended.err).toContain(words);
  });

  test('--help', async () => {
    const { exit, out } = await run(['--help']);
    expect(exit).toBe(0);
    expect(out).toContain('Usage: heddle event convert --to ENCODING FILE');
    expect(out).toMatch(/^ {2}mqtt3 {12}structured/m);
  });
});
