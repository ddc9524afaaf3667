/** Classes of single mistakes in values: each plants one and says what must be said about it, and where. */
import { put, ownLine, revalue, types, scalarSpots, textNode, type Plant } from './plant.ts';
import { wordsOf } from '../spots.ts';
import { accepts } from '../../../server/src/schema/shape.ts';
import { alternatives } from '../../../server/src/schema/lookup.ts';

export const values: Readonly<Record<string, Plant>> = {
  'a value of the wrong kind': (places, choose) => {
    const spot = choose(places.spots);
    if (!spot) return undefined;
    const right = types(spot.schemas);
    const wrong = choose(['{ a: 1 }', '[1]', '7', 'true'].filter((each) => !right.includes(each)));
    if (wrong === undefined) return undefined;
    const collection = wrong === '{ a: 1 }' || wrong === '[1]';
    return revalue(places, spot, wrong, /^schema\/(type|enum)$/, collection);
  },

  'a value that is not one of the known': (places, choose) => {
    const spot = choose(scalarSpots(places).filter((each) => each.schemas.flatMap(alternatives).some((one) => one.enum)));
    return spot && revalue(places, spot, 'bluish', 'schema/enum');
  },

  'a version or name of the wrong form': (places, choose) => {
    const spot = choose(scalarSpots(places).filter((each) => each.schemas.some((one) => one.format === 'semver' || one.format === 'name')));
    return spot && revalue(places, spot, choose(['not a name', 'v1.', 'a_b', '1.x']) ?? 'x_y', 'schema/format');
  },

  'an address with a space': (places, choose) => {
    const spot = choose(
      scalarSpots(places).filter((each) => each.schemas.flatMap(alternatives).some((one) => one.format === 'uri-template')),
    );
    // What attributes of events look like, the rules of events say.
    const code = spot?.around.title === 'event' ? /^cloudevent\/uri(-reference)?$/ : 'schema/format';
    return spot && revalue(places, spot, 'https://example.com/a b', code);
  },

  'a version without quotes': (places, choose) => {
    const spot = choose(scalarSpots(places).filter((each) => each.schemas.some((one) => one.format === 'semver')));
    return spot && revalue(places, spot, choose(['1.0', '2', '0.1']) ?? '1.0', 'schema/type');
  },

  'text instead of a mapping': (places, choose) => {
    const spot = choose(
      places.spots.filter(
        (each) =>
          each.pair.value?.kind === 'map' &&
          each.schemas.every(
            (one) => !types([one]).includes('text') && alternatives(one).every((alternative) => !accepts(alternative, textNode)),
          ),
      ),
    );
    return spot && revalue(places, spot, 'something', 'schema/type');
  },

  'a mapping instead of a list': (places, choose) => {
    const lists = places.named.filter(
      (each) => !each.map.flow && each.list.elements.every((one) => one.kind === 'map' && one.pairs.length === 1),
    );
    const one = choose(lists);
    const spot = one && places.spots.find((each) => each.pair.value === one.list);
    if (!one || !spot) return undefined;
    const names = one.list.elements.flatMap((node) => (node.kind === 'map' ? [node.pairs[0]!.key.text] : []));
    if (new Set(names).size < names.length) return undefined;
    let text = places.text;
    for (const node of one.list.elements) {
      const dash = text.lastIndexOf('-', wordsOf(places, node).start);
      text = put(text, dash, dash + 1, ' ');
    }
    return { text, at: wordsOf(places, spot.pair.key), code: 'schema/type' };
  },

  'a list instead of a mapping': (places, choose) => {
    const spot = choose(
      places.spots.filter(
        (each) =>
          each.pair.value?.kind === 'map' &&
          !each.pair.value.flow &&
          each.pair.value.pairs.length > 0 &&
          !types(each.schemas).includes('[1]'),
      ),
    );
    const value = spot?.pair.value;
    if (!spot || value?.kind !== 'map' || !ownLine(places, value.pairs[0]!)) return undefined;
    let text = places.text;
    for (const pair of [...value.pairs].reverse()) {
      const { start, end } = wordsOf(places, pair);
      text = put(text, start, end, `- ${places.text.slice(start, end).replace(/\n/g, '\n  ')}`);
    }
    return { text, at: wordsOf(places, spot.pair.key), code: 'schema/type' };
  },

  'a number that is too large or too small': (places, choose) => {
    const spot = choose(scalarSpots(places).filter((each) => each.schemas.flatMap(alternatives).some((one) => one.maximum !== undefined)));
    return spot && revalue(places, spot, String(65536 + Math.floor((choose([...Array(900).keys()]) ?? 0) * 37)), 'schema/range');
  },
};
