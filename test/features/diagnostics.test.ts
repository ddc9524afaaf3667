import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDoc } from '../../server/src/doc.ts';
import { diagnose, findings } from '../../server/src/features/diagnostics/diagnostics.ts';
import { defaultSettings } from '../../server/src/protocol.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';

const workspace = createWorkspace();
const open = (text: string, languageId = 'workflow-yaml', uri = 'file:///order.sw.yaml') =>
  createDoc({ uri, languageId, version: 1, text });
const head = "document: { dsl: '1.0.3', namespace: shop, name: order, version: '1.0.0' }\n";
const messages = (text: string, languageId?: string): string[] =>
  diagnose(workspace, open(text, languageId)).map(({ message }) => String(message));

test('what the editor gets', () => {
  expect(diagnose(workspace, open(`${head}do:\n  - a:\n      wait: PT1S\n      wait: PT2S\n`))).toEqual([
    {
      range: { start: { line: 4, character: 6 }, end: { line: 4, character: 10 } },
      severity: 1,
      code: 'document/duplicate-key',
      codeDescription: { href: 'https://github.com/heddle-tools/heddle/blob/main/docs/rules.md#documentduplicate-key' },
      source: 'heddle',
      message: '"wait" is written twice in this task. Keep one.',
      relatedInformation: [
        {
          location: { uri: 'file:///order.sw.yaml', range: { start: { line: 3, character: 6 }, end: { line: 3, character: 10 } } },
          message: 'First written here.',
        },
      ],
    },
  ]);
});

describe('a text that is wrong everywhere', () => {
  const task = (more: string, n: number): string => `  - a${n}: { wait: PT1S, ${more} }\n`;
  const text = (wrong: number, right: number): string =>
    `${head}do:\n${Array.from({ length: wrong + right }, (_, n) => task(n < wrong ? 'then: nowhere' : 'if: .x', n)).join('')}`;

  test('shows a thousand problems, and says that there are more', () => {
    const shown = messages(text(1500, 0));
    expect(shown).toHaveLength(1001);
    expect(shown.at(-1)).toBe('From here on more is wrong. Only the first 1,000 problems are shown.');
    expect(messages(text(1000, 500))).toHaveLength(1000);
  });

  test('what was not looked at is looked at once there is room', () => {
    const before = open(text(2000, 0));
    diagnose(workspace, before);
    const mended = before.text.replaceAll(/(a\d{1,3}: .*)then: nowhere/g, '$1if: .x');
    const after = createDoc({ uri: before.uri, languageId: before.languageId, version: 2, text: mended }, before);
    expect(diagnose(workspace, after)).toEqual(diagnose(workspace, open(mended)));
    expect(diagnose(workspace, after)).toHaveLength(1000);
  });
});

describe('syntax', () => {
  const broken = `${head}do:\n  - a:\n      wait: PT1S\n      note: "not closed\n  - b:\n      wat: PT1S\n`;

  test('is reported in our own language only', () => {
    const codes = (languageId: string) =>
      findings(workspace, open(broken.replace('note', 'then'), languageId)).map(({ code }) => code.split('/')[0]);
    expect(codes('workflow-yaml')).toContain('syntax');
    expect(codes('yaml')).not.toContain('syntax');
  });

  test('leaves the rest of the file checked', () => {
    expect(messages(`${head}do:\n  - a:\n      wait PT1S\n      if: .x\n  - b:\n      wat: PT1S\n`)).toContain(
      'Unknown property "wat" in this task. Did you mean "wait"?',
    );
  });
});

test('every workflow of a stream is checked, nothing else', () => {
  const bad = `${head}do:\n  - a: { wat: PT1S }\n`;
  expect(messages(`${bad}---\nkind: Deployment\nspec: {}\n---\n${bad}`, 'yaml')).toHaveLength(2);
  expect(messages('services:\n  web:\n    image: a\n', 'yaml')).toEqual([]);
});

test('each event of a batch', () => {
  const event = (id: string) => `{ "specversion": "1.0", "id": ${id}, "source": "/a", "type": "com.example.a" }`;
  expect(diagnose(workspace, open(`[${event('"1"')}, ${event('2')}]`, 'cloudevent')).map(({ code }) => code)).toEqual([
    'cloudevent/attribute-type',
  ]);
});

test.each(['file:///samples/x.jsonl', 'file:///x.NDJSON'])('events in %s stand on a line each, whatever its language is', (uri) => {
  const event = (id: string): string => `{ "specversion": "1.0", "id": "${id}", "source": "/a", "type": "b" }`;
  const said = (text: string, languageId: string, treatAs?: 'event'): unknown[] =>
    diagnose(workspace, createDoc({ uri, languageId, version: 1, text, treatAs })).map(({ code, range }) => [code, range.start.line]);
  for (const [id, treatAs] of [['cloudevent'], ['cloudevent-lines'], ['jsonl', 'event'], ['plaintext', 'event']] as const) {
    expect(said(`${event('a')}\n${event('b')}\n`, id, treatAs)).toEqual([]);
    expect(said(`${event('a')}\n${event('')}\n`, id, treatAs)).toEqual([['cloudevent/non-empty', 1]]);
  }
  expect(said(`${event('a')}\n${event('')}\n`, 'jsonl')).toEqual([]);
});

test('escapes that are none are said one by one, however many stand on a line', () => {
  const codes = (text: string, languageId?: string): unknown[] => diagnose(workspace, open(text, languageId)).map(({ code }) => code);
  const wrong = String.raw`{ "x": "a\qb\y", "y": "\z" }`;
  expect(codes(`${head}do: [ { a: { set: ${wrong} } } ]\n`)).toEqual(Array(3).fill('syntax/bad-escape'));
  const json = `{ "document": { "dsl": "1.0.3", "namespace": "a", "name": "b", "version": "1.0.0" }, "do": [ { "a": { "set": ${wrong} } } ] }`;
  expect(codes(json, 'workflow-json')).toEqual(Array(3).fill('syntax/json-escape'));
});

test('levels and comments are heeded', () => {
  const text = `${head}do:\n  - a: { wat: PT1S } # heddle-ignore schema/unknown-property: on purpose\n`;
  expect(messages(text)).toEqual([]);
  const off = createWorkspace({ ...defaultSettings, rules: { 'schema/unknown-property': 'off' } });
  expect(diagnose(off, open(text.replace(/#.*/, '')))).toEqual([]);
});

test('an edit answers as a fresh look at the text would', () => {
  const folder = join(import.meta.dirname, '../corpus/valid');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom('', 'x', ':', '\n', '- ', '  ', '"', '{')), { minLength: 1, maxLength: 5 }),
      (start, edits) => {
        let text = start;
        let doc = open(text);
        diagnose(workspace, doc);
        for (const [where, length, insert] of edits) {
          const at = where % (text.length + 1);
          text = text.slice(0, at) + insert + text.slice(at + length);
          doc = createDoc({ uri: doc.uri, languageId: doc.languageId, version: doc.version + 1, text }, doc);
          const now = diagnose(workspace, doc);
          expect(now).toEqual(diagnose(workspace, open(text)));
          for (const { range } of now) expect(doc.offsetAt(range.end)).toBeLessThanOrEqual(text.length);
          for (const finding of findings(workspace, doc))
            for (const fix of finding.fixes?.(doc.tree) ?? [])
              for (const edit of fix.edits) expect([edit.start <= edit.end, edit.end <= text.length]).toEqual([true, true]);
        }
      },
    ),
    { numRuns: 150 },
  );
});
