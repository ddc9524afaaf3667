/** What depends on something else: on another key, on its value, on the release that is declared. */
import { describe, expect, test } from 'vitest';
import { saidOfForm as said } from '../support/findings.ts';
import { ranged } from '../support/marked.ts';

const head = "document: { dsl: '1.0.3', namespace: shop, name: order, version: '1.0.0' }\n";
const task = 'do:\n  - a: { wait: PT1S }\n';
const client = (body: string): string =>
  `use: { authentications: { a: { oauth2: { authority: https://i.example, grant: client_credentials, client: ${body} } } } }\n${task}`;

test.each<[text: string, message: string]>([
  [`«schedule»: {}\n${task}`, '"schedule" needs "every", "cron", "after" or "on".'],
  [
    'do:\n  - a: { call: a2a, with: { «sever»: https://a.example, method: message/send } }\n',
    'Unknown property "sever" in this A2A call. Did you mean "server"?',
  ],
  ['do:\n  - a: { call: a2a, «with»: { method: message/send } }\n', '"with" needs "agentCard" or "server".'],
  [
    'do:\n  - a: { call: a2a, with: { method: message/send, «colour»: red } }\n',
    'Unknown property "colour" in this A2A call, which needs "agentCard" or "server".',
  ],
  [client('{ secret: s }').replace('client:', '«client»:'), '"client" needs "id".'],
  [client('{ id: a, authentication: «private_key_jwt» }'), '"authentication: private_key_jwt" needs "assertion" beside it.'],
  ['do:\n  - a: { wait: { hours: 1, seconds: «-5» } }\n', '-5 is out of range: "seconds" is 0 or more.'],
  [`use: { retries: { r: { delay: PT1S, limit: { attempt: { count: «0» } } } } }\n${task}`, '0 is out of range: "count" is 1 or more.'],
  [
    `use: { retries: { r: { delay: PT1S, jitter: { from: «PT1M», to: { seconds: 59 } } } } }\n${task}`,
    '"from" (1 minute) is longer than "to" (59 seconds). Swap them.',
  ],
])('%s', (marked, message) => {
  const { text, ranges } = ranged(head + marked);
  const found = said(text);
  expect(found.map((each) => each.message)).toEqual([message]);
  expect([{ start: found[0]!.start, end: found[0]!.end }]).toEqual(ranges);
});

test.each([
  `schedule: { on: { one: { with: { type: a.b } } } }\n${task}`,
  client('{ authentication: none }'),
  client('{ id: a, assertion: "${ .jwt }", authentication: private_key_jwt }'),
  `use: { retries: { r: { delay: PT0S, jitter: { from: '\${ .from }', to: PT1S } } } }\n${task}`,
])('nothing is missing: %s', (text) => {
  expect(said(head + text)).toEqual([]);
});

describe('forms of a later release', () => {
  test.each<[task: string, message: string]>([
    ['emit: { event: { «with»: { type: x.y } } }', 'Leaving out "source" came with DSL 1.0.3, but this workflow declares "1.0.0".'],
    [
      'call: http\n      with: { method: get, endpoint: «"orders/{id}"» }',
      'A relative address came with DSL 1.0.3, but this workflow declares "1.0.0".',
    ],
    [
      'raise: { error: { type: «about:blank», status: 500 } }',
      'An address without "//" came with DSL 1.0.3, but this workflow declares "1.0.0".',
    ],
  ])('%s', (body, message) => {
    const { text, ranges } = ranged(`${head.replace('1.0.3', '1.0.0')}do:\n  - a:\n      ${body}\n`);
    const [only, ...others] = said(text);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ code: 'document/newer-than-declared', message });
    expect([{ start: only!.start, end: only!.end }]).toEqual(ranges);
    expect(said(only!.fixed['Declare 1.0.3']!)).toEqual([]);
  });
  test('one of them in many places is said once', () => {
    const call = 'call: http, with: { method: get, endpoint: "orders/{id}" }';
    const text = `${head.replace('1.0.3', '1.0.0')}do:\n  - a: { ${call} }\n  - b: { ${call} }\n  - c: { ${call} }\n`;
    expect(said(text).map(({ code }) => code)).toEqual(['document/newer-than-declared']);
  });
});
