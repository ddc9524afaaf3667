/** The workspace that a newcomer sees first is right where it should be and wrong where it should be. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLanguageService, createWorkspace } from '../../server/src/service.ts';
import { findingsIn } from '../corpus/ours.ts';

const folder = join(import.meta.dirname, '../../examples');
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
const right = readdirSync(folder).filter((name) => /\.sw\.(ya?ml|json)$/.test(name) && !['order.sw.yaml', 'broken.sw.yaml'].includes(name));

test('order.sw.yaml is empty', () => expect(text('order.sw.yaml')).toBe(''));

test.each(right)('%s is clean', (name) => {
  expect(findingsIn(text(name), name.endsWith('.json') ? 'json' : 'yaml')).toEqual([]);
});

test('broken.sw.yaml has six mistakes, each told once and with a way to mend it', () => {
  const service = createLanguageService();
  const doc = service.open({ uri: 'file:///broken.sw.yaml', languageId: 'workflow-yaml', version: 1, text: text('broken.sw.yaml') });
  const workspace = createWorkspace();
  const found = service.diagnose(workspace, doc).filter(({ severity }) => severity === 1 || severity === 2);
  expect(found.map(({ message }) => message)).toEqual([
    `YAML reads 1.0 as a number, but "dsl" is text. Quote it: '1.0.0'.`,
    '"then" leads to "refundd", but this list has no such task. Did you mean "refund"?',
    '"compete" is true or false, not "yes".',
    '"P2H" is not a duration: hours stand after a T, as in PT2H.',
    '"use.functions" has no function "refundOder". Did you mean "refundOrder"?',
    'Unknown property "retries" in this catch. Did you mean "retry"?',
  ]);
  expect(found.map(({ range }) => service.codeActions(workspace, doc, range)[0]?.title)).not.toContain(undefined);
});
