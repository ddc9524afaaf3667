/** A key that does not belong here: what was meant, or where it belongs. */
import type { Pair } from '../syntax/node.ts';
import { resolve } from '../syntax/node.ts';
import { moveInto, moveOut, removePair, renameKey } from './fixes.ts';
import type { Unknown } from './reading.ts';
import type { Outer, Run } from './run.ts';
import { alternatives } from './lookup.ts';
import type { Schema } from './schema.ts';
import { canHold, dispatches, pairsOf } from './shape.ts';
import { quote } from './words.ts';

/** Reports one unknown key of the mapping `here`. Returns the property inside which it belongs, if it does. */
export function reportUnknown({ pair, meant, needed }: Unknown, here: Outer, run: Run): string | undefined {
  const name = pair.key.text;
  const severity = here.schema.additionalProperties === 'warn' && !needed ? ('warning' as const) : ('error' as const);
  const around = outside(name, here);
  const inner = around ? undefined : inside(name, here);
  const close = meant !== undefined && plain(meant) === plain(name);
  if (!close && around) {
    const message = `${quote(name)} belongs to ${around.schema.noun ? `this ${around.schema.noun}` : 'the mapping around'}, not inside ${inName(here)}.`;
    around.astray.add(name);
    run.report('schema/unknown-property', pair.key, message, { severity, fixes: moveOut(here.map, pair, around) });
    return undefined;
  }
  if (!close && inner) {
    // Moved there, it is what the mapping cannot do without.
    const lacking = here.schema.required?.includes(inner) && !hasKey(here.map.pairs, inner);
    const message = `${quote(name)} belongs inside ${quote(inner)}.`;
    run.report('schema/unknown-property', pair.key, message, {
      severity: lacking ? 'error' : severity,
      fixes: moveInto(here.map, pair, inner),
    });
    return inner;
  }
  const where = here.schema.noun ? `this ${here.schema.noun}` : inName(here);
  if (meant !== undefined) {
    const message = `Unknown property ${quote(name)} in ${where}. Did you mean ${quote(meant)}?`;
    run.report('schema/unknown-property', pair.key, message, { severity, fixes: renameKey(pair, meant) });
    return undefined;
  }
  const beside = companion(name, here.base);
  const message = beside ? `${quote(name)} stands only beside ${quote(beside)}.` : `Unknown property ${quote(name)} in ${where}.`;
  run.report('schema/unknown-property', pair.key, message, { severity, fixes: removePair(here.map, pair, `Remove ${quote(name)}`) });
  return undefined;
}

const plain = (name: string): string => name.toLowerCase().replace(/[-_\s]/g, '');
const inName = ({ owner }: Outer): string => (owner.pair ? quote(owner.pair.key.text) : 'this mapping');

/** The nearest mapping around in which this key is legal and not written yet. */
function outside(name: string, here: Outer): Outer | undefined {
  for (let at = here.owner.outer; at; at = at.owner.outer)
    if (Object.hasOwn(at.schema.properties ?? {}, name) && !at.map.pairs.some((pair) => pair.key.text === name)) return at;
  return undefined;
}

/** The property of this mapping whose value may hold the key: one that is written, or required, or the only one. */
function inside(name: string, here: Outer): string | undefined {
  const pairs = pairsOf(here.map);
  const holders = Object.entries(here.schema.properties ?? {}).filter(([property, schema]) => {
    const value = resolve(pairs.get(property)?.value);
    if (value && (value.kind !== 'map' || hasKey(value.pairs, name))) return false;
    return alternatives(schema).some((each) => canHold(each, name));
  });
  const written = holders.find(([property]) => pairs.has(property));
  const required = holders.find(([property]) => here.schema.required?.includes(property));
  return (written ?? required ?? (holders.length === 1 ? holders[0] : undefined))?.[0];
}

const hasKey = (pairs: readonly Pair[], name: string): boolean => pairs.some((pair) => pair.key.text === name);

/** The key of another kind that brings this one along, or the value that does. */
function companion(name: string, base: Schema): string | undefined {
  for (const each of dispatches(base)) for (const [key, schema] of Object.entries(each.keys)) if (canHold(schema, name)) return key;
  const { property, cases = {} } = base.dispatchValue ?? {};
  const found = Object.entries(cases).find(([, schema]) => canHold(schema, name));
  return found && `${property}: ${found[0]}`;
}
