/** Keys of a mapping: which, and what is inserted with them. */
import { knows } from '../../formats/release.ts';
import { alternatives, laterRelease, propertiesOf, propertyOf, valuesOf, type Property } from '../../schema/lookup.ts';
import type { Schema } from '../../schema/schema.ts';
import { accepts, pairsOf, typesOf } from '../../schema/shape.ts';
import type { MapNode } from '../../syntax/node.ts';
import { CompletionItemKind } from '../kinds.ts';
import { describe } from '../words.ts';
import type { DocumentStyle } from '../../syntax/style.ts';
import { escape, literal, quoted } from './style.ts';
import type { Suggestion } from './suggestion.ts';
import type { CompletionTarget } from './target.ts';

/** Where a key is to stand, and how it is to be written. */
export interface KeySite extends Pick<CompletionTarget, 'style' | 'quote' | 'hasColon' | 'value' | 'column' | 'comma' | 'hasBlockBelow'> {
  readonly schemas: readonly Schema[];
  readonly map?: MapNode | undefined;
  /** The release that brought what is around, when later than 1.0.0. */
  readonly since?: string | undefined;
  /** The release that the workflow declares, or uses around. */
  readonly release: string;
  readonly document: DocumentStyle;
}

/** The keys that are legal and not there yet. */
export const keySuggestions = (site: KeySite): Suggestion[] =>
  propertiesOf(site.schemas, site.map)
    .filter((property) => fits(property, site) && (!property.decides || leavesOthers(property.name, site)))
    .map((property) => keySuggestion(property, site));

/** The release knows it, its place is not taken by another key, what it needs beside it is written, and it takes the value that stands there. */
function fits({ name, schema }: Property, { schemas, map, value, release }: KeySite): boolean {
  if (!knows(release, schema.since)) return false;
  const written = new Set(map && pairsOf(map).keys());
  const needs = schemas.flatMap(alternatives).flatMap(({ dependentRequired }) => dependentRequired?.[name] ?? []);
  const isTaken = schema.excludes?.some((key) => written.has(key));
  return !isTaken && needs.every((key) => written.has(key)) && (!value || alternatives(schema).some((each) => accepts(each, value)));
}

/** A choice is offered only as long as what is written stays legal beside it. */
function leavesOthers(name: string, { schemas, map }: KeySite): boolean {
  if (!map || map.pairs.length === 0) return true;
  const chosen = withKey(map, name);
  return map.pairs.every(({ key }) => !propertyOf(schemas, map, key.text) || propertyOf(schemas, chosen, key.text));
}

/** The mapping as it would be with one more key. */
function withKey(map: MapNode, name: string): MapNode {
  const { fragment, end } = map;
  const at = { fragment, start: end, end };
  return { ...map, pairs: [...map.pairs, { ...at, key: { ...at, kind: 'scalar', value: name, text: name, style: 'plain' } }] };
}

function keySuggestion(property: Property, site: KeySite): Suggestion {
  const { schema, name, required } = property;
  const value = site.hasColon || site.hasBlockBelow ? { text: site.hasColon ? '' : ':', retrigger: false } : valueText(schema, site);
  return {
    label: name,
    kind: property.decides ? CompletionItemKind.Keyword : CompletionItemKind.Property,
    detail: [schema.title, required ? 'required' : undefined].filter((word) => word).join(' · ') || undefined,
    docs: describe(schema, { ...property, since: laterRelease(site.since, property.since) }),
    text: escape(quoted(name, site)) + value.text,
    retrigger: value.retrigger,
    deprecated: schema.deprecated !== undefined,
  };
}

/** What kind of value to begin with: the first alternative that is not just an expression. */
function mainShape(schema: Schema, release: string): 'map' | 'seq' | 'text' | 'other' {
  const all = alternatives(schema).filter(({ since }) => knows(release, since));
  const main = all.find((each) => each.format !== 'expression') ?? all[0] ?? schema;
  const types = typesOf(main);
  const type = types === 'any' ? undefined : types[0];
  return type === 'object' ? 'map' : type === 'array' ? 'seq' : type === 'string' ? 'text' : 'other';
}

/** Would the list have something to say about a value of this schema? */
const isSuggestable = (schema: Schema): boolean =>
  alternatives(schema).some(
    (each) =>
      each.suggest ||
      each.references ||
      each.apiNames ||
      each.subWorkflow ||
      each.templates ||
      each.format === 'duration' ||
      each.properties,
  ) || valuesOf([schema]).length > 0;

/** From the colon on: a lone constant, or where its value is to be written. */
function valueText(schema: Schema, site: KeySite): { text: string; retrigger: boolean } {
  const { document, column, style } = site;
  const shape = mainShape(schema, site.release);
  const retrigger = isSuggestable(schema) || shape === 'seq';
  const pad = (extra: number): string => document.space.repeat(column + extra);
  const values = valuesOf([schema]);
  const only = shape === 'text' && values.length === 1 && alternatives(schema).length === 1 ? values[0] : undefined;
  const end = style !== 'block' && site.comma.after ? ',' : '';
  if (only) return { text: `: ${escape(literal(only.value, { style, quote: '' }))}${end}`, retrigger: false };
  if (style === 'block') {
    if (shape === 'map') return { text: `:\n${pad(document.unit)}$0`, retrigger };
    if (shape === 'seq') return { text: `:\n${pad(document.listsIndented ? document.unit : 0)}- $0`, retrigger };
    return { text: ': $0', retrigger };
  }
  const [open, close] = shape === 'map' ? ['{', '}'] : ['[', ']'];
  if (shape === 'text') return { text: style === 'json' ? `: "$0"${end}` : `: $0${end}`, retrigger };
  if (shape === 'other') return { text: `: $0${end}`, retrigger };
  if (style === 'flow') return { text: shape === 'map' ? `: { $0 }${end}` : `: [$0]${end}`, retrigger };
  return { text: `: ${open}\n${pad(document.unit)}$0\n${pad(0)}${close}${end}`, retrigger };
}
