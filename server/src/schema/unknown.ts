/** A key that does not belong here: what was meant, or where it belongs. */
import { displacements } from '../rules/cascades.ts';
import { moveOut, removePair, renameKey } from './fixes.ts';
import { groupMisplacedKeys, isClose, reportGroup } from './misplaced.ts';
import type { ResolvedMapping, UnknownKey } from './resolve.ts';
import type { EnclosingMapping, ValidationContext } from './context.ts';
import type { Schema } from './schema.ts';
import { canHold, dispatches } from './shape.ts';
import { quote } from '../formats/quote.ts';

const none: ReadonlyMap<string, readonly string[]> = new Map<string, never>();

/**
 * Reports the keys that a mapping may not have, up to where its lines lost their place. Returns, by property, the keys that belong inside
 * it: these are not missing there.
 */
export function reportUnknownKeys(
  resolved: ResolvedMapping,
  here: EnclosingMapping,
  validation: ValidationContext,
): ReadonlyMap<string, readonly string[]> {
  if (resolved.unknown.length === 0) return none;
  const limit = unreliableFrom(here, validation);
  const readable = resolved.unknown.filter(({ pair }) => pair.key.start < limit);
  const inside = readable.filter((each) => isClose(each) || !outside(each.pair.key.text, here));
  const groups = groupMisplacedKeys(inside, resolved, here, limit < Infinity);
  const grouped = new Set(groups.flatMap((group) => group.unknown));
  for (const group of groups) reportGroup(group, here, validation);
  const left = readable.filter((each) => !grouped.has(each));
  const idle = here.schema.step && resolved.shape.open.length > 0 && groups.length === 0;
  const [first] = left;
  if (idle && first && left.every(({ pair, meant }) => meant === undefined && !outside(pair.key.text, here)))
    reportIdle(first, resolved, here, validation);
  else for (const each of left) reportUnknown(each, here, validation);
  return new Map(groups.map(({ container, unknown }) => [container, unknown.map(({ pair }) => pair.key.text)]));
}

/** Lines out of place, and texts whose end or extent is not known: what follows them in the same mapping is guesswork. */
const unreliable: ReadonlySet<string> = new Set([...displacements, 'syntax/unclosed-quote', 'syntax/block-header']);

/** Where the keys of a mapping can no longer be trusted: an offset relative to its fragment, or Infinity where all can. */
export function unreliableFrom({ map }: Pick<EnclosingMapping, 'map'>, { fragment }: Pick<ValidationContext, 'fragment'>): number {
  if (map.fragment !== fragment || fragment.errors.length === 0) return Infinity;
  const first = fragment.errors.find(({ code, start }) => unreliable.has(code) && map.start <= start && start <= map.end);
  return first?.start ?? Infinity;
}

/** A step of which no word is known. */
function reportIdle({ pair }: UnknownKey, { shape }: ResolvedMapping, here: EnclosingMapping, validation: ValidationContext): void {
  const kinds = shape.open.flatMap((each) => Object.keys(each.keys));
  here.foundInside.add(kinds[0]!);
  validation.report(
    'schema/unknown-property',
    pair.key,
    `Unknown property ${quote(pair.key.text)}. A ${here.schema.title} needs one of: ${kinds.join(', ')}.`,
    {
      fixes: removePair(here.map, pair, `Remove ${quote(pair.key.text)}`),
    },
  );
}

/** Reports one unknown key of the mapping `here`. */
function reportUnknown(unknown: UnknownKey, here: EnclosingMapping, validation: ValidationContext): void {
  const { pair, meant, needed } = unknown;
  const name = pair.key.text;
  const about = { names: meant === undefined ? [name] : [name, meant] };
  const severity = here.schema.additionalProperties === 'warn' && !needed ? ('warning' as const) : ('error' as const);
  const around = isClose(unknown) ? undefined : outside(name, here);
  if (around) {
    const message = `${quote(name)} belongs to ${around.schema.title ? `this ${around.schema.title}` : 'the mapping around'}, not inside ${inName(here)}.`;
    around.foundInside.add(name);
    return validation.report('schema/unknown-property', pair.key, message, { severity, about, fixes: moveOut(here.map, pair, around) });
  }
  const where = here.schema.title ? `this ${here.schema.title}` : inName(here);
  if (meant !== undefined) {
    const message = `Unknown property ${quote(name)} in ${where}. Did you mean ${quote(meant)}?`;
    return validation.report('schema/unknown-property', pair.key, message, { severity, about, fixes: renameKey(pair, meant) });
  }
  const beside = companion(name, here.base);
  const message = beside ? `${quote(name)} stands only beside ${quote(beside)}.` : `Unknown property ${quote(name)} in ${where}.`;
  validation.report('schema/unknown-property', pair.key, message, {
    severity,
    about,
    fixes: removePair(here.map, pair, `Remove ${quote(name)}`),
  });
}

const inName = ({ context }: EnclosingMapping): string => (context.pair ? quote(context.pair.key.text) : 'this mapping');

/** The nearest mapping around in which this key is legal and not written yet. */
function outside(name: string, here: EnclosingMapping): EnclosingMapping | undefined {
  for (let at = here.context.enclosing; at; at = at.context.enclosing)
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
