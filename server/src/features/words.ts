/** What a schema says, as Markdown for hovers and completion: what it is, an example, facts in one line. */
import { textOf } from '../schema/prose.ts';
import type { Schema } from '../schema/schema.ts';
import { typesOf } from '../schema/shape.ts';

const reference = 'https://github.com/open-workflow-specification/specification/blob/main/dsl-reference.md#';

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
  if (schema.enum && schema.enum.length <= 8) return schema.enum.map(code).join(', ');
  const types = typesOf(schema);
  if (types === 'any') return undefined;
  const told = types.filter((type) => !(type === 'integer' && types.includes('number')) && !(type === 'null' && types.length > 1));
  const words = [...new Set(told.map((type) => typeWords[type]!))];
  return words.join(' or ');
};

const code = (value: unknown): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

/** A text of somebody's as Markdown that shows it as it is written: no links, no pictures, no emphasis. */
export const plainText = (text: string): string => text.replace(/[\\`*_[\]<>!&|~]/g, '\\$&');

/** What the place of a schema adds to what it says itself. */
export interface Circumstances {
  readonly required?: boolean;
  /** The key says what its task does. */
  readonly decides?: boolean;
  /** Of the nearest thing around that has one. */
  readonly link?: string | undefined;
}

/** The line under a hover: type, default, whether it must stand, since when, where to read more. */
function facts(schema: Schema, { required, decides, link = schema.link }: Circumstances): string {
  const address = link === undefined || /^https?:/.test(link) ? link : `${reference}${link.replace(/^#/, '')}`;
  const isEvent = link !== undefined && /cloudevents/.test(link);
  return [
    typeOfSchema(schema),
    schema.default === undefined ? undefined : `default ${code(schema.default)}`,
    required === undefined || decides ? undefined : required ? 'required' : 'optional',
    isEvent ? undefined : `since ${schema.since ?? '1.0.0'}`,
    address === undefined ? undefined : `[reference](${address})`,
  ]
    .filter((fact) => fact)
    .join(' · ');
}

const mainWords = ({ description }: Schema, noun: string | undefined): string => (description ? textOf(description) : `The ${noun}.`);

/** Markdown about a schema; undefined when there is nothing to say. */
export function describe(schema: Schema, circumstances: Circumstances = {}): string | undefined {
  if (!schema.description && !schema.title && !schema.example) return undefined;
  const paragraphs = [
    mainWords(schema, schema.title),
    schema.deprecated && `Deprecated: ${schema.deprecated}`,
    exampleOf(schema),
    facts(schema, circumstances),
  ];
  return paragraphs.filter((paragraph) => paragraph).join('\n\n');
}

/** A value that chooses what else there is: "`http` — An HTTP request." */
export const describeValue = (value: string, meaning: Schema): string =>
  [`\`${value}\` — ${mainWords(meaning, meaning.title ?? 'value')}`, exampleOf(meaning)].filter((paragraph) => paragraph).join('\n\n');

function exampleOf(schema: Schema): string | undefined {
  const example = schema.example && textOf(schema.example);
  return example && `\`\`\`${/^\s*["{[]/.test(example) ? 'json' : 'yaml'}\n${example}\n\`\`\``;
}
