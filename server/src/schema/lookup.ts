/**
 * What the schema says at a place: the same knowledge for completion, hover and fixes that the checker uses.
 *
 * A place is a path of keys and list indices from the root of a document (or of any node whose schema is known). All schemas given and
 * returned here are linked (`link`): they hold no `$ref`. Alternatives (`anyOf`) are flattened: an answer is a list of schemas, narrowed
 * by what is written as far as it is written.
 */
import { isLater } from '../formats/release.ts';
import type { MapNode, Node } from '../syntax/node.ts';
import { resolve } from '../syntax/node.ts';
import type { Discriminator, Schema, TextName } from './schema.ts';
import { accepts, canHold, discriminatorsOf, inherit, pairsOf, pick, shape, typesOf } from './shape.ts';

/** A property that is legal in a mapping. */
export interface Property {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
  /** This key makes a choice, open or made by it: what the task does, which kind of authentication. */
  readonly decides: boolean;
  /** What it decides is what a task does. */
  readonly step?: boolean;
  /** The release from which on it may be left out. */
  readonly optionalSince?: string | undefined;
  /** The release that brought it, where it came with the value that decides about its mapping (`with` of `call: mcp`) or later. */
  readonly since?: string;
}

/** Every alternative behind a schema, each a schema without `anyOf`; the schema itself where it has none. */
export const alternatives = (schema: Schema): readonly Schema[] =>
  schema.anyOf ? schema.anyOf.flatMap((each) => alternatives(inherit(schema, each))) : [schema];

/** The alternatives that this value can be; all of them while there is no value, or none fits. */
export function narrow(schemas: readonly Schema[], node: Node | undefined): readonly Schema[] {
  const all = schemas.flatMap(alternatives);
  const real = resolve(node);
  if (!real || (real.kind === 'scalar' && real.value === null)) return all;
  const picked = schemas.flatMap((schema) => pick(schema, real) ?? []);
  const fitting = picked.length > 0 ? picked : all.filter((schema) => accepts(schema, real));
  return fitting.length > 0 ? fitting : all;
}

/** One step down: the schemas of the value under a key, or of an element. `node` is the mapping or list, as far as it is written. */
export function under(schemas: readonly Schema[], node: Node | undefined, step: string | number): readonly Schema[] {
  const found = new Set<Schema>();
  for (const schema of narrow(schemas, node))
    for (const each of typeof step === 'number' ? elements(schema) : values(schema, node, step)) found.add(each);
  return [...found];
}

const elements = (schema: Schema): readonly Schema[] => (schema.items ? [schema.items] : []);

function values(schema: Schema, node: Node | undefined, key: string): readonly Schema[] {
  const named = candidates(schema, mapOf(node)).filter((property) => property.name === key);
  if (named.length > 0) return named.map((property) => property.schema);
  const free = freeKey(schema);
  return free ? [free.value] : [];
}

const mapOf = (node: Node | undefined): MapNode | undefined => {
  const real = resolve(node);
  return real?.kind === 'map' ? real : undefined;
};

/**
 * Where the keys of a mapping are the user's own names: what such a key is called (`task`, `function` …; absent for plain maps like
 * headers) and the schema of its value. `single`: exactly one key may stand (a task in a list, a switch case).
 */
export function freeKey(schema: Schema): { readonly title?: string; readonly value: Schema; readonly single: boolean } | undefined {
  if (schema.singleKeyMap) return { ...schema.singleKeyMap, single: true };
  const open = schema.additionalProperties;
  if (typeof open !== 'object') return open === true ? { value: {}, single: false } : undefined;
  return { ...(open.title === undefined ? {} : { title: open.title }), value: open, single: false };
}

/**
 * The properties that are legal in this mapping and not written in it yet, in the order to offer them: required ones first, then the
 * keys that make an open choice, then the rest as listed in the schema, what is out of use at the end. With `map` absent, what an empty
 * mapping offers.
 */
