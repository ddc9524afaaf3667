/** JSON Schemas inside of documents: what they refer to is kept once for each document, and put together when data is to be checked. */
import { escapeStep } from '../formats/json-pointer.ts';
import type { Node } from '../syntax/node.ts';
import { type Plain, toValue } from '../syntax/value.ts';
import type { Definitions } from './document.ts';
import type { Source } from './source.ts';

export interface Collector {
  readonly definitions: Definitions;
  /** A schema as plain data; what it refers to in its document is among the definitions from then on. */
  plain(schema: Node): Plain;
}

export function createCollector(source: Source): Collector {
  const definitions: Record<string, Plain> = {};
  const plain = (schema: Node): Plain => {
    const value = toValue(schema);
    for (const reference of referencesIn(value)) {
      const target = Object.hasOwn(definitions, reference) ? undefined : source.at(reference);
      if (!target) continue;
      // Known before it is read: it may refer to itself.
      definitions[reference] = null;
      definitions[reference] = plain(target);
    }
    return value;
  };
  return { definitions, plain };
}

function referencesIn(value: Plain): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (isReference(key, each) ? each : referencesIn(each)));
}

const isReference = (key: string, value: Plain): value is string => key === '$ref' && typeof value === 'string';

/** The draft that AsyncAPI builds on (asyncapi: Schema Object). */
const draft = 'http://json-schema.org/draft-07/schema#';

/** A schema with all that it refers to, to be read by itself. */
export function selfContained(schema: Plain, definitions: Definitions): Plain {
  const used = new Set<string>();
  const pointing = (value: Plain): Plain => {
    if (Array.isArray(value)) return value.map(pointing);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, isReference(key, each) ? referenceTo(each) : pointing(each)]),
    );
  };
  const referenceTo = (reference: string): string => {
    if (!Object.hasOwn(definitions, reference)) return reference;
    used.add(reference);
    return `#/definitions/${encodeURIComponent(escapeStep(reference))}`;
  };
  const own = pointing(schema);
  if (typeof own !== 'object' || own === null || Array.isArray(own)) return own;
  const below: Record<string, Plain> = {};
  // What these refer to joins them while they are gone through.
  for (const reference of used) below[reference] = pointing(definitions[reference]!);
  return { $schema: draft, ...own, definitions: { ...(own['definitions'] as object | undefined), ...below } };
}
