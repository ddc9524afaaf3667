/** Mappings and lists: which keys stand, which are missing, what each holds. */
import type { MapNode, Node, Pair, Place, SeqNode } from '../syntax/node.ts';
import { resolve } from '../syntax/node.ts';
import { insertChoice, insertMissing, ownTask, removePair } from './fixes.ts';
import { checkOneKey } from './named.ts';
import { read, type Reading } from './reading.ts';
import type { Outer, Owner, Run } from './run.ts';
import { nameOf } from './run.ts';
import type { Schema } from './schema.ts';
import { canHold, type Choice, dispatches, isMerge } from './shape.ts';
import { reportUnknown } from './unknown.ts';
import { and, kindWord, or, quote } from './words.ts';

/** Free data: only its form is looked at. */
const free: Schema = {};

/** Checks a mapping; `undefined` stands for one without pairs. */
export function checkMap(map: MapNode | undefined, schema: Schema, owner: Owner, run: Run): void {
  const first = map ? duplicates(map, schema, run) : new Set<Pair>();
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
  if (whole.minProperties !== undefined && reading.pairs.size < whole.minProperties) tooFew(whole, owner, run);
  if (!map) return absences(map, schema, reading, owner, undefined, run);
  const known = whole.properties ?? {};
  const rest = typeof whole.additionalProperties === 'object' ? whole.additionalProperties : free;
  for (const pair of map.pairs) {
    if (!first.has(pair) || reading.wrong.has(pair) || isMerge(pair)) continue;
    const name = pair.key.text;
    const value = Object.hasOwn(known, name) ? known[name]! : rest;
    if (value.since) run.newer(value.since, pair.key, quote(name));
    if (value.deprecated)
      run.report('schema/deprecated', pair.key, `${quote(name)} is out of use. ${value.deprecated}`, {
        severity: 'hint',
        tags: ['deprecated'],
      });
    const partial = given.get(name);
    run.check(pair.value, value, { pair, at: pair.key, ...(outer ? { outer } : {}), ...(partial ? { partial } : {}) });
  }
  absences(map, schema, reading, owner, outer?.astray, run);
}

/** What is not there, unless it is there in the wrong place. */
function absences(
  map: MapNode | undefined,
  schema: Schema,
  reading: Reading,
  owner: Owner,
  astray: ReadonlySet<string> | undefined,
  run: Run,
): void {
  if (owner.partial === true) return;
  const elsewhere = new Set([...(owner.partial ?? []), ...(astray ?? [])]);
  if (!reading.shape.open.some((each) => [...elsewhere].some((name) => Object.hasOwn(each.keys, name)))) noKind(map, reading, owner, run);
  if (map) missing(map, schema, reading, owner, elsewhere, run);
}

/** Checks every element of a list. */
export function checkList(list: SeqNode, schema: Schema, owner: Owner, run: Run): void {
  if (schema.minItems !== undefined && list.elements.length < schema.minItems) {
    const noun = schema.items?.oneKey?.noun ?? schema.items?.noun ?? 'entry';
    run.report('schema/empty', owner.at, `${nameOf(owner, schema, quote)} is an empty list. Add at least one ${noun}.`);
  }
  const items = schema.items ?? free;
  for (const { node } of list.elements) run.check(node, items, { at: start(node) });
}

/** Where to point for an element as a whole: its first key when it is a mapping, its first character when it is a list. */
export function start(node: Node): Place {
  if (node.kind === 'map') return node.pairs[0]?.key ?? node;
  return node.kind === 'seq' ? { item: node.item, start: node.start, end: Math.min(node.end, node.start + 1) } : node;
}

/** The pairs that count: the first of each name. */
function duplicates(map: MapNode, schema: Schema, run: Run): ReadonlySet<Pair> {
  const seen = new Map<string, Pair>();
  for (const pair of map.pairs) {
    const name = pair.key.text;
    const before = seen.get(name);
    if (!before) seen.set(name, pair);
    else if (pair.key.end > pair.key.start)
      run.report(
        'document/duplicate-key',
        pair.key,
        `${quote(name)} is written twice in this ${schema.noun ?? (run.format === 'json' ? 'object' : 'mapping')}. Keep one.`,
        {
          related: [{ at: before.key, message: 'First written here.' }],
          fixes: removePair(map, pair, `Remove the second ${quote(name)}`, true),
        },
      );
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

function noKind(map: MapNode | undefined, reading: Reading, owner: Owner, run: Run): void {
  for (const dispatch of reading.shape.open) {
    const { noun } = reading.shape.schema;
    const keys = Object.keys(dispatch.keys);
    const message =
      noun === 'task'
        ? `This task does nothing yet. Add one of: ${keys.join(', ')}.`
        : `${noun ? `This ${noun}` : nameOf(owner, reading.shape.schema, quote)} needs ${or(keys.map(quote))}.`;
    const fixes = map && noun !== 'task' ? insertChoice(map, dispatch.keys) : undefined;
    run.report(noun === 'task' ? 'schema/no-kind' : 'schema/missing-property', owner.at, message, fixes ? { fixes } : {});
  }
}

function missing(map: MapNode, base: Schema, reading: Reading, owner: Owner, elsewhere: ReadonlySet<string>, run: Run): void {
  const { choices, schema } = reading.shape;
  const absent = (names: readonly string[] | undefined): string[] =>
    (names ?? []).filter((name) => !reading.pairs.has(name) && !elsewhere.has(name));
  const own = absent(base.required);
  if (own.length > 0)
    reportMissing(
      map,
      own,
      schema,
      owner.at,
      nameOf(owner, { noun: schema.noun ?? kindWord('object', run.format).replace(/^an? /, '') }, quote),
      run,
    );
  const said = new Set(own);
  for (const choice of choices) {
    const names = absent([...(choice.by === 'key' ? [choice.key] : []), ...(choice.schema.required ?? [])]).filter(
      (name) => !said.has(name),
    );
    if (names.length === 0) continue;
    for (const name of names) said.add(name);
    const value = choice.by === 'value' ? choice.pair.value : undefined;
    const text = value?.kind === 'scalar' ? value.text : undefined;
    const subject = choice.schema.noun
      ? `This ${choice.schema.noun}`
      : quote(choice.pair.key.text + (text === undefined ? '' : `: ${text}`));
    reportMissing(map, names, schema, value ?? choice.pair.key, subject, run, !choice.schema.noun);
  }
  for (const [name, others] of Object.entries(schema.dependentRequired ?? {})) {
    const pair = reading.pairs.get(name);
    const names = pair ? absent(others).filter((other) => !said.has(other)) : [];
    if (pair && names.length > 0) reportMissing(map, names, schema, pair.key, quote(name), run, true);
  }
}

function reportMissing(map: MapNode, names: readonly string[], schema: Schema, at: Place, subject: string, run: Run, beside = false): void {
  const message = `${subject} needs ${and(names.map(quote))}${beside ? ' beside it' : ''}.`;
  run.report('schema/missing-property', at, message, { fixes: insertMissing(map, names, schema) });
}

function tooFew(schema: Schema, owner: Owner, run: Run): void {
  const names = Object.keys(schema.properties ?? {});
  const advice =
    names.length > 0 ? `Add ${names.length > 5 ? 'one of its properties' : or(names.map(quote))}.` : 'Add at least one property.';
  run.report(
    'schema/empty',
    owner.at,
    `${owner.pair ? quote(owner.pair.key.text) : `This ${schema.noun ?? 'mapping'}`} is empty. ${advice}`,
  );
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
