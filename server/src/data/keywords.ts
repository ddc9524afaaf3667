/** JSON Schema as a schema of ours: what may be written in a schema of the user's. */
import keywords from '../../../schemas/json-schema.yaml';
import type { RuleReport } from '../rules/rule.ts';
import { validate } from '../schema/check.ts';
import { link } from '../schema/link.ts';
import type { Schema } from '../schema/schema.ts';
import type { MapNode } from '../syntax/node.ts';

let linked: Schema | undefined;

/** What stands where a JSON Schema is written. */
export const keywordSchema = (): Schema => (linked ??= link(keywords as Schema));

/** What cannot be right in any draft. Keywords that nobody knows are allowed: only slips are told. */
const told: ReadonlySet<string> = new Set(['schema/type', 'schema/enum', 'schema/range']);

/** What is wrong with a JSON Schema that a user writes. */
export function schemaReports(document: MapNode): readonly RuleReport[] {
  const isJson = document.flow && document.pairs.every(({ key }) => key.style === 'double');
  return validate(document, keywordSchema(), isJson ? 'json' : 'yaml')
    .filter(({ code, about }) => told.has(code) || (code === 'schema/unknown-property' && (about?.names?.length ?? 0) > 1))
    .map(({ at, message, related, fixes, about }) => ({ at, message, related, fixes, about }));
}
