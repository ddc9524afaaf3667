/** Help while a JSON Schema is written in a workflow. */
import type { MarkupContent } from 'vscode-languageserver-types';
import { describe, expect, test } from 'vitest';
import { said } from '../support/findings.ts';
import { accept, atCursor, labels, service, workspace, type Language } from '../support/editor.ts';

const schema = (text: string): string => `input:\n  schema:\n    document:\n      ${text}\n`;
const json = (text: string): string => `{ "document": { "dsl": "1.0.3" }, "input": { "schema": { "document": ${text} } } }`;

describe('completion', () => {
  test.each<[string, string, string, Language?]>([
    ['keywords first of all', schema('|'), 'type'],
    ['kinds', schema('type: |'), 'integer'],
    ['kinds of a property', schema('properties:\n        id:\n          type: |'), 'boolean'],
    ['keywords of a property', schema('properties: { id: { | } }'), 'enum'],
    ['keywords of entries', schema('items:\n        |'), 'minLength'],
    ['forms', schema('format: |'), 'date-time'],
    ['kinds in JSON', json('{ "type": "|" }'), 'object', 'workflow-json'],
    ['keywords in JSON', json('{ "properties": { "id": { "|" } } }'), 'type', 'workflow-json'],
    ['in a task', 'do:\n  - a:\n      output:\n        schema:\n          document:\n            |', 'properties'],
  ])('offers %s', (_, source, label, language) => {
    expect(labels(source, language)).toContain(label);
  });

  test('offers nothing where names are the own ones of the user', () => {
    expect(labels(schema('properties:\n        |'))).toEqual([]);
    expect(labels(schema('default:\n        |'))).toEqual([]);
  });

  test('writes what is taken', () => {
    expect(accept(schema('ty|'), 'type')).toBe(schema('type: |'));
    expect(accept(schema('type: nu|'), 'null')).toBe(schema("type: 'null'"));
  });
});

describe('hover', () => {
  test.each<[string, string, Language?]>([
    [schema('re|quired: [ id ]'), 'The keys that must be there.'],
    [schema('type: int|eger'), '`integer` — A whole number.'],
    [schema('properties: { id: { min|imum: 1 } }'), 'The least number that is taken.'],
    [json('{ "item|s": {} }'), 'What each entry of a list may be.', 'workflow-json'],
  ])('%j', (source, words, language) => {
    const { doc, at } = atCursor(source, language);
    expect((service.hover(workspace, doc, at)?.contents as MarkupContent).value).toContain(words);
  });
});

const head = 'document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }\n';
const messages = (text: string): string[] =>
  said(`${head}${schema(text)}do:\n  - a: { wait: PT1S }\n`).map(({ code, severity, message }) => `${code} (${severity}): ${message}`);

describe('what is wrong with a schema is said', () => {
  test.each([
    ['type: sting', 'data/schema (warning): "sting" is not a kind of value. Use string, number, integer, boolean, object, array or null.'],
    ['requird: [ id ]', 'data/schema (warning): Unknown property "requird" in this schema. Did you mean "required"?'],
    ['minLength: "1"', 'data/schema (warning): "minLength" is a whole number, not text. Write it without quotes: 1.'],
    [
      'properties: { a: { items: { tpye: string } } }',
      'data/schema (warning): Unknown property "tpye" in this schema. Did you mean "type"?',
    ],
  ])('%s', (text, message) => {
    expect(messages(text)).toEqual([message]);
  });

  test.each([
    'x-own: 1',
    'properties: { tpye: { type: string } }',
    'enum: [ { tpye: a } ]',
    'type: [ string, "null" ]',
    'items: [ { type: string } ]',
    'additionalProperties: false',
    'properties: { a: true }',
    'default: { requird: 1 }',
    'examples: [ 1 ]',
    '$schema: https://json-schema.org/draft/2020-12/schema\n      $defs: { a: {} }\n      $ref: "#/$defs/a"',
    'dependencies: { a: [ b ] }',
    'type:',
  ])('and nothing about %s', (text) => {
    expect(messages(text).filter((each) => each.startsWith('data/schema'))).toEqual([]);
  });
});
