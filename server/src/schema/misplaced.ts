/** Keys that stand beside what they belong in: the line of their container was lost, or they were not indented under it. */
import { propertyOf } from './property.ts';
import type { MapNode, Node, Pair, ScalarNode } from '../syntax/node.ts';
import { resolve } from '../syntax/node.ts';
import { type Fixes, indentInto, moveInto, putInto } from './fixes.ts';
import { alternatives, schemaUnder } from './lookup.ts';
import type { ResolvedMapping, UnknownKey } from './resolve.ts';
import type { EnclosingMapping, ValidationContext } from './context.ts';
import type { Schema } from './schema.ts';
import { mainWay, mainWayOf } from './main.ts';
import type { Plain } from '../syntax/value.ts';
import { canHold, discriminatorsOf, pairsOf, pick, typesOf } from './shape.ts';
import { and } from '../formats/sentence.ts';
import { quote } from '../formats/quote.ts';
import { notes } from '../syntax/notes.ts';

/** The keys that belong together inside one property of their mapping, in text order. */
export interface Group {
  /** The keys from their mapping down to the one they belong in. */
  readonly way: readonly string[];
  /** The container is written, and nothing stands in it. */
  readonly open: boolean;
  /** The container is written as a text, which belongs inside of it as well, under this key. */
  readonly keep?: string;
  readonly unknown: UnknownKey[];
}

const plain = (name: string): string => name.toLowerCase().replace(/[-_\s]|s$/g, '');

/** Was another name of this very mapping meant, but for its capitals, hyphens and number? */
export const isClose = ({ pair, meant }: UnknownKey): boolean => meant !== undefined && plain(meant) === plain(pair.key.text);

/** Sorts the unknown keys by what they belong in. Those that belong in nothing are left out. `isUnreliable`: lines below do not line up. */
export function groupMisplacedKeys(
  unknown: readonly UnknownKey[],
  resolved: ResolvedMapping,
  here: EnclosingMapping,
  isUnreliable = false,
): readonly Group[] {
  const groups: Group[] = [];
  const pairs = pairsOf(here.map);
  const before = lastKnown(here.map, new Set(unknown.map(({ pair }) => pair)));
  const kind = onlyKind(unknown, resolved);
  for (const each of unknown) {
    if (isClose(each) || each.value !== undefined) continue;
    const found =
      translated(each) ??
      above(each, before.get(each.pair), here, isUnreliable) ??
      inside(each.pair, here, pairs) ??
      inKind(kind, each) ??
      required(each, here, pairs);
    if (!found) continue;
    const same = groups.find((group) => group.way.join() === found.way.join());
    if (same) same.unknown.push(each);
    else groups.push({ ...found, unknown: [each] });
  }
  return groups;
}

type Found = Omit<Group, 'unknown'>;

const translated = ({ way }: UnknownKey): Found | undefined => (way ? { way: way.slice(0, -1), open: false } : undefined);

/** What a key is called where it belongs. */
export const nameThere = ({ pair, way }: UnknownKey): string => way?.at(-1) ?? pair.key.text;

/** By unknown pair: the last one before it that is not. */
function lastKnown({ pairs }: MapNode, unknown: ReadonlySet<Pair>): ReadonlyMap<Pair, Pair | undefined> {
  const found = new Map<Pair, Pair | undefined>();
  let last: Pair | undefined;
  for (const pair of pairs) {
    if (unknown.has(pair)) found.set(pair, last);
    else last = pair;
  }
  return found;
}

/** The pair before, across other unknown keys, when nothing stands in it and it can hold this one. */
function above(
  { pair, meant }: UnknownKey,
  before: Pair | undefined,
  { schema }: EnclosingMapping,
  isUnreliable: boolean,
): Found | undefined {
  const property = before && propertyOf(schema, before.key.text);
  const blank = isBlank(before?.value);
  if (!before || !property || !(blank || (isUnreliable && before.value?.kind === 'map'))) return undefined;
  const name = pair.key.text;
  const takes = alternatives(property).some((each) => (blank && canHold(each, name)) || (meant === undefined && isOpen(each)));
  return takes ? { way: [before.key.text], open: true } : undefined;
}

const isBlank = (node: Node | undefined): boolean => !node || (node.kind === 'scalar' && node.value === null);

/** A mapping whose keys are the user's own. */
const isOpen = (schema: Schema): boolean => {
  const types = typesOf(schema);
  return (
    types !== 'any' && types.includes('object') && (!schema.properties || Boolean(schema.additionalProperties)) && !schema.singleKeyMap
  );
};

