/** Classes of single mistakes: each plants one in a place of a workflow and says what must be said about it, and where. */
import { accepts } from '../../server/src/schema/shape.ts';
import { alternatives } from '../../server/src/schema/lookup.ts';
import type { Schema } from '../../server/src/schema/schema.ts';
import { type Pair, resolve } from '../../server/src/syntax/node.ts';
import { column, lineStart, type Named, type Places, type Spot, wordsOf } from './spots.ts';

export interface Planted {
  /** The workflow with the mistake; «…» is not used, since texts may hold anything. */
  readonly text: string;
  /** The words that must be marked, or that the marked words must be part of. */
  readonly at: { readonly start: number; readonly end: number };
  readonly code: string | RegExp;
}

type Plant = (places: Places, choose: <T>(from: readonly T[]) => T | undefined) => Planted | undefined;

const put = (text: string, start: number, end: number, by: string): string => text.slice(0, start) + by + text.slice(end);
const block = (spot: Spot): boolean => !spot.map.flow;
const ownLine = ({ text, ...rest }: Places, pair: Pair): boolean => {
  const { start } = wordsOf({ text, ...rest }, pair);
  return text.slice(lineStart(text, start), start).trim() === '';
};

/** Replaces the value of a pair. */
function revalue(places: Places, spot: Spot, value: string, code: string | RegExp, atKey = false): Planted | undefined {
  const { pair } = spot;
  if (!pair.value || pair.value.kind === 'alias') return undefined;
  const { end } = wordsOf(places, pair.value);
  const key = wordsOf(places, pair.key);
  const colon = places.text.indexOf(':', key.end) + 1;
  if (/&\w/.test(places.text.slice(colon, end))) return undefined;
  const text = put(places.text, colon, end, ` ${value}`);
  return { text, code, at: atKey ? key : { start: colon + 1, end: colon + 1 + value.length } };
}

