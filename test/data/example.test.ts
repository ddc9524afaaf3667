/** Examples for schemas fit them: ajv says so. */
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { exampleOf } from '../../server/src/data/example.ts';
import type { Plain } from '../../server/src/syntax/value.ts';

const ajv = new Ajv({ strict: false });
addFormats(ajv);

test.each<[Plain, Plain]>([
  [
    { type: 'object', properties: { a: { type: 'integer', minimum: 3 }, b: { type: 'string' } }, required: ['c'] },
    { c: null, a: 3, b: 'text' },
  ],
  [{ enum: ['x', 'y'] }, 'x'],
  [{ const: false }, false],
  [{ type: 'array', items: { type: 'string', format: 'email' }, minItems: 2 }, ['someone@example.com', 'someone@example.com']],
  [
    { $defs: { id: { type: 'string', format: 'uuid' } }, type: 'object', properties: { id: { $ref: '#/$defs/id' } } },
    { id: '00000000-0000-4000-8000-000000000000' },
  ],
  [{ allOf: [{ properties: { a: { type: 'number' } } }, { properties: { b: { type: 'boolean' } } }] }, { a: 0, b: true }],
  [{ oneOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }] }, '2026-01-01T12:00:00Z'],
  [{ type: ['string', 'null'], minLength: 6, maxLength: 8 }, 'textxx'],
  [{ type: 'number', exclusiveMinimum: 2, multipleOf: 0.5 }, 2.5],
  [
    { type: 'object', properties: { n: { type: 'integer', exclusiveMinimum: 0 }, default: { default: [] } } },
    { n: 1, default: [] },
  ],
  [true, null],
])('%j', (schema, example) => {
  expect(exampleOf(schema)).toEqual(example);
  expect(ajv.validate(schema as object | boolean, example)).toBe(true);
});

test('a schema that leads back into itself comes to an end', () => {
  const list = { $ref: '#', type: 'object', properties: { next: { $ref: '#' } } };
  expect(JSON.stringify(exampleOf({ type: 'object', properties: { next: { $ref: '#' }, all: list } })).length).toBeLessThan(5_000);
});
