/** `«…»` marks what is a link, the whole of it. */
import { describe, expect, test } from 'vitest';
import { createLanguageService } from '../../server/src/service.ts';
import { ranged } from '../support/marked.ts';
import { open } from '../workspace/files.ts';

const service = createLanguageService();
const uri = 'file:///shop/flows/order.sw.yaml';
const links = (source: string, at = uri) => {
  const { text, ranges } = ranged(source);
  const doc = open(at, text);
  const found = service.documentLinks(doc);
  expect(found.map(({ range }) => range)).toEqual(ranges.map((each) => doc.range(each)));
  return found.map(({ target }) => target);
};

describe('links of a workflow', () => {
  test.each<[what: string, source: string, targets: readonly string[]]>([
    [
      'an endpoint',
      'do:\n  - a: { call: http, with: { method: get, endpoint: "«https://api.example/pets?x=1#y»" } }\n',
      ['https://api.example/pets?x=1#y'],
    ],
    [
      'one with its sign-in',
      'do:\n  - a:\n      call: http\n      with:\n        method: get\n        endpoint:\n          uri: «http://api.example/»\n',
      ['http://api.example/'],
    ],
    [
      'an OpenAPI document beside it',
      "do:\n  - a: { call: openapi, with: { document: { endpoint: '«../specs/pets.json#/paths»' }, operationId: get } }\n",
      ['file:///shop/specs/pets.json'],
    ],
    [
      'a proto file, as the specification writes it',
      'do:\n  - a: { call: grpc, with: { proto: { endpoint: «file://app/greet.proto» } } }\n',
      ['file:///shop/flows/app/greet.proto'],
    ],
    [
      'a file by its whole path',
      'do:\n  - a: { call: grpc, with: { proto: { endpoint: «file:///app/my%20greet.proto» } } }\n',
      ['file:///app/my%20greet.proto'],
    ],
    [
      'an AsyncAPI document',
      'do:\n  - a: { call: asyncapi, with: { document: { endpoint: «chat.yaml» }, operation: x } }\n',
      ['file:///shop/flows/chat.yaml'],
    ],
    ['a schema', 'input:\n  schema:\n    resource:\n      endpoint: «./order.json»\ndo: []\n', ['file:///shop/flows/order.json']],
    [
      'a catalog',
      'use:\n  catalogs:\n    mine:\n      endpoint: «https://github.com/acme/catalog»\ndo: []\n',
      ['https://github.com/acme/catalog'],
    ],
    [
      'a script',
      'do:\n  - a: { run: { script: { language: js, source: { endpoint: { uri: «scripts/a.js» } } } } }\n',
      ['file:///shop/flows/scripts/a.js'],
    ],
    [
      'a function by its address',
      'do:\n  - a: { call: "«https://functions.example/log/function.yaml»" }\n',
      ['https://functions.example/log/function.yaml'],
    ],
    [
      'one inside a function',
      'use:\n  functions:\n    f: { call: http, with: { method: get, endpoint: «https://f.example/» } }\ndo: []\n',
      ['https://f.example/'],
    ],
    [
      'the schema of an event',
      'do:\n  - a: { emit: { event: { with: { type: x, source: https://s.example, dataschema: «https://x.example/s.json» } } } }\n',
      ['https://x.example/s.json'],
    ],
    [
      'an operation of 0.x',
      'id: w\nspecVersion: "0.8"\nfunctions:\n  - { name: f, operation: «specs/greet.json#hello» }\n  - { name: g, operation: .greeting.name, type: expression }\nstates: []\n',
      ['file:///shop/flows/specs/greet.json'],
    ],
    [
      'none that are computed, templates, or no addresses of files',
      'do:\n  - a: { call: http, with: { method: get, endpoint: "https://api.example/{id}" } }\n  - b: { call: http, with: { method: get, endpoint: "${ .url }" } }\n  - c: { call: http, with: { method: get, endpoint: /orders } }\n  - d: { call: http, with: { method: get, endpoint: "https://" } }\n  - e: { call: http, with: { method: get, endpoint: urn:x:y.json } }\n  - f: { set: { endpoint: "https://api.example" } }\n  - g: { call: greet }\n',
      [],
    ],
  ])('%s', (_, source, targets) => {
    expect(links(source)).toEqual(targets);
  });

  test('relative paths lead nowhere from what is not saved yet', () => {
    const doc = service.open({
      uri: 'untitled:Untitled-1',
      languageId: 'workflow-yaml',
      version: 1,
      text: 'input: { schema: { resource: { endpoint: a.json } } }\ndo: []\n',
    });
    expect(service.documentLinks(doc)).toEqual([]);
  });
});

test('the schema of an event file', () => {
  const event = '{ "specversion": "1.0", "type": "x", "source": "/s", "id": "1", "dataschema": "«https://x.example/s.json»" }';
  expect(links(event, 'file:///x.cloudevent.json')).toEqual(['https://x.example/s.json']);
});

test.each([
  ['https://api.example/pets', 'Open api.example'],
  ['file:///shop/my%20pets.json', 'Open "my pets.json"'],
])('%s says %s', (target, tooltip) => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  expect(service.resolveLink({ range, target })).toEqual({ range, target, tooltip });
});