const types = (schemas: readonly Schema[]): string[] => [
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

const scalarSpots = ({ spots }: Places): Spot[] =>
  spots.filter((spot) => resolve(spot.pair.value)?.kind === 'scalar' && spot.pair.value?.kind === 'scalar');
const closed = (spot: Spot): boolean => !spot.around.additionalProperties;
const tasks = ({ named }: Places): Named[] =>
  named.filter(
    (each) => each.noun === 'task' && !each.map.flow && each.pair.value?.kind === 'map' && !each.pair.value.flow && !each.pair.value.anchor,
  );

const misspellings: readonly ((name: string) => string)[] = [
  (name) => name.slice(0, -1),
  (name) => name[0] + name.slice(2),
  (name) => `${name}${name.at(-1)}`,
  (name) => name.slice(0, -2) + name.at(-1) + name.at(-2),
  (name) => name[0]!.toUpperCase() + name.slice(1),
];

export const classes: Readonly<Record<string, Plant>> = {
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

  'two kinds in one task': (places, choose) => {
    const task = choose(tasks(places));
    const [first] = task?.pair.value?.kind === 'map' ? task.pair.value.pairs : [];
    if (!task || !first || !ownLine(places, first) || task.pair.value?.kind !== 'map') return undefined;
    const written = task.pair.value.pairs.map((pair) => pair.key.text);
    const kind = written.includes('set') ? 'wait: PT1S' : 'set: { a: 1 }';
    if (written.includes(kind.split(':')[0]!)) return undefined;
    const { end } = wordsOf(places, task.pair.value);
    const { start } = wordsOf(places, first);
    const indent = ' '.repeat(column(places.text, start));
    const at = places.text.indexOf('\n', end) < 0 ? places.text.length : places.text.indexOf('\n', end);
    const text = put(places.text, at, at, `\n${indent}${kind}`);
    return { text, at: { start: at + 1 + indent.length, end: at + 1 + indent.length + kind.indexOf(':') }, code: 'schema/two-kinds' };
  },

  'a task that does nothing': (places, choose) => {
    const task = choose(tasks(places));
    if (!task?.pair.value) return undefined;
    const key = wordsOf(places, task.pair.key);
    const { end } = wordsOf(places, task.pair.value);
    const { start } = wordsOf(places, task.pair.value);
    return { text: put(places.text, start, end, 'if: ${ .ready }'), at: key, code: 'schema/no-kind' };
  },

  'a task with only its name': (places, choose) => {
    const task = choose(tasks(places));
    if (!task?.pair.value) return undefined;
    const key = wordsOf(places, task.pair.key);
    const { end } = wordsOf(places, task.pair.value);
    const colon = places.text.indexOf(':', key.end) + 1;
    return { text: put(places.text, colon, end, ''), at: key, code: 'schema/no-kind' };
  },

  'two names in one item': (places, choose) => {
    const task = choose(tasks(places).filter((each) => each.list.elements.length > 1 && each.list.elements[0]! !== each.map));
    if (!task) return undefined;
    const { start } = wordsOf(places, task.pair);
    const dash = places.text.lastIndexOf('-', start);
    if (places.text.slice(dash + 1, start).trim() !== '') return undefined;
    return { text: put(places.text, dash, dash + 1, ' '), at: wordsOf(places, task.pair.key), code: 'schema/item-name' };
  },

  'a task without its name': (places, choose) => {
    const task = choose(
      tasks(places).filter(
        (each) => each.list.elements.length === 1 || !new RegExp(`then: ['"]?${each.pair.key.text}\\b`).test(places.text),
      ),
    );
    const [first] = task?.pair.value?.kind === 'map' ? task.pair.value.pairs : [];
    if (!task || !first || task.pair.value?.kind !== 'map') return undefined;
    const from = wordsOf(places, task.pair.key).start;
    const { start } = wordsOf(places, first.key);
    if (!ownLine(places, first)) return undefined;
    const by = column(places.text, start) - column(places.text, from);
    const body = places.text.slice(start, wordsOf(places, task.pair.value).end).replace(new RegExp(`\n {${by}}`, 'g'), '\n');
    return {
      text: put(places.text, from, wordsOf(places, task.pair.value).end, body),
      at: { start: from, end: from + body.length },
      code: 'schema/item-name',
    };
  },

  'a body that is not indented': (places, choose) => {
    const task = choose(tasks(places));
    const [first] = task?.pair.value?.kind === 'map' ? task.pair.value.pairs : [];
    if (!task || !first || !ownLine(places, first) || task.pair.value?.kind !== 'map') return undefined;
    const from = column(places.text, wordsOf(places, task.pair.key).start);
    const { start } = wordsOf(places, first);
    const { end } = wordsOf(places, task.pair.value);
    const by = column(places.text, start) - from;
    const line = lineStart(places.text, start);
    const body = places.text.slice(line, end).replace(new RegExp(`^ {${by}}`, 'gm'), '');
    return {
      text: put(places.text, line, end, body),
      at: { start: line + from, end: line + from + first.key.text.length },
      code: 'schema/misplaced',
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
    if (!spot?.pair.value) return undefined;
    const key = wordsOf(places, spot.pair.key);
    const colon = places.text.indexOf(':', key.end) + 1;
    return { text: put(places.text, colon, wordsOf(places, spot.pair.value).end, ''), at: key, code: 'schema/missing-value' };
  },

  'a number that is too large or too small': (places, choose) => {
    const spot = choose(scalarSpots(places).filter((each) => each.schemas.flatMap(alternatives).some((one) => one.maximum !== undefined)));
    return spot && revalue(places, spot, String(65536 + Math.floor((choose([...Array(900).keys()]) ?? 0) * 37)), 'schema/range');
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

  'an item that is only text': (places, choose) => {
    const task = choose(tasks(places).filter((each) => !new RegExp(`then: ['"]?${each.pair.key.text}\\b`).test(places.text)));
    if (!task?.pair.value) return undefined;
    const { start } = wordsOf(places, task.pair);
    const { end } = wordsOf(places, task.pair.value);
    const name = task.pair.key.text;
    return { text: put(places.text, start, end, name), at: { start, end: start + name.length }, code: 'schema/type' };
  },

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

const multiline = (places: Places, pair: Pair): boolean => {
  const { start, end } = wordsOf(places, pair);
  return places.text.slice(start, end).includes('\n');
};

const base = { fragment: { length: 0, children: [], errors: [], comments: [] }, start: 0, end: 0 } as const;
const textNode = { ...base, kind: 'scalar', value: 'something', text: 'something', style: 'plain' } as const;
const nullNode = { ...base, kind: 'scalar', value: null, text: '', style: 'plain' } as const;
