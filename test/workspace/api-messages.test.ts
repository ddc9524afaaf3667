/** Messages that calls send, by what the documents of services say of them. `«…»` marks what is said. */
import { describe, expect, test } from 'vitest';
import { workflow } from './files.ts';
import { saidOf } from './said.ts';

const said = (source: string, documents: Readonly<Record<string, string>>) =>
  saidOf('file:///shop/flows/order.sw.yaml', source.replace("'1.0.0'", '1.0.3'), documents);

describe('what a message of AsyncAPI carries', () => {
  const chat = 'file:///shop/flows/chat.yaml';
  const said3 = (messages: string, more = ''): Record<string, string> => ({
    [chat]: `asyncapi: 3.0.0
id: urn:chat
channels: { room: { messages: { ${messages} } } }
operations: { say: { action: send, channel: { $ref: '#/channels/room' }${more} } }
components:
  messages: { shared: { payload: { $ref: '#/components/schemas/Said' } } }
  schemas:
    Said: { type: object, properties: { text: { type: string }, by: { $ref: '#/components/schemas/Person' }, re: { $ref: '#/components/schemas/Said' } }, required: [ text ] }
    Person: { type: object, properties: { age: { type: integer } }, additionalProperties: false }
`,
  });
  const shared = said3("a: { $ref: '#/components/messages/shared' }");
  const two = "a: { $ref: '#/components/messages/shared' }, b: { payload: { type: object, required: [ left ] } }";
  const ask = (given: string): string =>
    workflow('order', '1.0.0', `  - a: { call: asyncapi, with: { document: { endpoint: chat.yaml }, ${given} } }\n`);
  const say = (payload: string): string => ask(`operation: say, message: { ${payload} }`);
  test.each([
    ['as it is described', shared, 'payload: { text: a, by: { age: 3 }, re: { text: b } }'],
    ['an expression', shared, "payload: { text: '${ .a }', by: '${ .b }' }"],
    ['headers alone', shared, 'headers: { a: b }'],
    ['one of several', said3(two), 'payload: { left: true }'],
    ['the one that the operation names', said3(two, ", messages: [ { $ref: '#/channels/room/messages/b' } ]"), 'payload: { left: true }'],
    [
      'in another language',
      said3('a: { payload: { schemaFormat: application/vnd.apache.avro, schema: { type: record } } }'),
      'payload: { a: 1 }',
    ],
    ['of another file', said3('a: { payload: { $ref: said.yaml } }'), 'payload: { a: 1 }'],
    [
      'of a file inside',
      said3('a: { payload: { type: object, properties: { a: { $ref: said.yaml } }, required: [ b ] } }'),
      'payload: { a: 1 }',
    ],
    ['that is nowhere', said3("a: { payload: { $ref: '#/components/schemas/None' } }"), 'payload: { a: 1 }'],
    ['that is merged in', said3('a: { payload: { <<: { properties: { a: {} } }, additionalProperties: false } }'), 'payload: { a: 1 }'],
    [
      'of an operation of which more is merged in',
      { [chat]: shared[chat]!.replace('action: send', '<<: { messages: [] }, action: send') },
      'payload: { a: 1 }',
    ],
    ['not said of one', said3("a: { $ref: '#/components/messages/shared' }, b: {}"), 'payload: { a: 1 }'],
  ])('%s is right', (_, documents, message) => {
    expect(said(say(message), documents)).toEqual([]);
  });
  test.each([
    ['payload: { text: «1» }', shared, '"text" is a number, but "say" takes text. Quote it: "1".'],
    ['«payload»: { by: {} }', shared, '"payload" needs "text" as well. Write it inside.'],
    ['payload: { text: a, re: { text: b, by: { «agee»: 3 } } }', shared, '"say" takes no "agee" in "by". Did you mean "age"?'],
    ['«payload»: { a: 1 }', said3(two), '"payload" has none of the forms that "say" takes.'],
    [
      'payload: { text: «1» }',
      said3(
        "a: { payload: { schemaFormat: 'application/schema+json;version=draft-07', schema: { properties: { text: { type: string } } } } }",
      ),
      '"text" is a number, but "say" takes text. Quote it: "1".',
    ],
  ])('%s is not', (message, documents, words) => {
    expect(said(say(message), documents)).toEqual([`call/operation-data (warning): ${words}`]);
  });
  test('is not looked at in the middle of an edit', () => {
    const half = { [chat]: `${shared[chat]}  other: [\n` };
    const text = ask('operation: say, message: { payload: { text: 1 } }').replace('chat.yaml', '«chat.yaml»');
    expect(said(text, half)).toEqual([expect.stringContaining('reference/unknown-document')]);
  });
  test.each([
    ['on a channel', 'channel: room', 'room'],
    ['by an operation', 'operation: say', 'say'],
  ])('is told in version 2, too: %s', (_, named, name) => {
    const text = `asyncapi: 2.6.0
channels:
  room:
    publish: { operationId: say, message: { oneOf: [ { payload: { properties: { text: { type: string } } } } ] } }
    subscribe: { message: { payload: { properties: { text: { type: integer } } } } }
`;
    expect(said(ask(`${named}, message: { payload: { text: «1» } }`), { [chat]: text })).toEqual([
      `call/operation-data (warning): "text" is a number, but "${name}" takes text. Quote it: "1".`,
    ]);
    const avro = text.replace('payload:', "schemaFormat: 'application/vnd.apache.avro;version=1.9.0', payload:");
    expect(said(ask(`${named}, message: { payload: { text: 1 } }`), { [chat]: avro })).toEqual([]);
  });
});

