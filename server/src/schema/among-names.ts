/** A key among names of the user's own (functions, headers, variables) that is none: its value fits elsewhere, and not what is named here. */
import { quote } from '../formats/quote.ts';
import { isMerge, type Pair, resolve } from '../syntax/node.ts';
import type { EnclosingMapping, ValidationContext } from './context.ts';
import { mapWord } from './describe.ts';
import { moveAcross, moveOut } from './fixes.ts';
import { alternatives } from './lookup.ts';
import { takesPair } from './misplaced.ts';
import { propertyOf } from './property.ts';
import type { Schema } from './schema.ts';
import { accepts, canHold } from './shape.ts';
import { inName, outside } from './unknown.ts';

interface Strays {
  /** The keys that are told. */
  readonly pairs: ReadonlySet<Pair>;
  /** By an entry, the keys that belong inside of it. */
  readonly into: ReadonlyMap<Pair, readonly string[]>;
}

const none: Strays = { pairs: new Set(), into: new Map() };

/** Reports the keys of a mapping that belong to one around it, or into the entry before or behind them. */
export function reportAmongNames(here: EnclosingMapping, validation: ValidationContext): Strays {
  const entry = here.schema.additionalProperties;
  if (typeof entry !== 'object') return none;
  const odd = here.map.pairs.filter((pair) => !propertyOf(here.schema, pair.key.text) && !isMerge(pair) && !fits(entry, pair));
  const pairs = new Set<Pair>();
  const into = new Map<Pair, readonly string[]>();
  for (const pair of odd) {
    const holder = neighbour(pair, here, entry, odd);
    const around = holder ? undefined : outside(pair, here);
    if (!holder && !(around && isTaken(propertyOf(around.schema, pair.key.text), pair))) continue;
    pairs.add(pair);
    if (holder) into.set(holder, [...(into.get(holder) ?? []), pair.key.text]);
    report(pair, holder, around, here, validation);
  }
  return pairs.size > 0 ? { pairs, into } : none;
}

function report(
  pair: Pair,
  holder: Pair | undefined,
  around: EnclosingMapping | undefined,
  here: EnclosingMapping,
  validation: ValidationContext,
): void {
  const name = pair.key.text;
  const about = { names: [name] };
  if (holder)
    return validation.report('schema/misplaced', pair.key, `${quote(name)} belongs inside ${quote(holder.key.text)}.`, {
      about,
      fixes: moveAcross(here.map, pair, holder),
    });
  const { schema, foundInside } = around!;
  foundInside.add(name);
  const place = schema.title ? `this ${schema.title}` : `the ${mapWord(validation.format)} around`;
  validation.report('schema/misplaced', pair.key, `${quote(name)} belongs to ${place}, not inside ${inName(here, validation)}.`, {
    about,
    fixes: moveOut(here.map, pair, around!),
  });
}

/** Is its value what stands under a name here: of that kind, and with one of its keys at least? */
function fits(entry: Schema, { value }: Pair): boolean {
  if (!value) return true;
  const real = resolve(value);
  if (real?.kind === 'map' && real.pairs.length > 0) return takesPair(entry, real);
  return isAccepted(entry, { value });
}

const isAccepted = (schema: Schema, { value }: Pick<Pair, 'value'>): boolean =>
  value !== undefined && alternatives(schema).some((each) => accepts(each, value));

/** May a property hold this value? */
const isTaken = (property: Schema | undefined, { value }: Pair): boolean =>
  property !== undefined && takesPair(property, value) && isAccepted(property, { value });

/** The entry before, or behind, in which this key is legal and not written yet. */
function neighbour(pair: Pair, { map }: EnclosingMapping, entry: Schema, odd: readonly Pair[]): Pair | undefined {
  const name = pair.key.text;
  if (!alternatives(entry).some((each) => canHold(each, name))) return undefined;
  const at = map.pairs.indexOf(pair);
  return [...map.pairs.slice(0, at).reverse(), ...map.pairs.slice(at + 1)].find(
    (other) => other.value?.kind === 'map' && !odd.includes(other) && !other.value.pairs.some(({ key }) => key.text === name),
  );
}
