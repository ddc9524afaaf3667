/** Calls of services that documents of the workspace describe. `«…»` marks what is said. */
import { describe, expect, test, vi } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-types';
import { diagnose, findings } from '../../server/src/features/diagnostics/diagnostics.ts';
import { codeActions } from '../../server/src/features/fixes/fixes.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import { withFile } from '../../server/src/workspace/workspace.ts';
import { summarise } from '../../server/src/workspace/summary.ts';
import { saidOf } from './said.ts';
import { open, workflow as workflowOf, workspaceOf } from './files.ts';

const workflow = (...given: Parameters<typeof workflowOf>): string => workflowOf(...given).replace("'1.0.0'", '1.0.3');

const pets = `openapi: 3.0.0
paths:
  /pets:
    get: { operationId: listPets, parameters: [ { name: limit, in: query }, { name: X-Trace, in: header, required: true } ] }
    post: { operationId: addPet, requestBody: { content: { application/json: { schema: { properties: { name: { type: string } } } } } } }
  /pets/{id}:
    get: { operationId: showPet, parameters: [ { name: id, in: path } ] }
`;
const uri = 'file:///shop/flows/order.sw.yaml';
const petsUri = 'file:///shop/flows/pets.yaml';

const said = (source: string, documents: Readonly<Record<string, string>> = { [petsUri]: pets }, at = uri) => saidOf(at, source, documents);

const call = (given: string): string => workflow('order', '1.0.0', `  - a: { call: openapi, with: { ${given} } }\n`);
const doc = 'document: { endpoint: pets.yaml }';

