import { describe, expect, test } from 'vitest';
import { type Language, open, service } from '../support/editor.ts';

/** The text with every hint in `⟨…⟩` where it is shown. */
function shown(text: string, languageId?: Language, lines?: readonly [from: number, to: number]): string {
  const doc = open(text, languageId);
  const [from, to] = lines ?? [0, text.split('\n').length];
  const hints = service.inlayHints(doc, { start: { line: from, character: 0 }, end: { line: to, character: 0 } });
  return hints.toReversed().reduce((result, { position, label }) => {
    const at = doc.offsetAt(position);
    return `${result.slice(0, at)}⟨${label as string}⟩${result.slice(at)}`;
  }, text);
}
const head = 'document: { dsl: 1.0.3, namespace: a, name: b, version: 1.0.0 }\n';

describe('inlay hints', () => {
  test.each([
    ['a duration', 'do:\n  - a:\n      wait: PT15M⟨15 minutes⟩ # c\n'],
    ['quoted', 'do:\n  - a:\n      wait: "P1DT2H"⟨1 day 2 hours⟩\n'],
    ['with whole minutes and hours', 'do:\n  - a:\n      wait: PT90S⟨1 minute 30 seconds⟩\n  - b:\n      wait: PT3600S⟨1 hour⟩\n'],
    ['in braces', 'do: [ { a: { wait: PT2H⟨2 hours⟩ } } ]\n'],
    ['CRLF', 'do:\r\n  - a:\r\n      wait: PT15M⟨15 minutes⟩\r\n'],
    ['of a component', 'use:\n  timeouts:\n    slow:\n      after: PT5M⟨5 minutes⟩\ndo: []\n'],
    ['inside of tasks', 'do:\n  - a:\n      do:\n        - b:\n            timeout: { after: P2D⟨2 days⟩ }\n            wait: PT1S\n'],
    ['a cron expression', "schedule:\n  cron: '0 9 * * 1-5'⟨at 09:00, Monday to Friday⟩\ndo: []\n"],
    ['behind an anchor, once', 'do:\n  - a:\n      wait: &w PT5M⟨5 minutes⟩\n  - b:\n      wait: *w\n'],
    ['the variable of a loop', 'do:\n  - a:\n      for:⟨each: item⟩\n        in: .list\n      do: []\n'],
    ['the error that is caught', 'do:\n  - a:\n      try: []\n      catch:⟨as: error⟩\n        do: []\n'],
    ['the event that came', 'do:\n  - a:\n      listen: { to: { any: [] } }\n      foreach:⟨item: item⟩\n        do: []\n'],
  ])('%s', (_what, expected) => {
    expect(shown(head + expected.replace(/⟨.*?⟩/g, ''))).toBe(head + expected);
  });

  test.each([
    ['less than a minute', 'do:\n  - a:\n      wait: PT30S\n'],
    ['a mapping says it', 'do:\n  - a:\n      wait: { minutes: 15 }\n'],
    ['not a duration', 'do:\n  - a:\n      wait: P15X\n'],
    ['half typed', 'do:\n  - a:\n      wait: P'],
    ['an expression', 'do:\n  - a:\n      wait: ${ .time }\n'],
    ['a variable that is named', 'do:\n  - a:\n      for: { each: pet, in: .pets }\n      do: []\n'],
    ['a catch that does nothing', 'do:\n  - a:\n      try: []\n      catch: { errors: {} }\n'],
    ['data', 'do:\n  - a:\n      set: { wait: PT15M, for: { in: x } }\n'],
  ])('nothing: %s', (_what, text) => {
    expect(shown(head + text)).toBe(head + text);
  });

  test('JSON, plain too', () => {
    const text =
      '{ "document": { "dsl": "1.0.3", "namespace": "a", "name": "b", "version": "1.0.0" }, "do": [{ "a": { "wait": "PT15M"⟨15 minutes⟩ } }] }';
    for (const language of ['json', 'workflow-json'] as const) expect(shown(text.replace(/⟨.*?⟩/g, ''), language)).toBe(text);
  });

  test('DSL 0.x: the type of an event, times', () => {
    const text =
      "id: a\nspecVersion: '0.8'\nevents:\n  - name: Paid\n    type: com.acme.paid\n    source: s\nstates:\n  - name: a\n    type: event\n" +
      '    onEvents:\n      - eventRefs: [Paid⟨com.acme.paid⟩]\n    timeouts:\n      eventTimeout: PT1H⟨1 hour⟩\n    end: true\n';
    expect(shown(text.replace(/⟨.*?⟩/g, ''))).toBe(text);
  });

  test('only of the lines that are asked for, of one task, too', () => {
    const text = `${head}do:\n  - a:\n      timeout: { after: PT2H⟨2 hours⟩ }\n      wait: PT1H\n`;
    expect(shown(text.replace(/⟨.*?⟩/g, ''), 'workflow-yaml', [3, 4])).toBe(text);
  });

  test('only of the lines that are asked for', () => {
    const tasks = Array.from({ length: 300 }, (_, index) => `  - t${index}:\n      wait: PT15M\n`).join('');
    expect(shown(`${head}do:\n${tasks}`, 'yaml', [100, 104]).match(/⟨/g)).toHaveLength(2);
    expect(shown('a: PT15M\n', 'yaml')).toBe('a: PT15M\n');
  });
});
