/** All preferred fixes of a text at once. */
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { eventRuleDocs } from '../../server/src/event/rules/docs.ts';
import { fixAll } from '../../server/src/features/fixes/fix-all.ts';
import { schemaDocs } from '../../server/src/schema/code-docs.ts';
import { createWorkspace, withCompleteness } from '../../server/src/service.ts';
import { applyEdits, composeEdits } from '../../server/src/syntax/edit.ts';
import { workflowRuleDocs } from '../../server/src/workflow/rules/docs.ts';
import type { WorkspaceRule } from '../../server/src/workspace/rule.ts';
import { inputs } from '../rules/inputs.ts';
import { slips } from './fix-all-slips.ts';
import { open, service, treatedAsWorkflow, workspace, type Language } from '../support/editor.ts';
import { ranged } from '../support/marked.ts';

const head = "document: { dsl: '1.0.3', namespace: shop, name: order, version: '1.0.0' }\n";

/** The text after *fix all*, and how many problems it fixed. The edits say the same as the text. */
function fixed(text: string, languageId?: Language): [text: string, fixed: number] {
  const mended = service.fixAll(workspace, open(text, languageId));
  expect(TextDocument.applyEdits(TextDocument.create('a:b', 'yaml', 1, text), [...mended.edits])).toBe(mended.text);
  return [mended.text, mended.fixed];
}

describe('fix all', () => {
  test.each<[name: string, before: string, after: string, count: number, language?: Language]>([
    ['several mistakes', 'do:\n  - a: { wiat: P1H, thn: end }\n', 'do:\n  - a: { wait: PT1H, then: end }\n', 3],
    ['what stands in one key and its value', 'do:\n  - a:\n      wiat: P1H # soon\n', 'do:\n  - a:\n      wait: PT1H # soon\n', 2],
    ['with their line breaks', 'do:\r\n  - a:\r\n      wiat: PT1H\r\n', 'do:\r\n  - a:\r\n      wait: PT1H\r\n', 1],
    ['nothing where nothing is wrong', 'do:\n  - a: { wait: PT1H }\n', 'do:\n  - a: { wait: PT1H }\n', 0],
    ['nothing where no fix is preferred', 'do:\n  - a: { wait: PT1S, nonsense: 1 }\n', 'do:\n  - a: { wait: PT1S, nonsense: 1 }\n', 0],
    [
      'what cannot be read, and then what that hid',
      'do:\n  - a:\n      set: { x: "open }\n  - b: { wiat: PT1S }\n  - c: { wiat: PT1S, thn: end }\n',
      'do:\n  - a:\n      set: { x: "open" }\n  - b: { wait: PT1S }\n  - c: { wait: PT1S, then: end }\n',
      4,
    ],
  ])('mends %s', (_, before, after, count, language) => {
    expect(fixed(head + before, language)).toEqual([head + after, count]);
  });

  test('mends what somebody said is a workflow', () => {
    const mended = service.fixAll(workspace, treatedAsWorkflow('do:\n  - a: { wiat: PT1S }\n'));
    expect(mended).toMatchObject({ text: 'do:\n  - a: { wait: PT1S }\n', fixed: 1 });
  });

  test.each([
    ['a quote that is open', "do:\n  - a: { set: { x: '${ .x \"}' } }\n", undefined],
    ['a word too many', 'do:\n  - a: { set: { x: "a" b, y: 1 } }\n', undefined],
    ['a key without its colon', 'do:\n  - a: { wait PT5S }\n', 'do:\n  - a: { wait: PT5S }\n'],
    [
      'a name that jq cannot read',
      'use: { secrets: ["api key"] }\ndo:\n  - a: { set: { x: "${ $secrets.apikey }" } }\n',
      'use: { secrets: ["api key"] }\ndo:\n  - a: { set: { x: "${ $secrets[\\"api key\\"] }" } }\n',
    ],
    [
      'an item one space too far to the right',
      'use:\n  secrets:\n    - clerk\n     - dbUser\ndo:\n  - a: { set: { x: "${ $secrets.clerk + $secrets.dbUser }" } }\n',
      'use:\n  secrets:\n    - clerk\n    - dbUser\ndo:\n  - a: { set: { x: "${ $secrets.clerk + $secrets.dbUser }" } }\n',
    ],
    ['a dash in a text of several lines', 'do:\n  - a:\n      set:\n        x:\n          - long text\n            goes - on\n', undefined],
    ['a name that every object has', 'do:\n  - a: { wait: { valueOf: 1 } }\n', undefined],
    [
      'one beside others',
      'do:\n  - a: { call: http, with: { method get, endpoint: https://a.b } }\n',
      'do:\n  - a: { call: http, with: { method: get, endpoint: https://a.b } }\n',
    ],
  ])('loses nothing: %s', (_, before, after = before) => {
    expect(fixed(head + before)[0]).toBe(head + after);
  });

  test('makes up no data of an event', () => {
    const text = '{ "specversion": "1.0", "data": 1 }\n';
    expect(fixed(text, 'cloudevent')).toEqual([text, 0]);
  });

  test('mends events', () => {
    const [text] = fixed(
      '{ "specversion": "1.0", "id": "1", "source": "/s", "type": "a.b", "time": "2026-11-23T15:00:00" }\n',
      'cloudevent',
    );
    expect(text).toContain('"2026-11-23T15:00:00Z"');
  });

  test('leaves alone what is suppressed, and what is not ours', () => {
    const silent = `${head}do:\n  # heddle-ignore time/duration: old\n  - a: { wait: P1H }\n`;
    expect(fixed(silent)).toEqual([silent, 0]);
    expect(fixed('services: { wiat: P1H }\n', 'yaml')).toEqual(['services: { wiat: P1H }\n', 0]);
  });

  /** A rule that finds words, and what its fix makes of each. */
  const rule = (words: RegExp, change: (word: string) => string, elsewhere?: []): WorkspaceRule => ({
    code: 'style/words',
    level: 'warning',
    *check({ doc }) {
      const node = doc.tree.documents[0]!.fragment;
      for (const { 0: word, index } of doc.text.matchAll(words))
        yield {
          at: { fragment: node, start: index, end: index + word.length },
          message: word,
          fixes: () => [
            { title: word, preferred: true, edits: [{ start: index, end: index + word.length, newText: change(word) }], elsewhere },
          ],
        };
    },
  });
  const all = withCompleteness(createWorkspace(), true);
  const byRules = (text: string, ...rules: WorkspaceRule[]) => fixAll(all, open(text), rules);

  test('never writes twice in one place', () => {
    const text = `${head}do:\n  - abc: { set: { x: 1 } }\n`;
    const { text: after, fixed: count } = byRules(
      text,
      rule(/abc/g, () => 'one'),
      rule(/bc/g, () => 'two'),
      rule(/abc/g, () => 'three'),
    );
    expect([after, count]).toEqual([text.replace('abc', 'one'), 1]);
  });

  test('ends where fixes undo each other', () => {
    const text = `${head}do:\n  - abc: { set: { x: 1 } }\n`;
    const after = byRules(
      text,
      rule(/abc/g, () => 'xyz'),
      rule(/xyz/g, () => 'abc'),
    );
    expect(after.text).toBe(text.replace('abc', 'xyz'));
    const growing = byRules(
      text,
      rule(/abc/g, (word) => `x${word}`),
    );
    expect(growing.fixed).toBe(10);
  });

  test('leaves out the fixes that bring errors, and no others', () => {
    const text = `${head}do:\n  - a: { wait: PT1S }\n  - b: { wait: PT2S, if: .x }\n  - c: { wait: PT3S }\n`;
    const { text: after, fixed: count } = byRules(
      text,
      rule(/PT\dS/g, (word) => (word === 'PT2S' ? 'P2S' : word === 'PT1S' ? 'PT9M' : 'PT8M')),
      rule(/if: .x/g, () => 'fi: [ x'),
    );
    expect([after, count]).toEqual([text.replace('PT1S', 'PT9M').replace('PT3S', 'PT8M'), 2]);
  });

  test('leaves other files alone', () => {
    const text = `${head}do:\n  - abc: { set: { x: 1 } }\n`;
    expect(
      byRules(
        text,
        rule(/abc/g, () => 'xyz', []),
      ).text,
    ).toBe(text);
  });
});

