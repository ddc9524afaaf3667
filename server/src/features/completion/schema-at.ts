/** What the schema says about what is to be written. */
import { laterRelease, narrow, sinceOf } from '../../schema/lookup.ts';
import type { Schema } from '../../schema/schema.ts';
import { typesOf } from '../../schema/shape.ts';
import type { MapNode } from '../../syntax/node.ts';
import { below } from '../below.ts';
import { casesOf, type Cases } from '../cases.ts';
import type { CompletionTarget } from './target.ts';

export interface SchemaAtTarget {
  /** For a key: of the mapping. For anything else: of the value to be written. */
  readonly schemas: readonly Schema[];
  /** The mapping whose key is wanted. */
  readonly map?: MapNode | undefined;
  /** Values that decide what else the mapping holds: what can be called. */
  readonly cases: Cases;
  /** Any text here may be an expression: something around says so for all that is in it. */
  readonly anyExpression: boolean;
  /** Which variables expressions may use here, where that is told apart from what a task does itself. */
  readonly scope: Schema['scope'];
  /** The latest release that brought something of what is around; undefined for 1.0.0. */
  readonly since: string | undefined;
}

/** Follows the path down from the root's schema. */
export function schemaAt(root: Schema, { nodes, path }: Pick<CompletionTarget, 'nodes' | 'path'>): SchemaAtTarget {
  let schemas: readonly Schema[] = [root];
  let cases: Cases = [];
  let anyExpression = false;
  let scope: Schema['scope'];
  let since: string | undefined;
  for (const [index, node] of nodes.entries()) {
    const step = path[index];
    if (step === undefined) return { schemas, map: node.kind === 'map' ? node : undefined, cases: [], anyExpression, scope, since };
    const fitting = narrow(schemas, node);
    anyExpression ||= fitting.some((schema) => schema.expression && holdsMappings(schema));
    if (index === nodes.length - 1 && node.kind === 'map') cases = fitting.flatMap((schema) => casesOf(schema, node, String(step)));
    since = laterRelease(since, sinceOf(schemas, node, step));
    schemas = below(schemas, node, step);
    scope = schemas.find((schema) => schema.scope)?.scope ?? scope;
  }
  return { schemas, cases, anyExpression, scope, since };
}

const holdsMappings = (schema: Schema): boolean => {
  const types = typesOf(schema);
  return types !== 'any' && types.includes('object');
};
