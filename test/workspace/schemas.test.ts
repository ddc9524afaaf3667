/** JSON Schemas in files of their own, as workflows name them. `«…»` marks what is said. */
import { describe, expect, test } from 'vitest';
import { diagnose, findings } from '../../server/src/features/diagnostics/diagnostics.ts';
import { complete } from '../../server/src/features/completion/completion.ts';
import { signatureHelp } from '../../server/src/features/completion/signature-help.ts';
import { readApi } from '../../server/src/apis/read.ts';
import { textRange } from '../../server/src/syntax/range.ts';
import { withDocuments } from '../../server/src/workspace/workspace.ts';
import { ranged } from '../support/marked.ts';
import { open, workspaceOf } from './files.ts';

const uri = 'file:///shop/flows/order.sw.yaml';
const schemaUri = 'file:///shop/flows/pet.schema.json';
const schema = '{ "type": "object", "properties": { "id": { "type": "integer" } }, "required": ["id"], "additionalProperties": false }';

const order = (rest: string, name = 'order'): string => `document: { dsl: 1.0.3, namespace: shop, name: ${name}, version: 1.0.0 }\n${rest}`;
const calls = (given: string, address = 'pet.schema.json'): string =>
  order(`use:
  functions:
    getPet:
      input: { schema: { resource: { endpoint: ${address} } } }
      call: http
      with: { method: get, endpoint: https://example.com }
do:
  - find: { call: getPet, ${given} }
`);

const said = (source: string, others: Readonly<Record<string, string>> = { [schemaUri]: schema }) => {
  const { text, ranges } = ranged(source);
  const doc = open(uri, text);
  const found = findings(workspaceOf({ [uri]: text, ...others }), doc);
  expect(found.map((each) => textRange(doc.tree, each.at))).toEqual(ranges);
  return found.map(({ code, message }) => `${code}: ${message}`);
};

describe('what a function takes, said in another file', () => {
  test.each([
    ['it is given that', calls('with: { id: 3 }')],
    ['it is computed', calls("with: { id: '${ .id }' }")],
    ['a part of the file is meant', calls('with: { name: a }', "'pet.schema.json#/$defs/pet'")],
    ['it is on the web', calls('with: { name: a }', 'https://example.com/pet.schema.json')],
    ['its address is computed', calls('with: { name: a }', "'${ .schema }'")],
  ])('is silent where %s', (_, text) => {
    expect(said(text)).toEqual([]);
  });

  test('is silent where the schema is of another language', () => {
    const text = calls('with: { name: a }').replace('schema: {', 'schema: { format: avro,');
    expect(said(text)).toEqual([]);
  });

  test('is told with what is missing, unknown or of another type', () => {
    expect(said(calls("with: { id: «'3'» }"))).toEqual([
      'call/function-input: "id" is text, but "getPet" takes a whole number. Write it without quotes: 3.',
    ]);
    expect(said(calls('«with»: { «name»: a }'))).toEqual([
      'call/function-input: "getPet" needs "id" as well. Write it under "with".',
      'call/function-input: "getPet" takes no "name". It takes "id".',
    ]);
  });

  test('is told where nothing is handed over at all', () => {
    const text = calls('').replace('getPet,', '«getPet»');
    expect(said(text)).toEqual(['call/function-input: "getPet" needs "id". Write it under "with".']);
    expect(said(text.replace(/[«»]/g, ''), { [schemaUri]: schema.replace('["id"]', '[]') })).toEqual([]);
    expect(said(calls('«inputs»: { id: 3 }'))).toEqual([
      'schema/unknown-property: Unknown property "inputs" in this task. Did you mean "with"?',
    ]);
  });

  test('is not told as well where one stands in the workflow', () => {
    const text = calls('with: { name: a }').replace('{ resource:', '{ document: { properties: { names: {} } }, resource:');
    const doc = open(uri, text);
    const codes = findings(workspaceOf({ [uri]: text, [schemaUri]: schema }), doc).map(({ code }) => code);
    expect(codes).toContain('call/unknown-argument');
    expect(codes).not.toContain('call/function-input');
  });
});

test('completion and signature help know what a function takes by the schema beside it', () => {
  const text = calls('with: { █ }').replace('█', '');
  const offset = calls('with: { █ }').indexOf('█');
  const workspace = workspaceOf({ [uri]: text, [schemaUri]: schema });
  const doc = open(uri, text);
  expect(complete(workspace, doc, offset).map(({ label }) => label)).toContain('id');
  expect(signatureHelp(workspace, doc, offset)?.signatures[0]?.label).toContain('id');
});

