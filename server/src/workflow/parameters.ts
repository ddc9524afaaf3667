/** What a function, or a workflow that is run, takes as the schema of its input says, and how what is given differs from that. */
import { nearest } from '../rules/nearest.ts';
import { fromJsonSchema } from '../schema/json-schema.ts';
import type { Schema } from '../schema/schema.ts';
import type { Node, Pair } from '../syntax/node.ts';
import { notes } from '../syntax/notes.ts';
import { isMerge, resolve, stringOf, valueOf } from '../syntax/node.ts';
import { type Plain, toValue } from '../syntax/value.ts';

/** Plain data: a summary of a file holds it. */
export interface Parameters {
  readonly names: readonly string[];
  readonly required: readonly string[];
  /** Others are refused. */
  readonly closed: boolean;
  /** All of them are told: nothing in the schema adds more. */
  readonly complete: boolean;
}

/** Keywords of JSON Schema by which a mapping may have more properties than are named beside them, and what may merge in such. */
const adding = ['<<', 'patternProperties', 'anyOf', 'oneOf', 'if', 'then', 'else', 'dependentSchemas'];

const parameters = notes<Node, Parameters | undefined>();

/** What is taken, by the schema of an input; undefined where that says nothing. The same object as long as its text stays the same. */
export function parametersOf(document: Node): Parameters | undefined {
  if (parameters.has(document)) return parameters.get(document);
  const read = parametersIn(plainSchema(document), fromJsonSchema(document));
  parameters.set(document, read);
  return read;
}

/** The same of a schema that was read already: all of it, and as far as it tells what may be written. */
export function parametersIn(plain: Plain, { properties, required = [] }: Schema): Parameters | undefined {
  if (!properties || typeof plain !== 'object' || plain === null) return undefined;
  const complete = !adding.some((key) => Object.hasOwn(plain, key));
  const closed = complete && 'additionalProperties' in plain && plain['additionalProperties'] === false;
  return { names: Object.keys(properties), required, closed, complete };
}

/** The JSON Schema of what is taken, from what stands under `input`; undefined where nobody says, and for other languages. */
export const inputSchemaIn = (input: Node | undefined): Node | undefined => resolve(valueOf(jsonSchemaIn(input), 'document'));

/** What says where a JSON Schema stands, or is it; undefined where nobody says, and for other languages. */
export function jsonSchemaIn(holder: Node | undefined): Node | undefined {
  const schema = resolve(valueOf(resolve(holder), 'schema'));
  return /^json(?::|$)/.test(stringOf(valueOf(schema, 'format')) ?? 'json') ? schema : undefined;
}

const plain = notes<Node, Plain>();

/** A schema as a plain value. The same object as long as its text stays the same. */
export function plainSchema(document: Node): Plain {
  const value = plain.get(document) ?? toValue(document);
  plain.set(document, value);
  return value;
}

export interface ArgumentMismatch {
  readonly names: readonly string[];
  /** Arguments that are not among the names; `instead` is the one that was meant, perhaps. */
  readonly unknown: readonly { readonly pair: Pair; readonly instead?: string }[];
  /** What is required and is neither written nor meant. */
  readonly missing: readonly string[];
}

/** What is wrong with arguments that are written out; undefined when nothing is. */
export function compareArguments(given: readonly Pair[], taken: Parameters): ArgumentMismatch | undefined {
  const written = new Set(given.map(({ key }) => key.text));
  // What is merged in stands elsewhere.
  if (given.some(isMerge)) return undefined;
  const free = taken.names.filter((name) => !written.has(name));
  const unknown = given
    .filter(({ key }) => !taken.names.includes(key.text))
    .map((pair) => ({ pair, instead: nearest(pair.key.text, free) }))
    // A schema that does not close itself takes more than it names.
    .filter(({ instead }) => taken.complete && (taken.closed || instead !== undefined));
  const meant = new Set(unknown.map(({ instead }) => instead));
  const missing = taken.required.filter((name) => !written.has(name) && !meant.has(name));
  return unknown.length + missing.length > 0 ? { names: taken.names, unknown, missing } : undefined;
}
