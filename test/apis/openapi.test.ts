import { describe, expect, test } from 'vitest';
import type { ApiDocument } from '../../server/src/apis/document.ts';
import { readApi } from '../../server/src/apis/read.ts';

const read = (text: string, name = 'file:///petstore.yaml'): ApiDocument => {
  const found = readApi(name, text);
  if (!('api' in found)) throw new Error('failure' in found ? found.failure : 'a schema');
  return found.api;
};
const failure = (text: string, name = 'file:///petstore.yaml') => readApi(name, text);

const petstore = `
openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
security: [ { key: [] }, { shop: [ read ] } ]
paths:
  /pets:
    parameters:
      - { name: trace, in: header, schema: { type: string } }
      - { name: limit, in: query, required: true, schema: { type: string } }
    get:
      operationId: listPets
      summary: All pets.
      parameters:
        - { name: limit, in: query, description: How many., schema: { type: integer, default: 20 } }
        - { $ref: '#/components/parameters/status' }
        - { name: Authorization, in: header, required: true, schema: { type: string } }
    post:
      operationId: addPet
      security: []
      requestBody: { $ref: '#/components/requestBodies/pet' }
  /pets/{id}:
    get:
      operationId: showPet
      security: [ { login: [] } ]
      parameters:
        - { name: id, in: path, schema: { type: integer } }
    delete:
      summary: Nobody can call it by name.
components:
  parameters:
    status: { name: status, in: query, schema: { $ref: '#/components/schemas/Status' } }
  requestBodies:
    pet: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
  schemas:
    Status: { type: string, enum: [ free, sold ] }
    Pet:
      type: object
      properties: { name: { type: string, description: What it hears. }, parent: { $ref: '#/components/schemas/Pet' } }
      allOf: [ { properties: { age: { type: integer } } }, { $ref: '#/components/schemas/Pet' } ]
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    login: { type: http, scheme: Basic }
    shop: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://example.com/token, scopes: { read: To read } } } }
`;

const brief = ({ operations }: ApiDocument) =>
  operations.map(({ name, detail, parameters }) => [
    `${name}: ${detail}`,
    ...parameters.map((each) => `${each.in} ${each.name}${each.required ? '!' : ''}`),
  ]);