describe('an operation', () => {
  test.each([
    ['that is there', `${doc}, operationId: showPet, parameters: { id: 1 }`],
    ['that is computed', `${doc}, operationId: "\${ .operation }"`],
    ['of a document elsewhere', 'document: { endpoint: https://example.com/pets.yaml }, operationId: other'],
    ['of a document that is a template', 'document: { endpoint: "{name}.yaml" }, operationId: other'],
    ['whose arguments are merged in', `${doc}, operationId: showPet, parameters: { <<: { id: 1, colour: red } }`],
    [
      'of a document with its sign-in',
      'document: { endpoint: { uri: ./pets.yaml } }, operationId: showPet, parameters: { id: "${ .id }" }',
    ],
    ['of a document by its whole address', `document: { endpoint: "${petsUri}" }, operationId: showPet, parameters: { id: 1 }`],
    ['of a document behind file://', 'document: { endpoint: "file://pets.yaml" }, operationId: showPet, parameters: { id: 1 }'],
    ['with headers in any case', `${doc}, operationId: listPets, parameters: { x-trace: a }`],
    ['with members of a body', `${doc}, operationId: addPet, parameters: { name: a, owner: b, body: {} }`],
  ])('%s is right', (_, given) => {
    expect(said(call(given))).toEqual([]);
  });

  test('that is not there is named, with the one that may be meant', () => {
    expect(said(call(`${doc}, operationId: «showPets»`))).toEqual([
      'call/operation (error): "pets.yaml" has no operation "showPets". Did you mean "showPet"?',
    ]);
    expect(said(call(`${doc}, operationId: «purchase»`))).toEqual([
      'call/operation (error): "pets.yaml" has no operation "purchase". It has "listPets", "addPet" and "showPet".',
    ]);
  });

  test.each([
    [
      'in JSON',
      '{ "document": { "dsl": "1.0.3", "namespace": "a", "name": "b", "version": "1.0.0" },\r\n "do": [ { "a": { "call": "openapi", "with": { "document": { "endpoint": "pets.yaml" }, "operationId": "«showPets»" } } } ] }'.replace(
        '"«showPets»"',
        '«"showPets"»',
      ),
      'file:///shop/flows/order.sw.json',
    ],
    [
      'in block style',
      workflow(
        'order',
        '1.0.0',
        "  - a:\n      call: openapi\n      with:\n        document:\n          endpoint: 'pets.yaml'\n        operationId: «'showPets'»\n",
      ),
      uri,
    ],
    [
      'deep inside',
      workflow(
        'order',
        '1.0.0',
        `  - x: { do: [ { try: { try: [ { a: { call: openapi, with: { ${doc}, operationId: «showPets» } } } ], catch: {} } } ] }\n`,
      ),
      uri,
    ],
    [
      'in a function',
      `document: { dsl: 1.0.3, namespace: a, name: b, version: '1.0.0' }\nuse: { functions: { f: { call: openapi, with: { ${doc}, operationId: «showPets» } } } }\ndo: [ { a: { call: f } } ]\n`,
      uri,
    ],
  ])('is looked at %s', (_, source, at) => {
    expect(said(source, undefined, at)).toHaveLength(1);
  });

  test('needs what it requires, and takes no more than it knows', () => {
    expect(said(call(`${doc}, operationId: «showPet»`))).toEqual([
      'call/operation-parameters (warning): "showPet" needs "id". Write it under "parameters".',
    ]);
    expect(said(call(`${doc}, operationId: showPet, parameters: { «Id»: 1, «colour»: red }`))).toEqual([
      'call/operation-parameters (warning): "showPet" has no parameter "Id". Did you mean "id"?',
      'call/operation-parameters (warning): "showPet" has no parameter "colour". It takes "id".',
    ]);
  });

  test('takes the members of an object that is spread', () => {
    const query = (schema: string) => ({
      [petsUri]: `openapi: 3.0.0\npaths: { /a: { get: { operationId: find, parameters: [ { name: filter, in: query, required: true, ${schema} } ] } } }\n`,
    });
    const given = (parameters: string) => call(`${doc}, operationId: find, parameters: { ${parameters} }`);
    expect(said(given("'filter[name]': a"), query('style: deepObject, schema: { type: object }'))).toEqual([]);
    expect(said(given('nam: a'), query('schema: { type: object, properties: { nam: {}, names: {} } }'))).toEqual([]);
    expect(said(given('filter: { a: 1 }'), query('schema: { type: object }'))).toEqual([]);
  });

  test('names the first of many that it needs, takes or has, and how many more there are', () => {
    const names = [...'abcdefg'];
    const parameters = names.map((name) => `{ name: ${name}, in: query, required: true }`).join(', ');
    const paths = names
      .map((name) => `  /${name}:\n    get: { operationId: ${name}${name}${name}, parameters: [ ${parameters} ] }\n`)
      .join('');
    const many = { [petsUri]: `openapi: 3.0.0\npaths:\n${paths}` };
    expect(said(call(`${doc}, operationId: «aaa»`), many)).toEqual([
      'call/operation-parameters (warning): "aaa" needs "a", "b", "c", "d", "e" and 2 more. Write them under "parameters".',
    ]);
    expect(said(call(`${doc}, operationId: «purchase»`), many)).toEqual([
      'call/operation (error): "pets.yaml" has no operation "purchase". It has "aaa", "bbb", "ccc", "ddd", "eee" and 2 more.',
    ]);
  });

  test('of a document that is not all there may be anything', () => {
    const half = { [petsUri]: pets.replace('/pets/{id}:', '/other: { $ref: other.yaml }\n  /pets/{id}:') };
    expect(said(call(`${doc}, operationId: purchase`), half)).toEqual([]);
    expect(said(call(`${doc}, operationId: «showPet»`), half)).toHaveLength(1);
    const open = { [petsUri]: pets.replace('{ name: id, in: path }', '{ $ref: other.yaml }, { name: id, in: path }') };
    expect(said(call(`${doc}, operationId: showPet, parameters: { id: 1, colour: red }`), open)).toEqual([]);
  });
});