/** What the rules show as bad, and texts whose fixes were wrong once. */
const texts: readonly (readonly [string, Language])[] = [
  ...[...workflowRuleDocs, ...schemaDocs].flatMap(({ bad }) => bad.map(({ text }) => [ranged(text).text, 'workflow-yaml'] as const)),
  ...eventRuleDocs.flatMap(({ bad }) => bad.map(({ text }) => [ranged(text).text, 'cloudevent'] as const)),
  ...Object.values(inputs).map((text) => [/^document:/.test(text) ? text : head + text, 'workflow-yaml'] as const),
];

test.each(texts)('of no text there is less to like afterwards, and nothing more to mend: %s', (text, languageId) => {
  const errors = (of: string): number => service.diagnose(workspace, open(of, languageId)).filter(({ severity }) => severity === 1).length;
  const [once] = fixed(text, languageId);
  expect(errors(once)).toBeLessThanOrEqual(errors(text));
  expect(fixed(once, languageId)[0]).toBe(once);
});

/** How often each word stands in a text. */
const wordsOf = (text: string): ReadonlyMap<string, number> =>
  [...text.matchAll(/\w+/g)].reduce((counts, [word]) => counts.set(word, (counts.get(word) ?? 0) + 1), new Map<string, number>());

test.each(slips)('no word goes, and once is enough: %j', (text, languageId) => {
  const [once] = fixed(text, languageId);
  const after = wordsOf(once);
  expect([...wordsOf(text)].filter(([word, count]) => (after.get(word) ?? 0) < count)).toEqual([]);
  expect(fixed(once, languageId)[0]).toBe(once);
});

test('edits in several rounds are edits of the first text', () => {
  const text = 'one two three four\n';
  const rounds = [
    [
      { start: 4, end: 7, newText: '2' },
      { start: 0, end: 0, newText: '0 ' },
    ],
    [
      { start: 3, end: 6, newText: 'E' },
      { start: 8, end: 13, newText: '' },
    ],
  ];
  const after = rounds.reduce(applyEdits, text);
  const composed = composeEdits(text.length, rounds);
  expect(applyEdits(text, composed)).toBe(after);
  expect(composed.every(({ start }, index) => index === 0 || start > composed[index - 1]!.end)).toBe(true);
  expect(composeEdits(3, [])).toEqual([]);
});

test('what only a person can fill is not written by it', () => {
  const text = `document: { dsl: '1.0.3', namespace: shop, name: order, version: '1.0.0' }\ndo:\n  - a: { wait: PT1S, then: nowhere }\n  - b: { call: http, with: { method: get } }\n`;
  expect(service.fixAll(workspace, open(text))).toMatchObject({ text, fixed: 0 });
});
