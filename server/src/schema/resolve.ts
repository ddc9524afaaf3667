/** Which keys of a mapping are known, which are slips, and what the mapping is when slips are read as what was meant. */
import type { MapNode, Pair } from '../syntax/node.ts';
import { resolve } from '../syntax/node.ts';
import { nearest } from '../rules/nearest.ts';
import { translate } from './synonyms.ts';
import type { Schema } from './schema.ts';
import { canHold, dispatches, pairsOf, shape, type ResolvedSchema } from './shape.ts';

export interface UnknownKey {
  readonly pair: Pair;
  /** The name that was probably meant. */
  readonly meant?: string;
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
  const named = schema.properties?.[property]?.enum;
  return named !== undefined && !(value?.kind === 'scalar' && (named.includes(value.value) || Object.hasOwn(cases, value.text)));
}

function corrected(
  schema: Schema,
  first: ResolvedSchema,
  pairs: ReadonlyMap<string, Pair>,
  unknownNames: readonly string[],
): ResolvedMapping {
  const meant = new Map<string, string>();
  const taken = new Set(pairs.keys());
  let now = first;
  let read = pairs;
  for (const name of unknownNames) {
    const better = suggest(name, now, schema, taken);
    if (better === undefined) continue;
    const renamed = rename(read, name, better);
    const then = shape(schema, renamed);
    if (then.clash) continue;
    meant.set(name, better);
    taken.add(better);
    [now, read] = [then, renamed];
  }
  const left = unknowns(now, read);
  const decided = (name: string): boolean => first.open.some((each) => Object.hasOwn(each.keys, name));
  const unknown = unknownNames
    .filter((name) => meant.has(name) || left.includes(name))
    .map((name): UnknownKey => {
      const better = meant.get(name);
      return {
        pair: pairs.get(name)!,
        meant: better,
        needed: better !== undefined && (!!now.schema.required?.includes(better) || decided(better)),
      };
    });
  return { shape: now, pairs: read, unknown, wrong: new Set(unknown.map((each) => each.pair)) };
}

function suggest(name: string, now: ResolvedSchema, base: Schema, taken: ReadonlySet<string>): string | undefined {
  const free = (names: Iterable<string>): string[] => [...names].filter((each) => !taken.has(each));
  const legal = free(Object.keys(now.schema.properties ?? {}));
  const kinds = free(now.open.flatMap((each) => Object.keys(each.keys)));
  // Kinds that bring what is written along: "fr" beside "do" may be a "for".
  const wider = free(
    dispatches(base).flatMap((each) =>
      Object.entries(each.keys)
        .filter(([, one]) => now.choices.every((choice) => choice.by === 'value' || canHold(one, choice.key)))
        .map(([key]) => key),
    ),
  );
  return (
    // A word of another tongue is no slip: "when" of a task means "if", however near "then" is.
    translate(name, [...kinds, ...legal, ...wider]) ??
    nearest(
      name,
      legal.filter((each) => now.schema.required?.includes(each)),
    ) ??
    nearest(name, [...kinds, ...legal, ...wider])
  );
}

const rename = (pairs: ReadonlyMap<string, Pair>, from: string, to: string): ReadonlyMap<string, Pair> =>
  new Map([...pairs].map(([name, pair]) => [name === from ? to : name, pair]));
