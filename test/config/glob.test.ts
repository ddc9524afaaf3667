import fc from 'fast-check';
import { minimatch } from 'minimatch';
import { describe, expect, test } from 'vitest';
import { glob } from '../../server/src/config/glob.ts';

describe('patterns', () => {
  test.each([
    ['*.yaml', 'a/b/c.yaml', true],
    ['*.yaml', 'c.yaml', true],
    ['a/*.yaml', 'a/c.yaml', true],
    ['a/*.yaml', 'a/b/c.yaml', false],
    ['**/c.yaml', 'c.yaml', true],
    ['**/c.yaml', 'a/b/c.yaml', true],
    ['a/**', 'a/b/c.yaml', true],
    ['a/**', 'ab/c.yaml', false],
    ['a/**/c.yaml', 'a/c.yaml', true],
    ['**/old/**', 'a/old/b/c.yaml', true],
    ['**/*.{yml,yaml}', 'a/c.yml', true],
    ['{a,b/c}/*.json', 'b/c/d.json', true],
    ['?.yaml', '😀.yaml', true],
    ['[!a].yaml', 'b.yaml', true],
    ['[!a].yaml', 'a.yaml', false],
    ['./a.yaml', 'a.yaml', true],
    ['a.yaml', 'aXyaml', false],
    ['(a|b)+.yaml', '(a|b)+.yaml', true],
    ['[a.yaml', '[a.yaml', true],
    ['{a.yaml', '{a.yaml', true],
    ['', 'a.yaml', false],
    ['{a,{b,c}}/*.yaml', 'c/d.yaml', true],
    ['a/**b.yaml', 'a/c/b.yaml', false],
    ['a/**b.yaml', 'a/xb.yaml', true],
    ['flows/**', 'flows', false],
    ['[!a]b', '/b', false],
    ['[b-a].yaml', '[b-a].yaml', true],
    ['[a]]b', 'a]b', true],
    ['a/**', 'a/b\nc.yaml', true],
    ['[a-c].yaml', 'b.yaml', true],
    ['**', 'a/b.yaml', true],
    ['{,x/}a.yaml', 'x/a.yaml', true],
    ['{,x/}a.yaml', 'y/a.yaml', false],
    ['.*/*.yaml', '.github/a.yaml', true],
    ['*.yaml', '.hidden.yaml', true],
  ])('%s for %s: %s', (pattern, path, expected) => {
    expect(glob(pattern)(path)).toBe(expected);
  });

  test('take no time for nasty patterns', () => {
    const started = performance.now();
    expect(glob(`${'**/'.repeat(30)}${'*a'.repeat(3)}b`)(`${'a/'.repeat(100)}${'a'.repeat(100)}`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test.each([
    ['**/*a*a*a*a*b', 'a'.repeat(120)],
    [`**/${'*a'.repeat(50)}b`, 'a'.repeat(250)],
    [`${'**/a/'.repeat(50)}b`, 'a/'.repeat(250)],
    [`${'**/*a*a/'.repeat(20)}b`, 'aaa/'.repeat(100)],
  ])('take no time for many wildcards: %s', (pattern, path) => {
    const started = performance.now();
    expect(glob(pattern)(path)).toBe(false);
    expect(glob(pattern)(`${path}b`)).toBe(true);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

const segment = fc.array(fc.constantFrom('a', 'b', 'ab', '.', '-', '*', '?', '[ab]', '[!a]', '{a,b}', '{a,{b,-}}', '{a*,b?}', '**'), {
  minLength: 1,
  maxLength: 3,
});
const pattern = fc
  .array(
    fc.oneof(
      fc.constant('**'),
      segment.map((parts) => parts.join('')),
    ),
    { minLength: 2, maxLength: 4 },
  )
  .map((parts) => parts.join('/'));
const path = fc
  .array(
    fc.array(fc.constantFrom('a', 'b', '.', '-', 'x'), { minLength: 1, maxLength: 3 }).map((letters) => letters.join('')),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .filter((names) => names.every((name) => name !== '.' && name !== '..'))
  .map((names) => names.join('/'));

test('are those of minimatch', () => {
  fc.assert(
    fc.property(pattern, path, (glued, file) => {
      fc.pre(!/(^|\/)\.{1,2}(\/|$)/.test(glued));
      expect(glob(glued)(file)).toBe(
        minimatch(file, glued, { dot: true, noext: true, nocomment: true, nonegate: true, platform: 'linux' }),
      );
    }),
    { numRuns: 5000 },
  );
});