/** The property of this mapping whose value may hold the key: one that is written, or required, or the only one. */
function inside(pair: Pair, here: EnclosingMapping, pairs: ReadonlyMap<string, Pair>): Found | undefined {
  const holders = Object.entries(here.schema.properties ?? {}).flatMap(([property, schema]) => {
    const found = into(schema, pairs.get(property)?.value, pair);
    return found ? [{ ...found, way: [property, ...found.way] }] : [];
  });
  const written = holders.find(({ way }) => pairs.has(way[0]!));
  const needed = holders.find(({ way }) => here.schema.required?.includes(way[0]!));
  const found = written ?? needed ?? (holders.length === 1 ? holders[0] : undefined);
  return found && { ...found, open: written !== undefined && isBlank(pairs.get(found.way[0]!)?.value) };
}

/** How the value of a property may come to hold a pair, as it is written or not. */
function into(schema: Schema, written: Node | undefined, pair: Pair): Pick<Group, 'way' | 'keep'> | undefined {
  const name = pair.key.text;
  const value = resolve(written);
  const all = alternatives(schema);
  if (isBlank(value) || (value?.kind === 'map' && !hasKey(value, name)))
    return all.some((each) => holds(each, pair)) ? { way: [] } : undefined;
  return value?.kind === 'scalar' && value === written && typeof value.value === 'string' ? around(schema, value, name) : undefined;
}

/** How a text may become a mapping that holds a key as well. */
function around(schema: Schema, value: ScalarNode, name: string): Pick<Group, 'way' | 'keep'> | undefined {
  for (const each of alternatives(schema)) {
    // "run: script" with what belongs to the script beside it.
    const kind = discriminatorsOf(each).find(({ keys }) => Object.hasOwn(keys, value.text))?.keys[value.text];
    if (kind && wayTo(propertyOf(kind, value.text) ?? {}, name)?.length === 0) return { way: [value.text] };
    const [keep, ...deeper] = (pick(schema, value) && canHold(each, name) ? mainWay(each, value) : undefined) ?? [];
    if (keep !== undefined && keep !== name && deeper.length === 0) return { way: [], keep };
  }
  return undefined;
}

/** Anything may stand in it. */
const isFree = ({ additionalProperties, ...schema }: Schema): boolean =>
  typesOf(schema) === 'any' || additionalProperties === true || typeof additionalProperties === 'object';

/** May a mapping hold this pair, by its key and by the keys in its value? */
function holds(schema: Schema, { key, value }: Pair): boolean {
  const property = propertyOf(schema, key.text);
  return canHold(schema, key.text) && (!property || takesPair(property, value));
}

/** May a property hold this value, by the keys that stand in it? */
export function takesPair(property: Schema | undefined, value: Node | undefined): boolean {
  const real = resolve(value);
  if (!property || real?.kind !== 'map' || real.pairs.length === 0) return property !== undefined;
  return alternatives(property).some((each) => isFree(each) || real.pairs.some((pair) => canHold(each, pair.key.text)));
}

/** The keys down to the mapping that may hold this one, through what must stand there anyway. */
function wayTo(schema: Schema, name: string, depth = 2): readonly string[] | undefined {
  for (const each of alternatives(schema)) {
    if (canHold(each, name)) return [];
    const main = each.main?.split('.');
    if (main?.at(-1) === name) return main.slice(0, -1);
    for (const key of depth > 0 ? (each.required ?? []) : []) {
      const deeper = wayTo(propertyOf(each, key) ?? {}, name, depth - 1);
      if (deeper) return [key, ...deeper];
    }
  }
  return undefined;
}

const keys = notes<MapNode, ReadonlySet<string>>();

/** Asked of one mapping for every key that stands elsewhere. */
function hasKey(map: MapNode, name: string): boolean {
  const known = keys.get(map) ?? new Set(map.pairs.map(({ key }) => key.text));
  keys.set(map, known);
  return known.has(name);
}

/** What a task, or the like, does is not said, but inside one of the kinds all of these would be known, or anything would. */
function onlyKind(unknown: readonly UnknownKey[], { shape }: ResolvedMapping): readonly string[] | undefined {
  const left = unknown.filter((each) => !isClose(each) && each.way === undefined && each.meant === undefined);
  if (left.length === 0) return undefined;
  const kinds = shape.open
    .flatMap((each) => Object.entries(each.keys))
    .map(([key, chosen]) => [key, propertyOf(chosen, key) ?? {}] as const);
  const ways = kinds.flatMap(([key, value]): { readonly way: readonly string[]; readonly needs: boolean }[] => {
    const [first, ...others] = left.map(({ pair }) => wayTo(value, pair.key.text));
    if (!first || !others.every((way) => way?.join() === first.join())) return [];
    const needs = alternatives(value).some((each) => left.some(({ pair }) => each.required?.includes(pair.key.text)));
    return [{ way: [key, ...first], needs }];
  });
  const needing = ways.filter((each) => each.needs);
  if (ways.length === 1 || needing.length === 1) return (needing[0] ?? ways[0])!.way;
  const free = ways.length === 0 ? kinds.filter(([, value]) => typesOf(value) === 'any') : [];
  return free.length === 1 ? [free[0]![0]] : undefined;
}

