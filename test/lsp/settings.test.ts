import { describe, expect, test } from 'vitest';
import { getsDiagnostics, namesOf } from '../../server/src/lsp/files.ts';
import { defaultSettings } from '../../server/src/protocol.ts';
import { glob, kindBySettings, languageOf, readSettings, valueOfText } from '../../server/src/workspace.ts';

describe('patterns', () => {
  test.each([
    ['*.yaml', 'a/b/c.yaml', true],
    ['*.yaml', 'c.yaml', true],
    ['a/*.yaml', 'a/c.yaml', true],
    ['a/*.yaml', 'a/b/c.yaml', false],
    ['**/c.yaml', 'c.yaml', true],
    ['**/c.yaml', 'a/b/c.yaml', true],
    ['a/**', 'a/b/c.yaml', true],
    ['a/**', 'ab/c.yaml', false],
    ['a/**/c.yaml', 'a/c.yaml', true],
    ['**/old/**', 'a/old/b/c.yaml', true],
    ['**/*.{yml,yaml}', 'a/c.yml', true],
    ['{a,b/c}/*.json', 'b/c/d.json', true],
    ['?.yaml', '😀.yaml', true],
    ['[!a].yaml', 'b.yaml', true],
    ['[!a].yaml', 'a.yaml', false],
    ['./a.yaml', 'a.yaml', true],
    ['a.yaml', 'aXyaml', false],
    ['(a|b)+.yaml', '(a|b)+.yaml', true],
    ['[a.yaml', '[a.yaml', true],
    ['{a.yaml', '{a.yaml', true],
    ['', 'a.yaml', false],
  ])('%s for %s: %s', (pattern, path, expected) => {
    expect(glob(pattern)(path)).toBe(expected);
  });

  test('take no time for nasty patterns', () => {
    const started = performance.now();
    expect(glob(`${'**/'.repeat(30)}${'*a'.repeat(3)}b`)(`${'a/'.repeat(100)}${'a'.repeat(100)}`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('settings', () => {
  test('what is not understood is left as it was, and told', () => {
    const told: string[] = [];
    const given = { rules: { 'flow/cycle': 'fatal', 'time/cron': 'off' }, files: { exclude: '**/x', events: ['e', 1] } };
    expect(readSettings(given, defaultSettings, (message) => told.push(message))).toEqual({
      rules: { 'time/cron': 'off' },
      files: { exclude: [], workflows: [], events: ['e'] },
    });
    expect(told).toEqual([
      '"fatal" is not a level for "flow/cycle". Use error, warning, information, hint or off.',
      '"files.exclude" is a list of patterns.',
    ]);
  });

  test.each([null, undefined, 1, 'x', [], { rules: null, files: 3 }])('%j gives the defaults', (given) => {
    expect(readSettings(given)).toEqual(defaultSettings);
  });

  test('later settings lie over earlier ones, rule by rule', () => {
    const base = readSettings({ rules: { 'a/b': 'off', 'a/c': 'hint' }, files: { events: ['e'] } });
    expect(readSettings({ rules: { 'a/b': 'error' } }, base)).toEqual({
      rules: { 'a/b': 'error', 'a/c': 'hint' },
      files: { exclude: [], workflows: [], events: ['e'] },
    });
  });

  test('patterns say what a file is', () => {
    const settings = readSettings({ files: { exclude: ['gen/**'], workflows: ['flows/*.yaml'], events: ['**/samples/*'] } });
    const kind = (uri: string) => kindBySettings(settings, namesOf(uri, ['file:///home/me/shop']));
    expect(kind('file:///home/me/shop/flows/a.yaml')).toBe('workflow');
    expect(kind('file:///home/me/shop/gen/samples/a.json')).toBe('none');
    expect(kind('file:///home/me/shop/x/samples/a.json')).toBe('event');
    expect(kind('file:///home/me/shop/x/flows/a.yaml')).toBeUndefined();
    expect(kind('untitled:Untitled-1')).toBeUndefined();
  });
});

test.each([
  ['order.sw.yaml', 'workflow-yaml'],
  ['a/order.SWF.yml', 'workflow-yaml'],
  ['order.ows.json', 'workflow-json'],
  ['order.cloudevent.json', 'cloudevent'],
  ['order.cloudevents.json', 'cloudevent'],
  ['cloudevents.jsonl', 'cloudevent-lines'],
  ['x/cloudevents.jsonl', 'cloudevent-lines'],
  ['x.cloudevents.ndjson', 'cloudevent-lines'],
  ['notcloudevents.jsonl', undefined],
  ['order.yaml', 'yaml'],
  ['order.jsonc', 'json'],
  ['sw.yaml', 'yaml'],
  ['README.md', undefined],
])('%s is %s', (name, language) => {
  expect(languageOf(name)).toBe(language);
});

test.each([
  ['file:///a.yaml', true],
  ['untitled:Untitled-1', true],
  ['vscode-vfs://github/a/b.yaml', true],
  ['git:/a.yaml?x', false],
  ['output:heddle', false],
])('%s gets diagnostics: %s', (uri, expected) => {
  expect(getsDiagnostics(uri)).toBe(expected);
});

describe('a config file', () => {
  /** Each of 16 lists holds the one before eight times. */
  const nested = [...'abcdefghijklmnop'].map(
    (name, at, all) => `${name}: &${name} [${`${at === 0 ? '1' : `*${all[at - 1]!}`}, `.repeat(8)}]\n`,
  );

  test('with aliases in aliases is read at once', () => {
    const text = `${nested.join('')}rules: { flow/endless-loop: *p, flow/unknown-target: hint }\n`;
    const told: string[] = [];
    expect(readSettings(valueOfText(text), defaultSettings, (message) => told.push(message)).rules).toEqual({
      'flow/unknown-target': 'hint',
    });
    expect(told).toEqual(['A list or mapping is not a level for "flow/endless-loop". Use error, warning, information, hint or off.']);
  });
  test('that is empty says nothing', () => {
    expect(valueOfText('# nothing yet\n')).toBeUndefined();
  });
});
