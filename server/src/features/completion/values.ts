/** Values: named ones, names of things, templates, and the first keys of a mapping that is to be written. */
import { isLater, knows } from '../../formats/release.ts';
import { alternatives, valuesOf } from '../../schema/lookup.ts';
import { textOf } from '../../schema/prose.ts';
import type { Schema, TextName } from '../../schema/schema.ts';
import { typesOf } from '../../schema/shape.ts';
import { CompletionItemKind } from '../kinds.ts';
import { describe, describeValue } from '../words.ts';
import { keySuggestions } from './keys.ts';
import type { SchemaAtTarget } from './schema-at.ts';
import type { DocumentStyle } from '../../syntax/style.ts';
import { escape, literal } from './style.ts';
import type { Names, Suggestion } from './suggestion.ts';
import type { CompletionTarget } from './target.ts';
import { blockTemplate, bracketTemplate, memberTemplate } from './template.ts';
import { bareNames, isListBody, isMappingBody, isOf, templateSuggestions } from './templates.ts';
import { examplesOf } from './examples.ts';

/** Where a value is to stand, what it may be, and how it is to be written. */
export interface ValueSite extends Pick<SchemaAtTarget, 'schemas' | 'cases' | 'anyExpression' | 'since'> {
  readonly target: CompletionTarget;
  readonly document: DocumentStyle;
  readonly names: Names;
  /** The release that the workflow declares, or uses around. */
  readonly release: string;
}

/** What stands before a value of its kind, and the column at which its own lines begin. */
interface InsertionPoint {
  readonly lead: string;
  readonly column: number;
}
interface InsertionPoints {
  readonly scalar?: InsertionPoint;
  readonly map: InsertionPoint;
  readonly seq: InsertionPoint;
}

/** Everything that may be written here as a value. */
export function valueSuggestions({ schemas, cases, ...rest }: ValueSite): Suggestion[] {
  const { target, document, release } = rest;
  const site = {
    ...rest,
    schemas: schemas.flatMap(alternatives).filter(({ since }) => knows(release, since)),
    cases: cases.filter(([, { since }]) => knows(release, since)),
  };
  if (target.style !== 'block') return [...scalars(site, ''), ...bracketed(site)];
  const { column } = target;
  const below = (extra: number, dash = ''): InsertionPoint => {
    const start = target.parentColumn + extra;
    return { lead: `\n${' '.repeat(start)}${dash}`, column: start + dash.length };
  };
  if (target.expected === 'value') {
    return inBlock(site, {
      scalar: { lead: '', column },
      map: below(document.unit),
      seq: below(document.listsIndented ? document.unit : 0, '- '),
    });
  }
  const dash = { lead: '- ', column: column + 2 };
  if (target.expected === 'item') return inBlock(site, { scalar: dash, map: dash, seq: { lead: '- - ', column: column + 4 } });
  const here = { lead: '', column };
  return inBlock(site, { scalar: here, map: here, seq: dash });
}

function inBlock(site: ValueSite, points: InsertionPoints): Suggestion[] {
  const { schemas, document, target } = site;
  const all = schemas.flatMap(alternatives);
  const maps = all.filter((schema) => isOf(schema, 'object'));
  const items = all.filter((schema) => isOf(schema, 'array')).flatMap((schema) => schema.items ?? []);
  const prefix = (suggestions: readonly Suggestion[], point: InsertionPoint): Suggestion[] =>
    suggestions.map((suggestion) => ({ ...suggestion, text: point.lead + suggestion.text }));
  const keys = {
    schemas: maps,
    since: site.since,
    release: site.release,
    document,
    style: target.style,
    quote: '',
    hasColon: false,
    column: points.map.column,
    comma: target.comma,
    hasBlockBelow: target.hasBlockBelow,
  } as const;
  const write = (body: string): string => {
    const point = isListBody(body)
      ? { ...points.seq, lead: points.seq.lead.replace(/- $/, '') }
      : isMappingBody(body)
        ? points.map
        : (points.scalar ?? points.map);
    return point.lead + blockTemplate(body, point.column, document);
  };
  return [
    ...scalars(site, points.scalar?.lead ?? ''),
    ...templateSuggestions(site, write),
    ...bareNames({ ...site, schemas: maps }, write),
    ...(maps.length > 0 ? prefix(keySuggestions(keys), points.map) : []),
    ...(items.length > 0
      ? inBlock({ ...site, schemas: items, cases: [] }, { scalar: points.seq, map: points.seq, seq: nested(points.seq) })
      : []),
  ];
}

const nested = ({ lead, column }: InsertionPoint): InsertionPoint => ({ lead: `${lead}- `, column: column + 2 });

/**
 * Keys whose values templates bring in quotes, as their stops. Once somebody has begun to write a value of their own there, Tab belongs to
 * the template, not to a suggestion.
 */
export const quotedInTemplates: ReadonlySet<string | number | undefined> = new Set(['version', 'cron']);

