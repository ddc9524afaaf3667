/** Which schema applies: among alternatives by the kind of value, among kinds by the keys that are written. */
import { isExpression } from '../formats/expression.ts';
import { formats } from '../formats/formats.ts';
import type { MapNode, Node, Pair } from '../syntax/node.ts';
import { isMerge, resolve } from '../syntax/node.ts';
import type { Discriminator, JsonType, Schema } from './schema.ts';

/** What a value is, in JSON's terms. Undefined for an alias that stands for nothing. */
function typeOf(node: Node): JsonType | undefined {
  const real = resolve(node);
  if (!real || real.kind === 'alias') return undefined;
  if (real.kind !== 'scalar') return real.kind === 'map' ? 'object' : 'array';
  if (real.value === null) return 'null';
  if (typeof real.value === 'number') return Number.isInteger(real.value) ? 'integer' : 'number';
  return typeof real.value === 'boolean' ? 'boolean' : 'string';
}

const known = new WeakMap<Schema, readonly JsonType[] | 'any'>();

/** The kinds of value a schema accepts, also where they follow from its other keywords. */
export function typesOf(schema: Schema): readonly JsonType[] | 'any' {
  let types = known.get(schema);
  if (!types) known.set(schema, (types = findTypes(schema)));
  return types;
}

function findTypes(schema: Schema): readonly JsonType[] | 'any' {
  if (schema.type) return typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (schema.anyOf) {
    const all = schema.anyOf.map(typesOf);
    return all.includes('any') ? 'any' : [...new Set((all as (readonly JsonType[])[]).flat())];
  }
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (values) return [...new Set(values.map((value): JsonType => (value === null ? 'null' : (typeof value as JsonType))))];
  const implied = implications.find(([keywords]) => keywords.some((keyword) => schema[keyword] !== undefined && schema[keyword] !== false));
  if (implied) return [implied[1]];
  return schema.expression === 'always' ? ['string'] : 'any';
}

/** Keywords that make sense for one kind of value only; the first that stands decides. */
const implications: readonly (readonly [keywords: readonly (keyof Schema)[], type: JsonType])[] = [
  [['properties', 'singleKeyMap', 'discriminator', 'discriminatorValue', 'required', 'minProperties', 'additionalProperties'], 'object'],
  [['items', 'minItems'], 'array'],
  [['format', 'references', 'minLength'], 'string'],
  [['minimum', 'maximum'], 'number'],
];

/** Does a value of this kind pass, leaving aside what it looks like? */
export function accepts(schema: Schema, node: Node): boolean {
  const types = typesOf(schema);
  const type = typeOf(node);
  return types === 'any' || !type || types.includes(type) || (type === 'integer' && types.includes('number'));
}

const isExpressionOnly = (schema: Schema): boolean => schema.format === 'expression';

/**
 * The alternative that applies to this value: told apart by its kind, among texts by whether it is an expression. A schema without
 * alternatives is its own. Undefined when no alternative takes a value of this kind.
 */
export function pick(schema: Schema, node: Node): Schema | undefined {
  if (!schema.anyOf) return accepts(schema, node) ? schema : undefined;
  const real = resolve(node);
  const expression = real?.kind === 'scalar' && typeof real.value === 'string' && isExpression(real.value);
  let best: Schema | undefined;
  for (const each of schema.anyOf) {
    if (!accepts(each, node)) continue;
    best ??= each;
    if (isExpressionOnly(each) !== expression) continue;
    best = each;
    break;
  }
  return best && pick(inherit(schema, best), node);
}

const inherited = new WeakMap<Schema, WeakMap<Schema, Schema>>();
const combine = (outer: Schema, inner: Schema, make: () => Schema): Schema => {
  let inside = inherited.get(outer);
  if (!inside) inherited.set(outer, (inside = new WeakMap()));
  let made = inside.get(inner);
  if (!made) inside.set(inner, (made = make()));
  return made;
};

