import { expect, test } from 'vitest';
import { checkDsl, isLater, releaseOf, releaseWords } from '../../server/src/formats/release.ts';

test('releases and their editions in order', () => {
  const order = ['1.0.0', '1.0.2', '1.0.3', '1.0.3 July', '1.0.9', '1.0.10', '1.1.0'];
  for (const [i, one] of order.entries())
    for (const [k, other] of order.entries()) expect([one, other, isLater(one, other)]).toEqual([one, other, i > k]);
});

test('a preview is taken for its release, and what is none is not later', () => {
  expect(isLater('1.0.0-alpha5', '1.0.0')).toBe(false);
  expect(isLater('1.0.2-rc1', '1.0.1')).toBe(true);
  expect(isLater('2', '1.0.0')).toBe(false);
});

test('of a release there were only alpha previews', () => {
  expect(checkDsl('1.0.0-alpha5')).toBeUndefined();
  expect(checkDsl('1.0.0-x')).toEqual({ severity: 'warning', message: 'There is no DSL 1.0.0-x. Write 1.0.0.', replacement: '1.0.0' });
});

test('in words', () => {
  expect([undefined, '1.0.2', '1.0.3 July'].map((each) => releaseWords(each))).toEqual(['1.0.0', '1.0.2', '1.0.3 (July 2026)']);
  expect(releaseOf('1.0.3 July')).toBe('1.0.3');
});
