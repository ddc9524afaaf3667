/** Data that is written out, against the JSON Schema of the function that takes it. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { flawsOf } from '../../server/src/data/flaws.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import type { Plain } from '../../server/src/syntax/value.ts';
import { mended, said } from '../support/findings.ts';

const workflow = (schema: object, given: string): string => `document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
use:
  functions:
    greet:
      input: { schema: { document: ${JSON.stringify(schema)} } }
      call: http
      with: { method: get, endpoint: https://example.com }
do:
  - a: { call: greet, with: ${given} }
`;
const off = { 'security/*': 'off' } as const;
const messages = (schema: object, given: string): string[] =>
  said(workflow(schema, given), 'workflow-yaml', off).map(({ code, message }) => `${code}: ${message}`);
const ofX = (x: object, draft?: string): object => ({ ...(draft ? { $schema: draft } : {}), type: 'object', properties: { x } });

describe('a value that is not taken is said with what is', () => {
  test.each([
    [{ type: 'integer' }, "'12'", '"x" is text, but "greet" takes a whole number. Write it without quotes: 12.'],
    [{ type: 'integer' }, '1.5', '"x" is 1.5, but "greet" takes a whole number.'],
    [{ type: 'string' }, '12', '"x" is a number, but "greet" takes text. Quote it: "12".'],
    [{ type: 'boolean' }, "'true'", '"x" is text, but "greet" takes true or false. Write it without quotes: true.'],
    [{ type: ['string', 'null'] }, '[]', '"x" is a list, but "greet" takes text or nothing.'],
    [{ enum: ['red', 'green'] }, 'gren', '"x" is "gren", but "greet" takes "red" or "green". Did you mean "green"?'],
    [{ enum: [1, 2] }, "'2'", '"x" is "2", but "greet" takes 1 or 2. Write it without quotes: 2.'],
    [{ const: 'a' }, 'bcd', '"x" is "bcd", but "greet" takes only "a".'],
    [{ minimum: 5 }, '3', '"x" is 3, but "greet" takes 5 or more.'],
    [{ exclusiveMaximum: 5 }, '5', '"x" is 5, but "greet" takes less than 5.'],
    [{ multipleOf: 5 }, '7', '"x" is 7, but "greet" takes multiples of 5.'],
    [{ multipleOf: 0.01 }, '19.999', '"x" is 19.999, but "greet" takes multiples of 0.01.'],
    [{ pattern: '^[(+)]{2}(-[ab]{2}){2}$' }, '"+(-ab-ac"', '"x" is "+(-ab-ac", which has not the form that "greet" takes.'],
    [{ minLength: 3 }, 'a', '"x" has 1 character, but "greet" takes 3 or more.'],
    [{ maxItems: 1 }, '[a, b]', '"x" has 2 entries, but "greet" takes 1 or less.'],
    [{ pattern: '^a' }, 'b', '"x" is "b", which has not the form that "greet" takes.'],
    [{ format: 'email' }, 'ada', '"x" is "ada", but "greet" takes an e-mail address, as in ada@example.com.'],
    [{ uniqueItems: true }, '[a, a]', '"x" holds the same twice, and "greet" takes each once. Remove one.'],
    [{ items: { type: 'string' } }, '[a, []]', 'Entry 2 of "x" is a list, but "greet" takes text.'],
    [{ required: ['a', 'b'] }, '{ c: 1 }', '"x" needs "a" and "b" as well. Write them inside.'],
    [
      { properties: { zip: {} }, required: ['zip'], additionalProperties: false },
      '{ zipp: 1 }',
      '"greet" takes no "zipp" in "x". Did you mean "zip"?',
    ],
    [{ anyOf: [{ type: 'string' }, { type: 'number' }] }, '[]', '"x" is a list, but "greet" takes text or a number.'],
    [{ oneOf: [{ const: 'one' }, { const: 'two' }] }, 'tow', '"x" is "tow", but "greet" takes "one" or "two". Did you mean "two"?'],
    [{ anyOf: [{ required: ['a'] }, { required: ['b'] }] }, '{}', '"x" has none of the forms that "greet" takes.'],
    [{ type: 'string', enum: ['1'] }, '[]', '"x" is a list, but "greet" takes text.'],
    [{ not: { type: 'string' } }, 'a', '"x" is of the one form that "greet" refuses.'],
    [{ propertyNames: { pattern: '^a' } }, '{ b: 1 }', '"greet" takes no key called "b" in "x".'],
    [{ if: { const: 1 }, then: { type: 'string' } }, '1', '"x" is a number, but "greet" takes text. Quote it: "1".'],
  ])('%j of %s', (schema, given, message) => {
    expect(messages(ofX(schema), `{ x: ${given} }`)).toEqual([`call/argument-type: ${message}`]);
  });

  test('also beside a key "<<" in quotes, which merges nothing', () => {
    const message = 'call/argument-type: "x" is text, but "greet" takes a whole number. Write it without quotes: 12.';
    expect(messages(ofX({ type: 'integer' }), `{ '<<': a, x: '12' }`)).toEqual([message]);
    expect(messages({ ...ofX({}), additionalProperties: false }, `{ '<<': a, xx: 1 }`)).toHaveLength(2);
  });
});

describe('nothing is said', () => {
  test.each([
    ['of what is computed', ofX({ type: 'integer' }), "{ x: '${ .n }' }"],
    ['of what holds something that is computed', ofX({ enum: [{ a: 1 }] }), "{ x: { a: '${ .n }' } }"],
    ['of alternatives that hang on what is computed', ofX({ oneOf: [{ properties: { a: { const: 1 } } }] }), "{ x: { a: '${ .n }' } }"],
    [
      'of conditions beside what is computed',
      { type: 'object', properties: { x: {} }, if: { properties: { x: { const: 1 } } }, else: { properties: { y: { type: 'string' } } } },
      "{ x: '${ .n }', y: 1 }",
    ],
    ['under a schema that is wrong', ofX({ pattern: '(' }), '{ x: 1 }'],
    ['under a schema that refers elsewhere', ofX({ $ref: 'https://example.com/a.json' }), '{ x: 1 }'],
    ['under a draft that is not known', ofX({ type: 'integer' }, 'https://example.com/mine'), '{ x: a }'],
    ['by a pattern that would take forever', ofX({ pattern: '^(a+)+$' }), `{ x: ${'a'.repeat(40)}b }`],
    ['by one that does so a group further in', ofX({ pattern: '^((a+)b?)*$' }), `{ x: ${'a'.repeat(40)}! }`],
    ['by one that may leave something out each time', ofX({ pattern: '^(aa?)*$' }), `{ x: ${'a'.repeat(60)}b }`],
    [
      'under a key by such a pattern',
      ofX({ patternProperties: { '^(a+)+$': { type: 'number' } }, additionalProperties: false }),
      '{ x: { b: c } }',
    ],
    ['of a fraction that is a multiple of another', ofX({ items: { multipleOf: 0.01 } }), '{ x: [19.99, 0.07, 12345678901.23, 1e300, 0] }'],
    ['where a schema is itself, in 2020-12', { $dynamicAnchor: 'a', $dynamicRef: '#a', type: 'object', required: ['x'] }, '{ y: 1 }'],
    [
      'where a schema is itself, in 2019-09',
      { $schema: 'https://json-schema.org/draft/2019-09/schema', $recursiveAnchor: true, $recursiveRef: '#', type: 'object' },
      '{ y: 1 }',
    ],
    ['of what is still to be written', ofX({ type: 'integer' }), '{ x: }'],
    ['where names are what is wrong', { ...ofX({}), required: ['x'] }, '{}'],
  ])('%s', (_, schema, given) => {
    expect(messages(schema, given).filter((each) => each.startsWith('call/argument-type'))).toEqual([]);
  });
});

test.each([
  ['http://json-schema.org/draft-07/schema#', { items: [{ type: 'string' }] }],
  ['https://json-schema.org/draft/2019-09/schema', { items: [{ type: 'string' }] }],
  ['https://json-schema.org/draft/2020-12/schema', { prefixItems: [{ type: 'string' }] }],
  [undefined, { items: [{ type: 'string' }] }],
])('a schema is read in its draft: %s', (draft, schema) => {
  expect(messages(ofX(schema, draft), '{ x: [1] }')).toEqual([
    'call/argument-type: Entry 1 of "x" is a number, but "greet" takes text. Quote it: "1".',
  ]);
});

test('what a fix writes is taken', () => {
  const schema = { type: 'object', properties: { x: { type: 'integer' }, y: { enum: ['red', 'green'] }, z: { type: 'string' } } };
  const after = mended(workflow(schema, "{ x: '3', y: Red, z: 1.0 }"), 'workflow-yaml', off);
  expect(after).toContain("{ x: 3, y: red, z: '1.0' }");
  expect(said(after!, 'workflow-yaml', off)).toEqual([]);
});

test('in JSON as well', () => {
  const json = JSON.stringify({
    document: { dsl: '1.0.3', namespace: 'shop', name: 'order', version: '1.0.0' },
    use: {
      functions: {
        greet: { input: { schema: { document: ofX({ type: 'string' }) } }, call: 'http', with: { method: 'get', endpoint: 'https://a.b' } },
      },
    },
    do: [{ a: { call: 'greet', with: { x: 12 } } }],
  });
  expect(mended(json, 'workflow-json', off)).toBe(json.replace('"x":12', '"x":"12"'));
});

const literal = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Plain>(1, 2.5, -3, true, null, 'a', 'abc', '12', ''),
    fc.array(tie('value'), { maxLength: 3 }) as fc.Arbitrary<Plain>,
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3, noNullPrototype: true }) as fc.Arbitrary<Plain>,
  ),
})).value;
const keyword = fc.oneof(
  fc.constantFrom('string', 'integer', 'number', 'boolean', 'array', 'object', 'null').map((type) => ({ type })),
  fc.record({ enum: fc.array(literal, { minLength: 1, maxLength: 3 }) }),
  fc.integer({ min: 0, max: 3 }).map((minimum) => ({ minimum })),
  fc.integer({ min: 0, max: 3 }).map((maxLength) => ({ maxLength })),
  fc.integer({ min: 0, max: 3 }).map((minItems) => ({ minItems })),
  fc.constant({ required: ['a'] }),
  fc.constant({ uniqueItems: true }),
);
const schema = fc.letrec<{ schema: object }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small' },
    keyword,
    fc.record({ properties: fc.dictionary(fc.constantFrom('a', 'b'), tie('schema')), additionalProperties: fc.boolean() }),
    fc.record({ items: tie('schema') }),
    fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('schema') }),
    fc.record({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
  ),
})).schema;

test('something is wrong exactly where ajv says so', () => {
  fc.assert(
    fc.property(schema, literal, (asked, value) => {
      const root = parse(JSON.stringify(value), 'json').documents[0]!.fragment.root!;
      const isTaken = new Ajv2020({ strict: false, logger: false }).validate(asked, value);
      expect(flawsOf(root, asked as Plain).length === 0).toBe(isTaken);
    }),
    { numRuns: 300 },
  );
});

test('nobody checks where no function can be made of a text', async () => {
  vi.resetModules();
  vi.stubGlobal('Function', () => {
    throw new EvalError('Code generation from strings disallowed for this context');
  });
  const { flawsOf: elsewhere } = await import('../../server/src/data/flaws.ts');
  const root = parse('"a"', 'json').documents[0]!.fragment.root!;
  expect(elsewhere(root, { type: 'integer' })).toEqual([]);
  vi.unstubAllGlobals();
  expect(flawsOf(root, { type: 'integer' })).toHaveLength(1);
});
