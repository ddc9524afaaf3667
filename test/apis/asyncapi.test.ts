import { expect, test } from 'vitest';
import type { ApiDocument } from '../../server/src/apis/document.ts';
import { readApi } from '../../server/src/apis/read.ts';

const read = (text: string): ApiDocument => {
  const found = readApi('file:///chat.yaml', text);
  if (!('api' in found)) throw new Error('failure' in found ? found.failure : 'a schema');
  return found.api;
};
const brief = (api: ApiDocument) =>
  (['operations', 'channels', 'servers'] as const).map((of) =>
    api[of].map(({ name, detail, summary }) => [name, detail, ...(summary ? [summary] : [])]),
  );

const second = `
asyncapi: 2.6.0
info: { title: Chat }
servers: { main: { url: example.com, protocol: kafka } }
channels:
  chat/{room}:
    description: A room.
    publish: { operationId: say, summary: Says something., message: { payload: { type: object } } }
    subscribe: { operationId: hear }
  silent: { subscribe: { message: {} } }
  shared: { $ref: '#/components/channels/shared' }
components: { channels: { shared: { publish: { operationId: share } } } }
`;

const third = `
asyncapi: 3.0.0
info: { title: Chat }
servers: { main: { host: example.com, protocol: ws } }
channels:
  room: { address: 'chat/{room}', messages: {} }
operations:
  say: { action: send, channel: { $ref: '#/channels/room' }, title: Says something. }
  hear: { action: receive, channel: { $ref: '#/channels/none' } }
  other: { $ref: 'other.yaml#/say' }
`;

test('version 2 has operations in its channels', () => {
  const api = read(second);
  expect(api).toMatchObject({ kind: 'asyncapi', version: '2.6.0', title: 'Chat', isWhole: true });
  expect(brief(api)).toEqual([
    [
      ['say', 'publish · chat/{room}', 'Says something.'],
      ['hear', 'subscribe · chat/{room}'],
      ['share', 'publish · shared'],
    ],
    [
      ['chat/{room}', 'publish · subscribe', 'A room.'],
      ['silent', 'subscribe'],
      ['shared', 'publish'],
    ],
    [['main', 'kafka · example.com']],
  ]);
});

test('version 3 has them beside the channels', () => {
  const api = read(third);
  expect(api).toMatchObject({ version: '3.0.0', isWhole: true });
  expect(brief(api)).toEqual([
    [
      ['say', 'send · chat/{room}', 'Says something.'],
      ['hear', 'receive · none'],
      ['other', 'operation'],
    ],
    [['room', 'chat/{room}']],
    [['main', 'ws · example.com']],
  ]);
});

test('knows what it does not know', () => {
  expect(read(second.replace("'#/components/channels/shared'", './shared.yaml')).isWhole).toBe(false);
  expect(read(third.replace(/operations:\n[^]*/, 'operations: { $ref: ./operations.yaml }\n')).isWhole).toBe(false);
  const item = (given: string, version = '2.6.0') =>
    read(`asyncapi: ${version}\nx: &x { operationId: a, subscribe: { operationId: b } }\nchannels: ${given}\n`).isWhole;
  expect(item('{ a: { publish: { $ref: other.yaml } } }')).toBe(false);
  expect(item('{ a: { publish: { <<: *x } } }')).toBe(false);
  expect(item('{ a: { <<: *x } }')).toBe(false);
  expect(item('{ a: { publish: { <<: *x, operationId: c } } }')).toBe(true);
  expect(item('{ a: { publish: { message: {} } } }')).toBe(true);
  expect(item('{ <<: *x }', '3.0.0')).toBe(false);
  expect(item('{ a: { $ref: other.yaml } }', '3.0.0')).toBe(true);
  expect(readApi('file:///chat.yaml', 'asyncapi: 1.2.0')).toEqual({
    failure: 'is written in a version of asyncapi that is not known here: "1.2.0".',
  });
});

test.each([second, third])('may be read while it is written', (text) => {
  for (let end = 0; end <= text.length; end += 3) expect(() => readApi('file:///a.yaml', text.slice(0, end))).not.toThrow();
});
