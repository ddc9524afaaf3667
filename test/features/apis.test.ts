/** Completion, hover, definition and signatures in calls of services that documents of the workspace describe. `|` is the cursor. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, Location, MarkupContent, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { describe, expect, test } from 'vitest';
import { createLanguageService } from '../../server/src/service.ts';
import { apply } from '../support/editor.ts';
import { marked } from '../support/marked.ts';
import { open, workspaceOf } from '../workspace/files.ts';

const service = createLanguageService();
const documents = {
  'file:///shop/pets.yaml': `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    get:
      operationId: listPets
      summary: All pets.
      parameters: [ { name: limit, in: query, schema: { type: integer } }, { name: status, in: query, schema: { enum: [ free, sold ] } } ]
    post: { operationId: addPet, requestBody: { content: { application/json: { schema: { properties: { name: { type: string } } } } } } }
  /pets/{id}:
    get:
      operationId: showPet
      summary: One *pet*.
      parameters:
        - { name: id, in: path, description: Which one., schema: { type: integer } }
        - { name: X-Trace, in: header, required: true, schema: { type: string } }
        - { name: fields, in: query }
`,
  'file:///shop/chat.yaml': `asyncapi: 3.0.0
servers: { main: { host: example.com, protocol: ws } }
channels: { room: { address: 'chat/{room}', messages: { said: { payload: { properties: { text: {}, by: { properties: { age: {} } } } } } } } }
operations:
  say: { action: send, channel: { $ref: '#/channels/room' }, summary: Says something. }
`,
  'file:///shop/greet.proto': `syntax = "proto3";
package greet;
service Greeter {
  // Says hello.
  rpc SayHello (Hello) returns (Hello);
}
enum Tone { WARM = 0; COOL = 1; }
message Hello {
  string name = 1; // Whom.
  Tone tone = 2;
  map<string, Hello> others = 3;
}
`,
};

const at = (source: string, uri = 'file:///shop/order.sw.yaml') => {
  const { text, offset } = marked(source);
  const doc = open(uri, text);
  return { text, doc, position: doc.positionAt(offset), workspace: workspaceOf({ [uri]: text, ...documents }) };
};
const items = (source: string, uri?: string): CompletionItem[] => {
  const { doc, position, workspace } = at(source, uri);
  return service.complete(workspace, doc, position);
};
const labels = (source: string, uri?: string) => items(source, uri).map(({ label }) => label);
const accept = (source: string, label: string, uri?: string) =>
  apply(
    marked(source).text,
    items(source, uri).find((each) => each.label === label)!,
  );

const block = (rest: string) => `document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - find:
      call: openapi
      with:
        document:
          endpoint: pets.yaml
${rest}`;
const json = (rest: string) =>
  `{
  "document": { "dsl": "1.0.3", "namespace": "shop", "name": "order", "version": "1.0.0" },
  "do": [
    {
      "find": {
        "call": "openapi",
        "with": {
          "document": { "endpoint": "pets.yaml" },
          ${rest}
        }
      }
    }
  ]
}`;
const inJson = 'file:///shop/order.sw.json';

describe('completion', () => {
  test('offers operations, with what they are', () => {
    const found = items(block('        operationId: |'));
    expect(found.map(({ label, detail }) => [label, detail])).toEqual([
      ['listPets', 'GET /pets'],
      ['addPet', 'POST /pets'],
      ['showPet', 'GET /pets/{id}'],
    ]);
    expect((found[2]!.documentation as MarkupContent).value).toBe('One \\*pet\\*.');
  });

  test.each([
    ['openapi', 'document', 'operationId', '        |'],
    ['asyncapi', 'document', 'operation', '        |'],
    ['asyncapi', 'document', 'name', '        server:\n          |'],
    ['grpc', 'proto', 'method', '        service: { name: a }\n        |'],
  ])('opens the list behind a key whose value names something: %s, %s.%s', (kind, holder, key, rest) => {
    const source = block(rest).replace('openapi', kind).replace('document:\n', `${holder}:\n`);
    expect(items(source).find(({ label }) => label === key)?.command?.command).toBe('editor.action.triggerSuggest');
  });

  test('brings what an operation needs', () => {
    expect(accept(block('        operationId: |\n'), 'showPet')).toBe(
      block('        operationId: showPet\n        parameters:\n          id: ${ |.id }\n          X-Trace: ${ ."X-Trace" }\n'),
    );
    expect(accept(block('        operationId: |\n        redirect: true\n'), 'showPet')).toBe(
      block(
        '        operationId: showPet\n        parameters:\n          id: ${ |.id }\n          X-Trace: ${ ."X-Trace" }\n        redirect: true\n',
      ),
    );
    expect(accept(block("        operationId: 'sh|'\n"), 'showPet')).toContain("        operationId: 'showPet'\n        parameters:\n");
    expect(accept(json('"operationId": "|"'), 'showPet', inJson)).toBe(
      json(`"operationId": "showPet",
          "parameters": {
            "id": "\${ |.id }",
            "X-Trace": "\${ .\\"X-Trace\\" }"
          }`),
    );
    const flow = (rest: string) =>
      `document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }\ndo:\n  - a: { call: openapi, with: { document: { endpoint: pets.yaml }, ${rest} } }\n`;
    expect(accept(flow('operationId: |'), 'showPet')).toBe(
      flow(`operationId: showPet, parameters: { id: "\${ |.id }", X-Trace: "\${ .\\"X-Trace\\" }" }`),
    );
  });

  test('brings nothing where nothing is needed, or parameters are written, or a comment stands behind', () => {
    expect(accept(block('        operationId: |\n'), 'listPets')).toBe(block('        operationId: listPets\n'));
    const written = '        parameters: { id: 1 }\n';
    expect(accept(block(`        operationId: |\n${written}`), 'showPet')).toBe(block(`        operationId: showPet\n${written}`));
    expect(accept(block('        operationId: | # which\n'), 'showPet')).toBe(block('        operationId: showPet # which\n'));
  });

  test('offers what an operation takes, required values first, and their values', () => {
    const found = items(block('        operationId: showPet\n        parameters:\n          |'));
    expect(found.map(({ label, detail }) => [label, detail])).toEqual([
      ['id', 'path · required'],
      ['X-Trace', 'header · required'],
      ['fields', 'query'],
    ]);
    expect(labels(block('        operationId: showPet\n        parameters:\n          id: 1\n          |'))).toEqual(['X-Trace', 'fields']);
    expect(labels(block('        operationId: listPets\n        parameters: { status: | }\n'))).toEqual(
      expect.arrayContaining(['free', 'sold']),
    );
    expect(labels(json('"operationId": "addPet", "parameters": { "|" }'), inJson)).toEqual(['name']);
  });

  test('knows nothing of documents that are elsewhere, or cannot be read', () => {
    expect(labels(block('        operationId: |').replace('pets.yaml', 'https://example.com/pets.yaml'))).toEqual([]);
    expect(labels(block('        operationId: |').replace('pets.yaml', 'other.yaml'))).toEqual([]);
  });

  test('offers what AsyncAPI documents name', () => {
    const ask = (rest: string) => block(rest).replace('openapi', 'asyncapi').replace('pets.yaml', 'chat.yaml');
    expect(labels(ask('        operation: |'))).toEqual(['say']);
    expect(labels(ask('        channel: |'))).toEqual(['room']);
    expect(labels(ask('        operation: say\n        server:\n          name: |'))).toEqual(expect.arrayContaining(['main']));
    const message = '        operation: say\n        message:\n          payload:\n            ';
    expect(labels(ask(`${message}|`))).toEqual(['text', 'by']);
    expect(labels(ask(`${message}by:\n              |`))).toEqual(['age']);
    expect(hover(ask('        operation: s|ay'))).toBe(
      'Says something.\n\n`send · chat/{room}`\n\noperation · [chat.yaml](file:///shop/chat.yaml#L5)',
    );
  });

  test('offers what proto files name, and brings the fields of a message', () => {
    const ask = (rest: string) =>
      block(rest).replace('openapi', 'grpc').replace('document:\n', 'proto:\n').replace('pets.yaml', 'greet.proto');
    expect(labels(ask('        service:\n          name: |'))).toEqual(['greet.Greeter', '${ }']);
    const service = '        service: { name: greet.Greeter, host: localhost }\n';
    expect(labels(ask(`${service}        method: |`))).toEqual(['SayHello', '${ }']);
    expect(accept(ask(`${service}        method: |\n`), 'SayHello')).toBe(
      ask(
        `${service}        method: SayHello\n        arguments:\n          name: \${ |.name }\n          tone: \${ .tone }\n          others: \${ .others }\n`,
      ),
    );
    expect(labels(ask(`${service}        method: SayHello\n        arguments:\n          tone: |`))).toEqual(
      expect.arrayContaining(['WARM', 'COOL']),
    );
    expect(
      labels(ask(`${service}        method: SayHello\n        arguments:\n          others:\n            ada:\n              |`)),
    ).toEqual(expect.arrayContaining(['name', 'tone']));
    expect(hover(ask(`${service}        method: Say|Hello\n`))).toBe(
      [
        'Says hello.',
        '`SayHello(Hello) returns (Hello)`',
        '- `name` · field · text — Whom.\n- `tone` · field · `WARM`, `COOL`\n- `others` · field · mapping',
        'method · [greet.proto](file:///shop/greet.proto#L5)',
      ].join('\n\n'),
    );
  });

  test('offers the documents that a call may name', () => {
    const call = (kind: string, key: string, endpoint = '|') =>
      `document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }\ndo:\n  - a:\n      call: ${kind}\n      with:\n        ${key}:\n          endpoint: ${endpoint}\n`;
    const paths = (source: string) => labels(source, 'file:///shop/flows/order.sw.yaml').filter((label) => label.includes('.'));
    expect(paths(call('openapi', 'document'))).toEqual(['../pets.yaml']);
    expect(paths(call('asyncapi', 'document', '../c|'))).toEqual(['../chat.yaml']);
    expect(paths(call('grpc', 'proto'))).toEqual(['../greet.proto']);
    expect(paths(call('grpc', 'proto', '\n            uri: |'))).toEqual(['../greet.proto']);
    expect(paths(call('http', 'document'))).toEqual([]);
  });

  test('works in a function', () => {
    const source = `document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
use:
  functions:
    show:
      call: openapi
      with:
        document: { endpoint: pets.yaml }
        operationId: |
`;
    expect(labels(source)).toEqual(['listPets', 'addPet', 'showPet']);
  });
});

const hover = (source: string, uri?: string) => {
  const { doc, position, workspace } = at(source, uri);
  return (service.hover(workspace, doc, position)?.contents as MarkupContent | undefined)?.value;
};

describe('hover', () => {
  test('says what an operation is, what it takes, and where it stands', () => {
    expect(hover(block('        operationId: sh|owPet\n'))).toBe(
      [
        'One \\*pet\\*.',
        '`GET /pets/{id}`',
        '- `id` · path · required · whole number — Which one.\n- `X-Trace` · header · required · text\n- `fields` · query',
        'operation · [pets.yaml](file:///shop/pets.yaml#L12)',
      ].join('\n\n'),
    );
  });
  test('says what a parameter is', () => {
    expect(hover(block('        operationId: showPet\n        parameters: { i|d: 1 }\n'))).toBe(
      '`id` · path · required · whole number — Which one.\n\npath · [pets.yaml](file:///shop/pets.yaml#L15)',
    );
  });
  test('says what a document is', () => {
    expect(hover(block('        operationId: showPet\n').replace('pets.yaml', 'pets|.yaml'))).toBe('Pets\n\nOpenAPI 3.1.0 · 3 operations');
  });
  test('says what the key is where the document has no such name', () => {
    expect(hover(block('        operationId: oth|er\n'))).toContain('The operation, by its');
  });
});

test.each([
  ['an operation', '        operationId: show|Pet\n', 11],
  ['a parameter', '        operationId: showPet\n        parameters:\n          fiel|ds: 1\n', 16],
])('%s leads into its document', (_, rest, line) => {
  const { doc, position, workspace } = at(block(rest));
  expect(service.definition(workspace, doc, position) as Location).toMatchObject({
    uri: 'file:///shop/pets.yaml',
    range: { start: { line } },
  });
});

test('signature help tells what an operation takes', () => {
  const { doc, position, workspace } = at(block('        operationId: showPet\n        parameters:\n          id: |\n'));
  expect(service.signatureHelp(workspace, doc, position)).toMatchObject({
    signatures: [{ label: 'showPet(id: integer, X-Trace: string, fields?)', documentation: 'One *pet*.' }],
    activeParameter: 0,
  });
});

test('what is half written breaks nothing', () => {
  const whole = block('        operationId: showPet\n        parameters:\n          id: 1\n');
  for (let end = whole.indexOf('with:'); end <= whole.length; end++) {
    const source = `${whole.slice(0, end)}|`;
    const { doc, position, workspace } = at(source);
    service.complete(workspace, doc, position);
    service.hover(workspace, doc, position);
    service.definition(workspace, doc, position);
    service.signatureHelp(workspace, doc, position);
    service.diagnose(workspace, doc);
  }
});

describe('the sign-in of an operation', () => {
  const shop = `openapi: 3.0.0
paths:
  /a: { get: { operationId: login, security: [ { user: [] }, { token: [] }, { key: [] } ] } }
  /b: { get: { operationId: machine, security: [ { shop-login: [ read, write ] }, { open: [] }, { both: [], user: [] } ] } }
components:
  securitySchemes:
    user: { type: http, scheme: basic }
    token: { type: http, scheme: bearer }
    key: { type: apiKey, in: header, name: X-Key }
    shop-login: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://example.com/realm/token' } } }
    open: { type: openIdConnect, openIdConnectUrl: 'https://example.com/realm/.well-known/openid-configuration' }
`;
  const uri = 'file:///shop/order.sw.yaml';
  const stage = (source: string, at = uri) => {
    const { text, offset } = marked(source);
    const doc = open(at, text);
    const position = doc.positionAt(offset);
    const workspace = workspaceOf({ [at]: text, 'file:///shop/pets.yaml': shop });
    const actions = service
      .refactorings(workspace, doc, { start: position, end: position })
      .filter(({ title }) => /authentication/.test(title));
    return {
      titles: actions.map(({ title }) => title),
      done: (title: string): string => {
        const [change] = actions.find((each) => each.title === title)!.edit!.documentChanges as TextDocumentEdit[];
        return TextDocument.applyEdits(TextDocument.create(at, 'yaml', 1, text), change!.edits as TextEdit[]);
      },
    };
  };
  const head = 'document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }\n';
  const without = (text: string) => text.slice(head.length);

  test('is offered for each way that a workflow can take', () => {
    expect(stage(block('        operationId: log|in\n')).titles).toEqual([
      'Add authentication of "login" (basic)',
      'Add authentication of "login" (bearer)',
    ]);
    expect(stage(block('        operationId: machi|ne\n')).titles).toEqual([
      'Add authentication of "machine" (oauth2)',
      'Add authentication of "machine" (oidc)',
    ]);
    expect(stage(block('        operationId: machi|ne\n        authentication: { use: x }\n')).titles).toEqual([]);
  });

  test('is written with its secret', () => {
    const call = block('        operationId: log|in\n');
    const after = (secrets: string, value: string) => `${secrets}${without(marked(call).text)}        authentication:\n${value}`;
    expect(without(stage(call).done('Add authentication of "login" (basic)'))).toBe(
      after('use:\n  secrets:\n    - user\n', '          basic:\n            use: user\n'),
    );
    const machine = call.replace('log|in', 'machi|ne');
    expect(stage(machine).done('Add authentication of "machine" (oauth2)')).toContain(
      [
        '        authentication:',
        '          oauth2:',
        '            authority: https://example.com',
        '            grant: client_credentials',
        '            client:',
        '              id: ${ $secrets.shopLogin.id }',
        '              secret: ${ $secrets.shopLogin.secret }',
        '            scopes:',
        '              - read',
        '              - write',
        '            endpoints:',
        '              token: /realm/token',
        '',
      ].join('\n'),
    );
    expect(stage(machine).done('Add authentication of "machine" (oidc)')).toContain('            authority: https://example.com/realm\n');
  });

  test('takes a secret that is declared, and stands in JSON as well', () => {
    const declared = block('        operationId: log|in\n').replace(head, `${head}use: { secrets: [ user ] }\n`);
    expect(stage(declared).done('Add authentication of "login" (basic)')).toBe(
      `${marked(declared).text}        authentication:\n          basic:\n            use: user\n`,
    );
    const found = stage(json('"operationId": "log|in"'), inJson);
    expect(JSON.parse(found.done('Add authentication of "login" (bearer)'))).toMatchObject({
      use: { secrets: ['token'] },
      do: [{ find: { with: { operationId: 'login', authentication: { bearer: { use: 'token' } } } } }],
    });
  });
});