export function propertiesOf(schemas: readonly Schema[], map?: MapNode): readonly Property[] {
  const written = map ? pairsOf(map) : new Map();
  const found = new Map<string, Property>();
  for (const schema of narrow(schemas, map))
    for (const property of candidates(schema, map))
      if (!written.has(property.name) && !found.has(property.name)) found.set(property.name, property);
  const rank = ({ required, decides, schema }: Property): number => (required ? 0 : decides ? 1 : schema.deprecated === undefined ? 2 : 3);
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

/**
 * The property of this name in this mapping, written or not, for hover on a key; undefined where no schema knows it. With `map` absent, of
 * an empty mapping.
 */
export const propertyOf = (schemas: readonly Schema[], map: MapNode | undefined, name: string): Property | undefined =>
  narrow(schemas, map)
    .flatMap((schema) => candidates(schema, map))
    .find((property) => property.name === name);

/** The merged schema of this mapping: its noun and description after what it says about its kind. */
export const shapeOf = (schema: Schema, map: MapNode | undefined): Schema => shape(schema, map ? pairsOf(map) : new Map()).schema;

function candidates(schema: Schema, map: MapNode | undefined): readonly Property[] {
  const types = typesOf(schema);
  if (types !== 'any' && !types.includes('object')) return [];
  const { schema: merged, open, choices } = shape(schema, map ? pairsOf(map) : new Map());
  const made = new Set(
    choices.flatMap(({ key, pair, by, schema: chosen }) => (by === 'key' && pair.key.text === key && isAlone(schema, chosen) ? [key] : [])),
  );
  const found = new Map<string, Property>();
  for (const { keys } of [...open, ...unmade(schema, map), ...wider(schema, map)])
    for (const [name, chosen] of Object.entries(keys)) {
      const value = shapeOf(chosen, undefined).properties?.[name];
      if (value) found.set(name, { name, schema: value, required: false, decides: true, step: schema.step });
    }
  for (const [name, value] of Object.entries(merged.properties ?? {})) {
    const brought = choices.flatMap(({ schema: { since, properties } }) =>
      since && properties && Object.hasOwn(properties, name) ? since : [],
    );
    const decides = made.has(name) || (found.get(name)?.decides ?? false);
    found.set(name, {
      name,
      schema: value,
      required: merged.required?.includes(name) ?? false,
      decides,
      step: decides && schema.step,
      optionalSince: merged.optionalSince?.[name],
      since: [value.since, ...brought].reduce(laterRelease, undefined),
    });
  }
  return [...found.values()];
}

/** One key brings this choice; of several (`username`, `password`) none decides, they belong together. */
const isAlone = (schema: Schema, chosen: Schema): boolean =>
  discriminatorsOf(schema).every(({ keys }) => Object.values(keys).filter((each) => each === chosen).length < 2);

/** The release that brought the key at this step, as far as it says so itself; undefined for those of 1.0.0 and for elements. */
export const sinceOf = (schemas: readonly Schema[], node: Node | undefined, step: string | number): string | undefined =>
  typeof step === 'string' ? propertyOf(schemas, mapOf(node), step)?.since : undefined;

/** The later of two releases; undefined stands for the first of all. */
export const laterRelease = (a: string | undefined, b: string | undefined): string | undefined =>
  b !== undefined && (a === undefined || isLater(b, a)) ? b : a;

/** Of a choice that is made, the keys that would make another one of which what is written is a part: `for` where `do` stands. */
const wider = (schema: Schema, map: MapNode | undefined): readonly Pick<Discriminator, 'keys'>[] => {
  const pairs = map ? pairsOf(map) : new Map();
  return discriminatorsOf(schema).map(({ keys }) => {
    const written = Object.keys(keys).filter((key) => pairs.has(key));
    const holding = Object.entries(keys).filter(([, chosen]) => written.some((key) => keys[key] !== chosen && canHold(chosen, key)));
    return { keys: Object.fromEntries(holding) };
  });
};

/** Choices that need not be made (`else` holds) and could still be: their keys are legal too. */
const unmade = (schema: Schema, map: MapNode | undefined): readonly Discriminator[] => {
  const pairs = map ? pairsOf(map) : new Map();
  return discriminatorsOf(schema).filter((each) => each.else && !Object.keys(each.keys).some((key) => pairs.has(key)));
};

/** A value that may stand here. */
export interface Value {
  readonly value: string | number | boolean | null;
  readonly description?: TextName;
  readonly schema: Schema;
}

/** The values a schema names: enum, const, true and false. Empty where anything may be written. */
export function valuesOf(schemas: readonly Schema[]): readonly Value[] {
  const found = new Map<unknown, Value>();
  for (const schema of schemas.flatMap(alternatives)) {
    const types = typesOf(schema);
    const named = schema.enum ?? (schema.const === undefined ? [] : [schema.const as Value['value']]);
    const all = named.length === 0 && types !== 'any' && types.includes('boolean') ? [true, false] : named;
    for (const value of all) {
      const description = schema.enumDescriptions?.[String(value)];
      if (!found.has(value)) found.set(value, { value, schema, ...(description === undefined ? {} : { description }) });
    }
  }
  return [...found.values()];
}

/** The schema of a key of a mapping, whatever is still to be decided in it. */
export const schemaUnder = (schema: Schema | undefined, key: string): Schema | undefined => {
  for (const each of schema ? alternatives(schema) : []) {
    if (each.properties && Object.hasOwn(each.properties, key)) return each.properties[key];
    for (const discriminator of discriminatorsOf(each))
      for (const one of [...Object.values(discriminator.keys), discriminator.else ?? {}])
        if (one.properties && Object.hasOwn(one.properties, key)) return one.properties[key];
  }
  return undefined;
};