/** An alternative with what its holder says about all of them (noun, description …). Always the same object for the same two. */
export const inherit = (holder: Schema, alternative: Schema): Schema =>
  combine(holder, alternative, () => {
    const { anyOf: _, type: __, ...facts } = holder;
    return { ...facts, ...alternative };
  });

const none: readonly never[] = [];

const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? none : Array.isArray(value) ? value : [value as T];

/** The choices by key that this schema leaves to the mapping. */
export const discriminatorsOf = (schema: Schema): readonly Discriminator[] => list<Discriminator>(schema.discriminator);

/** The schema around with the chosen one: what the chosen one says wins and stands first. */
function merge(base: Schema, chosen: Schema, without: Discriminator | 'value'): Schema {
  return combine(base, chosen, () => {
    const { discriminatorValue, ...rest } = base;
    const open = [...discriminatorsOf(base).filter((each) => each !== without), ...discriminatorsOf(chosen)];
    const value = chosen.discriminatorValue ?? (without === 'value' ? undefined : discriminatorValue);
    return {
      ...rest,
      ...chosen,
      properties: { ...chosen.properties, ...base.properties, ...chosen.properties },
      required: [...new Set([...(chosen.required ?? []), ...(base.required ?? [])])],
      discriminator: open,
      ...(value ? { discriminatorValue: value } : {}),
    };
  });
}

/** Is nothing written, or null, or brackets that hold nothing? */
export const saysNothing = (node: Node | undefined): boolean =>
  !node ||
  (node.kind === 'scalar' && node.value === null) ||
  (node.kind === 'map' && node.pairs.length === 0) ||
  (node.kind === 'seq' && node.elements.length === 0);

/** The pairs of a mapping, each key once (the first, or the first that has a value), with those that `<<` merges in at the end. */
export function pairsOf(map: MapNode): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  const merges: Pair[] = [];
  for (const pair of map.pairs) {
    if (isMerge(pair)) merges.push(pair);
    else {
      const before = pairs.get(pair.key.text);
      if (!before || (saysNothing(before.value) && !saysNothing(pair.value))) pairs.set(pair.key.text, pair);
    }
  }
  for (const merge of merges) {
    const value = resolve(merge.value);
    const sources = value?.kind === 'seq' ? value.elements.map(resolve) : [value];
    for (const source of sources)
      if (source?.kind === 'map' && source !== map)
        for (const pair of source.pairs) if (!pairs.has(pair.key.text) && !isMerge(pair)) pairs.set(pair.key.text, pair);
  }
  return pairs;
}

/** Can this be merged in: a mapping, or a list of them? What an alias stands for that is nothing, nobody knows. */
export function canMerge(value: Node | undefined): boolean {
  const node = resolve(value);
  const isMap = (each: Node): boolean => ['map', 'alias'].includes(resolve(each)?.kind ?? 'alias');
  return node !== undefined && (node.kind === 'seq' ? node.elements.every(isMap) : isMap(node));
}

/** One decision that was made in a mapping. */
export interface DiscriminatorMatch {
  /** The pair whose key or value decided. */
  readonly pair: Pair;
  /** The key that stands for the choice; not that of `pair` where only a companion of it is written. */
  readonly key: string;
  readonly by: 'key' | 'value';
  /** The schema it brought, before merging. */
  readonly schema: Schema;
}

/** What applies to a mapping with these pairs, decisions made as far as what is written allows. */
export interface ResolvedSchema {
  /** Everything that is decided, merged. */
  readonly schema: Schema;
  readonly choices: readonly DiscriminatorMatch[];
  /** Choices that must be made and are not. */
  readonly open: readonly Discriminator[];
  /** Choices by value that apply here, made or not. */
  readonly byValue: readonly NonNullable<Schema['discriminatorValue']>[];
  /** Two keys that contradict each other; then nothing after them is decided. */
  readonly clash?: readonly [Pair, Pair];
}

const firstBut = <T>(known: readonly T[], all: readonly T[]): T | undefined => {
  for (const each of all) if (!known.includes(each)) return each;
  return undefined;
};

