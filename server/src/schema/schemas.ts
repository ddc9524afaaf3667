/** The schemas of the project (DSL 0.x has its own beside its reader), read from schemas/ when the bundle is made, ready for use: no `$ref`, templates in every place they fit. */
import cloudevent from '../../../schemas/cloudevent.yaml';
import workflow from '../../../schemas/workflow.yaml';
import { link } from './link.ts';
import type { Schema, Template } from './schema.ts';

type Raw = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

const named = (template: Template): Template => ({ ...template, named: true });

/** Values below each of several addresses, in full. */
function inFull(schema: Raw): Raw {
  const { bases, suggest, enumDescriptions } = schema as Schema;
  if (!bases || !suggest) return schema;
  const whole = (name: string): string[] => Object.values(bases).map((base) => base + name);
  const lines = Object.entries(enumDescriptions ?? {}).flatMap(([name, line]) => whole(name).map((each) => [each, line]));
  const names = suggest.map(String);
  return {
    ...schema,
    suggest: Object.values(bases).flatMap((base) => names.map((name) => base + name)),
    enumDescriptions: Object.fromEntries(lines) as unknown,
  };
}

/** Where the key is a name of the user's, its templates are those of the value with a stop for the name in front. */
function withNames(root: Schema): Schema {
  const templatesOf = (value: unknown): readonly Template[] => {
    if (!isRecord(value)) return [];
    if (Array.isArray(value.templates)) return value.templates as Template[];
    const name = typeof value.$ref === 'string' ? value.$ref.slice('#/$defs/'.length) : '';
    return templatesOf(root.$defs?.[name]);
  };
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (!isRecord(value)) return value;
    const own = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === 'templates' ? inner : visit(inner)]));
    const inner = isRecord(value.singleKeyMap) ? value.singleKeyMap.value : value.additionalProperties;
    const templates = 'templates' in own ? [] : templatesOf(inner).map(named);
    return inFull(templates.length > 0 ? { ...own, templates } : own);
  };
  return visit(root) as Schema;
}

/** DSL 1.0 of Serverless Workflow, all editions. */
export const workflowSchema: Schema = link(withNames(workflow as Schema));

/** One event of CloudEvents 1.0 in its JSON format. */
export const eventSchema: Schema = link(withNames(cloudevent as Schema));
