import { describe, expect, test } from 'vitest';
import type { Location } from 'vscode-languageserver-types';
import { createWorkspace, withFile } from '../../server/src/service.ts';
import { open, service } from '../support/editor.ts';

const sub = (name: string) => `document: { dsl: 1.0.3, namespace: a, name: ${name}, version: 1.0.0 }\n`;
const text =
  `${sub('b')}use:\n  retries:\n    slow: { delay: PT1S }\n    never: { delay: PT1S }\n  secrets: [ key ]\ndo:\n  - one:\n      try: [ { x: { set: {} } } ]\n      catch: { retry: slow }\n` +
  '  - two:\n      try: [ { x: { set: {} } } ]\n      catch: { retry: slow }\n';

/** Each lens as "line: words", and what a click is given. */
function lenses(source: string, others: readonly string[] = []) {
  const doc = open(source, 'yaml');
  const workspace = others.reduce((found, other, index) => {
    const there = service.open({ uri: `file:///other${index}.sw.yaml`, languageId: 'yaml', version: 1, text: other });
    return withFile(found, service.summarise(there)!);
  }, createWorkspace());
  const found = service.codeLenses(workspace, doc);
  const resolved = found.map((lens) => service.resolveCodeLens(workspace, doc, lens));
  return { found, words: resolved.map(({ range, command }) => `${range.start.line}: ${command?.title}`), resolved };
}

describe('code lenses', () => {
  test('count references when they are resolved', () => {
    const { found, words, resolved } = lenses(text);
    expect(found.map(({ command }) => command?.title)).toEqual(['Preview', undefined, undefined]);
    expect(words).toEqual(['0: Preview', '3: 2 references', '4: 0 references']);
    const [uri, from, places] = resolved[1]!.command!.arguments as [string, object, Location[]];
    expect(uri).toBe('file:///yaml');
    expect(from).toEqual({ line: 3, character: 4 });
    expect(places.map(({ range }) => range.start.line)).toEqual([9, 12]);
  });

  test('say who runs a workflow', () => {
    const run = (name: string, times = 1) =>
      `${sub(name)}do:\n${`  - a: { run: { workflow: { namespace: a, name: b, version: 1.0.0 } } }\n`.repeat(times)}`;
    const { words, resolved } = lenses(text, [run('c', 2), run('d')]);
    expect(words.slice(0, 2)).toEqual(['0: run by 2 workflows', '0: Preview']);
    expect((resolved[0]!.command!.arguments as [string, object, Location[]])[2]).toHaveLength(3);
    expect(lenses(text, [run('c')]).words[0]).toBe('0: run by 1 workflow');
  });

  test('of JSON, of DSL 0.x, of events, of nothing', () => {
    const json =
      '{ "document": { "dsl": "1.0.3" }, "use": { "functions": { "f": { "call": "http" } } }, "do": [{ "a": { "call": "f" } }] }';
    expect(lenses(json).words).toEqual(['0: Preview', '0: 1 reference']);
    const old =
      "id: a\nspecVersion: '0.8'\nfunctions:\n  - name: f\n    operation: x#y\nstates:\n  - name: s\n    type: operation\n    actions: [ { functionRef: f } ]\n    end: true\n";
    expect(lenses(old).words).toEqual(['0: Preview', '3: 1 reference']);
    for (const source of ['', 'a: b\n', 'specversion: "1.0"\ntype: a\nsource: b\nid: c\n']) expect(lenses(source).words).toEqual([]);
  });
});
