/** What a mapping needs under one key and what stands under another: `input` with the arguments of a call. */
import { resolve, type Pair } from '../syntax/node.ts';
import { quote } from '../formats/quote.ts';
import type { EnclosingMapping, ValidationContext } from './context.ts';
import { renameKey } from './fixes.ts';
import { alternatives } from './lookup.ts';
import { propertyOf } from './property.ts';
import type { ResolvedMapping } from './resolve.ts';
import type { Schema } from './schema.ts';
import { canHold } from './shape.ts';

/**
 * Reports keys whose value is all of what a key that is missing holds, and nothing of what they hold themselves; returns them. Only where what
 * was chosen needs that key.
 */
export function reportOtherKeys(
  { shape, pairs }: ResolvedMapping,
  { schema, foundInside }: EnclosingMapping,
  validation: ValidationContext,
): ReadonlySet<Pair> {
  const found = new Set<Pair>();
  for (const name of shape.choices.flatMap(({ schema: { required = [] } }) => required)) {
    const wanted = pairs.has(name) ? undefined : propertyOf(schema, name);
    const pair = wanted && [...pairs.values()].find((each) => !found.has(each) && isOf(each, wanted, propertyOf(schema, each.key.text)));
    if (!pair) continue;
    found.add(pair);
    foundInside.add(name);
    const message = `What ${quote(pair.key.text)} holds belongs to ${quote(name)}. Write ${quote(name)} instead.`;
    const fixes = renameKey(pair, name, isComplete(pair, wanted));
    validation.report('schema/misplaced', pair.key, message, { about: { names: [pair.key.text, name] }, fixes });
  }
  return found;
}

/** Does it hold all that this schema needs? Else something is wrong under the other key, too. */
function isComplete({ value }: Pair, wanted: Schema): boolean {
  const map = resolve(value);
  const written = new Set(map?.kind === 'map' ? map.pairs.map(({ key }) => key.text) : []);
  return alternatives(wanted).some(({ required = [] }) => required.every((name) => written.has(name)));
}

/** Keys, each of which this schema knows and the own one of the pair does not. */
function isOf({ value }: Pair, wanted: Schema, own: Schema | undefined): boolean {
  const map = resolve(value);
  if (map?.kind !== 'map' || map.pairs.length === 0) return false;
  const knows = (schema: Schema | undefined, name: string): boolean =>
    schema !== undefined && alternatives(schema).some((each) => canHold(each, name));
  return map.pairs.every(({ key }) => knows(wanted, key.text) && !knows(own, key.text));
}
