/** Which keys of a mapping are known, which are slips, and what the mapping is when slips are read as what was meant. */
import { propertyOf } from './property.ts';
import type { MapNode, Pair } from '../syntax/node.ts';
import { resolve } from '../syntax/node.ts';
import { nearest } from '../rules/nearest.ts';
import { type Plain, toValue } from '../syntax/value.ts';
import { alternatives, schemaUnder } from './lookup.ts';
import { mainWayOf } from './main.ts';
import { advise, rewrite, translations } from './synonyms.ts';
import type { Schema } from './schema.ts';
import { accepts, canHold, discriminatorsOf, pairsOf, shape, type ResolvedSchema } from './shape.ts';

export interface UnknownKey {
  readonly pair: Pair;
  /** The name that was probably meant. */
  readonly meant?: string;
  /** A word of another language for what stands deeper here: `client.id`, as a way of keys. */
  readonly way?: readonly string[];
  /** … and with another value. */
  readonly value?: Plain;
  /** A required property is missing without it. */
  readonly needed: boolean;
}

export interface ResolvedMapping {
  readonly shape: ResolvedSchema;
  /** By the names that were meant. */
  readonly pairs: ReadonlyMap<string, Pair>;
  readonly unknown: readonly UnknownKey[];
  /** The pairs of `unknown`: nothing is said about what they hold. */
  readonly wrong: ReadonlySet<Pair>;
}

/**
 * What a mapping is once what is written, slips read as what was meant, has decided every choice; and which of its keys are unknown.
 * Reports nothing.
 */
export function resolveMapping(map: MapNode | undefined, schema: Schema): ResolvedMapping {
  const pairs: ReadonlyMap<string, Pair> = map ? pairsOf(map) : new Map();
  const first = shape(schema, pairs);
  const unknownNames = first.clash ? [] : unknowns(first, pairs);
  if (unknownNames.length === 0) return { shape: first, pairs, unknown: [], wrong: new Set() };
  return corrected(schema, first, pairs, unknownNames);
}

function unknowns({ schema, open, byValue }: ResolvedSchema, pairs: ReadonlyMap<string, Pair>): string[] {
  const { properties = {}, additionalProperties } = schema;
  if (additionalProperties === true || typeof additionalProperties === 'object') return [];
  if (!schema.properties && open.length === 0 && additionalProperties === undefined && !schema.discriminator) return [];
  return [...pairs.keys()].filter(
    (name) =>
      !Object.hasOwn(properties, name) &&
      name !== '' &&
      !open.some((each) => Object.values(each.keys).some((one) => canHold(one, name))) &&
      !byValue.some((each) => undecided(each, schema, pairs) && Object.values(each.cases).some((one) => canHold(one, name))),
  );
}

/** The value that decides is none of those there are: any of them may be meant. */
function undecided(
  { property, cases }: NonNullable<Schema['discriminatorValue']>,
  schema: Schema,
  pairs: ReadonlyMap<string, Pair>,
): boolean {
  const value = resolve(pairs.get(property)?.value);
  const named = propertyOf(schema, property)?.enum;
  return named !== undefined && !(value?.kind === 'scalar' && (named.includes(value.value) || Object.hasOwn(cases, value.text)));
}

function corrected(
  schema: Schema,
  first: ResolvedSchema,
  pairs: ReadonlyMap<string, Pair>,
  unknownNames: readonly string[],
): ResolvedMapping {
  const readings = new Map<string, Reading>();
  const taken = new Set(pairs.keys());
  let now = first;
  let read = pairs;
  for (const name of unknownNames) {
    const reading = suggest(pairs.get(name)!, { now, base: schema, taken, pairs });
    if (!reading) continue;
    const { meant, way } = reading;
    // Two words for one place: the first has it.
    if (way && [...readings.values()].some((each) => each.way?.join() === way.join())) continue;
    if (meant !== undefined) {
      const renamed = rename(read, name, meant);
      const then = shape(schema, renamed);
      if (then.clash) continue;
      taken.add(meant);
      [now, read] = [then, renamed];
    }
    readings.set(name, reading);
  }
  const left = new Set(unknowns(now, read));
  const decided = (name: string): boolean => first.open.some((each) => Object.hasOwn(each.keys, name));
  const unknown = unknownNames
    .filter((name) => readings.get(name)?.meant !== undefined || left.has(name))
    .map((name): UnknownKey => {
      const reading = readings.get(name);
      const better = reading?.meant;
      return {
        pair: pairs.get(name)!,
        ...reading,
        needed: better !== undefined && (!!now.schema.required?.includes(better) || decided(better)),
      };
    });
  return { shape: now, pairs: read, unknown, wrong: new Set(unknown.map((each) => each.pair)) };
}

