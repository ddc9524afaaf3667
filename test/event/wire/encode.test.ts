import { describe, expect, test } from 'vitest';
import type { EncodingId } from '../../../server/src/encodings.ts';
import { encoded, one, readBack } from './wire.ts';

const required = '"specversion": "1.0", "id": "A 1", "source": "/orders", "type": "com.example.order.placed"';
const event = (more: string): string => `{ ${required}${more && `, ${more}`} }`;
const order = event(
  '"subject": "Grüße 100%", "partitionkey": "c7", "sampledrate": 30, "datacontenttype": "application/json", "data": { "id": 12345678901234567890, "price": 2.50, "to": "it\'s" }',
);

describe('an order on the wire', () => {
  test.each<[EncodingId, string]>([
    [
      'http-binary',
      `POST https://example.com/ HTTP/1.1
ce-specversion: 1.0
ce-id: A%201
ce-source: /orders
ce-type: com.example.order.placed
ce-subject: Gr%C3%BC%C3%9Fe%20100%25
ce-partitionkey: c7
ce-sampledrate: 30
Content-Type: application/json

{"id":12345678901234567890,"price":2.50,"to":"it's"}`,
    ],
    [
      'kafka',
      `Key: c7

Headers:
ce_specversion: 1.0
ce_id: A 1
ce_source: /orders
ce_type: com.example.order.placed
ce_subject: Grüße 100%
ce_partitionkey: c7
ce_sampledrate: 30
content-type: application/json

Value:
{"id":12345678901234567890,"price":2.50,"to":"it's"}
`,
    ],
    [
      'mqtt5',
      `Content Type: application/json

User Properties:
specversion: 1.0
id: A 1
source: /orders
type: com.example.order.placed
subject: Grüße 100%
partitionkey: c7
sampledrate: 30

Payload:
{"id":12345678901234567890,"price":2.50,"to":"it's"}
`,
    ],
    [
      'amqp',
      `Properties:
content-type: application/json

Application Properties:
cloudEvents_specversion: 1.0
cloudEvents_id: A 1
cloudEvents_source: /orders
cloudEvents_type: com.example.order.placed
cloudEvents_subject: Grüße 100%
cloudEvents_partitionkey: c7
cloudEvents_sampledrate: 30

Application Data:
{"id":12345678901234567890,"price":2.50,"to":"it's"}
`,
    ],
    [
      'nats',
      `Headers:
ce-specversion: 1.0
ce-id: A%201
ce-source: /orders
ce-type: com.example.order.placed
ce-subject: Gr%C3%BC%C3%9Fe%20100%25
ce-partitionkey: c7
ce-sampledrate: 30
ce-datacontenttype: application/json

Payload:
{"id":12345678901234567890,"price":2.50,"to":"it's"}
`,
    ],
    [
      'curl',
      `curl https://example.com/ \\
  -H 'ce-specversion: 1.0' \\
  -H 'ce-id: A%201' \\
  -H 'ce-source: /orders' \\
  -H 'ce-type: com.example.order.placed' \\
  -H 'ce-subject: Gr%C3%BC%C3%9Fe%20100%25' \\
  -H 'ce-partitionkey: c7' \\
  -H 'ce-sampledrate: 30' \\
  -H 'Content-Type: application/json' \\
  --data-raw '{"id":12345678901234567890,"price":2.50,"to":"it'\\''s"}'
`,
    ],
  ])('%s', (encoding, text) => {
    expect(one(encoding, order)).toBe(text);
  });

  test('structured: the event on lines, with its digits', () => {
    const json = one('json', event('"data": 1.0')).trimEnd();
    expect(json).toBe(
      '{\n  "specversion": "1.0",\n  "id": "A 1",\n  "source": "/orders",\n  "type": "com.example.order.placed",\n  "data": 1.0\n}',
    );
    const structured = `Content-Type: application/cloudevents+json; charset=utf-8\n\n${json}`;
    expect(one('http-structured', event('"data": 1.0'))).toBe(`POST https://example.com/ HTTP/1.1\n${structured}`);
    expect(one('mqtt3', event('"data": 1.0'))).toBe(`Payload:\n${json}\n`);
    expect(one('websocket', event('"data": 1.0'))).toBe(`Subprotocol: cloudevents.json\n\nText Frame:\n${json}\n`);
  });

  test('several: one after another, or as one batch', () => {
    const batch = `[${event('')}, ${event('"data": {}')}]`;
    expect(encoded('kafka', batch)).toHaveLength(2);
    expect(readBack(one('http-batch', batch))).toEqual(JSON.parse(batch));
    expect(one('http-batch', batch)).toContain('\nContent-Type: application/cloudevents-batch+json; charset=utf-8\n');
    expect(JSON.parse(one('json', `[${event('')}]`))).toHaveLength(1);
    expect(one('http-batch', '[]')).toMatch(/\n\n\[\]$/);
  });
});

