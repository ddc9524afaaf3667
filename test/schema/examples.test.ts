/** The workspace that a newcomer sees first is right where it should be and wrong where it should be. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findingsIn } from '../corpus/ours.ts';

const folder = join(import.meta.dirname, '../../examples');
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
const right = readdirSync(folder).filter((name) => /\.sw\.(ya?ml|json)$/.test(name) && !['order.sw.yaml', 'broken.sw.yaml'].includes(name));

test('order.sw.yaml is empty', () => expect(text('order.sw.yaml')).toBe(''));

test.each(right)('%s is clean', (name) => {
  expect(findingsIn(text(name), name.endsWith('.json') ? 'json' : 'yaml')).toEqual([]);
});

test('the schema sees three of the six mistakes in broken.sw.yaml, the rules the others', () => {
  expect(findingsIn(text('broken.sw.yaml')).map(({ message }) => message)).toEqual([
    `YAML reads 1.0 as a number, but "dsl" is text. Quote it: '1.0.0'.`,
    '"compete" is true or false, not "yes".',
    'Unknown property "retries" in this catch. Did you mean "retry"?',
  ]);
});
