/** A key that only another kind of step may have, one that holds a list of steps: `catch`, and `retry` in it, want a `try` around. */
import { propertyOf } from './property.ts';
import type { Pair } from '../syntax/node.ts';
import type { EnclosingMapping } from './context.ts';
import { renameKey, wrapStep, type Fixes } from './fixes.ts';
import { alternatives } from './lookup.ts';
import { takesPair } from './misplaced.ts';
import type { ResolvedMapping } from './resolve.ts';
import type { Schema } from './schema.ts';
import { accepts, discriminatorsOf, type DiscriminatorMatch } from './shape.ts';

/** The step that may have it is put around this one, or made of it where it is a mere list; undefined where there is none. */
export function stepAround(pair: Pair, { shape, pairs, unknown }: ResolvedMapping, here: EnclosingMapping): Fixes | undefined {
  const { map, base, context } = here;
  if (!base.step || !context.pair || shape.open.length > 0 || shape.clash) return undefined;
  const found = discriminatorsOf(base)
    .flatMap(({ keys }) => Object.entries(keys))
    .flatMap(([key, step]) => around(pair, pairs, key, step, base) ?? [])[0];
  if (!found) return undefined;
  const { key, step, list, way } = found;
  const [only] = shape.choices;
  if (way.length === 0 && only && isMereList(only, list)) return renameKey(only.pair, key);
  const stay = map.pairs.filter((each) =>
    unknown.some((other) => other.pair === each) ? wayTo(each, key, step, base) : leadsOn(propertyOf(base, each.key.text)),
  );
  return wrapStep(map, context.pair.key.text, key, { pairs: stay, moved: pair, way });
}

/** This kind of step, where it holds a list of steps and takes the pair. */
function around(pair: Pair, pairs: ResolvedMapping['pairs'], key: string, step: Schema, base: Schema) {
  const list = propertyOf(step, key);
  const way = list?.items?.singleKeyMap && !pairs.has(key) ? wayTo(pair, key, step, base) : undefined;
  return list && way && !way.some((each) => pairs.has(each)) ? { key, step, list, way } : undefined;
}

/** All that says what the step does is a list that may as well be this one. */
const isMereList = ({ pair: { value }, schema }: DiscriminatorMatch, list: Schema): boolean =>
  value !== undefined && accepts(list, value) && Object.keys(schema.properties ?? {}).length === 1;

/** The keys below which this kind of step takes the pair. */
function wayTo(
  { key: { text: name }, value }: Pair,
  key: string,
  { properties = {} }: Schema,
  base: Schema,
): readonly string[] | undefined {
  const own = Object.entries(properties).filter(([each]) => each !== key && !propertyOf(base, each));
  const takes = (schema: Schema | undefined): boolean =>
    schema !== undefined && takesPair(schema, value) && (!value || alternatives(schema).some((each) => accepts(each, value)));
  if (own.some(([each, schema]) => each === name && takes(schema))) return [];
  const holder = own.find(([, schema]) => alternatives(schema).some((each) => takes(propertyOf(each, name))));
  return holder && [holder[0]];
}

/** It names a step of the list around. */
const leadsOn = (schema: Schema | undefined): boolean =>
  schema !== undefined && alternatives(schema).some(({ references }) => references === 'task');