/** What an unknown key may be meant for. */
type Reading = Pick<UnknownKey, 'meant' | 'way' | 'value'>;

/** A mapping as far as it is understood, and the keys that are taken in it. */
interface Around {
  readonly now: ResolvedSchema;
  readonly base: Schema;
  readonly taken: ReadonlySet<string>;
  readonly pairs: ReadonlyMap<string, Pair>;
}

function suggest(pair: Pair, around: Around): Reading | undefined {
  const { now, base, taken } = around;
  const name = pair.key.text;
  const free = (names: Iterable<string>): string[] => [...names].filter((each) => !taken.has(each));
  const legal = free(Object.keys(now.schema.properties ?? {}));
  const kinds = free(now.open.flatMap((each) => Object.keys(each.keys)));
  // Kinds that bring what is written along: "fr" beside "do" may be a "for".
  const wider = free(
    discriminatorsOf(base).flatMap((each) =>
      Object.entries(each.keys)
        .filter(([, one]) => now.choices.every((choice) => choice.by === 'value' || canHold(one, choice.key)))
        .map(([key]) => key),
    ),
  );
  const known = [...kinds, ...legal, ...wider];
  // A word of another tongue is no slip: "when" of a task means "if", however near "then" is.
  const word = translated(pair, known, around);
  if (word) return word;
  if (advise(name, now.schema.title) !== undefined) return undefined;
  const required = legal.filter((each) => now.schema.required?.includes(each));
  const meant = nearest(name, required) ?? nearest(name, known) ?? halfOf(name, required) ?? partner(pair, around);
  return meant === undefined ? undefined : { meant };
}

/** The one name of two letters that is lacking, and of which one letter is written. */
function halfOf(name: string, required: readonly string[]): string | undefined {
  const found = name.length === 1 ? required.filter((each) => each.length === 2 && each.includes(name)) : [];
  return found.length === 1 ? found[0] : undefined;
}

/** The one key that what is written cannot do without, where it may hold the value: `attempt` beside `catch` is a "try". */
function partner({ value }: Pair, { now, base, taken }: Around): string | undefined {
  if (value?.kind !== 'map' && value?.kind !== 'seq') return undefined;
  const lacking = now.choices.flatMap(({ by, key }) => (by === 'key' && !taken.has(key) ? [key] : []));
  const [only, ...others] = new Set(lacking);
  const kind = only === undefined ? undefined : discriminatorsOf(base).find((each) => Object.hasOwn(each.keys, only))?.keys[only];
  const held = only === undefined ? undefined : (propertyOf(kind, only) ?? propertyOf(now.schema, only));
  return held && others.length === 0 && alternatives(held).some((each) => accepts(each, value)) ? only : undefined;
}

/** What a word of another language says here, a way that takes its value before others. */
function translated(pair: Pair, known: readonly string[], { now, base, pairs }: Around): Reading | undefined {
  const schemaOf = (key: string): Schema | undefined =>
    propertyOf(now.schema, key) ?? propertyOf(discriminatorsOf(base).find((each) => Object.hasOwn(each.keys, key))?.keys[key], key);
  const end = (way: readonly string[]): Schema | undefined => {
    const [first, ...rest] = way as readonly [string, ...string[]];
    if (!known.includes(first) && !(rest.length > 0 && resolve(pairs.get(first)?.value)?.kind === 'map')) return undefined;
    return rest.reduce<Schema | undefined>(schemaUnder, schemaOf(first));
  };
  const again = rewrite(pair.key.text, toValue(pair.value)).find(({ way }) => end(way));
  if (again) return readingOf(again.way, again.value);
  const ways = translations(pair.key.text).filter((way) => end(way) !== undefined);
  const fitting = ways.find((way) => pair.value === undefined || alternatives(end(way)!).some((each) => accepts(each, pair.value!)));
  if (fitting) return readingOf(fitting);
  // Of a deeper place too little is known to be sure when not even the value fits.
  const only = ways.find((way) => way.length === 1);
  const main = only && pair.value ? mainWayOf(end(only)!, pair.value) : undefined;
  return only && readingOf(main ? [...only, ...main] : only);
}

const readingOf = (way: readonly string[], value?: Plain): Reading =>
  way.length === 1 && value === undefined ? { meant: way[0] } : { way, value };

const rename = (pairs: ReadonlyMap<string, Pair>, from: string, to: string): ReadonlyMap<string, Pair> =>
  new Map([...pairs].map(([name, pair]) => [name === from ? to : name, pair]));
