/** Keys of a mapping: which, and what is inserted with them. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { alternatives, propertiesOf, propertyOf, valuesOf, type Property } from '../../schema/lookup.ts';
import type { Schema } from '../../schema/schema.ts';
import { typesOf } from '../../schema/shape.ts';
import type { MapNode } from '../../syntax/node.ts';
import { describe } from '../words.ts';
import type { Context } from './context.ts';
import { escape, literal, quoted, type Layout } from './layout.ts';
import type { Offer } from './offer.ts';
import { withKey } from './place.ts';

export interface KeyPlace extends Pick<Context, 'style' | 'quote' | 'colon' | 'column' | 'comma' | 'below'> {
  readonly schemas: readonly Schema[];
  readonly map?: MapNode | undefined;
  readonly layout: Layout;
}

/** The keys that are legal and not there yet. */
export const keyOffers = (place: KeyPlace): Offer[] =>
  propertiesOf(place.schemas, place.map)
    .filter((property) => !property.decides || leavesOthers(property.name, place))
    .map((property) => keyOffer(property, place));

/** A choice is offered only as long as what is written stays legal beside it. */
function leavesOthers(name: string, { schemas, map }: KeyPlace): boolean {
  if (!map || map.pairs.length === 0) return true;
  const chosen = withKey(map, name);
  return map.pairs.every(({ key }) => !propertyOf(schemas, map, key.text) || propertyOf(schemas, chosen, key.text));
}

function keyOffer(property: Property, place: KeyPlace): Offer {
  const { schema, name, required } = property;
  const value = place.colon || place.below ? { text: place.colon ? '' : ':', again: false } : valueText(schema, place);
  return {
    label: name,
    kind: property.decides ? CompletionItemKind.Keyword : CompletionItemKind.Property,
    detail: [schema.title, required ? 'required' : undefined].filter((word) => word).join(' · ') || undefined,
    docs: describe(schema, { required, decides: property.decides }),
    text: escape(quoted(name, place)) + value.text,
    again: value.again,
    deprecated: schema.deprecated !== undefined,
  };
}

/** What kind of value to begin with: the first alternative that is not just an expression. */
export function mainShape(schema: Schema): 'map' | 'seq' | 'text' | 'other' {
  const all = alternatives(schema);
  const main = all.find((each) => each.format !== 'expression') ?? all[0] ?? schema;
  const types = typesOf(main);
  const type = types === 'any' ? undefined : types[0];
  return type === 'object' ? 'map' : type === 'array' ? 'seq' : type === 'string' ? 'text' : 'other';
}

/** Would the list have something to say about a value of this schema? */
export const isSuggestable = (schema: Schema): boolean =>
  alternatives(schema).some((each) => each.suggest || each.references || each.templates || each.format === 'duration' || each.properties) ||
  valuesOf([schema]).length > 0;

/** From the colon on: a lone constant, or where its value is to be written. */
function valueText(schema: Schema, place: KeyPlace): { text: string; again: boolean } {
  const { layout, column, style } = place;
  const shape = mainShape(schema);
  const again = isSuggestable(schema) || shape === 'seq';
  const pad = (extra: number): string => layout.space.repeat(column + extra);
  const values = valuesOf([schema]);
  const only = shape === 'text' && values.length === 1 && alternatives(schema).length === 1 ? values[0] : undefined;
  const end = style !== 'block' && place.comma.after ? ',' : '';
  if (only) return { text: `: ${escape(literal(only.value, { style, quote: '' }))}${end}`, again: false };
  if (style === 'block') {
    if (shape === 'map') return { text: `:\n${pad(layout.unit)}$0`, again };
    if (shape === 'seq') return { text: `:\n${pad(layout.listsIndented ? layout.unit : 0)}- $0`, again };
    return { text: ': $0', again };
  }
  const [open, close] = shape === 'map' ? ['{', '}'] : ['[', ']'];
  if (shape === 'text') return { text: style === 'json' ? `: "$0"${end}` : `: $0${end}`, again };
  if (shape === 'other') return { text: `: $0${end}`, again };
  if (style === 'flow') return { text: shape === 'map' ? `: { $0 }${end}` : `: [$0]${end}`, again };
  return { text: `: ${open}\n${pad(layout.unit)}$0\n${pad(0)}${close}${end}`, again };
}
