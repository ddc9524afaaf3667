import { describe, expect, test } from 'vitest';
import { SymbolKind, type DocumentSymbol, type SelectionRange } from 'vscode-languageserver-types';
import { atCursor, open, service, type Language } from '../support/editor.ts';

const outline = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
  symbols.flatMap((each) => [
    `${'  '.repeat(depth)}${each.name}${each.detail ? ` (${each.detail})` : ''}`,
    ...outline(each.children ?? [], depth + 1),
  ]);

test('outline of a workflow', () => {
  const doc = open(
    `document:\n  dsl: 1.0.0\n  namespace: shop\n  name: order\n  version: 1.2.0\nuse:\n  retries:\n    slow:\n      delay: PT1S\ndo:\n  - check:\n      switch:\n        - big:\n            when: .total > 10\n            then: ship\n        - other:\n            then: end\n  - ship:\n      for:\n        each: item\n        in: .items\n      do:\n        - pack:\n            wait: PT15M\n`,
  );
  expect(outline(service.symbols(doc))).toEqual([
    'document (order · 1.2.0)',
    'use',
    '  slow (retry)',
    'check (switch · 2 cases)',
    '  big (.total > 10 → ship)',
    '  other (→ end)',
    expect.stringMatching(/^ship \(for/),
    '  pack (wait · 15 minutes)',
  ]);
});

test('outline of what stands under "use"', () => {
  const doc = open(`document: { dsl: '1.0.3', namespace: shop, name: order, version: '1.0.0' }
use:
  secrets: [ token ]
  extensions:
    - log: { extend: all, before: [ { note: { set: { x: 1 } } } ], after: [ { done: { set: { x: 2 } } } ] }
  functions:
    loop: { for: { each: item, in: .items }, do: [ { pack: { wait: PT15M } } ] }
do: []
`);
  expect(outline(service.symbols(doc)).map((line) => line.replace(/ \((for|set|wait).*/, ''))).toEqual([
    'document (order · 1.0.0)',
    'use',
    '  token (secret)',
    '  log (extension)',
    '    note',
    '    done',
    '  loop (function)',
    '    pack',
  ]);
});

test('outline of DSL 0.8: what is said once, and a condition as the name of its case', () => {
  const doc = open(`id: order
specVersion: '0.8'
description: All that is ordered
states:
  - name: check
    type: switch
    dataConditions: [ { condition: '\${ .x }', end: true }, { name: big, condition: '\${ .y }', end: true } ]
`);
  expect(outline(service.symbols(doc))).toEqual([
    'id (order)',
    'specVersion (0.8)',
    'description (All that is ordered)',
    'check (switch · 2 cases)',
    '  ${ .x } (→ end)',
    '  big (${ .y } → end)',
  ]);
});

test.each([
  ["document:\n  dsl: '1.0.3'\nuse: *a\n", ['document', 'use']],
  ["document:\n  dsl: '1.0.3'\na: &a *a\n", ['document', 'a']],
])('outline of a workflow without tasks, an alias of which leads nowhere: %j', (text, expected) => {
  expect(outline(service.symbols(open(text)))).toEqual(expected);
});

test.each([
  [
    'lists',
    (n: number) =>
      `${n === 0 ? 'use:\n  functions:\n' : ''}    f${n}: &f${n} { do: [{ a: ${n === 0 ? '{ set: { x: 1 } }' : `*f${n - 1}`} }, { b: ${n === 0 ? '{ set: { x: 2 } }' : `*f${n - 1}`} }] }\n`,
    (n: number) => `do:\n  - c: *f${n}\n`,
    ['document', 'use', '  f0 (function)', '    a', '    b', '  f1 (function)', '    a', '    b', 'c'],
  ],
  [
    'cases',
    (n: number) =>
      n === 0 ? 'x0: &s { switch: [{ one: { when: .x, then: end } }, { two: { then: exit } }] }\ndo:\n  - t: *s\n' : '  - t: *s\n',
    () => '',
    ['document', 'x0', 't', '  one', '  two', 't'],
  ],
])('outline: %s that aliases bring again stand where they stand first', (_, level, last, expected) => {
  const text = (levels: number): string =>
    `document: { dsl: 1.0.3, name: a }\n${Array.from({ length: levels + 1 }, (_each, n) => level(n)).join('')}${last(levels)}`;
  const names = (levels: number): string[] =>
    outline(service.symbols(open(text(levels)))).map((line) => line.replace(/ \((?!function).*/, ''));
  expect(names(1)).toEqual(expected);
  expect(names(40).length).toBeLessThan(200);
});

test('outline of events', () => {
  const doc = open('[{"specversion": "1.0", "type": "a.b", "source": "/s", "id": "1"}, {"specversion": "1.0", "type": "c"}]', 'cloudevent');
  const symbols = service.symbols(doc);
  expect(outline(symbols)).toEqual(['a.b (/s · 1)', 'c']);
  expect(symbols[0]!.kind).toBe(SymbolKind.Event);
});

describe('folding', () => {
  const folds = (text: string, languageId?: Language): string[] =>
    service.foldingRanges(open(text, languageId)).map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`);

  test.each<[string, string[], Language?]>([
    ['do:\n  - a:\n      wait: PT1S\n\n  - b:\n      set:\n        x: 1\n', ['0-6', '1-2', '4-6', '5-6']],
    ['# one\n# two\ndo:\n  - a:\n      wait: PT1S\n', ['0-1 comment', '2-4', '3-4']],
    [
      'do:\n  - a:\n      run:\n        script:\n          code: |\n            one\n            two\n',
      ['0-6', '1-6', '2-6', '3-6', '4-6'],
    ],
    ['{\n  "a": {\n    "b": 1\n  }\n}\n', ['0-3', '1-2'], 'workflow-json'],
    ['{ "a": [\n  1,\n  2 ]\n}\n', ['0-2'], 'workflow-json'],
    // A block ends with its last line, whatever that ends with; a bracket that has a line of its own stays in sight.
    ['do:\n  - a:\n      set:\n        x: ${ .y }\n  - b: { wait: PT1S }\n', ['0-4', '1-3', '2-3']],
    ['a:\n  b: {\n    c: 1\n  }\n', ['0-3', '1-2']],
    ['- {\n    a: 1\n  }\n- [\n    1 ]\n', ['0-1', '3-4']],
  ])('%j', (text, expected, languageId) => {
    expect(folds(text, languageId)).toEqual(expected);
  });
});

test('selection grows from the word to the whole', () => {
  const { doc, at, text } = atCursor('do:\n  - a:\n      call: ht|tp\n');
  const grown: string[] = [];
  for (let range: SelectionRange | undefined = service.selectionRanges(doc, [at])[0]; range; range = range.parent)
    grown.push(text.slice(doc.offsetAt(range.range.start), doc.offsetAt(range.range.end)).trim());
  expect([...new Set(grown)]).toEqual([
    'http',
    'call: http',
    'a:\n      call: http',
    '- a:\n      call: http',
    'do:\n  - a:\n      call: http',
  ]);
});

test('what a file is', () => {
  expect(service.documentInfo(open('document:\n  dsl: 1.0.1\ndo: []\n'))).toEqual({ kind: 'workflow', detail: 'DSL 1.0.1' });
  expect(service.documentInfo(open('[{"specversion":"1.0"},{"specversion":"1.0"},{"specversion":"1.0"}]', 'cloudevent'))).toEqual({
    kind: 'event',
    detail: 'CloudEvents 1.0, batch of 3',
  });
  expect(service.documentInfo(open('[null]', 'cloudevent')).kind).toBe('event');
  expect(service.documentInfo(open('[]', 'cloudevent')).kind).toBe('event');
  expect(service.documentInfo(open('services: {}\n', 'yaml'))).toEqual({ kind: 'none', detail: '' });
});