describe('data', () => {
  const body = (more: string): string => one('http-binary', event(more)).split('\n\n').slice(1).join('\n\n');
  const type = (more: string): string | undefined => /^Content-Type: (.*)$/m.exec(one('http-binary', event(more)))?.[1];

  test.each([
    ['', ''],
    ['"data": { "a": [1, null] }', '{"a":[1,null]}'],
    ['"data": "a"', '"a"'],
    ['"data": null', 'null'],
    ['"datacontenttype": "application/vnd.a+json; v=1", "data": "a"', '"a"'],
    ['"datacontenttype": "text/plain", "data": "a\\n\\nb "', 'a\n\nb '],
    ['"datacontenttype": "text/plain", "data": null', ''],
    ['"datacontenttype": "text/plain", "data_base64": "aGVsbG8="', 'hello'],
    ['"datacontenttype": "image/png", "data_base64": "AAECAw=="', '<base64: AAECAw==>'],
    // Space at its end would get lost.
    ['"datacontenttype": "text/plain", "data_base64": "aGVsbG8K"', '<base64: aGVsbG8K>'],
    ['"data_base64": null', ''],
  ])('%s', (more, expected) => expect(body(more)).toBe(expected));

  test('without a type it is JSON as "data", and nobody knows what as "data_base64"', () => {
    expect(type('"data": {}')).toBe('application/json');
    expect(type('"data_base64": "AA=="')).toBeUndefined();
    expect(type('"datacontenttype": null, "data": {}')).toBe('application/json');
    expect(type('')).toBeUndefined();
    expect(one('curl', event('"data_base64": "aGVsbG8="'))).toContain(`-H 'Content-Type:' \\\n  --data-raw 'hello'`);
    expect(one('curl', event('"data_base64": "AA=="'))).toMatch(/^printf %s AA== \| base64 -d \|\ncurl [\s\S]* --data-binary @-\n$/);
    expect(one('curl', event(''))).toMatch(/^curl -X POST https/);
  });
});

describe('kn event send', () => {
  test('a field for each value, and what it leaves out', () => {
    expect(
      one('kn', event('"time": "2026-11-27T13:00:00Z", "subject": "x", "data": { "a": { "b": 2.5, "c": "7" }, "d": true, "e": "it\'s" }')),
    ).toBe(`# The time is when it is sent.
# 1 attribute cannot be set and is left out: "subject".
kn event send \\
  --id 'A 1' \\
  --source /orders \\
  --type com.example.order.placed \\
  --field a.b=2.500000 \\
  --raw-field a.c=7 \\
  --field d=true \\
  --raw-field 'e=it'\\''s' \\
  --to https://example.com/
`);
  });

  test.each([
    ['"data": [1]', '"kn event send" sends data that is an object, and this is none. Use curl.'],
    ['"data": { "a": [1] }', '"kn event send" cannot send "data.a", which is a list. Use curl.'],
    ['"data": { "a": { "b": null } }', '"kn event send" cannot send "data.a.b", which is null. Use curl.'],
    ['"data": { "a.b": 1 }', '"kn event send" cannot send the key "a.b". Use curl.'],
    ['"data": { "a": 0.12345678 }', '"kn event send" cannot send "data.a" with all its digits. Use curl.'],
    ['"datacontenttype": "text/plain", "data": "a"', '"kn event send" sends JSON alone, and "text/plain" is none. Use curl.'],
  ])('%s', (more, refused) => expect(encoded('kn', event(more))).toBe(refused));
});

