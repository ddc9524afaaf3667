import { describe, expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { tokenModifiers, tokenTypes } from '../../server/src/service.ts';
import { type Language, open, service } from '../support/editor.ts';

/** Every token as "type word", with `*` behind the type of a definition and `°` behind that of what is there without one. */
function tokens(text: string, languageId?: Language, range?: Range): string[] {
  const doc = open(text, languageId);
  const { data } = service.semanticTokens(doc, range);
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines, characters, length, type, modifiers] = data.slice(at, at + 5) as [number, number, number, number, number];
    character = lines > 0 ? characters : character + characters;
    line += lines;
    const start = doc.offsetAt({ line, character });
    const marks = ['*', '°'].filter((_, index) => modifiers & (1 << index)).join('');
    found.push(`${tokenTypes[type]}${marks} ${text.slice(start, start + length)}`);
  }
  return found;
}
const head = 'document: { dsl: 1.0.3, namespace: a, name: b, version: 1.0.0 }\n';
const named = 'class* b';

describe('semantic tokens', () => {
  test("the legend is the protocol's", () => {
    expect(tokenModifiers).toEqual(['definition', 'defaultLibrary']);
  });
  test.each([
    [
      'tasks, what they do, where they lead',
      'do:\n  - a:\n      wait: PT1S\n      then: c\n  - c:\n      set: {}\n      then: end\n',
      ['method* a', 'keyword wait', 'method c', 'method* c', 'keyword set', 'keyword end'],
    ],
    ['cases', 'do:\n  - a:\n      switch:\n        - x: { when: .a, then: a }\n', ['method* a', 'keyword switch', 'method a']],
    [
      'functions and what is called',
      'use:\n  functions:\n    greet: { call: http, with: {} }\ndo:\n  - "a": { call: greet }\n',
      ['function* greet', 'keyword call', 'method* a', 'keyword call', 'function greet'],
    ],
    [
      'components',
      'use:\n  retries: { slow: {} }\n  errors: { bad: {} }\n  secrets: [ key ]\ndo:\n  - a:\n      try: []\n      catch: { retry: slow }\n',
      ['struct* slow', 'type* bad', 'variable* key', 'method* a', 'keyword try', 'struct slow'],
    ],
    [
      'expressions',
      'do:\n  - a:\n      if: $input.x\n      set: { x: "${ $secrets.key + \\"$no\\" }", y: "$no" }\n',
      ['method* a', 'variable $input', 'keyword set', 'operator ${', 'variable $secrets', 'variable key', 'operator }'],
    ],
    [
      'an expression that is being typed',
      'do:\n  - a:\n      set: { x: "${ $inp" }\n',
      ['method* a', 'keyword set', 'operator ${', 'variable $inp'],
    ],
    ['what stands for two tasks, once', 'do:\n  - a: &x { wait: PT1S }\n  - b: *x\n', ['method* a', 'keyword wait', 'method* b']],
    [
      'types of events',
      'do:\n  - a:\n      emit: { event: { with: { source: s, type: com.acme.paid } } }\n',
      ['method* a', 'keyword emit', 'event com.acme.paid'],
    ],
    [
      'sub-workflows',
      'do:\n  - a:\n      run: { workflow: { namespace: n, name: w, version: 1.0.0 } }\n',
      ['method* a', 'keyword run', 'namespace n', 'class w'],
    ],
  ] as const)('%s', (_what, text, expected) => {
    expect(tokens(head + text)).toEqual([named, ...expected]);
    expect(tokens((head + text).replaceAll('\n', '\r\n'), 'yaml')).toEqual([named, ...expected]);
  });

  test('JSON', () => {
    const text =
      '{ "document": { "dsl": "1.0.3", "namespace": "a", "name": "b", "version": "1.0.0" }, "do": [{ "a": { "wait": "${ .x }", "then": "a" } }] }';
    expect(tokens(text, 'json')).toEqual([named, 'method* a', 'keyword wait', 'operator ${', 'operator }', 'method a']);
  });

  test('DSL 0.x', () => {
    const text =
      "id: b\nspecVersion: '0.8'\nstart: a\nstates:\n  - name: a\n    type: sleep\n    duration: PT1S\n    transition: c\n  - name: c\n    type: inject\n    end: true\n";
    expect(tokens(text)).toEqual([
      named,
      'method a',
      'method* a',
      'keyword sleep',
      'method c',
      'method* c',
      'keyword inject',
      'keyword end',
    ]);
  });

  test('of a range only; none in what is not ours, or empty', () => {
    const tasks = Array.from({ length: 300 }, (_, index) => `  - t${index}:\n      wait: PT15M\n`).join('');
    const range = { start: { line: 102, character: 0 }, end: { line: 104, character: 0 } };
    expect(tokens(`${head}do:\n${tasks}`, 'yaml', range)).toEqual(['method* t50', 'keyword wait']);
    for (const text of ['', 'a: b\n', '${ $x }']) expect(tokens(text, 'yaml')).toEqual([]);
  });
});
