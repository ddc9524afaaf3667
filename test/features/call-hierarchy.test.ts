/** Who runs whom. */
import { describe, expect, test } from 'vitest';
import type { CallHierarchyItem, Range } from 'vscode-languageserver-types';
import { createLanguageService } from '../../server/src/service.ts';
import { open, workflow, workspaceOf } from '../workspace/files.ts';

const service = createLanguageService();
const run = (name: string, version: string, task = 'a'): string =>
  `  - ${task}: { run: { workflow: { namespace: shop, name: ${name}, version: ${version} } } }\n`;
const files: Readonly<Record<string, string>> = {
  'file:///order.sw.yaml': workflow(
    'order',
    '1.0.0',
    run('pay', '1.0.0') + run('pay', '1.0.0', 'b') + run('ship', 'latest', 'c') + run('gone', '1.0.0', 'd'),
  ),
  'file:///pay-1.sw.yaml': workflow('pay', '1.0.0', run('order', '1.0.0')),
  'file:///pay-2.sw.yaml': workflow('pay', '2.0.0', run('pay', '1.0.0') + run('pay', '2.0.0', 'b')),
  'file:///ship.sw.yaml': workflow('ship', '0.1.0', run('pay', 'latest') + run('pay', '3.0.0', 'b')),
  'file:///old.sw.yaml': 'id: old\nspecVersion: "0.8"\nstates:\n  - { name: a, type: operation, actions: [ { subFlowRef: old } ] }\n',
};
const known = workspaceOf(files);
const prepare = (uri: string, before: string): CallHierarchyItem[] | undefined => {
  const doc = open(uri, files[uri]!);
  return service.prepareCallHierarchy(known, doc, doc.positionAt(doc.text.indexOf(before) + 1));
};
const named = ({ name, detail }: CallHierarchyItem): string => `${name} ${detail}`;
const lines = (ranges: readonly Range[]): string => ranges.map(({ start }) => start.line + 1).join();
const into = (item: CallHierarchyItem): string[] =>
  service.incomingCalls(known, item).map(({ from, fromRanges }) => `${named(from)}: ${lines(fromRanges)}`);
const outOf = (item: CallHierarchyItem): string[] =>
  service.outgoingCalls(known, item).map(({ to, fromRanges }) => `${named(to)}: ${lines(fromRanges)}`);

test('of a workflow: at its own name, and where it is run', () => {
  const [own] = prepare('file:///pay-1.sw.yaml', 'pay') ?? [];
  expect(own).toMatchObject({
    name: 'pay',
    detail: 'shop · 1.0.0',
    uri: 'file:///pay-1.sw.yaml',
    range: { start: { line: 0, character: 49 } },
  });
  expect(prepare('file:///order.sw.yaml', 'pay')).toEqual([own]);
  expect(prepare('file:///ship.sw.yaml', 'latest')?.map(named)).toEqual(['pay shop · 2.0.0']);
});

test.each(['gone', 'do:', 'a:', 'run'])('of nothing at %s', (before) => {
  expect(prepare('file:///order.sw.yaml', before)).toBeUndefined();
});

describe('calls, each version for itself', () => {
  test('of what runs others several times, and what nobody holds', () => {
    const [order] = prepare('file:///order.sw.yaml', 'order') ?? [];
    expect(outOf(order!)).toEqual(['pay shop · 1.0.0: 3,4', 'ship shop · 0.1.0: 5']);
    expect(into(order!)).toEqual(['pay shop · 1.0.0: 3']);
  });

  test('of an item whose file holds another version now are none', () => {
    const [first] = prepare('file:///pay-1.sw.yaml', 'pay') ?? [];
    const moved = { ...first!, uri: 'file:///pay-2.sw.yaml' };
    expect([into(moved), outOf(moved)]).toEqual([[], []]);
  });

  test('in circles, and of what runs itself', () => {
    const [first] = prepare('file:///pay-1.sw.yaml', 'pay') ?? [];
    expect(into(first!)).toEqual(['order shop · 1.0.0: 3,4', 'pay shop · 2.0.0: 3']);
    const [second] = prepare('file:///pay-2.sw.yaml', 'pay') ?? [];
    expect(outOf(second!)).toEqual(['pay shop · 1.0.0: 3', 'pay shop · 2.0.0: 4']);
    expect(into(second!)).toEqual(['pay shop · 2.0.0: 4', 'ship shop · 0.1.0: 3']);
    const [old] = prepare('file:///old.sw.yaml', 'old') ?? [];
    expect([into(old!), outOf(old!)]).toEqual([['old : 4'], ['old : 4']]);
  });

  test('of what is not there any more are none', () => {
    const [item] = prepare('file:///pay-1.sw.yaml', 'pay') ?? [];
    expect(service.incomingCalls(known, { ...item!, uri: 'file:///x.yaml' })).toEqual([]);
    expect(service.outgoingCalls(known, { ...item!, data: undefined })).toEqual([]);
  });
});
