/** Values: named ones, names of things, templates, and the first keys of a mapping that is to be written. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { alternatives, freeKey, valuesOf } from '../../schema/lookup.ts';
import type { Schema, Template } from '../../schema/schema.ts';
import { describe, describeValue } from '../words.ts';
import { typesOf } from '../../schema/shape.ts';
import type { Context } from './context.ts';
import { keyOffers } from './keys.ts';
import { escape, literal, type Layout } from './layout.ts';
import type { Offer } from './offer.ts';
import type { Place } from './place.ts';
import { blockTemplate, jsonTemplate } from './template.ts';
import { examplesOf } from './examples.ts';

/** Names that a reference may take. */
export type Names = (
  kind: NonNullable<Schema['references']>,
) => readonly { readonly name: string; readonly detail?: string; readonly docs?: string }[];

export interface ValuePlace {
  readonly context: Context;
  readonly schemas: readonly Schema[];
  readonly cases: Place['cases'];
  readonly free: boolean;
  readonly layout: Layout;
  readonly names: Names;
}

/** What stands before a value of its kind, and the column at which its own lines begin. */
interface Spot {
  readonly lead: string;
  readonly column: number;
}
interface Spots {
  readonly scalar?: Spot;
  readonly map: Spot;
  readonly seq: Spot;
}

/** Everything that may be written here as a value. */
export function valueOffers(place: ValuePlace): Offer[] {
  const { context, layout } = place;
  if (context.style !== 'block') return [...scalars(place, ''), ...bracketed(place)];
  const { column } = context;
  const below = (extra: number, dash = ''): Spot => {
    const start = (context.levels.at(-1)?.column ?? 0) + extra;
    return { lead: `\n${' '.repeat(start)}${dash}`, column: start + dash.length };
  };
  if (context.want === 'value') {
    return inBlock(place, {
      scalar: { lead: '', column },
      map: below(layout.unit),
      seq: below(layout.listsIndented ? layout.unit : 0, '- '),
    });
  }
  const dash = { lead: '- ', column: column + 2 };
  if (context.want === 'item') return inBlock(place, { scalar: dash, map: dash, seq: { lead: '- - ', column: column + 4 } });
  const here = { lead: '', column };
  return inBlock(place, { scalar: here, map: here, seq: dash });
}

function inBlock(place: ValuePlace, spots: Spots): Offer[] {
  const { schemas, layout, context } = place;
  const all = schemas.flatMap(alternatives);
  const maps = all.filter((schema) => isOf(schema, 'object'));
  const items = all.filter((schema) => isOf(schema, 'array')).flatMap((schema) => schema.items ?? []);
  const prefix = (offers: readonly Offer[], spot: Spot): Offer[] => offers.map((offer) => ({ ...offer, text: spot.lead + offer.text }));
  const keys = {
    schemas: maps,
    layout,
    style: context.style,
    quote: '',
    colon: false,
    column: spots.map.column,
    comma: context.comma,
    below: context.below,
  } as const;
  return [
    ...scalars(place, spots.scalar?.lead ?? ''),
    ...templates(schemas, (body) => {
      const spot = /^- /.test(body)
        ? { ...spots.seq, lead: spots.seq.lead.replace(/- $/, '') }
        : isMapping(body)
          ? spots.map
          : (spots.scalar ?? spots.map);
      return spot.lead + blockTemplate(body, spot.column, layout);
    }),
    ...prefix(
      maps.flatMap((schema) => bareName(schema, spots.map.column, layout)),
      spots.map,
    ),
    ...(maps.length > 0 ? prefix(keyOffers(keys), spots.map) : []),
    ...(items.length > 0
      ? inBlock({ ...place, schemas: items, cases: [] }, { scalar: spots.seq, map: spots.seq, seq: nested(spots.seq) })
      : []),
  ];
}

const nested = ({ lead, column }: Spot): Spot => ({ lead: `${lead}- `, column: column + 2 });

const isOf = (schema: Schema, type: 'object' | 'array'): boolean => {
  const types = typesOf(schema);
  return types !== 'any' && types.includes(type);
};

const isMapping = (body: string): boolean => /^[^\n]*?:(\s|$)/.test(body);

