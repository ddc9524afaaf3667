import { describe, expect, test } from 'vitest';
import { link } from '../../server/src/schema/link.ts';
import { casesOf } from '../../server/src/features/cases.ts';
import { freeKey, narrow, propertiesOf, valuesOf } from '../../server/src/schema/lookup.ts';
import { resolve } from '../../server/src/syntax/node.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { nodeAt, schemasAt, type Path } from '../support/schema-at.ts';
import { small } from './small.ts';

const root = link(small);
const read = (text: string) => parse(text, 'yaml').documents[0]?.fragment.root;
const names = (text: string, path: Path): string[] => {
  const tree = read(text);
  const node = resolve(nodeAt(tree, path));
  return propertiesOf(schemasAt([root], tree, path), node?.kind === 'map' ? node : undefined).map(
    ({ name, required, decides }) => name + (required ? '*' : decides ? '!' : ''),
  );
};

describe('what may stand at a place', () => {
  test('an empty workflow offers what is required first', () => {
    expect(names('', [])).toEqual(['document*', 'do*', 'timeout']);
  });

  test('what is written is not offered again', () => {
    expect(names('document: {dsl: 1.0.0}\n', ['document'])).toEqual(['name*', 'version*', 'title', 'tags']);
  });

  test('an undecided task offers every kind, then what all tasks have', () => {
    const task = 'do:\n- ship:\n    if: x\n';
    expect(names(task, ['do', 0, 'ship'])).toEqual([
      'call!',
      'do!',
      'for!',
      'run!',
      'set!',
      'try!',
      'wait!',
      'timeout',
      'then',
      'metadata',
    ]);
  });

  test('the kind decides', () => {
    expect(names('do:\n- ship:\n    for: {}\n', ['do', 0, 'ship'])).toEqual(['do*', 'while', 'if', 'timeout', 'then', 'metadata']);
    expect(names('do:\n- ship:\n    call: http\n', ['do', 0, 'ship'])).toEqual(['with*', 'if', 'timeout', 'then', 'metadata']);
    expect(names('do:\n- ship:\n    call: http\n    with: {method: get}\n', ['do', 0, 'ship', 'with'])).toEqual([
      'endpoint*',
      'headers',
      'output',
      'redirect',
    ]);
  });

  test('alternatives are told apart by what is written', () => {
    expect(names('do:\n- ship:\n    call: http\n    with:\n      endpoint: {}\n', ['do', 0, 'ship', 'with', 'endpoint'])).toEqual([
      'uri*',
      'authentication',
    ]);
    expect(schemasAt([root], read('timeout: short'), ['timeout']).length).toBe(1);
  });

  test('a companion names the kind before its own key is there', () => {
    expect(names('do:\n- ship:\n    catch: {}\n', ['do', 0, 'ship'])[0]).toBe('try');
  });

  test('values and free keys', () => {
    const text = 'do:\n- ship:\n    call: http\n    with:\n      output: raw\n';
    const at = (path: Path) => schemasAt([root], read(text), path);
    expect(valuesOf(at(['do', 0, 'ship', 'with', 'output'])).map((each) => each.value)).toEqual(['raw', 'content', 'response']);
    expect(valuesOf(at(['do', 0, 'ship', 'with', 'redirect'])).map((each) => each.value)).toEqual([true, false]);
    expect(at(['do', 3]).map(freeKey)[0]).toMatchObject({ title: 'task', single: true });
    const task = nodeAt(read(text), ['do', 0, 'ship']);
    if (task?.kind !== 'map') throw new Error('no task');
    const cases = (key: string) => narrow(at(['do', 0, 'ship']), task).flatMap((schema) => casesOf(schema, task, key));
    expect(cases('call').map(([value]) => value)).toEqual(['http', 'mcp']);
    expect(cases('then')).toEqual([]);
  });

  test('free data is known to be free', () => {
    expect(schemasAt([root], read('do:\n- a:\n    set: {b: {c: 1}}'), ['do', 0, 'a', 'set', 'b', 'c'])).toEqual([]);
  });
});