describe('a schema that is not there', () => {
  const named = (address: string): string =>
    order(`input: { schema: { resource: { endpoint: ${address} } } }\ndo:\n  - a: { wait: PT1S }\n`);

  test('is named, wherever it is asked for', () => {
    expect(said(named('«pets.schema.json»'))).toEqual([
      'reference/unknown-document: No file "pets.schema.json" is here. It has to be there when the workflow runs.',
    ]);
    const task = order('do:\n  - a: { output: { schema: { resource: { endpoint: { uri: «b.json» } } } }, wait: PT1S }\n');
    expect(said(task)).toEqual(['reference/unknown-document: No file "b.json" is here. It has to be there when the workflow runs.']);
  });

  test('is said to be broken where it is', () => {
    expect(said(named('«pet.schema.json»'), { [schemaUri]: '{ "properties": { "id": ' })).toEqual([
      'reference/unknown-document: "pet.schema.json" cannot be read: look at line 1.',
    ]);
  });

  test.each([
    ['{ "type": "object"', 'cannot be read: look at line 1.'],
    ['type: object\nprope: [', 'cannot be read: look at line 2.'],
    ['[ 1 ]', 'is no JSON Schema: write a mapping, as in "type: object".'],
    ['"object"', 'is no JSON Schema: write a mapping, as in "type: object".'],
  ])('is told where it cannot be one: %s', (content, words) => {
    const file = content.startsWith('type') ? 'pet.yaml' : 'pet.schema.json';
    expect(said(named(`«${file}»`), { [`file:///shop/flows/${file}`]: content })).toEqual([
      `reference/unknown-document: "${file}" ${words}`,
    ]);
  });

  test.each(['', '{}', '{ "a": "b" }', 'true'])('is one that takes everything, or is about to be written: %s', (content) => {
    expect(said(calls('with: { id: 3 }'), { [schemaUri]: content })).toEqual([]);
  });

  test('takes nothing where it says so', () => {
    expect(said(calls('«with»: { id: 3 }'), { [schemaUri]: 'false' })).toEqual([
      'call/function-input: "getPet" takes no "with". Remove it.',
    ]);
  });

  test('says nothing of keys where some are merged in', () => {
    const merged = 'base: &base { properties: { id: {} } }\n<<: *base\nproperties: { ids: {} }\nadditionalProperties: false\n';
    expect(said(calls('with: { id: 3 }', 'pet.yaml'), { 'file:///shop/flows/pet.yaml': merged })).toEqual([]);
    const inside = 'properties: { pet: { <<: { properties: { id: {} } }, additionalProperties: false } }\n';
    expect(said(calls('with: { pet: { id: 3 } }', 'pet.yaml'), { 'file:///shop/flows/pet.yaml': inside })).toEqual([]);
  });

  test('is nothing to speak of where a service is described in its place', () => {
    expect(said(named('pet.schema.json'), { [schemaUri]: '{ "openapi": "3.0.0", "paths": {} }' })).toEqual([]);
  });
});

describe('what a workflow takes that is run', () => {
  const runs = (input: string): string =>
    order(`do:\n  - a: { run: { workflow: { namespace: shop, name: pay, version: 1.0.0, input: ${input} } } }\n`);
  const pay = order('input: { schema: { resource: { endpoint: ../pet.schema.json } } }\ndo:\n  - a: { wait: PT1S }\n', 'pay');
  const files = (content: string) => ({ 'file:///shop/flows/pay/pay.sw.yaml': pay, [schemaUri]: content });

  test('is told by the schema beside it', () => {
    expect(said(runs("{ id: «'3'» }"), files(schema))).toEqual([
      'run/subflow-input: "id" is text, but "pay" takes a whole number. Write it without quotes: 3.',
    ]);
    expect(said(runs('{ id: 3 }'), files(schema))).toEqual([]);
  });

  test('is asked again when the schema is another', () => {
    const text = runs("{ id: '3' }");
    const doc = open(uri, text);
    const before = workspaceOf({ [uri]: text, ...files(schema) });
    expect(diagnose(before, doc)).toHaveLength(1);
    const after = withDocuments(
      before,
      new Map([[schemaUri, { uri: schemaUri, ...readApi(schemaUri, schema.replace('integer', 'string')) }]]),
    );
    expect(diagnose(after, doc)).toEqual([]);
  });
});