describe('a document', () => {
  test('that is nowhere is a hint: it may be elsewhere when the workflow runs', () => {
    expect(said(call('document: { endpoint: «specs/nothing.yaml» }, operationId: x'))).toEqual([
      'reference/unknown-document (hint): No file "nothing.yaml" is here. It has to be there when the workflow runs.',
    ]);
  });

  test('that describes no service, or another kind, says so once', () => {
    expect(said(call('document: { endpoint: «pets.yaml» }, operationId: x'), { [petsUri]: 'a: b' })).toEqual([
      'reference/unknown-document (warning): "pets.yaml" describes no service: it is neither OpenAPI nor AsyncAPI.',
    ]);
  });

  test.each([
    ['in the middle', 'openapi: 3.0.0\npaths:\n  /a: { get: { operationId: x } }\n  /b: { get: [ }\n', 4],
    ['before it says what it is', '"info": { a\n"openapi": "3.0.0",\n', 1],
  ])('that cannot be read says where: %s', (_, text, line) => {
    expect(said(call('document: { endpoint: «pets.yaml» }, operationId: other'), { [petsUri]: text })).toEqual([
      `reference/unknown-document (warning): "pets.yaml" cannot be read: look at line ${line}.`,
    ]);
  });

  test.each([
    ['with a space', 'my pets.yaml', 'file:///shop/flows/my%20pets.yaml'],
    ['with an escape', 'my%20pets.yaml', 'file:///shop/flows/my%20pets.yaml'],
    ['with letters of others', 'größe.yaml', 'file:///shop/flows/größe.yaml'],
    ['above', '../pets.yaml', 'file:///shop/pets.yaml'],
    ['outside of the folder', '/other/pets.yaml', 'file:///other/pets.yaml'],
    ['with backslashes', '"..\\\\pets.yaml"', 'file:///shop/pets.yaml'],
    ['on a drive', '"C:\\\\apis\\\\pets.yaml"', 'file:///C:/apis/pets.yaml'],
  ])('%s is found', (_, written, at) => {
    // Some of these are no URIs, which is said, too.
    const text = call(`document: { endpoint: ${written} }, operationId: showPets`);
    const codes = findings(workspaceOf({ [uri]: text, [at]: pets }), open(uri, text)).map(({ code }) => code);
    expect(codes).toContain('call/operation');
    expect(codes).not.toContain('reference/unknown-document');
  });

  test.each([
    ['./specs/pet.yaml', 'file:///shop/flows/specs/pets.yaml', 'specs/pets.yaml'],
    ['pets.yaml', 'file:///shop/apis/pets.yaml', '../apis/pets.yaml'],
    ['file:///other/pets.yaml', 'file:///shop/flows/pets.yaml', 'pets.yaml'],
  ])('%s that may be meant is named', (written, there, instead) => {
    const text = call(`document: { endpoint: ${written} }, operationId: listPets, parameters: { X-Trace: a }`);
    const order = open(uri, text);
    const [found, ...others] = findings(workspaceOf({ [uri]: text, [there]: pets }), order);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      severity: 'warning',
      message: `No file "${written.replace(/.*\//, '')}" is here. Did you mean "${instead}"?`,
    });
    const mended = applyEdits(text, found!.fixes!(order.tree)[0]!.edits);
    expect(mended).toBe(text.replace(written, instead));
    expect(findings(workspaceOf({ [uri]: mended, [there]: pets }), open(uri, mended))).toEqual([]);
  });
});

test('what is missing can be added, in the style of the text', () => {
  const fixed = (given: string, before = '  - a:\n      call: openapi\n      with:\n') => {
    const text = workflow('order', '1.0.0', before + given);
    const order = open(uri, text);
    const [first] = findings(workspaceOf({ [uri]: text, [petsUri]: pets }), order);
    return applyEdits(text, first!.fixes!(order.tree)[0]!.edits).slice(text.indexOf('with:') + 6);
  };
  const lines = '        document: { endpoint: pets.yaml }\n        operationId: showPet\n';
  expect(fixed(lines)).toBe(`${lines}        parameters:\n          id: \${ .id }\n`);
  expect(fixed(`${lines}        parameters: {}\n`)).toBe(`${lines}        parameters: { id: '\${ .id }' }\n`);
  expect(fixed(`${lines}        parameters:\n`)).toBe(`${lines}        parameters:\n          id: \${ .id }\n`);
  expect(
    fixed(`        document: { endpoint: pets.yaml }\n        operationId: listPets\n        parameters:\n          limit: 1\n`),
  ).toContain('          limit: 1\n          X-Trace: ${ ."X-Trace" }\n');
});