function scalars(site: ValueSite, lead: string): Suggestion[] {
  const { target, schemas, names, cases, anyExpression } = site;
  const end = target.style !== 'block' && target.comma.after ? ',' : '';
  const all = schemas.flatMap(alternatives);
  const bare = (value: string | number | boolean | null): string => lead + escape(literal(value, target));
  const write = (value: string | number | boolean | null): string => bare(value) + end;
  // What somebody named in this file comes before what the language has.
  const suggestions: Suggestion[] = all.flatMap((schema) =>
    names(schema).map(({ name, detail, docs, brings }) => ({
      label: name,
      kind: CompletionItemKind.Reference,
      detail,
      docs,
      text: bare(name) + brought(site, brings) + end,
    })),
  );
  for (const [value, meaning] of cases)
    suggestions.push({
      ...named(value, undefined, meaning, write),
      detail: meaning.title ?? brief(meaning),
      docs: describeValue(value, meaning),
    });
  for (const { value, description, schema } of valuesOf(schemas)) suggestions.push(named(value, description, schema, write));
  const inQuotes = target.quote !== '' && target.isTyped && target.style === 'block' && quotedInTemplates.has(target.path.at(-1));
  const open = inQuotes ? [] : all;
  for (const schema of open)
    for (const value of inOrder(schema, site.release))
      suggestions.push(named(value, schema.enumDescriptions?.[String(value)], schema, write));
  for (const schema of open)
    for (const { value, docs } of examplesOf(schema))
      suggestions.push({ label: value, kind: CompletionItemKind.Value, detail: docs, text: write(value) });
  const onOwnLine = target.style === 'block' && target.expected === 'node';
  if (!onOwnLine && (anyExpression || all.some(takesExpression))) suggestions.push(expression(target, lead, end));
  return suggestions;
}

/** What a value means, in the words of its description and without the full stop. */
const brief = ({ description }: Schema): string | undefined => (description ? textOf(description).replace(/\.(?:\s.*)?$/s, '') : undefined);

/** The pairs that a name brings along, behind the pair whose value it is; nothing where they would not stand behind it. */
function brought({ target, document }: ValueSite, body: string | undefined): string {
  const { style, expected, parentColumn, column } = target;
  if (body === undefined || expected !== 'value') return '';
  if (style === 'block') return `\n${' '.repeat(parentColumn)}${blockTemplate(body, parentColumn, document)}`;
  return `,${style === 'flow' ? ' ' : `\n${document.space.repeat(column)}`}${memberTemplate(body, { style, column, document })}`;
}

/** The values worth offering; addresses that the release itself uses before those of others. */
function inOrder({ suggest = [], bases = {} }: Schema, release: string): NonNullable<Schema['suggest']> {
  const own = Object.entries(bases).findLast(([since]) => since === release || isLater(release, since))?.[1];
  const isOwn = (value: unknown): boolean => own !== undefined && String(value).startsWith(own);
  return [...suggest].sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
}

/** A text may stand here, and be an expression. On a mapping or a list the word is about the texts inside. */
function takesExpression(schema: Schema): boolean {
  const types = typesOf(schema);
  const holds = types !== 'any' && types.every((type) => type === 'object' || type === 'array');
  return schema.format === 'expression' || (schema.expression !== undefined && !holds);
}

const named = (
  value: string | number | boolean | null,
  description: TextName | undefined,
  schema: Schema,
  write: (value: string | number | boolean | null) => string,
): Suggestion => ({
  label: String(value),
  kind: CompletionItemKind.EnumMember,
  detail: value === schema.default ? 'default' : undefined,
  docs: description && textOf(description),
  text: write(value),
});

function expression({ style, quote }: CompletionTarget, lead: string, end: string): Suggestion {
  const mark = style === 'json' ? '"' : quote || (style === 'flow' ? "'" : '');
  return {
    label: '${ }',
    kind: CompletionItemKind.Snippet,
    detail: 'expression',
    docs: 'A runtime expression, written in jq.',
    text: `${lead}${mark}\\\${ \${1:.} \\}${mark}${end}`,
  };
}

/** Mappings and lists in brackets, templates among them. */
function bracketed(site: ValueSite): Suggestion[] {
  const { target, schemas, document } = site;
  const { column } = target;
  const style = target.style === 'json' ? 'json' : 'flow';
  const end = target.comma.after ? ',' : '';
  const all = schemas.flatMap(alternatives);
  const write = (body: string): string => bracketTemplate(body, { style, column, document }) + end;
  const suggestions = [...templateSuggestions(site, write), ...bareNames({ ...site, schemas: all }, write)];
  const pad = (extra: number): string => document.space.repeat(column + extra);
  for (const [type, open, close] of [
    ['object', '{', '}'],
    ['array', '[', ']'],
  ] as const) {
    const schema = all.find((each) => isOf(each, type));
    if (!schema) continue;
    const text = style === 'json' ? `${open}\n${pad(document.unit)}$0\n${pad(0)}${close}` : `${open} $0 ${close}`;
    suggestions.push({
      label: `${open} ${close}`,
      kind: CompletionItemKind.Struct,
      detail: schema.title,
      docs: describe(schema),
      text: text + end,
      retrigger: true,
    });
  }
  return suggestions;
}
