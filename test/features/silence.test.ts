/** Light bulbs for those who do not want to hear of something. */
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-types';
import { schemaDocs } from '../../server/src/schema/code-docs.ts';
import { workflowRuleDocs } from '../../server/src/workflow/rules/docs.ts';
import type { ConfigPlace } from '../../server/src/service.ts';
import { open, service, workspace, type Language } from '../support/editor.ts';
import { ranged } from '../support/marked.ts';

const head = 'document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }\n';
const config: ConfigPlace = { place: 'file:///shop/heddle.config.yaml' };

const isSilencing = ({ title }: CodeAction): boolean => /^(Ignore|Turn)/.test(title);
const applied = (text: string, edit: TextDocumentEdit): string =>
  TextDocument.applyEdits(TextDocument.create('a:b', 'yaml', 1, text), edit.edits as never[]);

/** The actions at what is marked, and what the text is after *Ignore*. */
function ask(source: string, languageId?: Language, place: ConfigPlace | undefined = config) {
  const { text, ranges } = ranged(source);
  const doc = open(text, languageId);
  const actions = service.codeActions(workspace, doc, doc.range(ranges[0]!), () => place);
  const ignore = actions.find(({ title }) => title.startsWith('Ignore'));
  const after = ignore && applied(text, ignore.edit!.documentChanges![0] as TextDocumentEdit);
  return { text, actions, titles: actions.filter(isSilencing).map(({ title }) => title), after };
}

const codes = (text: string, languageId?: Language): unknown[] =>
  service.diagnose(workspace, open(text, languageId)).map(({ code }) => code);

describe('Ignore here', () => {
  test.each<[name: string, before: string, after: string, language?: Language]>([
    [
      'on the line before, as deep as the line',
      `${head}do:\n  - a: { wait: PT1S, then: end }\n  - «b»: { wait: PT1S }\n`,
      `${head}do:\n  - a: { wait: PT1S, then: end }\n  # heddle-ignore flow/unreachable-task\n  - b: { wait: PT1S }\n`,
    ],
    [
      'with its line break',
      `${head}do:\n  - a: { wait: «P1H» }\n`.replaceAll('\n', '\r\n'),
      `${head}do:\n  # heddle-ignore time/duration\n  - a: { wait: P1H }\n`.replaceAll('\n', '\r\n'),
    ],
    [
      'below a key',
      `${head}do:\n  - a:\n      wait:\n        «P1H»\n`,
      `${head}do:\n  - a:\n      wait:\n        # heddle-ignore time/duration\n        P1H\n`,
    ],
    [
      'inside brackets over several lines',
      `${head}do: [\n  { a: {\n    wait: «P1H» } } ]\n`,
      `${head}do: [\n  { a: {\n    # heddle-ignore time/duration\n    wait: P1H } } ]\n`,
    ],
    [
      'above another one',
      `${head}do:\n  # heddle-ignore flow/unknown-target: later\n  - a: { wait: «P1H», then: zz }\n`,
      `${head}do:\n  # heddle-ignore flow/unknown-target: later\n  # heddle-ignore time/duration\n  - a: { wait: P1H, then: zz }\n`,
    ],
    [
      'in JSON in the metadata of the task',
      '{"document": {"dsl": "1.0.3", "namespace": "a", "name": "b", "version": "1.0.0"},\n "do": [{"a": {"wait": "«P1H»"}}]}',
      '{"document": {"dsl": "1.0.3", "namespace": "a", "name": "b", "version": "1.0.0"},\n "do": [{"a": {"wait": "P1H", "metadata": { "heddle-ignore": ["time/duration"] }}}]}',
      'workflow-json',
    ],
    [
      'in JSON beside what is asked already',
      '{"document": {"dsl": "1.0.3", "namespace": "a", "name": "b", "version": "1.0.0"},\n "do": [{"a": {"wait": "«P1H»", "then": "x", "metadata": {"x": 1, "heddle-ignore": ["flow/*"]}}}]}',
      '{"document": {"dsl": "1.0.3", "namespace": "a", "name": "b", "version": "1.0.0"},\n "do": [{"a": {"wait": "P1H", "then": "x", "metadata": {"x": 1, "heddle-ignore": ["flow/*", "time/duration"]}}}]}',
      'workflow-json',
    ],
    [
      'in JSON outside of tasks for the whole workflow',
      '{\n  "document": { "dsl": "1.0.3", "namespace": "a", "name": "b", "version": "1.0.0" },\n  "timeout": { "after": "«P1H»" },\n  "do": []\n}',
      '{\n  "document": { "dsl": "1.0.3", "namespace": "a", "name": "b", "version": "1.0.0", "metadata": { "heddle-ignore": ["time/duration"] } },\n  "timeout": { "after": "P1H" },\n  "do": []\n}',
      'workflow-json',
    ],
  ])('%s', (_, source, after, languageId) => {
    const asked = ask(source, languageId);
    expect(asked.after).toBe(after);
    expect(codes(after, languageId).length).toBe(codes(asked.text, languageId).length - 1);
  });

  test('where a comment would be a part of a text, in the metadata', () => {
    const { text, after } = ask(`${head}do:\n  - a:\n      set:\n        x: >-\n          \${\n          $secrets.«foo» }\n`);
    expect(after).toBe(`${text}      metadata:\n        heddle-ignore:\n          - reference/unknown-secret\n`);
    expect(codes(after!)).toEqual([]);
  });
});

