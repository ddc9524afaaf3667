import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { absent, officialExamples, officialVerdicts, ownWorkflows, secondOpinions } from '../corpus/official.ts';
import { looser, rewritten, stricter, unknownBefore } from '../corpus/exceptions.ts';
import { mutants, mutationKinds, type Json, type Mutant } from '../corpus/mutate.ts';
import { errorsIn, findingsIn } from '../corpus/ours.ts';
import { runs } from '../support/runs.ts';

const count = runs(500);

test.each(ownWorkflows())('$name is clean', ({ name, text }) => {
  expect(findingsIn(text, name.endsWith('.json') ? 'json' : 'yaml')).toEqual([]);
});

describe.skipIf(absent)(`verdicts of the official schemas${absent ? `: ${absent}` : ''}`, () => {
  const verdicts = absent ? [] : officialVerdicts();
  const accepted = (data: Json): boolean => {
    const from = Math.max(0, ...unknownBefore.filter(({ uses }) => uses(data)).map((each) => each.from));
    return verdicts.slice(from).some((verdict) => verdict(data));
  };
  const examples = absent ? [] : officialExamples();

  test.each(examples)('the official example $name is clean', ({ text }) => {
    expect(findingsIn(text)).toEqual([]);
  });

  test.each(ownWorkflows())('$name is accepted by an official edition', ({ text }) => {
    expect(accepted(parse(text) as Json)).toBe(true);
  });

  /** What is wrong with our verdict on a mutant; undefined when it is right, or one of the listed exceptions. */
  const difference = (mutant: Mutant): string | undefined => {
    const { data, kind } = mutant;
    const official = accepted(data);
    const errors = errorsIn(data);
    if (official === (errors.length === 0)) return undefined;
    const where = `${kind} at ${mutant.at.join('/')}`;
    if (official) {
      const unexplained = errors.filter((said) => !stricter.some(({ covers }) => covers(said)));
      return unexplained.length === 0
        ? undefined
        : `${where}: we say ${unexplained.map(({ message, path }) => `${path.join('/')}: ${message}`).join(' | ')}`;
    }
    return accepted(rewritten(data))
      ? undefined
      : `${where}: we see no error in ${JSON.stringify(mutant.at.reduce<unknown>((value, step) => (value as Record<string, unknown>)?.[step], data))}`;
  };

  test('another implementation of JSON Schema agrees with the one asked here', { timeout: 120_000 }, async () => {
    const second = await secondOpinions();
    const workflows = [...examples, ...ownWorkflows()].map(({ text }) => parse(text) as Json);
    const all = [...workflows, ...mutants(workflows, 200, 7).map(({ data }) => data)];
    expect(all.filter((data) => verdicts.some((verdict, edition) => verdict(data) !== second[edition]!(data)))).toEqual([]);
  });

  test(`${count} mutants of the examples and of our own workflows`, { timeout: 300_000 }, () => {
    const workflows = [...examples, ...ownWorkflows()].map(({ text }) => parse(text) as Json);
    const all = mutants(workflows, count, 20261123);
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(mutationKinds));
    expect(all.flatMap((mutant) => difference(mutant) ?? [])).toEqual([]);
  });
});

test('every exception says why', () => {
  for (const { name, why } of [...stricter, ...unknownBefore, ...looser]) expect(`${name}: ${why}`).toMatch(/\.$/);
});
