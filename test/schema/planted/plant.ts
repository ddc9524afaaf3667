/** What plants mistakes: where they may stand, and how a text is changed there. */
import { accepts } from '../../../server/src/schema/shape.ts';
import { alternatives } from '../../../server/src/schema/lookup.ts';
import type { Schema } from '../../../server/src/schema/schema.ts';
import { type Pair, resolve } from '../../../server/src/syntax/node.ts';
import { lineStart, type Named, type Places, type Spot, wordsOf } from '../spots.ts';

export interface Planted {
  /** The workflow with the mistake; «…» is not used, since texts may hold anything. */
  readonly text: string;
  /** The words that must be marked, or that the marked words must be part of. */
  readonly at: { readonly start: number; readonly end: number };
  readonly code: string | RegExp;
}

/** Plants a mistake of its class in a place that it chooses; undefined where there is none for it. */
export type Plant = (places: Places, choose: <T>(from: readonly T[]) => T | undefined) => Planted | undefined;

export const put = (text: string, start: number, end: number, by: string): string => text.slice(0, start) + by + text.slice(end);
export const block = (spot: Spot): boolean => !spot.map.flow;
export const ownLine = ({ text, ...rest }: Places, pair: Pair): boolean => {
  const { start } = wordsOf({ text, ...rest }, pair);
  return text.slice(lineStart(text, start), start).trim() === '';
};

/** Replaces the value of a pair. */
export function revalue(places: Places, spot: Spot, value: string, code: string | RegExp, atKey = false): Planted | undefined {
  const { pair } = spot;
  if (!pair.value || pair.value.kind === 'alias') return undefined;
  const { end } = wordsOf(places, pair.value);
  const key = wordsOf(places, pair.key);
  const colon = places.text.indexOf(':', key.end) + 1;
  if (/&\w/.test(places.text.slice(colon, end))) return undefined;
  const text = put(places.text, colon, end, ` ${value}`);
  return { text, code, at: atKey ? key : { start: colon + 1, end: colon + 1 + value.length } };
}

export const types = (schemas: readonly Schema[]): string[] => [
  ...new Set(
    schemas.flatMap(alternatives).flatMap((each) => (['{ a: 1 }', '[1]', '7', 'true'] as const).filter((value) => fits(each, value))),
  ),
];
const sample = { '{ a: 1 }': 'object', '[1]': 'array', '7': 'integer', true: 'boolean' } as const;
const fits = (schema: Schema, value: keyof typeof sample): boolean => {
  const type = sample[value];
  const base = { fragment: { length: 0, children: [], errors: [], comments: [] }, start: 0, end: 0 } as const;
  if (type === 'object') return accepts(schema, { ...base, kind: 'map', pairs: [], flow: true });
  if (type === 'array') return accepts(schema, { ...base, kind: 'seq', elements: [], runs: [], flow: true });
  return accepts(schema, { ...base, kind: 'scalar', value: type === 'integer' ? 7 : true, text: value, style: 'plain' });
};

export const scalarSpots = ({ spots }: Places): Spot[] =>
  spots.filter((spot) => resolve(spot.pair.value)?.kind === 'scalar' && spot.pair.value?.kind === 'scalar');
export const closed = (spot: Spot): boolean => !spot.around.additionalProperties;
export const tasks = ({ named }: Places): Named[] =>
  named.filter(
    (each) => each.noun === 'task' && !each.map.flow && each.pair.value?.kind === 'map' && !each.pair.value.flow && !each.pair.value.anchor,
  );

export const multiline = (places: Places, pair: Pair): boolean => {
  const { start, end } = wordsOf(places, pair);
  return places.text.slice(start, end).includes('\n');
};

const base = { fragment: { length: 0, children: [], errors: [], comments: [] }, start: 0, end: 0 } as const;
export const textNode = { ...base, kind: 'scalar', value: 'something', text: 'something', style: 'plain' } as const;
export const nullNode = { ...base, kind: 'scalar', value: null, text: '', style: 'plain' } as const;
