import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseAllDocuments } from 'yaml';
import { open, service, type Language } from '../support/editor.ts';

const formatted = (text: string, languageId?: Language): string =>
  TextDocument.applyEdits(TextDocument.create('a:b', 'yaml', 1, text), service.format(open(text, languageId)));

describe('YAML: white space and nothing else', () => {
  test.each([
    ['a: 1  \nb: 2\t\n', 'a: 1\nb: 2\n'],
    ['a: 1', 'a: 1\n'],
    ['a: 1\n\n\n', 'a: 1\n'],
    ['a: 1\r\nb: 2  \r\n', 'a: 1\r\nb: 2\r\n'],
    ['# note  \na:   1 # kept  \n', '# note\na:   1 # kept\n'],
    ['do:\n- a:\n    b: 1\n', 'do:\n- a:\n    b: 1\n'],
    ['code: |\n  one  \n  two\n\t\nb: 1  \n', 'code: |\n  one  \n  two\n\t\nb: 1\n'],
    ['code: |+\n  one\n\n\n', 'code: |+\n  one\n\n\n'],
    ['a: "one  \n  two"  \n', 'a: "one  \n  two"\n'],
    ['a:\n\tb: 1\n', 'a:\n  b: 1\n'],
    ['a: [1,\n', 'a: [1,\n'],
    ['', ''],
  ])('%j', (before, after) => {
    expect(formatted(before)).toBe(after);
    // Unless it comes without any break, a text keeps those it has.
    if (before.includes('\n')) expect(formatted(before.replace(/\r?\n/g, '\r'))).toBe(after.replace(/\r?\n/g, '\r'));
  });
});

test('JSON: two spaces, comments kept', () => {
  expect(formatted('{"a":[1,2],// why\n"b":{}}', 'workflow-json')).toBe('{\n  "a": [\n    1,\n    2\n  ], // why\n  "b": {}\n}\n');
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

const values = (text: string): unknown => parseAllDocuments(text, { logLevel: 'silent' }).map((each) => each.toJS({ maxAliasCount: -1 }));

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