function templates(schemas: readonly Schema[], set: (body: string) => string): Offer[] {
  const found = new Set<Template>(
    schemas.flatMap((schema) => [...(schema.templates ?? []), ...alternatives(schema).flatMap((each) => each.templates ?? [])]),
  );
  return [...found].map((template) => ({
    label: template.label,
    kind: CompletionItemKind.Snippet,
    detail: template.detail,
    docs: `\`\`\`yaml\n${preview(template.body)}\n\`\`\``,
    text: set(template.body),
  }));
}

/** A template without its stops. */
const preview = (body: string): string =>
  body
    .trimEnd()
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
    .replace(/\$(\d+|\{\d+\})/g, '')
    .replace(/\\([$}\\])/g, '$1');

/** An element that is one name of the user's with something below it. */
function bareName(schema: Schema, column: number, layout: Layout): Offer[] {
  const free = freeKey(schema);
  if (!free?.single || !free.title) return [];
  const text = `\${1:name}:\n${' '.repeat(column + layout.unit)}$0`;
  return [
    { label: free.title, kind: CompletionItemKind.Snippet, detail: `empty ${free.title}`, docs: describe(free.value), text, again: true },
  ];
}

function scalars(place: ValuePlace, lead: string): Offer[] {
  const { context, schemas, names, cases, free } = place;
  const end = context.style !== 'block' && context.comma.after ? ',' : '';
  const all = schemas.flatMap(alternatives);
  const write = (value: string | number | boolean | null): string => lead + escape(literal(value, context)) + end;
  const offers: Offer[] = cases.map(([value, meaning]) => ({
    ...named(value, describeValue(value, meaning), meaning, write),
    detail: meaning.title,
  }));
  for (const schema of all)
    if (schema.references)
      for (const { name, detail, docs } of names(schema.references))
        offers.push({ label: name, kind: CompletionItemKind.Reference, detail, docs, text: write(name) });
  for (const { value, description, schema } of valuesOf(schemas)) offers.push(named(value, description, schema, write));
  // Inside quotes where somebody has begun to write a value of their own, Tab belongs to the template around it, not to a suggestion.
  const open = context.quote === '' || context.typed === '' || context.style !== 'block' ? all : [];
  for (const schema of open)
    for (const value of schema.suggest ?? []) offers.push(named(value, schema.enumDescriptions?.[String(value)], schema, write));
  for (const schema of open)
    for (const { value, docs } of examplesOf(schema))
      offers.push({ label: value, kind: CompletionItemKind.Value, detail: docs, text: write(value) });
  const onOwnLine = context.style === 'block' && context.want === 'node';
  const takes = (schema: Schema): boolean => schema.expression !== undefined || schema.format === 'expression';
  if (!onOwnLine && (free || all.some(takes))) offers.push(expression(context, lead, end));
  return offers;
}

const named = (
  value: string | number | boolean | null,
  docs: string | undefined,
  schema: Schema,
  write: (value: string | number | boolean | null) => string,
): Offer => ({
  label: String(value),
  kind: CompletionItemKind.EnumMember,
  detail: value === schema.default ? 'default' : undefined,
  docs,
  text: write(value),
});

function expression({ style, quote }: Context, lead: string, end: string): Offer {
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
function bracketed({ context, schemas, layout }: ValuePlace): Offer[] {
  const end = context.comma.after ? ',' : '';
  const offers = templates(schemas, (body) => jsonTemplate(body, context.column, layout) + end);
  const all = schemas.flatMap(alternatives);
  const pad = (extra: number): string => layout.space.repeat(context.column + extra);
  for (const [type, open, close] of [
    ['object', '{', '}'],
    ['array', '[', ']'],
  ] as const) {
    const schema = all.find((each) => isOf(each, type));
    if (!schema) continue;
    const text = context.style === 'json' ? `${open}\n${pad(layout.unit)}$0\n${pad(0)}${close}` : `${open} $0 ${close}`;
    offers.push({
      label: `${open} ${close}`,
      kind: CompletionItemKind.Struct,
      detail: schema.title,
      docs: describe(schema),
      text: text + end,
      again: true,
    });
  }
  return offers;
}
