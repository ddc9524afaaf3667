import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/syntax/parse.ts';
import { toValue } from '../../server/src/syntax/value.ts';
import { generateWorkflow } from '../support/generate.ts';
import { corpus, corpusMissing } from './support/corpus.ts';
import { oracle, ours } from './support/oracle.ts';
import { problemsOf } from './support/show.ts';

it.each([1, 2, 3])('generated workflows, seed %i', (seed) => {
  const text = generateWorkflow(600, seed);
  const tree = parse(text, 'yaml');
  expect(problemsOf(tree)).toEqual([]);
  expect(ours(tree)).toEqual(oracle(text));
});

describe.skipIf(corpusMissing)(`official files${corpusMissing ? ` (skipped: ${corpusMissing})` : ''}`, () => {
  it.each(corpus(/\.ya?ml$/))('YAML as the yaml package reads it: $name', ({ text }) => {
    const expected = oracle(text);
    const tree = parse(text, 'yaml');
    if (expected) expect(problemsOf(tree)).toEqual([]);
    if (expected) expect(ours(tree)).toEqual(expected);
    else expect(problemsOf(tree).length).toBeGreaterThan(0);
  });

  it.each(corpus(/\.json$/))('JSON as JSON.parse reads it: $name', ({ text }) => {
    const tree = parse(text, 'json');
    let expected: unknown;
    try {
      expected = JSON.parse(text);
    } catch {
      expect(problemsOf(tree).length).toBeGreaterThan(0);
      return;
    }
    expect(problemsOf(tree)).toEqual([]);
    expect(JSON.stringify(toValue(tree.documents[0]?.fragment.root))).toBe(JSON.stringify(expected));
  });

  it.each(corpus(/\.json$/))('JSON is YAML too: $name', ({ text }) => {
    const expected = oracle(text);
    if (expected) expect(ours(parse(text, 'yaml'))).toEqual(expected);
    else expect(problemsOf(parse(text, 'yaml')).length).toBeGreaterThan(0);
  });
});
