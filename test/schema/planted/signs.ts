/** Classes of single mistakes in signs and blanks: each plants one and says what must be said about it, and where. */
import { put, block, ownLine, scalarSpots, multiline, type Plant } from './plant.ts';
import { column, lineStart, wordsOf } from '../spots.ts';

export const signs: Readonly<Record<string, Plant>> = {
  'a key without its colon': (places, choose) => {
    const spot = choose(places.spots.filter((each) => block(each) && ownLine(places, each.pair)));
    if (!spot) return undefined;
    const { start, end } = wordsOf(places, spot.pair.key);
    const after = places.text.indexOf('\n', end);
    return {
      text: put(places.text, end, end + 1, ''),
      at: { start, end: after < 0 ? places.text.length : after },
      code: /^syntax\/|^schema\/type/,
    };
  },

  'no space after the colon': (places, choose) => {
    const spot = choose(
      scalarSpots(places).filter((each) => block(each) && ownLine(places, each.pair) && each.pair.value && !multiline(places, each.pair)),
    );
    if (!spot) return undefined;
    const { start, end } = wordsOf(places, spot.pair.key);
    const after = places.text.indexOf('\n', end);
    return {
      text: put(places.text, end + 1, end + 2, ''),
      at: { start, end: after < 0 ? places.text.length : after },
      code: /^syntax\/|^schema\/type/,
    };
  },

  'a quote that is not closed': (places, choose) => {
    const spot = choose(
      scalarSpots(places).filter(
        (each) => each.pair.value?.kind === 'scalar' && /single|double/.test(each.pair.value.style) && !multiline(places, each.pair),
      ),
    );
    if (!spot?.pair.value) return undefined;
    const { start, end } = wordsOf(places, spot.pair.value);
    return { text: put(places.text, end - 1, end, ''), at: { start, end: places.text.length }, code: /^syntax\// };
  },

  'a line that is indented too far': (places, choose) => {
    const spot = choose(
      scalarSpots(places).filter(
        (each) => block(each) && ownLine(places, each.pair) && each.map.pairs.indexOf(each.pair) > 0 && !multiline(places, each.pair),
      ),
    );
    if (!spot) return undefined;
    const { start, end } = wordsOf(places, spot.pair);
    const line = lineStart(places.text, start);
    return { text: put(places.text, line, line, ' '), at: { start: Math.max(0, line - 80), end: end + 1 }, code: /^syntax\// };
  },

  'a tab for indentation': (places, choose) => {
    const spot = choose(
      scalarSpots(places).filter(
        (each) =>
          block(each) &&
          ownLine(places, each.pair) &&
          column(places.text, wordsOf(places, each.pair).start) > 0 &&
          !multiline(places, each.pair),
      ),
    );
    if (!spot) return undefined;
    const { start } = wordsOf(places, spot.pair);
    const line = lineStart(places.text, start);
    return { text: put(places.text, line, start, '\t'), at: { start: line, end: line + 1 }, code: 'syntax/tab' };
  },

  'a bracket that is not closed': (places, choose) => {
    const spot = choose(
      places.spots.filter(
        (each) => (each.pair.value?.kind === 'map' || each.pair.value?.kind === 'seq') && each.pair.value.flow && block(each),
      ),
    );
    if (!spot?.pair.value) return undefined;
    const { start, end } = wordsOf(places, spot.pair.value);
    return { text: put(places.text, end - 1, end, ''), at: { start, end: places.text.length }, code: /^syntax\// };
  },
};
