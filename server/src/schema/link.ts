/** Follows every `$ref` once, so that everything else in this folder meets plain schemas only. */
import type { Schema } from './schema.ts';

type Mutable = { -readonly [K in keyof Schema]: Schema[K] };
type Facts = Readonly<Record<string, unknown>>;

/** Keywords that hold one schema, a list of schemas, or a record of schemas. */
const one = ['items', 'additionalProperties', 'else', 'value'];
const records = ['properties', 'keys', 'cases'];
const nested = ['discriminator', 'discriminatorValue', 'singleKeyMap'];

/**
 * The same schema without `$ref`: what is written beside a `$ref` wins over what it points to. Recursion becomes a cycle of objects; a
 * schema that several places refer to stays one object, so that results can be remembered by it.
 */
export function link(root: Schema): Schema {
  const linked = new Map<Schema, Schema>();
  const definition = (ref: string): Schema | undefined => {
    let at: unknown = root;
    for (const step of ref.replace(/^#\/?/, '').split('/').filter(Boolean)) at = (at as Facts | undefined)?.[step];
    return at as Schema | undefined;
  };
  const flat = (schema: Schema, seen: readonly Schema[] = []): Schema => {
    if (schema.$ref === undefined) return schema;
    const target = definition(schema.$ref);
    if (!target || seen.includes(schema)) throw new Error(`The schema has no ${schema.$ref}.`);
    const { $ref: _, ...own } = schema;
    return { ...flat(target, [...seen, schema]), ...own };
  };
  const visit = (schema: Schema): Schema => {
    const known = linked.get(schema);
    if (known) return known;
    if (schema.$ref !== undefined && Object.keys(schema).length === 1) {
      const target = visit(definition(schema.$ref) ?? flat(schema));
      linked.set(schema, target);
      return target;
    }
    const copy: Mutable = {};
    linked.set(schema, copy);
    const { $defs: _, ...facts } = flat(schema);
    Object.assign(copy, inside(facts));
    return copy;
  };
  const inside = (facts: Facts): Facts =>
    Object.fromEntries(Object.entries(facts).map(([keyword, value]) => [keyword, child(keyword, value)]));
  const child = (keyword: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (one.includes(keyword)) return visit(value);
    if (keyword === 'anyOf') return (value as Schema[]).map(visit);
    if (records.includes(keyword))
      return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, visit(schema as Schema)]));
    if (nested.includes(keyword)) return Array.isArray(value) ? value.map((each) => inside(each as Facts)) : inside(value as Facts);
    return value;
  };
  return visit(root);
}
