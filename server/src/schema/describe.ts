/** Schemas and values in plain words: kinds of value, what is wanted, what is written. */
import type { Format, Node } from '../syntax/node.ts';
import { resolve } from '../syntax/node.ts';
import type { JsonType, Schema } from './schema.ts';
import { isExpression } from '../formats/expression.ts';
import { typesOf } from './shape.ts';
import type { Plain } from '../syntax/value.ts';
import { writeFlow } from '../syntax/write.ts';
import { quote } from '../formats/quote.ts';
import { a, or } from '../formats/sentence.ts';

const kinds: Record<JsonType, string> = {
  object: 'a mapping',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'nothing',
};

/** A kind of value in words of the format: YAML has mappings, JSON has objects. */
export const kindWord = (type: JsonType, format: Format): string => (type === 'object' && format === 'json' ? 'an object' : kinds[type]);

/** The bare noun of a mapping. */
export const mapWord = (format: Format): string => (format === 'json' ? 'object' : 'mapping');

/** A pair in words of the format: "call: http", or "call": "http". */
export const pairWords = (key: string, value: Plain, format: Format): string => {
  const written = writeFlow({ [key]: value }, { format }).replace(/^\{ | \}$/g, '');
  return format === 'json' ? written : quote(written);
};

/** What is written, as a kind of value. */
export function written(node: Node, format: Format): string {
  const real = resolve(node);
  if (real?.kind === 'map') return kindWord('object', format);
  if (real?.kind === 'seq') return 'a list';
  if (real?.kind !== 'scalar' || real.value === null) return 'nothing';
  if (typeof real.value === 'string') return isExpression(real.value) ? 'an expression' : 'text';
  return typeof real.value === 'number' ? 'a number' : String(real.value);
}

/** What a list holds, in the plural; undefined when the schema has no word for it. */
export function plural(list: Schema): string | undefined {
  const noun = list.items?.singleKeyMap?.title ?? list.items?.title;
  return noun === undefined ? undefined : noun.endsWith('y') && !/[aeou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** One of what a list holds. */
export const singular = (list: Schema): string => list.items?.singleKeyMap?.title ?? list.items?.title ?? 'entry';

/** What a schema asks for, in words: "a duration", "a list of tasks", "text or a mapping". */
export function wanted(schema: Schema, format: Format): string {
  const types = typesOf(schema);
  if (types === 'any') return 'a value';
  if (types.length === 1 && types[0] === 'array') {
    const things = plural(schema);
    return things === undefined ? 'a list' : `a list of ${things}`;
  }
  if (schema.title !== undefined && !(types.length === 1 && types[0] === 'object'))
    return a(schema.title.replace(/^mapping\b/, mapWord(format)));
  const kept = types.filter((type) => type !== 'null' && !(type === 'integer' && types.includes('number')));
  return or(kept.map((type) => kindWord(type, format)));
}

/** What an item without a name is called: a "switch case" is a case, if nothing else is said. */
export const wordFor = ({ title, name }: NonNullable<Schema['singleKeyMap']>): string => name ?? title.split(' ').at(-1)!;
