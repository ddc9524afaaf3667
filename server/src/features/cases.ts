/** Values that decide what else a mapping holds, such as what can be called. */
import type { Schema } from '../schema/schema.ts';
import { discriminatorsOf } from '../schema/shape.ts';
import type { MapNode } from '../syntax/node.ts';

export type Cases = readonly (readonly [value: string, meaning: Schema])[];

/** The values of `key` that make a choice in this mapping. */
export function casesOf(schema: Schema, map: MapNode, key: string): Cases {
  const own = schema.discriminatorValue?.property === key ? Object.entries(schema.discriminatorValue.cases) : [];
  const chosen = discriminatorsOf(schema).flatMap(({ keys }) =>
    map.pairs.flatMap(({ key: written }) => (Object.hasOwn(keys, written.text) ? keys[written.text]! : [])),
  );
  return [...own, ...chosen.flatMap((each) => casesOf(each, map, key))];
}
