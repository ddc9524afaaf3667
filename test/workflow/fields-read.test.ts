/** What of its input an expression reads. */
import { expect, test } from 'vitest';
import { fieldsRead } from '../../server/src/workflow/v1/fields-read.ts';

test.each<[string, string[]]>([
  ['.a', ['a']],
  ['${ .a.b.c }', ['a']],
  ['${ .a + $input.b.c }', ['a', 'b']],
  ['${ .items | map(.price) | add }', ['items']],
  ['${ { id: .order.id, of: .user, list: [.a, .b] } }', ['order', 'user', 'a', 'b']],
  ['${ { x: .a | length, y: .b } }', ['a', 'b']],
  ['${ .a[.i].x // "none" }', ['a', 'i']],
  ['${ "\\(.name) of \\($secrets.key)" }', ['name']],
  ['${ if .urgent then .a else .b end }', ['urgent', 'a', 'b']],
  ['${ (.a | .b) == .c }', ['a', 'c']],
  ['${ .a | . as $x | $x.b }', ['a']],
  ['${ now }', []],
  ['${ $context.x | .y }', []],
])('%s', (text, fields) => {
  expect(fieldsRead(text)).toEqual(fields);
});

test.each([
  '.',
  '${ . }',
  '${ . + { x: 1 } }',
  '${ .[] }',
  '${ .["a"] }',
  '${ ."a" }',
  '${ keys }',
  '${ map(.x) }',
  '${ .a as $x | .b }',
  '${ .a = 1 }',
  '${ .a |= 1 }',
  '${ .a += 1 }',
  '${ if .x | .y then .z else . end }',
  '${ { a } }',
  '${ .. }',
  '${ $input }',
  '${ .a | $input }',
  '${ $input | keys }',
  '${ $task.input }',
  '${ @base64 }',
  '${ has("a") }',
  '${ del(.a) }',
  '${ def f: .x; f }',
  '${ .a ?// $x }',
])('%s may read more', (text) => {
  expect(fieldsRead(text)).toBeUndefined();
});

test('where "." is something else', () => {
  expect(fieldsRead('${ .content + $input.a }', '$input')).toEqual(['a']);
  expect(fieldsRead('${ . + $input }', '$input')).toBeUndefined();
  expect(fieldsRead('${ .a }', '.')).toEqual(['a']);
});
