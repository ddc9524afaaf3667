import { describe, expect, test } from 'vitest';
import type { Location, Range } from 'vscode-languageserver-types';
import { atCursor, service, workspace } from '../support/editor.ts';

/** `«…»` marks where the answer lies. */
describe('definition', () => {
  test.each([
    'do:\n  - a:\n      wait: PT1S\n      then: «»b|\n  - «b»:\n      wait: PT1S\n',
    'do:\n  - a:\n      switch:\n        - x:\n            then: b|\n  - «b»:\n      wait: PT1S\n',
    'use:\n  functions:\n    «greet»:\n      call: http\n      with: { method: get, endpoint: https://x.example }\ndo:\n  - a:\n      call: gr|eet\n',
    'use:\n  retries:\n    «slow»:\n      delay: PT1S\ndo:\n  - a:\n      try: []\n      catch:\n        retry: sl|ow\n',
    'do:\n  - «a|»:\n      wait: PT1S\n',
  ])('%j', (source) => {
    const { doc, at, ranges } = atCursor(source.replace('«»', ''));
    const found = service.definition(workspace, doc, at) as Location;
    expect(found.range).toEqual(doc.range(ranges[0]!));
  });

  test('of an alias is its anchor', () => {
    const { doc, at, text } = atCursor('do:\n  - a:\n      wait: &w PT1S\n  - b:\n      wait: *|w\n');
    const { range } = service.definition(workspace, doc, at) as Location;
    expect(text.slice(doc.offsetAt(range.start), doc.offsetAt(range.end))).toContain('PT1S');
  });

  test('of nothing is nothing', () => {
    for (const source of ['do:\n  - a:\n      then: no|where\n', 'do:\n  - a:\n      then: e|nd\n', 'a: b|\n', '|']) {
      const { doc, at } = atCursor(source);
      expect(service.definition(workspace, doc, at)).toBeUndefined();
    }
  });
});

test('references and highlights: the definition and every use', () => {
  const { doc, at, ranges } = atCursor(
    'do:\n  - a:\n      wait: PT1S\n      then: «c»\n  - b:\n      switch:\n        - x:\n            then: «c|»\n  - «c»:\n      wait: PT1S\n',
  );
  const expected = ranges.map((each) => doc.range(each));
  const byLine = (found: readonly { range: Range }[]): Range[] =>
    found.map(({ range }) => range).sort((a, b) => a.start.line - b.start.line);
  expect(byLine(service.references(workspace, doc, at))).toEqual(expected);
  expect(byLine(service.highlight(doc, at))).toEqual(expected);
});

test('references of an anchor: its name, and that behind every alias of it', () => {
  for (const source of ['a: &«|w» 1\nb: *«w»\nc: &w 2\nd: *w\n', 'a: &«w» 1\nb: *«w|»\nc: &w 2\nd: *w\n']) {
    const { doc, at, ranges } = atCursor(source);
    const expected = ranges.map((each) => doc.range(each));
    expect(service.references(workspace, doc, at).map(({ range }) => range)).toEqual(expected);
    expect(service.highlight(doc, at).map(({ range }) => range)).toEqual(expected);
  }
});

describe('light bulbs', () => {
  test('the fixes of what is wrong there, the preferred one first, on this version of the text', () => {
    const { doc, ranges } = atCursor(
      'document:\n  dsl: 1.0.0\n  namespace: a\n  name: b\n  version: 1.0.0\ndo:\n  - a:\n      «cal»: http\n      with: { method: get, endpoint: https://x.example }\n',
    );
    const [first] = service.codeActions(workspace, doc, doc.range(ranges[0]!));
    expect(first).toMatchObject({ title: 'Change to "call"', kind: 'quickfix', isPreferred: true });
    expect(first?.diagnostics?.[0]?.message).toContain('Did you mean "call"?');
    expect(first?.edit?.documentChanges).toEqual([
      { textDocument: { uri: doc.uri, version: doc.version }, edits: [{ range: doc.range(ranges[0]!), newText: 'call' }] },
    ]);
  });

  test('the preferred one stands before the others, also before those of an earlier mistake', () => {
    const { doc, ranges } = atCursor(
      'document:\n  dsl: 1.0.0\n  namespace: a\n  name: b\n  version: 1.0.0\ndo:\n  - a: «{ colour: red, wiat: PT1S }»\n',
    );
    const preferred = service.codeActions(workspace, doc, doc.range(ranges[0]!)).map((action) => action.isPreferred === true);
    expect(preferred[0]).toBe(true);
    expect(preferred).toContain(false);
    expect(preferred).toEqual([...preferred].sort((one, other) => Number(other) - Number(one)));
  });

  test('one for all of the same kind', () => {
    const { doc, ranges } = atCursor(
      'document:\n  dsl: 1.0.0\n  namespace: a\n  name: b\n  version: 1.0.0\ndo:\n  - a:\n      «wiat»: PT1S\n  - b:\n      wiat: PT1S\n',
    );
    const titles = service.codeActions(workspace, doc, doc.range(ranges[0]!)).map((action) => action.title);
    expect(titles).toContain('Change to "wait" (all 2)');
    expect(titles[0]).toBe('Change to "wait"');
  });

  test('nothing where nothing is wrong', () => {
    const { doc } = atCursor('document:\n  dsl: 1.0.0\n  namespace: a\n  name: b\n  version: 1.0.0\ndo:\n  - a:\n      wait: PT1S\n|');
    expect(service.codeActions(workspace, doc, doc.range({ start: 0, end: doc.text.length }))).toEqual([]);
  });
});
