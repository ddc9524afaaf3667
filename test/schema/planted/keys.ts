/** Classes of single mistakes in keys: each plants one and says what must be said about it, and where. */
import { put, block, ownLine, scalarSpots, closed, nullNode, type Plant } from './plant.ts';
import { lineStart, wordsOf } from '../spots.ts';
import { accepts } from '../../../server/src/schema/shape.ts';
import { alternatives } from '../../../server/src/schema/lookup.ts';

const misspellings: readonly ((name: string) => string)[] = [
  (name) => name.slice(0, -1),
  (name) => name[0] + name.slice(2),
  (name) => `${name}${name.at(-1)}`,
  (name) => name.slice(0, -2) + name.at(-1) + name.at(-2),
  (name) => name[0]!.toUpperCase() + name.slice(1),
];

export const keys: Readonly<Record<string, Plant>> = {
  'a misspelt key': (places, choose) => {
    const spot = choose(places.spots.filter((each) => closed(each) && each.pair.key.text.length > 3));
    const bend = choose(misspellings);
    if (!spot || !bend) return undefined;
    const { start, end } = wordsOf(places, spot.pair.key);
    const name = bend(spot.pair.key.text);
    if (name === spot.pair.key.text || Object.hasOwn(spot.around.properties ?? {}, name)) return undefined;
    return { text: put(places.text, start, end, name), at: { start, end: start + name.length }, code: 'schema/unknown-property' };
  },

  'an unknown key': (places, choose) => {
    const spot = choose(places.spots.filter((each) => closed(each) && block(each) && ownLine(places, each.pair)));
    if (!spot) return undefined;
    const { start } = wordsOf(places, spot.pair);
    const line = lineStart(places.text, start);
    const indent = ' '.repeat(start - line);
    return {
      text: put(places.text, line, line, `${indent}colour: blue\n`),
      at: { start, end: start + 'colour'.length },
      code: 'schema/unknown-property',
    };
  },

  'a removed required key': (places, choose) => {
    const spot = choose(
      places.spots.filter(
        (each) => each.required && each.pair.key.text !== 'for' && block(each) && ownLine(places, each.pair) && each.map.pairs.length > 1,
      ),
    );
    if (!spot) return undefined;
    const { start, end } = wordsOf(places, spot.pair);
    const from = lineStart(places.text, start);
    const to = places.text.indexOf('\n', end) + 1 || places.text.length;
    const shown = spot.holder ? wordsOf(places, spot.holder) : { start: 0, end: places.text.length };
    return {
      text: put(places.text, from, to, ''),
      at: { start: shown.start, end: Math.max(shown.start, shown.end - (to - from)) },
      code: 'schema/missing-property',
    };
  },

  'a key written twice': (places, choose) => {
    const spot = choose(scalarSpots(places).filter((each) => block(each) && ownLine(places, each.pair)));
    if (!spot) return undefined;
    const { start, end } = wordsOf(places, spot.pair);
    const line = lineStart(places.text, start);
    const words = places.text.slice(line, end);
    const at = places.text.indexOf('\n', end) < 0 ? places.text.length : places.text.indexOf('\n', end);
    const first = at + 1 + (start - line);
    return {
      text: put(places.text, at, at, `\n${words}`),
      at: { start: first, end: first + (wordsOf(places, spot.pair.key).end - start) },
      code: 'document/duplicate-key',
    };
  },

  'a key without a value': (places, choose) => {
    const spot = choose(
      places.spots.filter(
        (each) =>
          each.pair.value &&
          each.pair.value.kind !== 'alias' &&
          !each.pair.value.anchor &&
          each.schemas.every((one) => !alternatives(one).some((alternative) => accepts(alternative, nullNode))),
      ),
    );
    // With an anchor, its aliases would be lost as well.
    if (!spot?.pair.value || /&\w/.test(places.text.slice(wordsOf(places, spot.pair.value).start, wordsOf(places, spot.pair.value).end)))
      return undefined;
    const key = wordsOf(places, spot.pair.key);
    const colon = places.text.indexOf(':', key.end) + 1;
    return { text: put(places.text, colon, wordsOf(places, spot.pair.value).end, ''), at: key, code: 'schema/missing-value' };
  },

  'a key of the task inside its arguments': (places, choose) => {
    const spot = choose(
      places.spots.filter(
        (each) =>
          each.pair.key.text === 'with' &&
          each.pair.value?.kind === 'map' &&
          !each.pair.value.flow &&
          closed({ ...each, around: alternatives(each.schemas[0]!)[0]! }) &&
          !each.map.pairs.some((pair) => pair.key.text === 'then') &&
          each.around.properties?.['then'],
      ),
    );
    const value = spot?.pair.value;
    if (!spot || value?.kind !== 'map' || !ownLine(places, value.pairs[0]!)) return undefined;
    const { start } = wordsOf(places, value.pairs[0]!);
    const line = lineStart(places.text, start);
    return {
      text: put(places.text, line, line, `${' '.repeat(start - line)}then: end\n`),
      at: { start, end: start + 4 },
      code: 'schema/unknown-property',
    };
  },
};