describe('OpenAPI', () => {
  test('says which operations there are, and what they take', () => {
    const api = read(petstore);
    expect(api).toMatchObject({ kind: 'openapi', version: '3.1.0', title: 'Pets', isWhole: true });
    expect(brief(api)).toEqual([
      ['listPets: GET /pets', 'query limit', 'query status', 'header trace', 'header X-Key'],
      ['addPet: POST /pets', 'query limit!', 'header trace', 'body name', 'body parent', 'body age'],
      ['showPet: GET /pets/{id}', 'path id!'],
    ]);
    expect(api.operations.map(({ isOpen }) => isOpen)).toEqual([false, true, false]);
    expect(api.operations[0]).toMatchObject({ summary: 'All pets.' });
    expect(api.operations[0]!.parameters.map(({ schema }) => schema)).toMatchObject([
      { type: ['integer'], own: 'How many.' },
      { type: ['string'], enum: ['free', 'sold'] },
      { type: ['string'] },
      { type: 'string' },
    ]);
  });

  test('says how to sign in', () => {
    expect(read(petstore).operations.map(({ security }) => security)).toMatchObject([
      [
        { name: 'key', type: 'other' },
        { name: 'shop', type: 'oauth2', address: 'https://example.com/token', scopes: ['read'] },
      ],
      [],
      [{ name: 'login', type: 'basic' }],
    ]);
  });

  test('says where each name stands, in JSON and after CRLF as well', () => {
    const text = `{\r
  "openapi": "3.0.3",\r
  "paths": { "/a b": { "get": { "operationId": "get", "parameters": [ { "name": "id", "in": "query" } ] } } }\r
}`;
    const found = readApi('file:///a.json', text);
    const lines = text.split('\r\n');
    const written = 'ranges' in found ? found.ranges.map(({ start, end }) => lines[start.line]!.slice(start.character, end.character)) : [];
    expect(written).toEqual(['get', 'id']);
  });

  test.each([
    ['version 2', 'swagger: "2.0"', 'type: string, enum: [ a ]', 'paths: { /a: { get: { operationId: a } } }'],
    ['version 3.2', 'openapi: 3.2.0', 'schema: { type: string, enum: [ a ] }', 'paths: { /a: { query: { operationId: a } } }'],
    ['a version that is written as a number', 'openapi: 3.1', '', 'paths: { /a: { additionalProperties: {}, get: { operationId: a } } }'],
  ])('of %s', (_, head, __, paths) => {
    expect(brief(read(`${head}\n${paths}\n`))).toHaveLength(1);
  });

  test('of version 3.2 knows methods of its own', () => {
    const text = 'openapi: 3.2.0\npaths: { /a: { additionalOperations: { COPY: { operationId: copy } } } }\n';
    expect(brief(read(text))).toEqual([['copy: COPY /a']]);
  });

  test('of version 2 has its types beside the names, and bodies among the parameters', () => {
    const text = `
swagger: '2.0'
securityDefinitions: { login: { type: basic }, shop: { type: oauth2, flow: application, tokenUrl: https://example.com/token } }
paths:
  /a:
    post:
      operationId: a
      security: [ { login: [] }, { shop: [] } ]
      parameters:
        - { name: kind, in: query, type: string, enum: [ x, y ] }
        - { name: body, in: body, schema: { $ref: '#/definitions/A' } }
definitions: { A: { properties: { size: { type: integer } } } }
`;
    const api = read(text);
    expect(brief(api)).toEqual([['a: POST /a', 'query kind', 'body size']]);
    expect(api.operations[0]).toMatchObject({
      isOpen: true,
      parameters: [{ schema: { type: ['string'], enum: ['x', 'y'] } }, {}],
      security: [{ type: 'basic' }, { type: 'oauth2', address: 'https://example.com/token' }],
    });
  });

  test('knows what it does not know', () => {
    const paths = (item: string) => `openapi: 3.0.0\npaths: { /a: ${item} }\n`;
    expect(read(paths(`{ $ref: './a.yaml' }`)).isWhole).toBe(false);
    expect(read(paths(`{ $ref: '#/paths/~1a' }`)).isWhole).toBe(false);
    expect(read(paths('{ get: { operationId: a, parameters: [ { $ref: other.yaml#/id } ] } }'))).toMatchObject({
      isWhole: true,
      operations: [{ isOpen: true }],
    });
    expect(read(paths('{ get: { operationId: a, paramet')).isWhole).toBe(false);
    expect(
      read(
        paths(
          `{ $ref: '#/components/pathItems/a', get: { operationId: a } } }\ncomponents: { pathItems: { a: { put: { operationId: b } } }`,
        ),
      ),
    ).toMatchObject({ isWhole: true, operations: [{ name: 'a' }, { name: 'b' }] });
  });

  test('does not look through merges, and knows that it does not', () => {
    const merged = (item: string) => `openapi: 3.0.0\nx: &x { parameters: [ { name: b, in: query } ] }\npaths: { /a: ${item} }\n`;
    expect(read(merged('{ get: { <<: *x, operationId: a } }'))).toMatchObject({ isWhole: true, operations: [{ isOpen: true }] });
    expect(read(merged('{ <<: *x, get: { operationId: a } }')).isWhole).toBe(false);
  });

  test.each([
    ['an operation in another file', '{ get: { $ref: other.yaml } }', false, []],
    ['an operation that is nowhere', "{ get: { $ref: '#/none' } }", false, []],
    ['an operation that is merged, with its name', '{ get: { <<: *x } }', false, []],
    ['a merge in a path that is referred to', "{ $ref: '#/x-y' }", false, [{ name: 'y', isOpen: true }]],
    ['a merge behind an alias', '*y', false, [{ name: 'y', isOpen: true }]],
    ['additional operations in another file', '{ additionalOperations: { $ref: a.yaml } }', false, []],
    ['a path with an operation and a reference', '{ $ref: a.yaml, get: { operationId: a } }', false, [{ name: 'a', isOpen: true }]],
    ['a merge in a parameter', '{ get: { operationId: a, parameters: [ { <<: *x } ] } }', true, [{ name: 'a', isOpen: true }]],
    ['parameters that are not a list here', '{ get: { operationId: a, parameters: { $ref: a.yaml } } }', true, [{ isOpen: true }]],
  ])('takes %s for unknown', (_, item, isWhole, operations) => {
    const text = `openapi: 3.0.0\nx: &x { operationId: x, name: b }\nx-y: &y { <<: *x, put: { operationId: y } }\npaths: { /a: ${item} }\n`;
    expect(read(text)).toMatchObject({ isWhole, operations });
  });

  test('counts the parameters beside the reference of a path', () => {
    const text = `openapi: 3.1.0
paths: { /a: { $ref: '#/components/pathItems/a', parameters: [ { name: own, in: query } ] } }
components: { pathItems: { a: { parameters: [ { name: other, in: query } ], get: { operationId: a } } } }
`;
    expect(brief(read(text))).toEqual([['a: GET /a', 'query own', 'query other']]);
  });

  test('lets members stand for an object that is spread', () => {
    const object = 'schema: { type: object, properties: { name: { type: string } } }';
    const taken = (parameter: string, scheme = '') => {
      const [found] = read(
        `openapi: 3.0.0\npaths: { /a: { get: { operationId: a, parameters: [ { name: filter, ${parameter} } ] } } }\n${scheme}`,
      ).operations;
      return [found!.isOpen, ...found!.parameters.map(({ name }) => name)];
    };
    expect(taken(`in: query, style: deepObject, explode: true, ${object}`)).toEqual([true, 'filter', 'name']);
    expect(taken(`in: query, ${object}`)).toEqual([true, 'filter', 'name']);
    expect(taken(`in: cookie, ${object}`)).toEqual([true, 'filter', 'name']);
    expect(taken('in: query, schema: { $ref: other.yaml }')).toEqual([true, 'filter']);
    expect(taken('in: query, schema: { allOf: [ { properties: { a: {} } } ] }')).toEqual([true, 'filter', 'a']);
    expect(taken('in: query, schema: { type: [ object, "null" ] }')).toEqual([true, 'filter']);
    expect(taken(`in: query, explode: false, ${object}`)).toEqual([false, 'filter']);
    expect(taken(`in: header, ${object}`)).toEqual([false, 'filter']);
    expect(taken('in: query, schema: { type: array }')).toEqual([false, 'filter']);
    expect(taken('in: query')).toEqual([false, 'filter']);
  });

  test('lets keys be given where nobody says which are wanted', () => {
    const isOpen = (security: string, schemes = '{ key: { type: apiKey, in: query, name: api_key } }') =>
      read(`openapi: 3.0.0\npaths: { /a: { get: { operationId: a${security} } } }\ncomponents: { securitySchemes: ${schemes} }\n`)
        .operations[0]!.isOpen;
    expect(isOpen('')).toBe(true);
    expect(isOpen(', security: []')).toBe(false);
    expect(isOpen(', security: [ { key: [] } ]')).toBe(false);
    expect(isOpen(', security: [ { key: [] } ]', '{ key: { $ref: other.yaml } }')).toBe(true);
    expect(isOpen('', '{ login: { type: http, scheme: basic } }')).toBe(false);
  });

  test('may be read while it is written', () => {
    for (let end = 0; end <= petstore.length; end += 7) expect(() => readApi('file:///a.yaml', petstore.slice(0, end))).not.toThrow();
    const whole = JSON.stringify({
      openapi: '3.0.0',
      paths: { '/a': { get: { operationId: 'a', parameters: [{ name: 'b', in: 'path' }] } } },
    });
    for (let end = 0; end <= whole.length; end++) expect(() => readApi('file:///a.json', whole.slice(0, end))).not.toThrow();
  });

  test('holds schemas that hold themselves, and each other', () => {
    const many = Array.from({ length: 30 }, (_, at) => `p${at}: { $ref: '#/components/schemas/A' }`).join(', ');
    const text = `
openapi: 3.0.0
paths: { /a: { post: { operationId: a, parameters: [ { name: a, in: query, schema: { $ref: '#/components/schemas/A' } } ],
  requestBody: { content: { x: { schema: { $ref: '#/components/schemas/A' } } } } } } }
components: { schemas: { A: { properties: { ${many} } } } }
`;
    const start = performance.now();
    expect(brief(read(text))[0]).toHaveLength(32);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('what is no such document says so', () => {
  test.each([
    ['openapi: 4.0.0', 'is written in a version of openapi that is not known here: "4.0.0".'],
    ['swagger: "1.2"', 'is written in a version of swagger that is not known here: "1.2".'],
  ])('%s', (text, words) => {
    expect(failure(text)).toEqual({ failure: words });
  });

  test.each([
    ['a: b', { a: 'b' }],
    ['', null],
    ['- openapi: 3.0.0', [{ openapi: '3.0.0' }]],
    ['a: [', null, 'cannot be read: look at line 1.'],
    ['type: object\nproperties: { a: [', null, 'cannot be read: look at line 2.'],
  ])('%s may be a schema', (text, plain, flaw?: string) => {
    expect(failure(text)).toMatchObject({ schema: { plain, flaw } });
  });
});
