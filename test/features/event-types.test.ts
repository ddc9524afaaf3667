/** Types of events across files: who publishes them, examples, who waits for them. */
import { describe, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver-types';
import { createLanguageService } from '../../server/src/service.ts';
import { open, workflow, workspaceOf } from '../workspace/files.ts';

const service = createLanguageService();
const emits = (type: string): string => `  - a: { emit: { event: { with: { type: ${type}, source: /s } } } }\n`;
const listens = (type: string): string => `  - a: { listen: { to: { any: [ { with: { type: ${type} } } ] } } }\n`;
const files: Readonly<Record<string, string>> = {
  'file:///pays.sw.yaml': workflow('pays', '1.0.0', emits('shop.paid') + emits('shop.only').replace('a:', 'b:')),
  'file:///ships.sw.yaml': workflow('ships', '1.0.0', listens('shop.paid') + listens('shop.lost').replace('a:', 'b:')),
  'file:///starts.sw.yaml': `${workflow('starts', '1.0.0', listens("'shop.paid'"))}schedule: { on: { one: { with: { type: shop.sample } } } }\n`,
  'file:///paid.cloudevent.json': '{ "specversion": "1.0", "type": "shop.paid", "source": "/s", "id": "1" }',
  'file:///sample.cloudevent.json': '{ "specversion": "1.0", "type": "shop.sample", "source": "/s", "id": "1" }',
};
const known = workspaceOf(files);
const at = (uri: string, type: string) => {
  const doc = open(uri, files[uri]!);
  return [doc, doc.positionAt(doc.text.indexOf(type) + 2)] as const;
};
const names = (found: readonly Location[]): string[] => found.map(({ uri }) => uri.replace(/^file:...|\..*$/g, ''));

describe('references of a type', () => {
  test.each(['pays.sw.yaml', 'ships.sw.yaml', 'starts.sw.yaml', 'paid.cloudevent.json'])('from %s', (name) => {
    const found = service.references(known, ...at(`file:///${name}`, 'shop.paid'));
    expect(names(found)).toEqual(['pays', 'paid', 'ships', 'starts']);
    const { uri, range } = found[2]!;
    const doc = open(uri, files[uri]!);
    expect(doc.text.slice(doc.offsetAt(range.start), doc.offsetAt(range.end))).toBe('shop.paid');
  });
});

describe('definition of a type', () => {
  test.each([
    ['ships.sw.yaml', 'shop.paid', ['pays']],
    ['pays.sw.yaml', 'shop.paid', ['paid']],
    ['paid.cloudevent.json', 'shop.paid', ['pays']],
    ['starts.sw.yaml', 'shop.sample', ['sample']],
    ['ships.sw.yaml', 'shop.lost', ['ships']],
    ['pays.sw.yaml', 'shop.only', ['pays']],
  ])('%s %s', (name, type, expected) => {
    expect(names(service.definition(known, ...at(`file:///${name}`, type)) as Location[])).toEqual(expected);
  });

  test('of what is computed is nothing', () => {
    const doc = open('file:///x.sw.yaml', workflow('x', '1.0.0', emits("'${ .type }'")));
    expect(service.definition(known, doc, doc.positionAt(doc.text.indexOf('.type')))).toBeUndefined();
  });
});

test('highlight: the same type, and the same workflow, in the text', () => {
  const doc = open('file:///x.sw.yaml', workflow('x', '1.0.0', emits('shop.paid') + listens('shop.paid').replace('a:', 'b:')));
  expect(service.highlight(doc, doc.positionAt(doc.text.indexOf('shop.paid'))).map(({ range }) => range.start.line)).toEqual([2, 3]);
  const run = '  - a: { run: { workflow: { namespace: shop, name: pay, version: latest } } }\n';
  const runs = open('file:///y.sw.yaml', workflow('y', '1.0.0', run + run.replace('a:', 'b:')));
  expect(service.highlight(runs, runs.positionAt(runs.text.indexOf('pay'))).map(({ range }) => range.start.line)).toEqual([2, 3]);
});
