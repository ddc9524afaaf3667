import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkCesql } from '../../server/src/cesql/check.ts';
import { evaluate } from '../../server/src/cesql/evaluate.ts';
import { parse } from '../../server/src/cesql/parse.ts';
import { within } from '../../server/src/cesql/tree.ts';
import { tckCases } from './tck.ts';

/** How an expression holds together, with all its parentheses. */
function shown(text: string): string {
  const show = (node: ReturnType<typeof parse>['expression']): string => {
    switch (node.kind) {
      case 'literal':
        return typeof node.value === 'string' ? `'${node.value}'` : String(node.value);
      case 'attribute':
        return node.name;
      case 'group':
        return show(node.inner);
      case 'unary':
        return `(${node.operator} ${show(node.operand)})`;
      case 'binary':
        return `(${show(node.left)} ${node.operator} ${show(node.right)})`;
      case 'like':
        return `(${show(node.left)} ${node.negated ? 'NOT ' : ''}LIKE '${node.pattern}')`;
      case 'in':
        return `(${show(node.left)} ${node.negated ? 'NOT ' : ''}IN [${node.list.map(show).join(', ')}])`;
      case 'exists':
        return `(EXISTS ${show(node.attribute)})`;
      case 'call':
        return `${node.name}(${node.args.map(show).join(', ')})`;
      case 'missing':
        return '?';
    }
  };
  return show(parse(text).expression);
}

describe('what belongs together', () => {
  it.each([
    ['a + b * c = d', '((a + (b * c)) = d)'],
    ['a - b - c', '((a - b) - c)'],
    ['a AND b OR c XOR d', '(((a AND b) OR c) XOR d)'],
    ["NOT a LIKE 'b'", "((NOT a) LIKE 'b')"],
    ['NOT EXISTS a AND b', '((NOT (EXISTS a)) AND b)'],
    ["-a IN (1, 2) = b NOT LIKE 'c'", "(((- a) IN [1, 2]) = (b NOT LIKE 'c'))"],
    ['a * b IN (c)', '(a * (b IN [c]))'],
    ['a -1', '(a - 1)'],
    ['- 1 - -1', '((- 1) - -1)'],
    ['--1', '(- -1)'],
    ['left(a,\n\t2)', 'LEFT(a, 2)'],
    ['123abc = 123', '(123abc = 123)'],
    [String.raw`'a\'b\"c\d\\'`, String.raw`'a'b\"c\d\\'`],
    // Not whole yet.
    ['a = ', '(a = ?)'],
    ['LEFT(a, ', 'LEFT(a, ?)'],
    ['a AND (b OR', '(a AND (b OR ?))'],
    ['(a b) AND c', '(a AND c)'],
    ['EXISTS', '(EXISTS ?)'],
    ['a IN 1', '(a IN [1])'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

/** Whatever a text is: nothing throws, and every place lies inside of it. */
function holds(text: string): void {
  const { expression, problems } = parse(text);
  for (const { start, end } of [...within(expression), ...problems, ...checkCesql(text), ...evaluate(expression, new Map()).errors])
    if (start < 0 || end < start || end > text.length) throw new Error(`${start}–${end} of ${JSON.stringify(text)}`);
  if (problems.filter(({ code }) => code === 'cesql/syntax').length === 0 && within(expression).some(({ kind }) => kind === 'missing'))
    throw new Error(`something is missing in ${JSON.stringify(text)}, and nobody says so`);
}

test('any cut of any official case has a tree', () => {
  for (const { expression } of tckCases())
    for (let at = 0; at <= expression.length; at++) {
      holds(expression.slice(0, at));
      holds(expression.slice(0, at) + expression.slice(at + 1));
    }
});

test('any text has a tree', () => {
  const piece = fc.constantFrom(...'( ) , = != NOT AND OR LIKE IN EXISTS - + 1 a b_c \' " \\ % TRUE LEFT( . ! é 🧵'.split(' '), '\n', ' ');
  fc.assert(fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => holds(pieces.join(' '))));
  fc.assert(fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => holds(pieces.join(''))));
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), holds));
});
