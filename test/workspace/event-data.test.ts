/** The data of events that a workflow emits, by the schema that they name. `«…»` marks what is said. */
import { expect, test } from 'vitest';
import { saidOf } from './said.ts';

const uri = 'file:///shop/flows/order.sw.yaml';
const schema = '{ "type": "object", "properties": { "id": { "type": "integer" } }, "required": ["id"], "additionalProperties": false }';
const said = (attributes: string, text = schema) =>
  saidOf(
    uri,
    `document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - nest:
      do:
        - tell: { emit: { event: { with: { type: com.shop.placed, source: 'https://shop.example', ${attributes} } } } }
`,
    { 'file:///shop/flows/placed.json': text },
  );

test.each([
  ['as the schema says', 'dataschema: file:placed.json, data: { id: 3 }'],
  ['that is computed', "dataschema: file:placed.json, data: '${ .order }'"],
  ['partly computed', "dataschema: file:placed.json, data: { id: '${ .id }' }"],
  ['that is no JSON', 'dataschema: file:placed.json, datacontenttype: application/xml, data: <a/>'],
  ['of an unknown kind', "dataschema: file:placed.json, datacontenttype: '${ .type }', data: { a: 1 }"],
  ['that is not there', 'dataschema: file:placed.json'],
  ['under a schema on the web', 'dataschema: https://shop.example/placed.json, data: { a: 1 }'],
  ['under a part of a schema', 'dataschema: «file:placed.json#/definitions/order», data: { a: 1 }'],
  ['under a schema that is computed', "dataschema: '${ .schema }', data: { a: 1 }"],
])('data %s is right', (_, attributes) => {
  expect(said(attributes).filter((each) => !each.startsWith('cloudevent/uri'))).toEqual([]);
});

test.each([
  ['data: { id: «three» }', '"id" is text, but "placed.json" takes a whole number.'],
  ['«data»: {}', '"data" needs "id" as well. Write it inside.'],
  ['data: { id: 3, «idd»: 4 }', '"placed.json" takes no "idd" in "data". It takes "id".'],
  ['datacontenttype: application/vnd.shop+json, data: «three»', '"data" is text, but "placed.json" takes a mapping.'],
])('%s is not', (data, message) => {
  const warning = `cloudevent/data-against-dataschema (warning): ${message}`;
  expect(said(`dataschema: file:placed.json, ${data}`)).toEqual([warning]);
  expect(said(`dataschema: file:///shop/flows/placed.json, ${data}`)).toEqual([warning]);
  expect(said(`dataschema: «placed.json», ${data}`)).toEqual([expect.stringContaining('cloudevent/uri'), warning]);
});

test('a schema that is nowhere is told once, and only where it is said to be a file', () => {
  expect(said('dataschema: «file:plcaed.json», data: { a: 1 }')).toEqual([
    'reference/unknown-document (hint): No file "plcaed.json" is here. It has to be there when the workflow runs.',
  ]);
  expect(said('dataschema: «plcaed.json», data: { a: 1 }')).toEqual([expect.stringContaining('cloudevent/uri')]);
});