test('a rule is asked again when a document says something else, and before all files are known', () => {
  const text = call(`${doc}, operationId: showPets`);
  const order = open(uri, text);
  const whole = workspaceOf({ [uri]: text, [petsUri]: pets });
  const reading = { ...whole, complete: false };
  const first = findings(reading, order);
  expect(first.map(({ code }) => code)).toEqual(['call/operation']);
  // A line above, and another file, change nothing.
  expect(findings({ ...reading, documentRanges: new Map() }, order)).toBe(first);
  expect(
    findings(withFile(reading, summarise(open('file:///shop/b.sw.yaml', workflow('b', '1.0.0', '  - a: { set: {} }\n')))!), order),
  ).toBe(first);
  const other = workspaceOf({ [uri]: text, [petsUri]: pets.replace('showPet', 'showPets') });
  expect(findings(other, order).map(({ code }) => code)).toEqual(['call/operation-parameters']);
});

test('an edit looks at no address but those that it changed', () => {
  const calls = Array.from({ length: 50 }, (_, at) => `  - t${at}: { call: openapi, with: { ${doc}, operationId: listPets } }\n`).join('');
  const text = workflow('order', '1.0.0', `${calls}  - last: { set: { a: 1 } }\n`);
  const before = open(uri, text);
  const workspace = workspaceOf({ [uri]: text, [petsUri]: pets });
  expect(findings(workspace, before)).toHaveLength(50);
  const parse = vi.spyOn(globalThis, 'URL');
  try {
    const after = open(uri, text.replace('a: 1', 'a: 2'), before);
    expect(findings(workspace, after)).toHaveLength(50);
    summarise(after);
    expect(parse.mock.calls.filter(([address]) => String(address) === 'pets.yaml')).toEqual([]);
  } finally {
    parse.mockRestore();
  }
});

test('the document is one click away', () => {
  const text = call(`${doc}, operationId: showPets`);
  const order = open(uri, text);
  const workspace = workspaceOf({ [uri]: text, [petsUri]: pets });
  const at = order.range({ start: text.indexOf('showPets'), end: text.indexOf('showPets') });
  expect(codeActions(workspace, order, at).map(({ title }) => title)).toContain('Change to "showPet"');
  const [{ relatedInformation: [related] = [] }] = diagnose(workspace, order) as [Diagnostic];
  expect(related).toMatchObject({
    message: '"showPet" is here.',
    location: { uri: petsUri, range: { start: { line: 6, character: 24 } } },
  });
});

describe('AsyncAPI', () => {
  const second = { 'file:///shop/flows/chat.yaml': "asyncapi: 2.6.0\nchannels: { 'chat/{room}': { publish: { operationId: say } } }\n" };
  const third = {
    'file:///shop/flows/chat.yaml':
      "asyncapi: 3.0.0\nservers: { main: { host: a, protocol: ws } }\nchannels: { room: {} }\noperations: { say: { action: send, channel: { $ref: '#/channels/room' } } }\n",
  };
  const ask = (given: string): string =>
    workflow('order', '1.0.0', `  - a: { call: asyncapi, with: { document: { endpoint: chat.yaml }, ${given} } }\n`);
  test.each([
    ['an operation', third, 'operation: say, message: { payload: { whatever: 1 } }'],
    ['an operation and a server', third, 'operation: say, server: { name: main }, message: { payload: {} }'],
    ['a channel', second, "channel: 'chat/{room}', message: { payload: {} }"],
    ['an operation by a reference', third, "operation: '#/operations/say', message: { payload: {} }"],
    ['an operation by a reference with the file', third, "operation: 'chat.yaml#/operations/say', message: { payload: {} }"],
    ['a channel by a reference', second, "channel: '#/channels/chat~1{room}', message: { payload: {} }"],
    ['something else by a reference', second, "operation: '#/channels/chat~1{room}/publish', message: { payload: {} }"],
    ['an operation of version 2', second, 'operation: say, message: { payload: {} }'],
  ])('%s is there', (_, documents, given) => {
    expect(said(ask(given), documents)).toEqual([]);
  });
  test.each([
    ['operation: «sya», message: { payload: {} }', '"chat.yaml" has no operation "sya". Did you mean "say"?'],
    ["operation: «'#/operations/sya'», message: { payload: {} }", '"chat.yaml" has no operation "sya". Did you mean "say"?'],
    ['operation: say, server: { name: «mian» }, message: { payload: {} }', '"chat.yaml" has no server "mian". Did you mean "main"?'],
    ["channel: «'chat/room'», message: { payload: {} }", '"chat.yaml" has no channel "chat/room". It has "room".'],
  ])('%s is not', (given, message) => {
    expect(said(ask(given), third)).toEqual([`call/operation (error): ${message}`]);
  });
  test('is no OpenAPI', () => {
    expect(said(call('document: { endpoint: «chat.yaml» }, operationId: say'), third)).toEqual([
      'reference/unknown-document (warning): "chat.yaml" is an AsyncAPI document; "call: openapi" needs an OpenAPI document.',
    ]);
  });
});

