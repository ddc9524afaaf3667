/** Mappings and lists: which keys stand, which are missing, what each holds. */
import type { MapNode, Node, Pair, Place, SeqNode } from '../syntax/node.ts';
import { resolve } from '../syntax/node.ts';
import { ownTask, removePair } from './fixes.ts';
import { reportAbsences, reportEmpty } from './missing.ts';
import { checkOneKey } from './named.ts';
import { read } from './reading.ts';
import type { Outer, Owner, Run } from './run.ts';
import { nameOf } from './run.ts';
import type { Schema } from './schema.ts';
import { canHold, type Choice, dispatches, isMerge } from './shape.ts';
import { reportUnknown } from './unknown.ts';
import { quote } from './words.ts';

/** Free data: only its form is looked at. */
const free: Schema = {};

/** Checks a mapping; `undefined` stands for one without pairs. */
export function checkMap(map: MapNode | undefined, schema: Schema, owner: Owner, run: Run): void {
  const first = map ? duplicates(map, schema, owner, run) : new Set<Pair>();
  if (!map && !schema.dispatch) return;
  if (map && schema.oneKey) return checkOneKey(map, schema, owner, run);
  const reading = read(map, schema);
  const { shape } = reading;
  if (map && shape.clash) return twoKinds(map, shape.clash, schema, owner, run);
  const outer: Outer | undefined = map && { map, schema: shape.schema, base: schema, owner, astray: new Set() };
  const given = new Map<string, string[]>();
  const whole = shape.schema;
  for (const choice of shape.choices) sayNewer(choice, run);
  if (outer)
    for (const unknown of reading.unknown) {
      const inner = reportUnknown(unknown, outer, run);
      if (inner !== undefined) given.set(inner, [...(given.get(inner) ?? []), unknown.pair.key.text]);
    }
  if (whole.minProperties !== undefined && reading.pairs.size < whole.minProperties) reportEmpty(whole, owner, run);
  if (!map) return reportAbsences(map, schema, reading, owner, undefined, run);
  const known = whole.properties ?? {};
  const rest = typeof whole.additionalProperties === 'object' ? whole.additionalProperties : free;
  for (const pair of map.pairs) {
    if (!first.has(pair) || reading.wrong.has(pair) || isMerge(pair)) continue;
    const name = pair.key.text;
    const value = Object.hasOwn(known, name) ? known[name]! : rest;
    if (value.since) run.newer(value.since, pair.key, quote(name));
    if (value.deprecated)
      run.report('schema/deprecated', pair.key, `${quote(name)} is out of use. ${value.deprecated}`, {
        tags: ['deprecated'],
      });
    const partial = given.get(name);
    run.check(pair.value, value, { pair, at: pair.key, ...(outer ? { outer } : {}), ...(partial ? { partial } : {}) });
  }
  reportAbsences(map, schema, reading, owner, new Set([...given.keys(), ...(outer?.astray ?? [])]), run);
}

/** Checks every element of a list. */
export function checkList(list: SeqNode, schema: Schema, owner: Owner, run: Run): void {
  if (schema.minItems !== undefined && list.elements.length < schema.minItems) {
    const noun = schema.items?.oneKey?.noun ?? schema.items?.noun ?? 'entry';
    run.report('schema/empty', owner.at, `${nameOf(owner, schema, quote)} is an empty list. Add at least one ${noun}.`);
  }
  const items = schema.items ?? free;
  // An element that is an item of its own says itself where it starts.
  const own: Owner = { at: list };
  for (const { node } of list.elements)
    run.check(node, items, node.item !== list.item && node.anchor === undefined ? own : { at: start(node) });
}

/** Where to point for an element as a whole: its first key when it is a mapping, its first character when it is a list. */
export function start(node: Node): Place {
  if (node.kind === 'map') return node.pairs[0]?.key ?? node;
  return node.kind === 'seq' ? { item: node.item, start: node.start, end: Math.min(node.end, node.start + 1) } : node;
}

/** The pairs that count: the first of each name. */
function duplicates(map: MapNode, schema: Schema, owner: Owner, run: Run): ReadonlySet<Pair> {
  const seen = new Map<string, Pair>();
  const where = schema.noun ? `this ${schema.noun}` : owner.pair ? quote(owner.pair.key.text) : 'one mapping';
  for (const pair of map.pairs) {
    const name = pair.key.text;
    const before = seen.get(name);
    if (!before) seen.set(name, pair);
    else if (pair.key.end > pair.key.start)
      run.report('document/duplicate-key', pair.key, `${quote(name)} is written twice in ${where}. Keep one.`, {
        related: [{ at: before.key, message: 'First written here.' }],
        fixes: removePair(map, pair, `Remove the second ${quote(name)}`, true),
      });
  }
  return new Set(seen.values());
}

function twoKinds(map: MapNode, [one, other]: readonly [Pair, Pair], schema: Schema, owner: Owner, run: Run): void {
  const both = `${quote(one.key.text)} and ${quote(other.key.text)}`;
  const message =
    schema.noun === 'task'
      ? `This task does two things, ${both}. Keep one and give the other its own task.`
      : `${both} do not go together${schema.noun ? ` in one ${schema.noun}` : ''}. Keep one.`;
  // What only the second kind knows goes with it.
  const kind = dispatches(schema).find((each) => Object.hasOwn(each.keys, other.key.text))?.keys;
  const goes = (name: string): boolean => canHold(kind?.[other.key.text] ?? {}, name) && !canHold(kind?.[one.key.text] ?? {}, name);
  const moving = [
    other,
    ...map.pairs.filter((pair) => pair !== other && goes(pair.key.text) && !Object.hasOwn(schema.properties ?? {}, pair.key.text)),
  ];
  const name = schema.noun === 'task' ? owner.pair : undefined;
  run.report('schema/two-kinds', other.key, message, {
    related: [{ at: one.key, message: `${quote(one.key.text)} stands here.` }],
    fixes: (tree) => [
      ...(name ? ownTask(map, name, moving)(tree) : []),
      ...[one, other].flatMap((pair) => removePair(map, pair, `Remove ${quote(pair.key.text)}`)(tree)),
    ],
  });
}

function sayNewer(choice: Choice, run: Run): void {
  const { pair, by, schema } = choice;
  if (!schema.since) return;
  if (by === 'key') run.newer(schema.since, pair.key, quote(pair.key.text));
  else if (pair.value)
    run.newer(
      schema.since,
      pair.value,
      quote(resolve(pair.value)?.kind === 'scalar' ? (resolve(pair.value) as { text: string }).text : pair.key.text),
    );
}