const inKind = (way: readonly string[] | undefined, { meant }: UnknownKey): Found | undefined =>
  way && meant === undefined ? { way, open: false } : undefined;

/** Two levels were left out: the container is required, and so is the property of it that holds the key. */
function required({ pair, meant }: UnknownKey, { schema }: EnclosingMapping, pairs: ReadonlyMap<string, Pair>): Found | undefined {
  if (meant !== undefined) return undefined;
  for (const container of schema.required ?? []) {
    const way = pairs.has(container) ? undefined : wayTo(propertyOf(schema, container) ?? {}, pair.key.text, 1);
    if (way) return { way: [container, ...way], open: false };
  }
  return undefined;
}

/** Says once what all keys of a group have in common. */
export function reportGroup(group: Group, here: EnclosingMapping, validation: ValidationContext): void {
  const { way, unknown } = group;
  const container = way[0]!;
  const inner = alternatives(propertyOf(here.schema, container) ?? {});
  const needed = isLacking(group, here) || unknown.some(({ pair }) => inner.some((each) => each.required?.includes(pair.key.text)));
  validation.report('schema/misplaced', unknown[0]!.pair.key, sentence(group, here, validation), {
    // Where any name may stand inside, what is lost is not only these.
    about: { names: [...(inner.some(isOpen) ? [container] : []), ...unknown.map(({ pair }) => pair.key.text)] },
    severity: needed || here.schema.additionalProperties !== 'warn' ? 'error' : 'warning',
    fixes: fixesFor(group, here),
  });
}

function sentence({ way, open, keep, unknown }: Group, here: EnclosingMapping, { format }: ValidationContext): string {
  const names = unknown.map(({ pair }) => quote(pair.key.text));
  const many = names.length > 1;
  const who = names.length > 4 ? `${names[0]} and ${names.length - 1} more` : and(names);
  const called = and(unknown.map((each) => quote(nameThere(each))));
  const verb = areRenamed(unknown) ? `${many ? 'are' : 'is'} ${called}` : many ? 'belong' : 'belongs';
  const where = [...way].reverse().map(quote).join(' of ') + (keep === undefined ? '' : `, beside ${quote(keep)}`);
  const how = open && format === 'yaml' && !here.map.flow ? ` Indent ${many ? 'them' : 'it'}.` : '';
  return `${who} ${verb} inside ${where}.${how}`;
}

const areRenamed = (unknown: readonly UnknownKey[]): boolean => unknown.some((each) => nameThere(each) !== each.pair.key.text);

/** Is what the keys belong in missing itself: required, or one of the keys that decide? */
function isLacking({ way, open }: Group, { schema, map }: EnclosingMapping): boolean {
  const container = way[0]!;
  if (discriminatorsOf(schema).some((each) => !each.else && Object.hasOwn(each.keys, container))) return true;
  return schema.required?.includes(container) === true && (open || !hasKey(map, container));
}

function fixesFor({ way, open, keep, unknown }: Group, here: EnclosingMapping): Fixes {
  const container = way[0]!;
  const pairs = unknown.map((each) => each.pair);
  const value = resolve(pairsOf(here.map).get(container)?.value);
  if (way.length > 1 || areRenamed(unknown) || !(isBlank(value) || value?.kind === 'map')) {
    const schema = way.reduce<Schema | undefined>(schemaUnder, here.schema);
    const moved = unknown.map((each) => ({ pair: each.pair, name: nameThere(each), value: wrapped(each, schema) }));
    return putInto(here.map, moved, way, keep);
  }
  return pairs.length > 1 || open ? indentInto(here, pairs, container) : moveInto(here.map, pairs[0]!, container);
}

/** What a text is written as where a mapping is wanted of which it is the one thing that matters. */
function wrapped(unknown: UnknownKey, holder: Schema | undefined): Plain | undefined {
  const value = resolve(unknown.pair.value);
  const schema = schemaUnder(holder, nameThere(unknown));
  if (value?.kind !== 'scalar' || value !== unknown.pair.value || !schema || pick(schema, value)) return undefined;
  return mainWayOf(schema, value)?.reduceRight<Plain>((held, key) => ({ [key]: held }), value.value);
}
