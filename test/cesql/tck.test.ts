/** The official cases of CESQL, which stand beside the project (../shared/spec) or not at all. */
import { describe, expect, test } from 'vitest';
import { checkCesql } from '../../server/src/cesql/check.ts';
import { evaluate } from '../../server/src/cesql/evaluate.ts';
import { parse } from '../../server/src/cesql/parse.ts';
import { attributesOf, tckCases, tckMissing } from './tck.ts';

/** "NOT 10" is a whole number as a Boolean, which the specification asks for (cesql §3.7), and so do other cases (BOOL(10)). */
const outdated = new Set(['Invalid int cast']);

describe.skipIf(tckMissing)(`official cases${tckMissing ? ` (skipped: ${tckMissing})` : ''}`, () => {
  test.each(tckCases().filter(({ name }) => !outdated.has(name)))('$file: $name', ({ expression, event, result, error }) => {
    const parsed = parse(expression);
    if (error === 'parse') return expect(parsed.problems.length).toBe(1);
    expect(parsed.problems).toEqual([]);
    const { value, errors } = evaluate(parsed.expression, attributesOf(event));
    expect({ value, errors: errors.map(({ kind }) => kind) }).toEqual({ value: result, errors: error ? [error] : [] });
  });

  test('the one that contradicts the specification does as that says', () => {
    expect(evaluate(parse('NOT 10').expression, new Map())).toEqual({ value: false, errors: [] });
    expect(tckCases().filter(({ name }) => outdated.has(name))).toHaveLength(1);
  });

  test.each(tckCases().filter(({ error }) => error === undefined))('nothing is wrong with $expression', ({ expression }) => {
    const warned = checkCesql(expression).filter(({ severity }) => severity !== 'hint');
    expect(warned.map(({ code }) => code)).toEqual(expression.includes('SOURCE') ? ['cesql/attribute-name'] : []);
  });
});
