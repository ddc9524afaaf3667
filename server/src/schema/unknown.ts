/** A key that does not belong here: what was meant, or where it belongs. */
import { moveOut, removePair, renameKey } from './fixes.ts';
import { groupMisplacedKeys, isClose, reportGroup } from './misplaced.ts';
import type { Reading, Unknown } from './reading.ts';
import type { Outer, Run } from './run.ts';
import type { Schema } from './schema.ts';
import { canHold, dispatches } from './shape.ts';
import { quote } from './words.ts';

const none: ReadonlyMap<string, readonly string[]> = new Map<string, never>();

/**
 * Reports what is not known in a mapping, up to where its lines lost their place. Returns what belongs inside which property.
 */
export function reportUnknownKeys(reading: Reading, here: Outer, run: Run): ReadonlyMap<string, readonly string[]> {
  if (reading.unknown.length === 0) return none;
  const limit = unreliableFrom(here, run);
  const readable = reading.unknown.filter(({ pair }) => pair.key.start < limit);
  const inside = readable.filter((each) => isClose(each) || !outside(each.pair.key.text, here));
  const groups = groupMisplacedKeys(inside, reading, here, limit < Infinity);
  const grouped = new Set(groups.flatMap((group) => group.unknown));
  for (const group of groups) reportGroup(group, here, run);
  const left = readable.filter((each) => !grouped.has(each));
  const idle = here.schema.title === 'task' && reading.shape.open.length > 0 && groups.length === 0;
  const [first] = left;
  if (idle && first && left.every(({ pair, meant }) => meant === undefined && !outside(pair.key.text, here)))
    reportIdle(first, reading, here, run);
  else for (const each of left) reportUnknown(each, here, run);
  return new Map(groups.map(({ container, unknown }) => [container, unknown.map(({ pair }) => pair.key.text)]));
}

/** Lines that do not line up, and the like: what follows them in the same mapping is guesswork. */
const losing: ReadonlySet<string> = new Set([
  'syntax/indentation',
  'syntax/misplaced-dash',
  'syntax/missing-colon',
  'syntax/missing-dash',
  'syntax/dash-without-list',
  'syntax/unclosed-quote',
  'syntax/block-header',
]);

/** Where the keys of a mapping can no longer be trusted. */
export function unreliableFrom({ map }: Pick<Outer, 'map'>, { fragment: fragment }: Pick<Run, 'fragment'>): number {
  if (map.fragment !== fragment || fragment.errors.length === 0) return Infinity;
  const first = fragment.errors.find(({ code, start }) => losing.has(code) && map.start <= start && start <= map.end);
  return first?.start ?? Infinity;
}

/** A task of which no word is known. */
function reportIdle({ pair }: Unknown, { shape }: Reading, here: Outer, run: Run): void {
  const kinds = shape.open.flatMap((each) => Object.keys(each.keys));
  here.astray.add(kinds[0]!);
  run.report('schema/unknown-property', pair.key, `Unknown property ${quote(pair.key.text)}. A task needs one of: ${kinds.join(', ')}.`, {
    fixes: removePair(here.map, pair, `Remove ${quote(pair.key.text)}`),
  });
}

/** Reports one unknown key of the mapping `here`. */
function reportUnknown(unknown: Unknown, here: Outer, run: Run): void {
  const { pair, meant, needed } = unknown;
  const name = pair.key.text;
  const about = { names: meant === undefined ? [name] : [name, meant] };
  const severity = here.schema.additionalProperties === 'warn' && !needed ? ('warning' as const) : ('error' as const);
  const around = isClose(unknown) ? undefined : outside(name, here);
  if (around) {
    const message = `${quote(name)} belongs to ${around.schema.title ? `this ${around.schema.title}` : 'the mapping around'}, not inside ${inName(here)}.`;
    around.astray.add(name);
    return run.report('schema/unknown-property', pair.key, message, { severity, about, fixes: moveOut(here.map, pair, around) });
  }
  const where = here.schema.title ? `this ${here.schema.title}` : inName(here);
  if (meant !== undefined) {
    const message = `Unknown property ${quote(name)} in ${where}. Did you mean ${quote(meant)}?`;
    return run.report('schema/unknown-property', pair.key, message, { severity, about, fixes: renameKey(pair, meant) });
  }
  const beside = companion(name, here.base);
  const message = beside ? `${quote(name)} stands only beside ${quote(beside)}.` : `Unknown property ${quote(name)} in ${where}.`;
  run.report('schema/unknown-property', pair.key, message, { severity, about, fixes: removePair(here.map, pair, `Remove ${quote(name)}`) });
}

const inName = ({ owner }: Outer): string => (owner.pair ? quote(owner.pair.key.text) : 'this mapping');

/** The nearest mapping around in which this key is legal and not written yet. */
function outside(name: string, here: Outer): Outer | undefined {
  for (let at = here.owner.outer; at; at = at.owner.outer)
    if (Object.hasOwn(at.schema.properties ?? {}, name) && !at.map.pairs.some((pair) => pair.key.text === name)) return at;
  return undefined;
}

/** The key of another kind that brings this one along, or the value that does. */
function companion(name: string, base: Schema): string | undefined {
  for (const each of dispatches(base)) for (const [key, schema] of Object.entries(each.keys)) if (canHold(schema, name)) return key;
  const { property, cases = {} } = base.discriminatorValue ?? {};
  const found = Object.entries(cases).find(([, schema]) => canHold(schema, name));
  return found && `${property}: ${found[0]}`;
}
