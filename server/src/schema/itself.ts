/** A mapping around the one value that is wanted: `wait: { duration: PT5S }` for `wait: PT5S`. */
import type { MapNode } from '../syntax/node.ts';
import type { ValidationContext, ValueContext } from './context.ts';
import { unwrap } from './fixes.ts';
import { alternatives } from './lookup.ts';
import { resolveMapping } from './resolve.ts';
import type { Schema } from './schema.ts';
import { accepts, hasFormat } from './shape.ts';
import { quote } from '../formats/quote.ts';

/** Reports a mapping whose only key is unknown and whose value another alternative of the schema takes as it is. Says whether it was one. */
export function reportWrapped(
  map: MapNode,
  chosen: Schema,
  schema: Schema,
  { pair }: ValueContext,
  validation: ValidationContext,
): boolean {
  const [only, ...others] = map.pairs;
  if (!pair || !schema.anyOf || only?.value?.kind !== 'scalar' || others.length > 0) return false;
  const [unknown] = resolveMapping(map, chosen).unknown;
  if (!unknown || unknown.meant !== undefined || unknown.way) return false;
  const value = only.value;
  const taking = alternatives(schema).find(
    (each) =>
      (each.references ?? (each.format === 'expression' ? undefined : each.format)) !== undefined &&
      accepts(each, value) &&
      hasFormat(each, value),
  );
  // What a duration looks like is not told by a format of texts.
  if (taking?.format === 'duration' && !/^(?:P|\d+(?:\.\d+)?\s*[a-z])/i.test(value.text)) return false;
  // What the mapping itself needs may be what was meant.
  if (!taking || (taking.references && chosen.required?.length === 1)) return false;
  const what = taking.references ? 'name' : (schema.title ?? 'value');
  validation.report(
    'schema/unknown-property',
    only.key,
    `${quote(pair.key.text)} takes the ${what} itself. Leave out ${quote(only.key.text)}.`,
    { about: { names: [only.key.text] }, fixes: unwrap(map, only) },
  );
  return true;
}
