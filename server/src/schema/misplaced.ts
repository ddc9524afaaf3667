/** Keys that stand beside what they belong in: the line of their container was lost, or they were not indented under it. */
import type { MapNode, Node, Pair } from '../syntax/node.ts';
import { resolve } from '../syntax/node.ts';
import { indentInto, moveInto } from './fixes.ts';
import { alternatives } from './lookup.ts';
import type { ResolvedMapping, UnknownKey } from './resolve.ts';
import type { EnclosingMapping, ValidationContext } from './context.ts';
import type { Schema } from './schema.ts';
import { canHold, pairsOf, typesOf } from './shape.ts';
import { and } from './describe.ts';
import { quote } from '../formats/quote.ts';

/** The keys that belong together inside one property of their mapping, in text order. */
export interface Group {
  readonly container: string;
  /** A property of the container that is missing as well, and holds them. */
  readonly deeper?: string;
  /** The container is written, and nothing stands in it. */
  readonly open: boolean;
  readonly unknown: UnknownKey[];
}

const plain = (name: string): string => name.toLowerCase().replace(/[-_\s]/g, '');

/** Was another name of this very mapping meant, but for its capitals and hyphens? */
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
  const unknownPairs = new Set(unknown.map((each) => each.pair));
  const kind = onlyKind(unknown, resolved);
  for (const each of unknown) {
    if (isClose(each)) continue;
    const found =
      above(each, unknownPairs, here, isUnreliable) ??
      inside(each.pair.key.text, here, pairs) ??
      inKind(kind, each) ??
      twoLevelsDown(each, here, pairs);
    if (!found) continue;
    const same = groups.find((group) => group.container === found.container && group.deeper === found.deeper);
    if (same) same.unknown.push(each);
    else groups.push({ ...found, unknown: [each] });
  }
  return groups;
}

type Found = Omit<Group, 'unknown'>;

/** The pair before, across other unknown keys, when nothing stands in it and it can hold this one. */
function above(
  { pair, meant }: UnknownKey,
  unknownPairs: ReadonlySet<Pair>,
  { map, schema }: EnclosingMapping,
  isUnreliable: boolean,
): Found | undefined {
  let at = map.pairs.indexOf(pair) - 1;
  while (at >= 0 && unknownPairs.has(map.pairs[at]!)) at--;
  const before = map.pairs[at];
  const property = before && schema.properties?.[before.key.text];
  const blank = isBlank(before?.value);
  if (!before || !property || !(blank || (isUnreliable && before.value?.kind === 'map'))) return undefined;
  const name = pair.key.text;
  const takes = alternatives(property).some((each) => (blank && canHold(each, name)) || (meant === undefined && isOpen(each)));
  return takes ? { container: before.key.text, open: true } : undefined;
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
function inside(name: string, here: EnclosingMapping, pairs: ReadonlyMap<string, Pair>): Found | undefined {
  const holders = Object.entries(here.schema.properties ?? {}).filter(([property, schema]) => {
    const value = resolve(pairs.get(property)?.value);
    if (!isBlank(value) && (value?.kind !== 'map' || hasKey(value, name))) return false;
    return alternatives(schema).some((each) => canHold(each, name));
  });
  const written = holders.find(([property]) => pairs.has(property));
  const required = holders.find(([property]) => here.schema.required?.includes(property));
  const container = (written ?? required ?? (holders.length === 1 ? holders[0] : undefined))?.[0];
  return container === undefined ? undefined : { container, open: written !== undefined && isBlank(pairs.get(container)?.value) };
}

const hasKey = (map: MapNode, name: string): boolean => map.pairs.some((pair) => pair.key.text === name);

/** What a task, or the like, does is not said, but inside one of the kinds all of these would be known. */
function onlyKind(unknown: readonly UnknownKey[], { shape }: ResolvedMapping): readonly [string, Schema] | undefined {
  const kinds = shape.open.flatMap((each) => Object.entries(each.keys));
  const holds = ([key, chosen]: readonly [string, Schema], name: string): boolean =>
    alternatives(chosen.properties?.[key] ?? {}).some((each) => canHold(each, name));
  const left = unknown.filter((each) => !isClose(each));
  if (left.length === 0) return undefined;
  const fitting = kinds.filter((kind) => left.every(({ pair }) => holds(kind, pair.key.text)));
  return fitting.length === 1 ? fitting[0] : undefined;
}

const inKind = (kind: readonly [string, Schema] | undefined, { meant }: UnknownKey): Found | undefined =>
  kind && meant === undefined ? { container: kind[0], open: false } : undefined;

/** Two levels were left out: the container is required, and so is the property of it that holds the key. */
function twoLevelsDown({ pair, meant }: UnknownKey, { schema }: EnclosingMapping, pairs: ReadonlyMap<string, Pair>): Found | undefined {
  if (meant !== undefined) return undefined;
  for (const container of schema.required ?? []) {
    if (pairs.has(container)) continue;
    for (const each of alternatives(schema.properties?.[container] ?? {}))
      for (const deeper of each.required ?? [])
        if (alternatives(each.properties?.[deeper] ?? {}).some((one) => canHold(one, pair.key.text)))
          return { container, deeper, open: false };
  }
  return undefined;
}

/** Says once what all keys of a group have in common. */
export function reportGroup({ container, deeper, open, unknown }: Group, here: EnclosingMapping, validation: ValidationContext): void {
  const names = unknown.map(({ pair }) => quote(pair.key.text));
  const many = names.length > 1;
  const who = names.length > 4 ? `${names[0]} and ${names.length - 1} more` : and(names);
  const where = deeper === undefined ? quote(container) : `${quote(deeper)} of ${quote(container)}`;
  const how = open && validation.format === 'yaml' && !here.map.flow ? ` Indent ${many ? 'them' : 'it'}.` : '';
  const lacking = here.schema.required?.includes(container) && (open || !hasKey(here.map, container));
  const inner = alternatives(here.schema.properties?.[container] ?? {});
  const needed = lacking === true || unknown.some(({ pair }) => inner.some((each) => each.required?.includes(pair.key.text)));
  const first = unknown[0]!.pair;
  const pairs = unknown.map((each) => each.pair);
  validation.report('schema/misplaced', first.key, `${who} ${many ? 'belong' : 'belongs'} inside ${where}.${how}`, {
    // Where any name may stand inside, what is lost is not only these.
    about: { names: [...(inner.some(isOpen) ? [container] : []), ...unknown.map(({ pair }) => pair.key.text)] },
    severity: needed || here.schema.additionalProperties !== 'warn' ? 'error' : 'warning',
    ...(deeper !== undefined
      ? {}
      : { fixes: (tree) => (many || open ? indentInto(here, pairs, container)(tree) : moveInto(here.map, first, container)(tree)) }),
  });
}