describe('gRPC', () => {
  const greet = `syntax = "proto3";
package greet;
service Greeter { rpc SayHello (HelloRequest) returns (HelloRequest); rpc Ask (other.Question) returns (HelloRequest); }
service Other { rpc SayBye (HelloRequest) returns (HelloRequest); }
message HelloRequest { string full_name = 1; int32 age = 2; }
`;
  const protos = { 'file:///shop/flows/app/greet.proto': greet };
  const ask = (given: string): string =>
    workflow('order', '1.0.0', `  - a: { call: grpc, with: { proto: { endpoint: 'file://app/greet.proto' }, ${given} } }\n`);
  const service = (name: string): string => `service: { name: ${name}, host: localhost }`;
  test.each([
    ['by its full name', `${service('greet.Greeter')}, method: SayHello`],
    ['without its package', `${service('Greeter')}, method: SayHello, arguments: { full_name: Ada, age: 3 }`],
    ['with names as in JSON', `${service('Greeter')}, method: SayHello, arguments: { fullName: Ada }`],
    ['of a message elsewhere', `${service('Greeter')}, method: Ask, arguments: { anything: Ada }`],
    ['that is computed', `${service('"${ .name }"')}, method: SayHello`],
  ])('a method %s is there', (_, given) => {
    expect(said(ask(given), protos)).toEqual([]);
  });
  test.each([
    [
      `${service('«greet.Greter»')}, method: Whatever`,
      'error',
      '"greet.proto" has no service "greet.Greter". Did you mean "greet.Greeter"?',
    ],
    [`${service('Greeter')}, method: «SayBye»`, 'error', '"Greeter" has no method "SayBye". It has "SayHello" and "Ask".'],
    [`${service('Greeter')}, method: SayHello, arguments: { «agee»: 3 }`, 'warning', '"SayHello" has no field "agee". Did you mean "age"?'],
  ])('%s is not', (given, severity, message) => {
    expect(said(ask(given), protos)).toEqual([`call/operation${severity === 'error' ? '' : '-parameters'} (${severity}): ${message}`]);
  });
  test('is another kind of document than OpenAPI', () => {
    expect(said(call("document: { endpoint: «'file://app/greet.proto'» }, operationId: say"), protos)).toEqual([
      'reference/unknown-document (warning): "greet.proto" is a .proto file; "call: openapi" needs an OpenAPI document.',
    ]);
  });
  test('services may be in files that are imported, methods are in their service', () => {
    const more = { 'file:///shop/flows/app/greet.proto': greet.replace('package', 'import "other.proto";\npackage') };
    expect(said(ask(`${service('greet.Greter')}, method: Whatever`), more)).toEqual([]);
    expect(said(ask(`${service('Greeter')}, method: «Whatever»`), more)).toHaveLength(1);
  });
  test('a file that cannot be read says where', () => {
    expect(
      said(ask(`${service('Greeter')}, method: SayHello`).replace("'file://app/greet.proto'", "«'file://app/greet.proto'»"), {
        'file:///shop/flows/app/greet.proto': 'syntax = "proto3";\nservice {\n',
      }),
    ).toEqual(['reference/unknown-document (warning): "greet.proto" cannot be read: look at line 2.']);
  });
});