test('of a body that stands in two places, the workflow is asked', () => {
  const tasks = 'do:\n  - a: &a\n      set:\n        x: >-\n          ${\n          $secrets.«foo» }\n  - b: *a\n';
  const { after, titles } = ask(head + tasks);
  expect(titles).toContain('Ignore in this workflow: reference/unknown-secret');
  expect(after).toContain('version: 1.0.0, metadata: { heddle-ignore: [reference/unknown-secret] } }');
});

test('what DSL 0.x says of itself stands at its top', () => {
  const source =
    '{"id": "a", "specVersion": "0.8", "start": "«zz»", "states": [{"name": "b", "type": "sleep", "duration": "PT1S", "end": true}]}';
  const { text, after } = ask(source, 'workflow-json');
  expect(after).toBe(`${text.slice(0, -1)}, "metadata": { "heddle-ignore": ["flow/unknown-target"] }}`);
  expect(ask('{"doument": {"dsl": "1.0.3"}, "do": [], "timeout": "«zz»"}', 'workflow-json').after).toBeUndefined();
});

/** What the manual shows to be wrong, as its rules and the schema say it. */
const mistakes = [...workflowRuleDocs, ...schemaDocs].flatMap(({ rule: { code }, bad }) =>
  bad.map(({ text }) => ({ code, text: ranged(text).text })),
);

test.each(mistakes)('what the manual shows of $code is heard no more once it is ignored, and nothing else is: $text', ({ text }) => {
  for (const languageId of ['workflow-yaml', 'yaml'] as const) {
    const doc = open(text, languageId);
    const said = service.diagnose(workspace, doc);
    for (const { code, range } of said) {
      const action = service.codeActions(workspace, doc, range, () => config).find(({ title }) => title === `Ignore here: ${code}`);
      if (!action) continue;
      const after = applied(text, action.edit!.documentChanges![0] as TextDocumentEdit);
      const left = service.diagnose(workspace, open(after, languageId)).map((each) => `${each.code} ${each.message}`);
      const before = said.map((each) => `${each.code} ${each.message}`);
      expect([after, left.filter((each) => !before.includes(each))]).toEqual([after, []]);
      expect([after, left.length]).toEqual([
        after,
        said.filter((each) => each.code !== code || each.range.start.line !== range.start.line).length,
      ]);
    }
  }
});

