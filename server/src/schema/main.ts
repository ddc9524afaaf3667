/** What a single value that stands in place of a mapping is most likely meant to say. */
import type { Node, ScalarNode } from '../syntax/node.ts';
import type { Plain } from '../syntax/value.ts';
import { alternatives, schemaUnder } from './lookup.ts';
import type { Schema } from './schema.ts';
import { accepts, discriminatorsOf } from './shape.ts';

/**
 * The way of keys to the property that it stands for: the one that the schema names (`main`), the only required one, or the only one that
 * takes such a value. Undefined where several could be meant.
 */
export function mainWay(schema: Schema, value: Node): readonly string[] | undefined {
  const takes = (property: Schema | undefined): boolean =>
    property !== undefined && alternatives(property).some((each) => accepts(each, value));
  const { required = [], properties = {}, main } = schema;
  if (main !== undefined) {
    const way = main.split('.');
    return value.kind === 'scalar' && takes(way.reduce<Schema | undefined>(schemaUnder, schema)) ? way : undefined;
  }
  const choices = discriminatorsOf(schema).filter((each) => !each.else);
  if (choices.length === 0 && required.length > 0) return required.length === 1 && takes(properties[required[0]!]) ? required : undefined;
  const names = choices.length > 0 ? choices.flatMap(({ keys }) => Object.keys(keys)) : Object.keys(properties);
  const propertyOf = (name: string): Schema | undefined =>
    properties[name] ?? choices.find(({ keys }) => Object.hasOwn(keys, name))?.keys[name]?.properties?.[name];
  const taking = names.length > 4 ? [] : names.filter((name) => takes(propertyOf(name)));
  return taking.length === 1 ? taking : undefined;
}

/** A number where a mapping says how long something takes, as so many seconds; undefined for anything else. */
export function inSeconds({ value, text }: ScalarNode, schema: Schema): Plain | undefined {
  if (typeof value !== 'number') return undefined;
  for (const { required = [], properties = {} } of alternatives(schema)) {
    const [key] = required;
    if (key !== undefined && required.length === 1 && alternatives(properties[key] ?? {}).some((each) => each.format === 'duration'))
      return { [key]: `PT${text}S` };
  }
  return undefined;
}

/** The same of a property with alternatives: undefined where more than one of them could take the value so. */
export function mainWayOf(schema: Schema, value: Node): readonly string[] | undefined {
  const ways = alternatives(schema)
    .flatMap((each) => [mainWay(each, value) ?? []])
    .filter((way) => way.length > 0);
  return ways.length === 1 ? ways[0] : undefined;
}
