/** Lines of YAML with a sign too many, or that stand with another on one: one problem, and what is read all the same. */
import { expect, it } from 'vitest';
import { parse } from '../../server/src/syntax/parse.ts';
import { toValue } from '../../server/src/syntax/value.ts';
import { ranged } from '../support/marked.ts';
import { problemsOf } from './support/show.ts';

const nested = (key: string): string => `"${key}" starts on a line of its own, indented by two more spaces.`;
const extraDash = (key: string): string => `"${key}" is a key like those around it, not a list item. Remove the "-" before it.`;
const dashAside = 'This "-" does not line up with the other items of the list. Give it the same indentation.';

/** The mistake marked, what is said about it, and what is read all the same. */
const mistakes: readonly (readonly [marked: string, code: string, message: string, value: unknown])[] = [
  // A comma or a semicolon behind the colon of a key that holds the lines below.
  ['a:«,»\n  b: 1\nc: 2', 'stray-separator', '"," separates nothing at the end of a line. Remove it.', { a: { b: 1 }, c: 2 }],
  ['- a: «;» # d\n    b: 1\n  c: 2', 'stray-separator', '";" separates nothing at the end of a line. Remove it.', [{ a: { b: 1 }, c: 2 }]],
  [
    'a:\n- b:«,»\n    c: 1\n- d',
    'stray-separator',
    '"," separates nothing at the end of a line. Remove it.',
    { a: [{ b: { c: 1 } }, 'd'] },
  ],
  ['a: «b»:\n    c: 1\n    d: 2\ne: 3', 'nested-on-one-line', nested('b'), { a: { b: { c: 1, d: 2 } }, e: 3 }],
  ['a: «b»:\n    c: 1\n  d: 2', 'nested-on-one-line', nested('b'), { a: { b: { c: 1 }, d: 2 } }],
  ['- a: «b»: x\n    c:\n      d: 2\n- e', 'nested-on-one-line', nested('b'), [{ a: { b: 'x', c: { d: 2 } } }, 'e']],
  [
    'a: «-» b:\n      c: 1\n  - d: 2\ne: 3',
    'list-on-key-line',
    'The list of "a" starts on the next line.',
    { a: [{ b: { c: 1 } }, { d: 2 }], e: 3 },
  ],
  ['a: «-» b:\n      c: 1\ne: 3', 'list-on-key-line', 'The list of "a" starts on the next line.', { a: [{ b: { c: 1 } }], e: 3 }],
  ['a:\n  b: 1\n  «-» c: 2\n  d: 3\ne: 4', 'extra-dash', extraDash('c'), { a: { b: 1, c: 2, d: 3 }, e: 4 }],
  ['a:\n  b: 1\n«-» c:\n  d: 3\ne: 4', 'extra-dash', extraDash('c'), { a: { b: 1 }, c: { d: 3 }, e: 4 }],
  ['a:\n  b: 1\n  c: 2\n«-» d:\n    f: 3\ne: 4', 'extra-dash', extraDash('d'), { a: { b: 1, c: 2, d: { f: 3 } }, e: 4 }],
  ['a:\n  - b\n«-» c:\n  d: 3\ne: 4', 'extra-dash', extraDash('c'), { a: ['b'], c: { d: 3 }, e: 4 }],
  [
    'a:\n  - b: 1\n  «--» c:\n      d: 2\n  - e',
    'list-sign',
    '"--" starts no list item. Write "- " in its place.',
    { a: [{ b: 1 }, { c: { d: 2 } }, 'e'] },
  ],
  ['a: 1\n«-- c: words»\nd: 2', 'foreign-comment', '"--" starts no comment in YAML. Write "#".', { a: 1, d: 2 }],
  [
    'a:\n    «-» b: 1\n  - c: 2\n  - d: 3\ne:\n  - f\ng:\n  - h',
    'misplaced-dash',
    dashAside,
    { a: [{ b: 1 }, { c: 2 }, { d: 3 }], e: ['f'], g: ['h'] },
  ],
  ['a:\n  «b = 1»\n  # c\n  d: 2', 'missing-colon', 'A colon is missing. Write "b: 1".', { a: { b: 1, d: 2 } }],
  ['a:\n  «b={ c: 1 }»\n  d: 2', 'missing-colon', 'A colon is missing. Write "b: { c: 1 }".', { a: { b: { c: 1 }, d: 2 } }],
];

it.each(mistakes)('%j: %s', (marked, code, message, value) => {
  const { text, ranges } = ranged(marked);
  const tree = parse(text, 'yaml');
  const found = problemsOf(tree);
  expect(found.map(({ what }) => [what.code, what.message])).toEqual([[`syntax/${code}`, message]]);
  expect(found.map(({ start, end }) => ({ start, end }))).toEqual(ranges);
  expect(toValue(tree.documents[0]?.fragment.root)).toEqual(value);
});