describe('what cannot be', () => {
  test.each<[string, string]>([
    ['"data": 1, "data_base64": "AA=="', 'An event carries its data once. Remove "data" or "data_base64".'],
    ['"myExt": "a"', '"myExt" is no name of an attribute: these are lower-case letters and digits.'],
    ['"ext": {}', '"ext" holds an object, and an attribute is one value.'],
    ['"datacontenttype": "a/b\\nx: y", "data": "a"', '"a/b…" is not a media type.'],
    ['"datacontenttype": "text/plain", "data": {}', '"text/plain" is not JSON, so "data" must be text.'],
    ['"data_base64": "@"', '"data_base64" is no base64.'],
    ['"data": [1', 'The event cannot be read. '],
  ])('%s', (more, refused) => expect(encoded('http-binary', event(more))).toContain(refused));

  test('of several, which', () => {
    expect(encoded('kafka', `[${event('')}, ${event('"ext": []')}]`)).toBe('Event 2: "ext" holds a list, and an attribute is one value.');
  });

  test('a line break stays in its line', () => {
    expect(one('kafka', event('"subject": "a\\nce_x: 1"'))).toContain('ce_subject: "a\\nce_x: 1"\n');
    expect(one('http-binary', event('"subject": "a\\nce-x: 1"'))).toContain('ce-subject: a%0Ace-x:%201\n');
  });
});

describe('back to JSON', () => {
  const head = 'ce-specversion: 1.0\nce-id: 1\nce-source: /a\nce-type: a.b\n';
  const attributes = { specversion: '1.0', id: '1', source: '/a', type: 'a.b' };

  test.each<[string, object]>([
    [`POST /\n${head}`, {}],
    [`HTTP/1.1 200 OK\n${head}ce-sampledrate: 30\n`, { sampledrate: '30' }],
    [`POST /\n${head}CE-Subject: Euro%20%E2%82%AC%20%f0%9f%98%80%2520\n`, { subject: 'Euro € 😀%20' }],
    [`POST /\n${head}ce-subject: "a \\"b\\" %20"\n`, { subject: 'a "b"  ' }],
    [`POST /\n${head}Content-Type: text/xml\n\n<order id="1"/>\n`, { datacontenttype: 'text/xml', data: '<order id="1"/>' }],
    [`POST /\n${head}Content-Type: image/png\n\nhello\n`, { datacontenttype: 'image/png', data_base64: 'aGVsbG8=' }],
    [`POST /\n${head}Content-Type: image/png\n\n<base64: AAE=>\n`, { datacontenttype: 'image/png', data_base64: 'AAE=' }],
    [`POST /\n${head}\n{ "a": 1 }\n`, { data: { a: 1 } }],
    [`POST /\n${head}\nhello\n`, { data_base64: 'aGVsbG8=' }],
  ])('%s', (message, more) => expect(readBack(message)).toEqual({ ...attributes, ...more }));

  const command = "curl -H 'ce-specversion: 1.0' -H 'ce-id: 1' -H ce-source:/a -H 'ce-type: a.b' x";
  test.each<[string, object]>([
    [command, {}],
    [`$ ${command} --json '{ "a": "it'\\''s" }'`, { datacontenttype: 'application/json', data: { a: "it's" } }],
    [`${command} -H "Content-Type: text/plain" --data-raw '@home'`, { datacontenttype: 'text/plain', data: '@home' }],
    [`${command} -H 'Content-Type:' -d 'hello'`, { data_base64: 'aGVsbG8=' }],
    [
      `curl x -H 'Content-Type: application/cloudevents+json' -d "{\\"specversion\\":\\"1.0\\",\\"id\\":\\"1\\",\\"source\\":\\"/a\\",\\"type\\":\\"a.b\\"}"`,
      {},
    ],
  ])('%s', (text, more) => expect(readBack(text)).toEqual({ ...attributes, ...more }));

  test.each([
    [`POST /\n${head}\n< order.json\n`, 'The data stands in another file, which is not read. Write it into the message first.'],
    [`${command} -d @order.json`, 'The data stands in another file, which is not read. Write it into the message first.'],
    [`POST /\n${head}ce-time: {{now}}\n`, '"time" is filled in when the message is sent. Write its value first.'],
    [`POST /\n${head}\n{ "a": {{n}} }\n`, 'Parts of the body are filled in when the message is sent. Write their values first.'],
    [`${command} -d "{\\"a\\": $N}"`, '"data" is filled in when the message is sent. Write its value first.'],
    [`POST /\n${head}Content-Type: application/json\n\n{ "a" }\n`, 'The event cannot be read. A colon is missing after "a".'],
  ])('%s', (message, refused) => expect(encoded('json', message, 'http')).toBe(refused));
});
