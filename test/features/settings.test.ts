/** What is asked of Heddle itself, in a config file and in suppressions, gets the help that workflows get. */
import { describe, expect, test } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-types';
import { configDocs } from '../../server/src/config/docs.ts';
import { defaultSettings } from '../../server/src/protocol.ts';
import { createWorkspace } from '../../server/src/service.ts';
import { service, workspace } from '../support/editor.ts';
import { dataOf, said } from '../support/findings.ts';
import { marked, ranged } from '../support/marked.ts';
import { findings } from '../../server/src/features/diagnostics/diagnostics.ts';

const uri = 'file:///shop/heddle.config.yaml';
const openConfig = (text: string) => service.open({ uri, languageId: 'yaml', version: 1, text });
const wrong = (text: string) => {
  const doc = openConfig(text);
  return dataOf(doc.tree, findings(createWorkspace(defaultSettings), doc));
};

describe('a config file', () => {
  test.each(configDocs.good)('is right: %s', (texts) => {
    expect(wrong(texts['heddle.config.yaml']!)).toEqual([]);
  });

  test('is wrong where the manual says so', () => {
    const { text, ranges } = ranged(configDocs.bad[0].text['heddle.config.yaml']!);
    const found = wrong(text);
    expect(found.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start)).toEqual(ranges);
    expect(found.map(({ code }) => code)).toEqual(found.map(() => configDocs.rule.code));
  });

  test.each<[text: string, message: string, fixed: string | undefined]>([
    [
      'rules:\n  «flow/unreachable»: off\n',
      'There is no rule "flow/unreachable". Did you mean "flow/unreachable-task"?',
      'rules:\n  flow/unreachable-task: off\n',
    ],
    ["rules: { «'flwo/*'»: off }\n", 'There is no rule "flwo/*". Did you mean "flow/*"?', "rules: { 'flow/*': off }\n"],
    [
      'rules:\r\n  time/cron: «eror» # loud\r\n',
      '"eror" is not a level for "time/cron". Use error, warning, information, hint or off.',
      'rules:\r\n  time/cron: error # loud\r\n',
    ],
    ['rules:\n  «acme/own»: off\n', 'There is no rule "acme/own".', undefined],
    ['«rulez»: {}\n', 'There is no setting "rulez". Did you mean "rules"?', 'rules: {}\n'],
  ])('%j', (source, message, fixed) => {
    const { text, ranges } = ranged(source);
    const [found, ...more] = wrong(text);
    expect([found!.message, { start: found!.start, end: found!.end }, more]).toEqual([message, ranges[0], []]);
    expect(found!.fixes.map((each) => [each.text, each.preferred])).toEqual(fixed === undefined ? [] : [[fixed, true]]);
  });

  test.each(['rules:\n  time/', 'rules: {', '', 'rules:\n  - x: [\n', '- 1\n- 2\n---\n'])('half typed, %j throws nothing', (text) => {
    const doc = openConfig(text);
    expect(service.diagnose(workspace, doc).every(({ code }) => typeof code === 'string')).toBe(true);
  });

  test("elsewhere, such a text is nobody's business", () => {
    expect(
      service.diagnose(
        workspace,
        service.open({ uri: 'file:///shop/other.yaml', languageId: 'yaml', version: 1, text: 'rules: { x: y }\n' }),
      ),
    ).toEqual([]);
  });
});

