/** What a schema says, as Markdown for hovers and completion: what it is, an example, facts in one line. */
import { releaseWords } from '../formats/release.ts';
import { textOf } from '../schema/prose.ts';
import type { Schema, TextName } from '../schema/schema.ts';
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

/** The type of a schema in words: "whole number", "text or list". Undefined where it may be anything. */
export const typeWordsOf = (schema: Schema): string | undefined => {
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

/** Parentheses would end a link in Markdown. */
export const linkTo = (uri: string): string => uri.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));

/** What the place of a schema adds to what it says itself. */
export interface Circumstances {
  readonly required?: boolean;
  /** The release from which on it may be left out. */
  readonly optionalSince?: string | undefined;
  /** The key makes a choice: it says what its task does, or which of several ways is meant. */
  readonly decides?: boolean;
  /** What it decides is what a task does. */
  readonly step?: boolean | undefined;
  /** The release that brought it here, which may be later than what its schema says of itself. */
  readonly since?: string | undefined;
  /** Of the nearest thing around that has one. */
  readonly link?: TextName | undefined;
  /** What a runtime makes of it, a sentence each. */
  readonly remarks?: readonly string[];
  /** What shows it here, where it is written in another way than the schema's own example. */
  readonly example?: string | undefined;
}

/** The line under a hover: type, default, whether it must stand, since when, where to read more. */
function facts(schema: Schema, circumstances: Circumstances): string {
  const { decides, step, since = schema.since } = circumstances;
  const name = circumstances.link ?? schema.link;
  const link = name && textOf(name);
  const address = link === undefined || /^https?:/.test(link) ? link : `${reference}${link.replace(/^#/, '')}`;
  // Releases are those of the language for workflows: events and settings have none.
  const isForeign = link !== undefined && /^https?:/.test(link) && !/open-workflow-specification/.test(link);
  return [
    step ? 'task' : typeWordsOf(schema),
    schema.gives && `output: ${textOf(schema.gives)}`,
    schema.default === undefined ? undefined : `default ${code(schema.default)}`,
    decides ? undefined : need(schema, circumstances),
    isForeign ? undefined : `since ${releaseWords(since)}`,
    address === undefined ? undefined : `[reference](${address})`,
  ]
    .filter((fact) => fact)
    .join(' · ');
}

/** Must the key stand? Undefined where that is not asked. */
const need = ({ requiredSince }: Schema, { required, optionalSince }: Circumstances): string | undefined => {
  if (requiredSince !== undefined) return `required since ${releaseWords(requiredSince)}`;
  if (optionalSince !== undefined) return `optional since ${releaseWords(optionalSince)}`;
  return required === undefined ? undefined : required ? 'required' : 'optional';
};

const mainWords = ({ description }: Schema, noun: string | undefined): string => (description ? textOf(description) : `The ${noun}.`);

/** Markdown about a schema; undefined when there is nothing to say. */
export function describe(schema: Schema, circumstances: Circumstances = {}): string | undefined {
  if (schema.own !== undefined) return [plainText(schema.own), typeWordsOf(schema)].filter((words) => words).join('\n\n') || undefined;
  if (!schema.description && !schema.title && !schema.example) return undefined;
  const paragraphs = [
    mainWords(schema, schema.title),
    schema.deprecated && `Deprecated: ${schema.deprecated}`,
    exampleOf(schema, circumstances.example),
    circumstances.remarks?.join(' '),
    facts(schema, circumstances),
  ];
  return paragraphs.filter((paragraph) => paragraph).join('\n\n');
}

/** A value that chooses what else there is: "`http` — An HTTP request." */
export const describeValue = (value: string, meaning: Schema): string =>
  [
    `\`${value}\` — ${mainWords(meaning, meaning.title ?? 'value')}`,
    exampleOf(meaning),
    meaning.since && `since ${releaseWords(meaning.since)}`,
  ]
    .filter((paragraph) => paragraph)
    .join('\n\n');

function exampleOf(schema: Schema, here?: string): string | undefined {
  const example = here ?? (schema.example && textOf(schema.example));
  return example && `\`\`\`${/^\s*["{[]/.test(example) ? 'json' : 'yaml'}\n${example}\n\`\`\``;
}
