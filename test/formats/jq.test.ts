/** Which variables an expression of jq uses, and which it names itself. */
import { expect, test } from 'vitest';
import { variablesIn } from '../../server/src/formats/jq.ts';

test.each([
  ['$a + $b', 'a b'],
  ['.x as $a | $a + $b', 'b'],
  ['.x as [$a, {k: $b}] | $a + $b + $c', 'c'],
  ['.x as {$a, ("k"): $b} | $a + $b + $c', 'c'],
  ['.x as [$a] ?// $b | $a + $b + $c', 'c'],
  ['reduce .[] as $a (0; . + $a + $b)', 'b'],
  ['def f($a; $b): $a + $b + $c; f(1; 2)', 'c'],
  // No names: a key, a word in a string, a comment.
  ['.as + $a', 'a'],
  ['.as | $a', 'a'],
  ['{as: 1} | $a', 'a'],
  ['"x as $a" | $a # as $a', 'a'],
  ['"\\(.x as $a | $a) $b"', ''],
  ['.x as ', ''],
  ['.x as [$a', ''],
  ['$', ''],
])('%j', (text, names) => {
  const found = variablesIn(text);
  expect(found.map(({ name }) => name).join(' ')).toBe(names);
  for (const { name, from, to } of found) expect(text.slice(from - 1, to)).toBe(`$${name}`);
});
