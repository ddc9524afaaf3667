import { describe, expect, it } from 'vitest';
import { evaluate } from '../../server/src/cesql/evaluate.ts';
import { functions } from '../../server/src/cesql/functions.ts';
import { isLike } from '../../server/src/cesql/like.ts';
import { parse } from '../../server/src/cesql/parse.ts';
import { ranged } from '../support/marked.ts';

const event = new Map<string, string | number | boolean>([
  ['id', '1'],
  ['type', 'com.example.order'],
  ['hop', 7],
  ['paid', true],
]);
const of = (text: string) => evaluate(parse(text).expression, event);

describe('values', () => {
  it.each([
    ['hop + id', 8],
    ['-7 % 3', -1],
    ['-7 / 2', -3],
    ["'+5' + 0", 5],
    ['id = 1', true],
    ['1 = id', true],
    ["paid = 'true'", true],
    ["paid = 'TRUE'", false],
    ["'TRUE' = paid", true],
    ['id IN (1)', true],
    ["hop IN ('8', '07')", true],
    ['1 IN (1, missing)', true],
    ['TRUE XOR paid', false],
    ['ID = 1', true],
    ["LENGTH('a🧵')", 2],
    ["LEFT('🧵a', 1)", '🧵'],
    ["RIGHT('abc', 0)", ''],
    ["SUBSTRING('abc', 2, 100)", 'bc'],
    ["SUBSTRING('abc', -3)", 'abc'],
    ["TRIM(' \u00a0\u2003a b\t')", 'a b'],
    ["TRIM('   ')", ''],
    ['BOOL(-1)', true],
    ["IS_INT('12') AND NOT IS_BOOL('12')", true],
    ["CONCAT(hop, '-', paid)", '7-true'],
    ['-0', 0],
    ['0 * -1', 0],
    ['EXISTS hop AND NOT EXISTS subject', true],
    ['hop > 3 OR missing = 1', true],
    ['hop < 3 AND missing = 1', false],
  ])('%s is %j', (text, value) => {
    expect(of(text)).toEqual({ value, errors: [] });
  });

  it.each(Object.entries(functions))('%s does what its example says', (_name, { example: [text, value] }) => {
    expect(of(text)).toEqual(of(value));
  });
});

describe('errors', () => {
  it.each<[source: string, value: string | number | boolean, kind: string, message: string]>([
    ['«subject» = 1', false, 'missingAttribute', 'The event has no "subject".'],
    ['«subject» != 1', false, 'missingAttribute', 'The event has no "subject".'],
    ["«subject» NOT LIKE 'a'", false, 'missingAttribute', 'The event has no "subject".'],
    ['LENGTH(«subject»)', 0, 'missingAttribute', 'The event has no "subject".'],
    ["CONCAT('a', «subject»)", '', 'missingAttribute', 'The event has no "subject".'],
    ['NOT («subject» = 1)', false, 'missingAttribute', 'The event has no "subject".'],
    ['«subject» = 1 OR TRUE', false, 'missingAttribute', 'The event has no "subject".'],
    ['2 IN (1, «subject», 2)', false, 'missingAttribute', 'The event has no "subject".'],
    ['«type» + 1', 0, 'cast', '"com.example.order" is not a whole number.'],
    ['«type» = 1', false, 'cast', '"com.example.order" is not a whole number.'],
    ["«'2147483648'» + 1", 0, 'cast', '"2147483648" is not a whole number.'],
    ['«id» AND TRUE', false, 'cast', '"1" is not true or false.'],
    ['7 / «0»', 0, 'math', 'Nothing can be divided by 0.'],
    ['«2147483647 + 1»', 0, 'math', '2147483648 has more than 32 bits.'],
    ['«-(-2147483648)»', 0, 'math', '2147483648 has more than 32 bits.'],
    ['«ABS(-2147483648)»', 2147483647, 'math', '2147483648 has more than 32 bits.'],
    ["«SUBSTRING('abc', 4)»", '', 'functionEvaluation', 'The text has 3 characters, and none at 4.'],
    ["«SUBSTRING('abc', 1, -1)»", '', 'functionEvaluation', 'A length of -1 is less than none.'],
    ['«LEFT(id, -1)»', '1', 'functionEvaluation', 'A length of -1 is less than none.'],
    ['«INT(type)»', 0, 'cast', '"com.example.order" is not a whole number.'],
    ['«LEN»(type)', false, 'missingFunction', 'There is no function "LEN" with 1 argument.'],
    ['«CONCAT_WS»()', false, 'missingFunction', 'There is no function "CONCAT_WS" with 0 arguments.'],
  ])('%s', (source, value, kind, message) => {
    const { text, ranges } = ranged(source);
    expect(of(text)).toEqual({ value, errors: [{ kind, message, ...ranges[0] }] });
  });

  it('are all told', () => {
    expect(of('subject / (1 / 0)').errors.map(({ kind }) => kind)).toEqual(['missingAttribute', 'math']);
  });
});

describe('LIKE', () => {
  it.each([
    ['', '', true],
    ['', '%', true],
    ['a', '', false],
    ['abc', '%%c', true],
    ['🧵', '_', true],
    ['aBc', 'abc', false],
    ['a.c', 'abc', false],
    ['a\nb', 'a_b', true],
    ['a%', String.raw`a\%`, true],
    ['ab', String.raw`a\%`, false],
    [String.raw`a\b`, String.raw`a\b`, true],
    [String.raw`a\\`, String.raw`a\\`, true],
    ['mississippi', '%issip%', true],
    ['mississippi', 'm%iss%issi', false],
  ])('%j LIKE %j: %s', (text, pattern, expected) => {
    expect(isLike(text, pattern)).toBe(expected);
  });

  it('ends soon, whatever the pattern', () => {
    expect(isLike('a'.repeat(2000), `${'%a'.repeat(200)}b`)).toBe(false);
  });
});