describe('help in a config file', () => {
  const at = (source: string) => {
    const { text, offset } = marked(source);
    const doc = openConfig(text);
    return { doc, position: doc.positionAt(offset) };
  };
  const labels = (source: string): string[] => {
    const { doc, position } = at(source);
    return service.complete(workspace, doc, position).map(({ label }) => label);
  };
  const hover = (source: string): string | undefined => {
    const { doc, position } = at(source);
    return (service.hover(workspace, doc, position)?.contents as MarkupContent | undefined)?.value;
  };

  test('completion knows the settings, every code and group, and the levels', () => {
    expect(labels('|')).toEqual(['rules', 'target', 'files']);
    expect(labels('files:\n  exclude: []\n  |')).toEqual(['workflows', 'events']);
    const codes = labels('rules:\n  time/cron: off\n  |');
    expect(codes).toEqual(expect.arrayContaining(['flow/unreachable-task', 'reference/unknown-workflow', 'syntax/*', 'flow/*']));
    expect(codes).not.toContain('time/cron');
    expect(codes[0]).toMatch(/\/\*$/);
    expect(codes.at(-1)).toMatch(/^syntax\//);
    for (const source of ['rules:\n  time/cron: |', 'rules: { time/cron: | }', 'rules:\n  time/*: |'])
      expect(labels(source)).toEqual(['error', 'warning', 'information', 'hint', 'off']);
  });

  test('hover says why a rule is there and how loud it is by itself', () => {
    const lines = hover('rules:\n  flow/unreach|able-task: off\n')!.split('\n');
    expect(lines[0]).toMatch(/^[A-Z].*\.$/);
    expect(lines.at(-1)).toMatch(/ · default `warning` · optional · \[reference\]\(https:[^)]*\/docs\/rules\.md#flowunreachable-task\)$/);
    expect(hover('rules:\n  flow/unreachable-task: of|f\n')).toBe('`off` — Is not looked for.');
    expect(hover('fil|es:\n  events: []\n')).toMatch(/^Which files are workflows/);
    expect(hover('rules: {} # no|thing\n')).toBeUndefined();
  });
});

describe('a suppression of a rule that does not exist', () => {
  const head = 'document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }\n';
  const codes = (text: string, languageId?: string) =>
    said(text, languageId, { 'settings/unused-suppression': 'off' }).map(({ code, message, start, end }) => ({
      code,
      message,
      at: text.slice(start, end),
    }));
  const unknown = (at: string, meant?: string) => ({
    code: 'settings/unknown-code',
    message: `There is no rule "${at}".${meant ? ` Did you mean "${meant}"?` : ''}`,
    at,
  });

  test.each([
    ['do: [] # heddle-ignore tme/cron\n', [unknown('tme/cron', 'time/cron')]],
    ['# heddle-ignore flow/unreachable, time/* : by hand\ndo: []\n', [unknown('flow/unreachable', 'flow/unreachable-task')]],
    // A reason without its colon is no list of codes.
    ['# heddle-ignore time/cron because of that\ndo: []\n', []],
    ['# heddle-ignore all\ndo: []\n', [unknown('all')]],
    ['# heddle-ignore unknown-target\ndo: []\n', [unknown('unknown-target', 'flow/unknown-target')]],
    ['do:\n  - a:\n      wait: PT1S\n      metadata:\n        heddle-ignore: flow/tarjet\n', [unknown('flow/tarjet')]],
    [
      'do:\n  - a: { wait: PT1S, metadata: { heddle-ignore: ["time/crom", time/cron] } }\n',
      [{ ...unknown('time/crom', 'time/cron'), at: '"time/crom"' }],
    ],
    ['do:\n  - a: { wait: PT1S, metadata: { heddle-ignore: [reference/unknown-workflow, schema/type] } }\n', []],
    // Commented out, or words in a text.
    ['do:\n  - a:\n      set:\n        x: |\n          # heddle-ignore foo/bar\n', []],
  ])('%j', (text, expected) => {
    expect(codes(head + text)).toEqual(expected);
    expect(codes((head + text).replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  test('in JSON', () => {
    const text =
      '{"document":{"dsl":"1.0.3","namespace":"a","name":"b","version":"1.0.0","metadata":{"heddle-ignore":["time/crom"]}},"do":[]}';
    expect(codes(text, 'workflow-json')).toEqual([{ ...unknown('time/crom', 'time/cron'), at: '"time/crom"' }]);
  });

  test('is turned off like any other', () => {
    expect(said(`${head}# heddle-ignore acme/own\ndo: []\n`, 'workflow-yaml', { 'settings/*': 'off' })).toEqual([]);
  });
});
