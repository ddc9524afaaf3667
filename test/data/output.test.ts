/** What one task hands to the next, where both are known. */
import { describe, expect, test } from 'vitest';
import { said } from '../support/findings.ts';

const next = (schema: string, more = ''): string =>
  `  - next:\n      input: { schema: { document: ${schema} }${more} }\n      wait: PT1S\n`;
const messages = (tasks: string): string[] =>
  said(`document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }\ndo:\n${tasks}`)
    .filter(({ code }) => code === 'data/output-mismatch')
    .map(({ message }) => message);
const gives = (schema: string): string => `  - one: { wait: PT1S, output: { schema: { document: ${schema} } } }\n`;
const closed = '{ type: object, properties: { a: {} }, additionalProperties: false }';
const needsB = '{ type: object, properties: { b: { type: string } }, required: [ b ] }';

describe('what cannot be taken is said', () => {
  test.each([
    ['  - one: { set: { a: 1 } }\n', needsB, '"set" needs "b" as well. Write it inside.'],
    ['  - one: { set: { b: [] } }\n', needsB, '"b" is a list, but "next" takes text.'],
    [gives(closed), needsB, '"next" needs "b", which "one" does not give.'],
    [gives('{ type: object, properties: { b: { type: integer } } }'), needsB, '"next" takes text as "b", but "one" gives a whole number.'],
    [gives('{ type: array }'), needsB, '"one" gives a list, but "next" takes a mapping.'],
  ])('%j before %s', (one, schema, message) => {
    expect(messages(one + next(schema))).toEqual([message]);
    // In a list inside of a task as well.
    const nested = (one + next(schema)).replace(/^/gm, '      ').trimEnd();
    expect(messages(`  - outer:\n      do:\n${nested}\n`)).toEqual([message]);
  });
});

describe('what is written out under output.as is', () => {
  const as = (value: string, schema = ''): string => `  - one: { wait: PT1S, output: { as: ${value}${schema} } }\n`;

  test.each([
    ['handed to the next task', as('{ b: 1 }') + next(needsB), '"b" is a number, but "next" takes text. Quote it: "1".'],
    ['the output that the task promises', as('{ a: 1 }', `, schema: { document: ${needsB} }`), '"as" needs "b" as well. Write it inside.'],
  ])('%s', (_, tasks, message) => expect(messages(tasks)).toEqual([message]));

  test('no more than one of the two', () => {
    const schema = `, schema: { document: ${needsB} }`;
    expect(messages(as('{ b: 1 }', schema) + next(needsB))).toHaveLength(1);
  });
});

test('of a set that its own schema does not take', () => {
  const tasks = `  - one: { set: { b: 1 }, output: { schema: { document: ${needsB} } } }\n`;
  expect(messages(tasks)).toEqual(['"b" is a number, but "output.schema" takes text. Quote it: "1".']);
});

describe('nothing is said', () => {
  test.each([
    ['of what is computed', `  - one: { set: '\${ . }' }\n${next(needsB)}`],
    ['of a value that is computed', `  - one: { set: { b: '\${ .b }' } }\n${next(needsB)}`],
    ['where the output is made of it', `  - one: { set: { a: 1 }, output: { as: '\${ { b: "x" } }' } }\n${next(needsB)}`],
    ['of a set of which the output is made', `  - one: { set: { b: 1 }, output: { as: '\${ . }', schema: { document: ${needsB} } } }\n`],
    ['where it goes on elsewhere', `  - one: { set: { a: 1 }, then: last }\n${next(needsB)}  - last: { wait: PT1S }\n`],
    ['where it may be left out', `  - one: { if: .x, set: { a: 1 } }\n${next(needsB)}`],
    ['where the input is made of it', `  - one: { set: { a: 1 } }\n${next(needsB, ", from: '${ { b: .a } }'")}`],
    ['of a schema that takes more', gives('{ type: object, properties: { a: {} } }') + next(needsB)],
    ['of kinds that overlap', gives('{ type: object, properties: { b: { type: [ string, "null" ] } }, required: [ b ] }') + next(needsB)],
    ['of whole numbers as numbers', gives('{ type: integer }') + next('{ type: number }')],
    ['of schemas without a kind', gives('{ properties: { a: {} }, additionalProperties: false }') + next('{ required: [ b ] }')],
    [
      'of branches',
      `  - all:\n      fork:\n        branches:\n          - one: { set: { a: 1 } }\n${next(needsB).replace(/^/gm, '        ').trimEnd()}\n`,
    ],
  ])('%s', (_, tasks) => {
    expect(messages(tasks)).toEqual([]);
  });
});
