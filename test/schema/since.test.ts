/** "since" is a fact: a key is since the first official edition whose schema knows it. */
import { describe, expect, test } from 'vitest';
import { laterRelease } from '../../server/src/schema/lookup.ts';
import type { Schema } from '../../server/src/schema/schema.ts';
import { workflowSchema } from '../../server/src/schema/schemas.ts';
import { discriminatorsOf } from '../../server/src/schema/shape.ts';
import { absent, officialEditions } from '../corpus/official.ts';

/** How our schemas name the editions, in their order. */
const releases = ['1.0.0', '1.0.1', '1.0.2', '1.0.3', '1.0.3 July'];

/** One step down in a schema: to a key, a name of the user's, an element; or a key with this value stands beside. */
type Step = { readonly key: string } | 'name' | 'element' | { readonly beside: string; readonly is: string };

interface Key {
  readonly value: Schema;
  readonly steps: readonly Step[];
  readonly since: string | undefined;
  readonly optionalSince: string | undefined;
  /** It stands where any name may, such as a header: the official schemas need not list it. */
  readonly isFree: boolean;
}

/** Every key of our schema once for each release that what is around it came with. */
function ourKeys(root: Schema): Key[] {
  const seen = new Map<Schema, Set<string | undefined>>();
  const found: Key[] = [];
  const visit = (schema: Schema, steps: readonly Step[], since: string | undefined): void => {
    const times = seen.get(schema) ?? new Set();
    if (times.has(since)) return;
    seen.set(schema, times.add(since));
    for (const [key, value] of Object.entries(schema.properties ?? {})) {
      const own = laterRelease(since, value.since);
      const here = [...steps, { key }];
      found.push({
        value,
        steps: here,
        since: own,
        optionalSince: schema.optionalSince?.[key],
        isFree: schema.additionalProperties === true,
      });
      visit(value, here, own);
    }
    for (const { keys, else: rest } of discriminatorsOf(schema)) {
      for (const each of Object.values(keys)) visit(each, steps, laterRelease(since, each.since));
      if (rest) visit(rest, steps, since);
    }
    const { property = '', cases = {} } = schema.discriminatorValue ?? {};
    for (const [is, each] of Object.entries(cases)) visit(each, [...steps, { beside: property, is }], laterRelease(since, each.since));
    for (const each of schema.anyOf ?? []) visit(each, steps, laterRelease(since, each.since));
    if (schema.items) visit(schema.items, [...steps, 'element'], since);
    if (schema.singleKeyMap) visit(schema.singleKeyMap.value, [...steps, 'name'], since);
    if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, [...steps, 'name'], since);
  };
  visit(root, [], undefined);
  return found;
}

type Official = { readonly [keyword: string]: unknown };
const isSchema = (value: unknown): value is Official => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an official edition says of the mapping that holds the last step, and may say of it: each a list of schemas that hold together. */
function holders(edition: Official, steps: readonly Step[]): readonly (readonly Official[])[] {
  const definitions = edition['$defs'] as Official;
  /** Everything that a value may be: `$ref`, `oneOf` … followed. */
  const forms = (schema: unknown): Official[][] => {
    if (!isSchema(schema)) return [[]];
    const { $ref, oneOf, anyOf, allOf, then } = schema as { [keyword: string]: unknown[] } & { $ref?: string; then?: unknown };
    const target = $ref === undefined ? undefined : definitions[$ref.slice('#/$defs/'.length)];
    const together = [...(target ? [target] : []), ...(allOf ?? []), ...(then ? [then] : [])].map(forms);
    const choices = [oneOf, anyOf].flatMap((each) => (each ? [each.flatMap(forms)] : []));
    return [...together, ...choices].reduce<Official[][]>(
      (all, some) => all.flatMap((one) => some.map((other) => [...one, ...other])),
      [[schema]],
    );
  };
  const into = (form: readonly Official[], step: Step): Official[][] => {
    if (step === 'element') return form.flatMap(({ items }) => (items ? forms(items) : []));
    if (step === 'name') return form.flatMap((each) => (isSchema(each['additionalProperties']) ? forms(each['additionalProperties']) : []));
    if ('beside' in step) {
      const said = JSON.stringify(properties(form)[step.beside] ?? {});
      return said.includes(`"const":"${step.is}"`) || !/"const"|"not"/.test(said) ? [[...form]] : [];
    }
    return step.key in properties(form) ? forms(properties(form)[step.key]) : [];
  };
  return steps.slice(0, -1).reduce<Official[][]>((here, step) => here.flatMap((form) => into(form, step)), forms(edition));
}

const properties = (form: readonly Official[]): Official => Object.assign({}, ...form.map((each) => each['properties'] ?? {})) as Official;
const requires = (form: readonly Official[], key: string): boolean =>
  form.some(({ required }) => (required as string[] | undefined)?.includes(key));

const nameOf = (steps: readonly Step[]): string => (steps.at(-1) as { key: string }).key;
/** Does an official edition name this key where it stands? A key that it only requires counts too. */
const knows = (edition: Official, steps: readonly Step[]): boolean =>
  holders(edition, steps).some((form) => nameOf(steps) in properties(form) || requires(form, nameOf(steps)));
/** Must the key stand, wherever it may? */
const demands = (edition: Official, steps: readonly Step[]): boolean =>
  knows(edition, steps) &&
  holders(edition, steps)
    .filter((form) => nameOf(steps) in properties(form))
    .every((form) => requires(form, nameOf(steps)));

describe.skipIf(absent)(`releases${absent ? `: ${absent}` : ''}`, () => {
  const editions = absent ? [] : (officialEditions() as readonly Official[]);
  const releaseOf = (holds: (edition: Official) => boolean): string | undefined => releases[editions.findIndex(holds)];
  const shown = (steps: readonly Step[]): string =>
    steps.map((step) => (typeof step === 'string' ? `<${step}>` : 'key' in step ? step.key : `(${step.is})`)).join('/');
  const keys = ourKeys(workflowSchema);

  test('every key is since the first edition that knows it', { timeout: 60_000 }, () => {
    const wrong = keys.flatMap(({ steps, since = '1.0.0', isFree }) => {
      const first = releaseOf((edition) => knows(edition, steps));
      return first === since || (isFree && first === undefined) ? [] : [`${shown(steps)}: we say ${since}, the schemas ${first}`];
    });
    expect(wrong).toEqual([]);
  });

  test('what became a must is one since the edition that says so', () => {
    const later = keys.filter(({ value }) => value.requiredSince !== undefined);
    expect(later.map(({ steps }) => nameOf(steps))).toEqual(expect.arrayContaining(['authority', 'grant']));
    for (const { steps, value } of later)
      expect([shown(steps), releaseOf((edition) => demands(edition, steps))]).toEqual([shown(steps), value.requiredSince]);
  });

  test('what may be left out could not be before', () => {
    const later = keys.filter(({ optionalSince }) => optionalSince !== undefined);
    expect(later.map(({ steps }) => nameOf(steps))).toContain('source');
    for (const { steps, optionalSince } of later)
      expect([shown(steps), releaseOf((edition) => !demands(edition, steps))]).toEqual([shown(steps), optionalSince]);
  });
});