describe('messages in messages of gRPC', () => {
  const protos = {
    'file:///shop/flows/greet.proto': `syntax = "proto3";
service Nests { rpc Nest (Nest) returns (Nest); }
message Nest {
  Inner inner = 1; repeated Inner all = 2; map<string, Inner> by_name = 3; google.protobuf.Timestamp at = 4; Open open = 5;
  message Inner { string full_name = 1; int32 depth = 2; Inner inner = 3; }
}
message Open { extensions 100 to 200; }
`,
  };
  const ask = (given: string): string =>
    workflow(
      'order',
      '1.0.0',
      `  - a: { call: grpc, with: { proto: { endpoint: greet.proto }, service: { name: Nests, host: localhost }, method: Nest, arguments: { ${given} } } }\n`,
    );
  test.each([
    ['with messages in it', `inner: { full_name: a, inner: { depth: 1 } }, all: [ { depth: 1 } ], byName: { x: {} }`],
    ['with messages that are computed', `inner: '\${ .a }', all: '\${ .b }'`],
    ['with messages of other files, and empty ones', `at: '2026-11-27T12:00:00Z', open: { a: 1 }, inner: null`],
  ])('%s are right', (_, given) => {
    expect(said(ask(given), protos)).toEqual([]);
  });
  test.each([
    ['inner: { «fullname»: a }', '"Nest" takes no "fullname" in "inner". Did you mean "full_name"?'],
    ['inner: { inner: { «colour»: a } }', '"Nest" takes no "colour" in "inner". It takes "full_name", "fullName", "depth" and "inner".'],
    ['all: [ { «dept»: a } ]', '"Nest" takes no "dept" in entry 1 of "all". Did you mean "depth"?'],
    ['by_name: { ada: { «dept»: a } }', '"Nest" takes no "dept" in "ada". Did you mean "depth"?'],
    ['all: «a»', '"all" is text, but "Nest" takes a list or nothing.'],
    ['«iner»: {}', '"Nest" has no field "iner". Did you mean "inner"?'],
  ])('%s is no message of it', (given, message) => {
    const code = given.startsWith('«') ? 'parameters' : 'data';
    expect(said(ask(given), protos)).toEqual([`call/operation-${code} (warning): ${message}`]);
  });
});
