import { describe, expect, test } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-types';
import { atCursor, service, workspace, type Language } from '../support/editor.ts';

/** The words under the cursor, and the text they are about. */
function hover(source: string, languageId?: Language): { about: string; words: string } | undefined {
  const { doc, at, text } = atCursor(source, languageId);
  const found = service.hover(workspace, doc, at);
  if (!found?.range) return undefined;
  return {
    about: text.slice(doc.offsetAt(found.range.start), doc.offsetAt(found.range.end)),
    words: (found.contents as MarkupContent).value,
  };
}

const task = (body: string): string => `do:\n  - a:\n      ${body}\n`;

describe('one line says it', () => {
  test.each([
    [task('wait: PT|15M'), 'PT15M', '`PT15M` — 15 minutes.'],
    [
      'schedule:\n  cron: 0 9 *| * 1-5\ndo: []\n',
      '0 9 * * 1-5',
      '`0 9 * * 1-5` — at 09:00, Monday to Friday. Next: Tue 24 Nov 09:00, Wed 25 Nov 09:00, Thu 26 Nov 09:00 (UTC).',
    ],
    [task('wait: PT1S\n      then: e|nd'), 'end', '`end` — Ends the workflow.'],
    [
      'do:\n  - a|:\n      call: http\n      with: { method: post, endpoint: https://api.acme.io/x }\n',
      'a',
      '"a" · call · POST api.acme.io',
    ],
    ['use:\n  functions:\n    gre|et:\n      call: http\ndo: []\n', 'greet', '"greet" · function'],
  ])('%j', (source, about, words) => {
    expect(hover(source)).toEqual({ about, words });
  });
});

describe('begins with', () => {
  test.each<[string, string, string, Language?]>([
    [task('ca|ll: http'), 'call', 'Calls a service'],
    [task('call: ht|tp'), 'http', '`http` — '],
    [task('call: http\n      with: { method: po|st }'), 'post', '`post` — '],
    ['document:\n  ds|l: 1.0.0\ndo: []', 'dsl', 'The release of the language'],
    [
      task('raise:\n        error:\n          type: https://serverlessworkflow.io/spec/1.0.0/errors/time|out'),
      'https://serverlessworkflow.io/spec/1.0.0/errors/timeout',
      '`https://serverlessworkflow.io/spec/1.0.0/errors/timeout` — ',
    ],
    ['{"specversion": "1.0", "ti|me": "x"}', '"time"', 'Says when it happened', 'cloudevent'],
    ['[{"specversion": "1.0"}, {"specversion": "1.0", "sou|rce": "x"}]', '"source"', 'Says where it happened', 'cloudevent'],
    ['{"document": {}, "do": [{"a": {"wa|it": "PT1S"}}]}', '"wait"', 'Pauses this long', 'workflow-json'],
  ])('%j', (source, about, words, languageId) => {
    const said = hover(source, languageId);
    expect(said?.about).toBe(about);
    expect(said?.words.slice(0, words.length)).toBe(words);
  });
});

test('a key: what it does, an example, facts in one line', () => {
  const lines = hover('document:\n  na|me: x\ndo: []\n')!.words.split('\n');
  expect(lines[0]).toMatch(/^Names the workflow/);
  expect(lines).toContain('```yaml');
  expect(lines.at(-1)).toMatch(/^text · required · since 1\.0\.0 · \[reference\]\(https:[^)]*\/dsl-reference\.md#document\)$/);
});

test('a reference shows its target', () => {
  for (const lineBreak of ['\n', '\r\n', '\r'])
    expect(
      hover('do:\n  - a:\n      wait: PT1S\n      then: b|\n  - b:\n      set:\n        x: 1\n'.replaceAll('\n', lineBreak))!.words,
    ).toBe('"b" · set · x\n\n```yaml\nb:\n  set:\n    x: 1\n```');
});

test('an alias shows what it stands for', () => {
  const { words } = hover('do:\n  - a:\n      wait: &short\n        seconds: 5\n  - b:\n      wait: *sh|ort\n')!;
  expect(words).toContain('`*short` stands for:');
  expect(words).toContain('seconds: 5');
});

test('nothing in comments, in free data, in files that are not ours, in older workflows', () => {
  expect(hover('document:\n  # na|me\n  name: x\ndo: []\n')).toBeUndefined();
  expect(hover('services:\n  we|b: 1\n', 'yaml')).toBeUndefined();
  expect(hover(task('set:\n        na|me: 1'))).toBeUndefined();
  expect(hover('id: x\nspecVersion: "0.8"\nstates:\n  - na|me: a\n    type: inject\n')).toBeUndefined();
});
