/** Classes of single mistakes in tasks and other entries of lists: each plants one and says what must be said about it, and where. */
import { put, ownLine, tasks, type Plant } from './plant.ts';
import { column, lineStart, wordsOf } from '../spots.ts';

export const entries: Readonly<Record<string, Plant>> = {
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

  'an item that is only text': (places, choose) => {
    const task = choose(tasks(places).filter((each) => !new RegExp(`then: ['"]?${each.pair.key.text}\\b`).test(places.text)));
    if (!task?.pair.value) return undefined;
    const { start } = wordsOf(places, task.pair);
    const { end } = wordsOf(places, task.pair.value);
    const name = task.pair.key.text;
    return { text: put(places.text, start, end, name), at: { start, end: start + name.length }, code: 'schema/type' };
  },
};