describe('Turn this rule off', () => {
  const off = (text: string | undefined): { text: string | undefined; creates: boolean } => {
    const { actions } = ask(`${head}do:\n  - a: { wait: «P1H» }\n`, 'workflow-yaml', { ...config, text });
    const action = actions.find(({ title }) => title === 'Turn this rule off in heddle.config.yaml: time/duration');
    const changes = action?.edit?.documentChanges ?? [];
    const edit = changes.find((change): change is TextDocumentEdit => 'edits' in change);
    return { text: edit && applied(text ?? '', edit), creates: changes.some((change) => 'kind' in change && change.kind === 'create') };
  };

  test.each<[before: string | undefined, after: string | undefined]>([
    [undefined, 'rules:\n  time/duration: off\n'],
    ['', 'rules:\n  time/duration: off\n'],
    ['# ours', '# ours\nrules:\n  time/duration: off\n'],
    ['rules:\n  # quiet\n  time/cron: off # often\n', 'rules:\n  # quiet\n  time/cron: off # often\n  time/duration: off\n'],
    ['rules:\r\n  time/duration: warning # hm\r\n', 'rules:\r\n  time/duration: off # hm\r\n'],
    ['rules: { time/cron: off }\n', 'rules: { time/cron: off, time/duration: off }\n'],
    ['files:\n  exclude: [a]\n', 'files:\n  exclude: [a]\nrules:\n  time/duration: off\n'],
    ['rules:\nfiles:\n  exclude: [a]\n', 'rules:\n  time/duration: off\nfiles:\n  exclude: [a]\n'],
    ['{}\n', '{ rules: { time/duration: off } }\n'],
    // What is not understood is left alone.
    ['rules: [a]\n', undefined],
    ['rules: {\n', undefined],
  ])('%j', (before, after) => {
    const found = off(before);
    expect(found.text).toBe(after);
    expect(found.creates).toBe(before === undefined && after !== undefined);
  });

  test('only where somebody says in which file', () => {
    const { text, ranges } = ranged(`${head}do:\n  - a: { wait: «P1H» }\n`);
    const doc = open(text);
    expect(
      service
        .codeActions(workspace, doc, doc.range(ranges[0]!))
        .filter(isSilencing)
        .map(({ title }) => title),
    ).toEqual(['Ignore here: time/duration']);
  });
});

describe('both', () => {
  test('come last and are never preferred', () => {
    const { actions, titles } = ask(`${head}do:\n  - a: { wait: «P1H» }\n`);
    expect(titles).toEqual(['Ignore here: time/duration', 'Turn this rule off in heddle.config.yaml: time/duration']);
    expect(actions.slice(-2).filter(isSilencing)).toHaveLength(2);
    expect(actions.filter(isSilencing).some(({ isPreferred }) => isPreferred)).toBe(false);
    expect(actions.length).toBeGreaterThan(2);
  });

  test('once for what is found twice', () => {
    expect(ask(`${head}do:\n  «- a: { wait: P1H, timeout: { after: P2H } }»\n`).titles).toEqual([
      'Ignore here: time/duration',
      'Turn this rule off in heddle.config.yaml: time/duration',
    ]);
  });

  test('not for what cannot be read', () => {
    expect(ask(`${head}do:\n  - a: «{ wait: PT1S\n»`).titles).toEqual([]);
    expect(ask('{"specversion": "1.0", «"id" 1»}', 'cloudevent').titles.filter((title) => title.includes('syntax/'))).toEqual([]);
  });

  test('of events only the file with the levels is told', () => {
    expect(ask('{"specversion": "1.0", "type": "a.b", "source": "/a", "id": "1", "time": "«2026-01-01»"}', 'cloudevent').titles).toEqual([
      'Turn this rule off in heddle.config.yaml: cloudevent/timestamp',
    ]);
  });
});

test('without a "document" JSON has no metadata to write to, and nothing is offered', () => {
  const source = '{"«doument»": {"dsl": "1.0.3", "namespace": "a", "name": "b", "version": "1.0.0"}, "do": [{"a": {"wait": "PT1S"}}]}';
  expect(ask(source, 'workflow-json').titles.filter((title) => title.startsWith('Ignore'))).toEqual([]);
});
