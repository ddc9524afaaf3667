import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { unknownCode } from '../../server/src/config/codes.ts';
import { namesOf } from '../../server/src/config/names.ts';
import { readConfig } from '../../server/src/config/config-text.ts';
import { kindBySettings, readSettings } from '../../server/src/config/settings.ts';
import { defaultSettings } from '../../server/src/protocol.ts';
import { codes } from '../../server/src/workspace/codes.ts';

describe('settings', () => {
  test('what is not understood is left as it was, and told', () => {
    const told: string[] = [];
    const given = {
      rules: { 'flow/endless-loop': 'fatal', 'time/cron': 'off' },
      target: 'quarkus',
      files: { exclude: '**/x', events: ['e', 1] },
    };
    expect(readSettings(given, defaultSettings, { codes, tell: ({ message }) => told.push(message) })).toEqual({
      rules: { 'time/cron': 'off' },
      target: 'spec',
      files: { exclude: [], workflows: [], events: ['e'] },
    });
    expect(told).toEqual([
      '"fatal" is not a level for "flow/endless-loop". Use error, warning, information, hint or off.',
      '"quarkus" is not a target. Use spec, quarkus-flow, synapse, zigflow, go-sdk, swf or scaleway.',
      '"files.exclude" is a list of patterns.',
      '"1" in "files.events" is not text. Write a pattern, such as "**/old/**".',
    ]);
  });

  test.each([
    ['flow/unreachable', 'There is no rule "flow/unreachable". Did you mean "flow/unreachable-task"?'],
    ['flow/unknown-tarjet', 'There is no rule "flow/unknown-tarjet". Did you mean "flow/unknown-target"?'],
    ['taste/*', 'There is no rule "taste/*".'],
    ['flow/x', 'There is no rule "flow/x".'],
    ['flow/*', undefined],
    ['syntax/*', undefined],
    ['cloudevent/not-an-event', undefined],
    ['schema/type', undefined],
  ])('a rule that does not exist is told: %s', (code, message) => {
    const told: string[] = [];
    readSettings({ rules: { [code]: 'off' } }, defaultSettings, { codes, tell: (each) => told.push(each.message) });
    expect(told).toEqual(message === undefined ? [] : [message]);
  });

  test('every code of the manual is one', () => {
    const manual = [...readFileSync('docs/rules.md', 'utf8').matchAll(/^### (.+)$/gm)].map(([, code]) => code!);
    expect(manual.length).toBeGreaterThan(50);
    expect(manual.flatMap((code) => unknownCode(code, codes) ?? [])).toEqual([]);
  });

  test.each([null, undefined, 1, 'x', [], { rules: null, files: 3 }])('%j gives the defaults', (given) => {
    expect(readSettings(given)).toEqual(defaultSettings);
  });

  test('later settings lie over earlier ones, rule by rule', () => {
    const base = readSettings({ rules: { 'a/b': 'off', 'a/c': 'hint' }, target: 'synapse', files: { events: ['e'] } });
    expect(readSettings({ rules: { 'a/b': 'error' } }, base)).toEqual({
      rules: { 'a/b': 'error', 'a/c': 'hint' },
      target: 'synapse',
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

test('aliases of aliases in a config file are no burden', () => {
  const levels = Array.from({ length: 30 }, (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(9)}*a${level}]`);
  const text = ['a0: &a0 [x]', ...levels, 'rules: { flow/endless-loop: *a30, time/cron: *a30 }', 'files: { events: *a30 }'].join('\n');
  const told: string[] = [];
  expect(readConfig(text, defaultSettings, codes, (message) => told.push(message))).toEqual(defaultSettings);
  expect(told).toContain('A list or mapping is not a level for "flow/endless-loop". Use error, warning, information, hint or off.');
});

describe('what is wrong in a config file is told once, with its place', () => {
  test.each([
    ['«rulez»: {}', 'There is no setting "rulez". Did you mean "rules"?'],
    ['rules: {}\n«colour»: red', 'There is no setting "colour".'],
    ['files:\n  «exlude»: ["**/x"]', 'There is no setting "files.exlude". Did you mean "files.exclude"?'],
    ['files:\n  «rules»: {}', 'There is no setting "files.rules".'],
    ['«»- rules\n', 'Settings are a map. Write "rules:", "target:" or "files:".'],
    ['target: «go»\n', '"go" is not a target. Use spec, quarkus-flow, synapse, zigflow, go-sdk, swf or scaleway.'],
    ['«»rules', 'Settings are a map. Write "rules:", "target:" or "files:".'],
    ['«files»: [x]', '"files" is a map. Write "exclude:", "workflows:" or "events:" in it.'],
    ['«rules»: [x]', '"rules" is a map from a rule to its level.'],
    ['rules:\n  «flow/unreachable»: off', 'There is no rule "flow/unreachable". Did you mean "flow/unreachable-task"?'],
    ['rules: {}\n---\n«»files: {}\n', 'Only the first document of a config file is read. Move this into it.'],
    ['files: { exclude: [a, «»1, b] }', '"1" in "files.exclude" is not text. Write a pattern, such as "**/old/**".'],
    ['files: { exclude: [«»[a]] }', 'A list or mapping in "files.exclude" is not text. Write a pattern, such as "**/old/**".'],
    ['rules:\n  time/cron: off\n  «»time/cron: error\n', '"time/cron" is written twice. Keep one.'],
    ["files: { exclude: [«»'['] }", '"[" in "files.exclude" has a bracket that is not closed, and fits only files that are called so.'],
    ['rulez: «»{ a: off\n', '"{" is not closed. Add "}".'],
  ])('%s', (marked, message) => {
    const told: [string, number][] = [];
    readConfig(marked.replace(/[«»]/g, ''), defaultSettings, codes, (each, offset) => told.push([each, offset]));
    expect(told).toEqual([[message, marked.indexOf('«')]]);
  });

  test.each(['# nothing yet\n', '', '---\nrules:\nfiles:\n  exclude:\n', 'rules: { flow/*: off, reference/unknown-workflow: off }\n---\n'])(
    'nothing in %j',
    (text) => {
      const told: string[] = [];
      readConfig(text, defaultSettings, codes, (each) => told.push(each));
      expect(told).toEqual([]);
    },
  );
});
