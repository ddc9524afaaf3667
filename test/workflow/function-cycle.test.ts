/** Functions that call themselves: each circle is told once, however many lead into it, and in one go. */
import { expect, test } from 'vitest';
import { said } from '../support/findings.ts';

const head = "document: { dsl: '1.0.3', namespace: shop, name: order, version: '1.0.0' }\n";

/** Functions by what each calls, the first of them called by a task. */
const functions = (calls: readonly (readonly [string, string])[]): string =>
  `${head}use:\n  functions:\n${calls.map(([name, called]) => `    ${name}: { call: ${called} }\n`).join('')}do:\n  - a: { call: ${calls[0]![0]} }\n`;

const told = (calls: readonly (readonly [string, string])[]): string[] =>
  said(functions(calls), 'workflow-yaml', { 'reference/*': 'off' }).map(({ message }) => message);

test('who only leads into a circle is not told of it', () => {
  expect(
    told([
      ['in', 'c'],
      ['b', 'c'],
      ['c', 'd'],
      ['d', 'b'],
      ['own', 'own'],
      ['late', 'own'],
    ]),
  ).toEqual([
    '"b" calls itself here over "c" and "d", and nothing ends that. Call what does the work.',
    '"own" calls itself here, and nothing ends that. Call what does the work.',
  ]);
});

test('thousands that lead into a circle one after another', () => {
  const many = Array.from({ length: 4000 }, (_, index) => [`f${index}`, `f${index + 1}`] as const);
  expect(told([...many, ['f4000', 'f3999']])).toEqual([
    '"f3999" calls itself here over "f4000", and nothing ends that. Call what does the work.',
  ]);
});
