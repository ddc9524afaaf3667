/** What is not there: properties, choices, values, names. */
import type { MapNode, NodeRange } from '../syntax/node.ts';
import { fillIn, insertChoice, insertMissing } from './fixes.ts';
import { alternatives } from './lookup.ts';
import type { Reading } from './reading.ts';
import type { Owner, Run } from './run.ts';
import { nameOf } from './run.ts';
import type { Schema } from './schema.ts';
import { dispatches, typesOf } from './shape.ts';
import { and, kindWord, or, quote, wanted } from './words.ts';

/** What a mapping lacks, unless it stands in the wrong place (`astray`: inside one of its values). */
export function reportAbsences(
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

function noKind(map: MapNode | undefined, reading: Reading, owner: Owner, run: Run): void {
  for (const dispatch of reading.shape.open) {
    const { title } = reading.shape.schema;
    const keys = Object.keys(dispatch.keys);
    if (title === 'task') {
      const about = { entry: true, names: owner.pair ? [owner.pair.key.text] : [] } as const;
      return run.report('schema/no-kind', owner.at, `This task does nothing yet. Add one of: ${keys.join(', ')}.`, { about });
    }
    const subject = title ? `This ${title}` : nameOf(owner, reading.shape.schema, quote);
    const fixes = map ? { fixes: insertChoice(map, dispatch.keys) } : {};
    run.report('schema/missing-property', owner.at, `${subject} needs ${or(keys.map(quote))}.`, fixes);
  }
}

function missing(map: MapNode, base: Schema, reading: Reading, owner: Owner, elsewhere: ReadonlySet<string>, run: Run): void {
  const { choices, schema } = reading.shape;
  const said = new Set<string>();
  const absent = (names: readonly string[] | undefined): string[] => {
    const found = (names ?? []).filter((name) => !reading.pairs.has(name) && !elsewhere.has(name) && !said.has(name));
    for (const name of found) said.add(name);
    return found;
  };
  const tell = (names: readonly string[], at: NodeRange, subject: string, beside: boolean): void => {
    if (names.length === 0) return;
    const message = `${subject} needs ${and(names.map(quote))}${beside ? ' beside it' : ''}.`;
    run.report('schema/missing-property', at, message, { about: { names }, fixes: insertMissing(map, names, schema) });
  };
  const noun = schema.title ?? kindWord('object', run.format).replace(/^an? /, '');
  tell(absent(base.required), owner.at, nameOf(owner, { title: noun }, quote), false);
  // What only the chosen kind needs is shown at what chose it.
  for (const { by, key, pair, schema: chosen } of choices) {
    const value = by === 'value' ? pair.value : undefined;
    const words = pair.key.text + (value?.kind === 'scalar' ? `: ${value.text}` : '');
    const names = absent([...(by === 'key' ? [key] : []), ...(chosen.required ?? [])]);
    tell(names, value ?? pair.key, chosen.title ? `This ${chosen.title}` : quote(words), !chosen.title);
  }
  for (const [name, others] of Object.entries(schema.dependentRequired ?? {})) {
    const pair = reading.pairs.get(name);
    if (pair) tell(absent(others), pair.key, quote(name), true);
  }
}

/** A mapping with fewer pairs than it must have. */
export function reportEmpty(schema: Schema, owner: Owner, run: Run): void {
  const names = Object.keys(schema.properties ?? {});
  const advice =
    names.length > 0 ? `Add ${names.length > 5 ? 'one of its properties' : or(names.map(quote))}.` : 'Add at least one property.';
  run.report(
    'schema/empty',
    owner.at,
    `${owner.pair ? quote(owner.pair.key.text) : `This ${schema.title ?? 'mapping'}`} is empty. ${advice}`,
  );
}

/** A key with nothing behind it. */
export function reportNoValue(schema: Schema, owner: Owner, run: Run): void {
  const { pair } = owner;
  const message = `${nameOf(owner, schema, quote)} has no value yet. ${adviceFor(schema, run)}`;
  run.report('schema/missing-value', owner.at, message, pair ? { fixes: fillIn(pair, schema) } : {});
}

function adviceFor(schema: Schema, run: Run): string {
  const mapping = alternatives(schema).find((each) => typesOf(each).includes('object'));
  if (mapping?.required?.length) return `It needs ${and(mapping.required.map(quote))}.`;
  const open = mapping === schema ? dispatches(schema).find((each) => !each.else) : undefined;
  const names = Object.keys(open?.keys ?? mapping?.properties ?? {}).map(quote);
  if (mapping === schema && names.length > 0 && names.length <= 6) return `Add ${or(names)}.`;
  return `Write ${wanted(schema, run.format)}.`;
}
