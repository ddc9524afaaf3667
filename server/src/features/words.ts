/** What a schema says, as Markdown for hovers and completion: what it is, an example, facts in one line. */
import type { Schema } from '../schema/schema.ts';
import { typesOf } from '../schema/shape.ts';

const reference = 'https://github.com/serverlessworkflow/specification/blob/main/dsl-reference.md#';

const typeWords: Readonly<Record<string, string>> = {
  object: 'mapping',
  array: 'list',
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  null: 'null',
};

const typeOfSchema = (schema: Schema): string | undefined => {
  const types = typesOf(schema);
  if (types === 'any') return undefined;
  const words = [...new Set(types.filter((type) => !(type === 'integer' && types.includes('number'))).map((type) => typeWords[type]!))];
  return schema.expression && !types.includes('string') ? [...words, 'expression'].join(' or ') : words.join(' or ');
};

const code = (value: unknown): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

/** The line under a hover: type, default, whether it must stand, since when, where to read more. */
export function facts(schema: Schema, required?: boolean): string {
  const link =
    schema.link === undefined ? undefined : /^https?:/.test(schema.link) ? schema.link : `${reference}${schema.link.replace(/^#/, '')}`;
  return [
    typeOfSchema(schema),
    schema.default === undefined ? undefined : `default ${code(schema.default)}`,
    required === undefined ? undefined : required ? 'required' : 'optional',
    `since ${schema.since ?? '1.0.0'}`,
    schema.deprecated === undefined ? undefined : 'deprecated',
    link === undefined ? undefined : `[reference](${link})`,
  ]
    .filter((fact) => fact)
    .join(' · ');
}

/** Markdown about a schema; undefined when there is nothing to say. */
export function describe(schema: Schema, options: { readonly required?: boolean } = {}): string | undefined {
  if (!schema.description && !schema.noun && !schema.example) return undefined;
  const paragraphs = [
    schema.description?.trim() ?? `The ${schema.noun}.`,
    schema.deprecated && `Deprecated: ${schema.deprecated}`,
    schema.example && `\`\`\`yaml\n${schema.example.trimEnd()}\n\`\`\``,
    facts(schema, options.required),
  ];
  return paragraphs.filter((paragraph) => paragraph).join('\n\n');
}