/** Decides what a mapping is by the keys and values written in it. */
export function shape(schema: Schema, pairs: ReadonlyMap<string, Pair>): ResolvedSchema {
  if (discriminatorsOf(schema).length === 0 && !schema.discriminatorValue) return { schema, choices: none, open: none, byValue: none };
  // Mostly there is one of each: a list that grows takes room for many.
  let choices: readonly DiscriminatorMatch[] = none;
  let open: readonly Discriminator[] = none;
  let values: readonly NonNullable<Schema['discriminatorValue']>[] = none;
  let merged = schema;
  for (;;) {
    const next = firstBut(open, discriminatorsOf(merged));
    if (next) {
      const decided = decide(next, pairs);
      if (decided && 'clash' in decided) return { schema: merged, choices, open, byValue: values, clash: decided.clash };
      if (decided) choices = choices.concat({ pair: decided.pair, key: decided.key, by: 'key', schema: decided.schema });
      const chosen = decided?.schema ?? next.else;
      if (chosen) merged = merge(merged, chosen, next);
      else open = open.concat(next);
      continue;
    }
    const byValue = merged.discriminatorValue;
    if (!byValue) return { schema: merged, choices, open, byValue: values };
    values = values.concat(byValue);
    const pair = pairs.get(byValue.property);
    const value = resolve(pair?.value);
    const name = value?.kind === 'scalar' ? value.text : undefined;
    const chosen = (name !== undefined && Object.hasOwn(byValue.cases, name) && byValue.cases[name]) || byValue.else;
    if (pair && name !== undefined) choices = choices.concat({ pair, key: byValue.property, by: 'value', schema: chosen });
    merged = merge(merged, chosen, 'value');
  }
}

interface Decision {
  readonly key: string;
  readonly pair: Pair;
  readonly schema: Schema;
}

function decide(discriminator: Discriminator, pairs: ReadonlyMap<string, Pair>): Decision | { clash: readonly [Pair, Pair] } | undefined {
  let written: readonly Decision[] = none;
  pairs.forEach((pair, key) => {
    if (Object.hasOwn(discriminator.keys, key)) written = written.concat({ key, pair, schema: discriminator.keys[key]! });
  });
  if (written.length < 2) return written[0] ?? companion(discriminator, pairs);
  const lists = (one: Decision, other: Decision): boolean => one === other || canHold(one.schema, other.key);
  const whole = written.find((one) => written.every((other) => lists(one, other)));
  if (whole) return whole;
  const first = written.find((one) => !written.some((other) => other !== one && lists(other, one))) ?? written[0]!;
  const second = written.find((one) => !lists(first, one))!;
  return { clash: [first.pair, second.pair] };
}

/** None of the keys is written, but something that only one of them brings along: then that one is meant. */
function companion(discriminator: Discriminator, pairs: ReadonlyMap<string, Pair>): Decision | undefined {
  const bearing: Decision[] = [];
  for (const [key, schema] of Object.entries(discriminator.keys))
    for (const [name, pair] of pairs) if (canHold(schema, name)) bearing.push({ key, pair, schema });
  const schemas = new Set(bearing.map((each) => each.schema));
  return schemas.size === 1 ? bearing[0] : undefined;
}

/** May a mapping of this schema have this property, whatever is still to be decided in it? */
export function canHold(schema: Schema, key: string): boolean {
  const { properties, discriminatorValue } = schema;
  return (
    (properties !== undefined && Object.hasOwn(properties, key)) ||
    discriminatorsOf(schema).some((each) => Object.hasOwn(each.keys, key) || Object.values(each.keys).some((one) => canHold(one, key))) ||
    (discriminatorValue !== undefined &&
      [discriminatorValue.else, ...Object.values(discriminatorValue.cases)].some((one) => canHold(one, key)))
  );
}

/** Is a text written as its format asks for? */
export function hasFormat({ format }: Schema, value: Node): boolean {
  return format === undefined || value.kind !== 'scalar' || typeof value.value !== 'string' || !formats[format]?.(value.value);
}
