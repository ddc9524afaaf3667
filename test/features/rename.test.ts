/** Text in, text out: `|` is the cursor, whose name becomes another one. */
import { describe, expect, test } from 'vitest';
import type { Doc } from '../../server/src/service.ts';
import { generateWorkflow } from '../support/generate.ts';
import { atCursor, type Language, open as openText, service, treatedAsWorkflow, workspace } from '../support/editor.ts';
import { marked } from '../support/marked.ts';
import { renamed } from '../support/rename.ts';

const inText = (source: string, to: string, language?: Language): string | undefined => {
  const { doc, offset, text } = atCursor(source, language);
  const result = renamed(workspace, doc, offset, to, { [doc.uri]: text });
  return typeof result === 'object' ? result[doc.uri] : result;
};

const prepared = (source: string, language?: Language): string | undefined => {
  const { doc, at, ranges } = atCursor(source, language);
  const answer = service.prepareRename(workspace, doc, at);
  if (!answer || 'refused' in answer) return answer?.refused;
  expect(answer.range).toEqual(doc.range(ranges[0]!));
  return answer.placeholder;
};

const use = (group: string, body: string): string => `use:\n  ${group}:\n${body}`;

test('in what somebody said is a workflow, and behind a document that is none', () => {
  const tasks = (name: string): string => `do:\n  - a: { set: {}, then: ${name} }\n  - ${name}: { set: {} }\n`;
  const stream = (name: string): string => `kind: Pod\n---\ndocument: { dsl: 1.0.3 }\n${tasks(name)}`;
  const said = treatedAsWorkflow(tasks('b'));
  const seen = openText(stream('b'), 'yaml');
  expect(renamed(workspace, said, said.text.indexOf('b:'), 'c', { [said.uri]: said.text })).toEqual({ [said.uri]: tasks('c') });
  expect(renamed(workspace, seen, seen.text.indexOf('b:'), 'c', { [seen.uri]: seen.text })).toEqual({ [seen.uri]: stream('c') });
});

describe('renames in a workflow', () => {
  test.each<[what: string, source: string, to: string, expected: string, language?: Language]>([
    [
      'a task, its `then`, its cases, its catch',
      'do:\n  - a:\n      switch:\n        - x:\n            then: ship # soon\n  - t:\n      try: []\n      catch:\n        errors: {}\n        then: ship\n      then: "ship"\n  - sh|ip:\n      set: {}\n      then: end\n',
      'send',
      'do:\n  - a:\n      switch:\n        - x:\n            then: send # soon\n  - t:\n      try: []\n      catch:\n        errors: {}\n        then: send\n      then: "send"\n  - send:\n      set: {}\n      then: end\n',
    ],
    [
      'only the task of this list',
      'do:\n  - a: { set: {}, then: b| }\n  - b:\n      do:\n        - x: { set: {}, then: b }\n        - b: { set: {} }\n',
      'c',
      'do:\n  - a: { set: {}, then: c }\n  - c:\n      do:\n        - x: { set: {}, then: b }\n        - b: { set: {} }\n',
    ],
    [
      'with quotes where they are needed',
      "do:\n  - a: { set: {}, then: 'b' }\n  - b|: { set: {} }\n  - c:\n      set: {}\n      then: b\n",
      'it: is',
      "do:\n  - a: { set: {}, then: 'it: is' }\n  - 'it: is': { set: {} }\n  - c:\n      set: {}\n      then: 'it: is'\n",
    ],
    [
      'what would be a number',
      'do:\n  - a:\n      then: b\n  - b|:\n      set: {}\n',
      '404',
      "do:\n  - a:\n      then: '404'\n  - '404':\n      set: {}\n",
    ],
    [
      'CRLF',
      'do:\r\n  - a:\r\n      then: b\r\n  - b|:\r\n      set: {}\r\n',
      'c',
      'do:\r\n  - a:\r\n      then: c\r\n  - c:\r\n      set: {}\r\n',
    ],
    [
      'in JSON',
      '{ "do": [ { "a": { "set": {}, "then": "b" } }, { "b|": { "set": {} } } ] }',
      'say "b"',
      '{ "do": [ { "a": { "set": {}, "then": "say \\"b\\"" } }, { "say \\"b\\"": { "set": {} } } ] }',
      'workflow-json',
    ],
    [
      'beside what is broken',
      'do:\n  - a:\n      call: "open\n      then: b\n  - b|:\n      set: {}\n      then: [\n  - c:\n      then: b\n',
      'x',
      'do:\n  - a:\n      call: "open\n      then: x\n  - x:\n      set: {}\n      then: [\n  - c:\n      then: x\n',
    ],
    [
      'a function',
      `${use('functions', '    greet: { call: http }\n')}do:\n  - a: { call: gre|et }\n  - greet: { call: "greet" }\n`,
      'hello',
      `${use('functions', '    hello: { call: http }\n')}do:\n  - a: { call: hello }\n  - greet: { call: "hello" }\n`,
    ],
    [
      'a catalog behind @',
      `${use('catalogs', '    mine: { endpoint: https://x.example }\n')}do:\n  - a: { call: 'log:1.0.0@mi|ne' }\n  - b: { call: log:1.0.0@mine }\n`,
      'ours',
      `${use('catalogs', '    ours: { endpoint: https://x.example }\n')}do:\n  - a: { call: 'log:1.0.0@ours' }\n  - b: { call: log:1.0.0@ours }\n`,
    ],
    [
      'a retry, an error, a timeout, an authentication',
      `${use('retries', '    slow|: { delay: PT1S }\n')}do:\n  - a:\n      try: []\n      catch: { retry: slow }\n`,
      'patient',
      `${use('retries', '    patient: { delay: PT1S }\n')}do:\n  - a:\n      try: []\n      catch: { retry: patient }\n`,
    ],
    [
      'an error',
      `${use('errors', '    lost: { status: 404 }\n')}do:\n  - a: { raise: { error: lo|st } }\n`,
      'gone',
      `${use('errors', '    gone: { status: 404 }\n')}do:\n  - a: { raise: { error: gone } }\n`,
    ],
    [
      'a timeout',
      `${use('timeouts', '    long|: { after: PT1H }\n')}timeout: long\ndo:\n  - a: { set: {}, timeout: long }\n`,
      'short',
      `${use('timeouts', '    short: { after: PT1H }\n')}timeout: short\ndo:\n  - a: { set: {}, timeout: short }\n`,
    ],
    [
      'an authentication',
      `${use('authentications', '    shop: { bearer: { token: x } }\n')}do:\n  - a: { call: http, with: { method: get, endpoint: { uri: https://x.example, authentication: { use: sh|op } } } }\n`,
      'store',
      `${use('authentications', '    store: { bearer: { token: x } }\n')}do:\n  - a: { call: http, with: { method: get, endpoint: { uri: https://x.example, authentication: { use: store } } } }\n`,
    ],
    [
      'a secret, wherever expressions name it',
      `use:\n  secrets: [ key|, other ]\n  authentications:\n    a: { basic: { use: key } }\ndo:\n  - a: { set: { x: '\${ $secrets.key + $secrets["key"] + "$secrets.key" }' } }\n  - b:\n      set:\n        y: \${ $secrets.key.id }\n        z: "\${ $secrets[\\"key\\"] }"\n`,
      'token',
      `use:\n  secrets: [ token, other ]\n  authentications:\n    a: { basic: { use: token } }\ndo:\n  - a: { set: { x: '\${ $secrets.token + $secrets["token"] + "$secrets.key" }' } }\n  - b:\n      set:\n        y: \${ $secrets.token.id }\n        z: "\${ $secrets[\\"token\\"] }"\n`,
    ],
    [
      'a secret that jq cannot read without quotes',
      `use: { secrets: [ key ] }\ndo:\n  - a: { set: { x: '\${ $secrets.ke|y + $secrets . key }' } }\n  - b:\n      set:\n        y: \${ $secrets.key }\n        z: "\${ $secrets.key }"\n`,
      'api-key',
      `use: { secrets: [ api-key ] }\ndo:\n  - a: { set: { x: '\${ $secrets["api-key"] + $secrets ["api-key"] }' } }\n  - b:\n      set:\n        y: \${ $secrets["api-key"] }\n        z: "\${ $secrets[\\"api-key\\"] }"\n`,
    ],
    [
      'an extension',
      'use:\n  extensions:\n    - log|: { extend: all }\ndo: []\n',
      'trace',
      'use:\n  extensions:\n    - trace: { extend: all }\ndo: []\n',
    ],
    [
      'an anchor',
      'do:\n  - a: { wait: &w| PT1S }\n  - b: { wait: *w }\n  - c: { wait: "&w *w" } # *w\n',
      'pause',
      'do:\n  - a: { wait: &pause PT1S }\n  - b: { wait: *pause }\n  - c: { wait: "&w *w" } # *w\n',
    ],
    ['an anchor that a comment behind it names', 'a: &v| # once &v\n  b: 1\nc: *v\n', 'w', 'a: &w # once &v\n  b: 1\nc: *w\n'],
    ['an anchor of nothing, with such a comment', 'a: &v| # &v\nc: *v\n', 'w', 'a: &w # &v\nc: *w\n'],
    ['an anchor of a list, behind a text that reads so', '"&v # &v": &v| # &v\n- b # &v\n', 'w', '"&v # &v": &w # &v\n- b # &v\n'],
    [
      'an anchor in a list, above which a comment is',
      'do:\n  # &v\n  - &v| # &v\n    a: { set: {} }\n  - *v\n',
      'w',
      'do:\n  # &v\n  - &w # &v\n    a: { set: {} }\n  - *w\n',
    ],
    ['an anchor in braces, beside a tag', 'a: { "b":&v| !x&v 1, c: *v }\n', 'w', 'a: { "b":&w !x&v 1, c: *w }\n'],
    [
      'an anchor with tag and comments over lines, CRLF',
      'a: &v| !!map # &v\r\n  # &v\r\n\r\n  b: 1\r\nc: *v\r\n',
      'w',
      'a: &w !!map # &v\r\n  # &v\r\n\r\n  b: 1\r\nc: *w\r\n',
    ],
    [
      'an anchor by an alias of it, of two that are called the same the right one',
      'x: &a 1\ny: *a\nz: &a # here\n  - 2\nu: *|a\nv: [*a, &ab 3]\n',
      'b',
      'x: &a 1\ny: *a\nz: &b # here\n  - 2\nu: *b\nv: [*b, &ab 3]\n',
    ],
    [
      'a name that an alias brings',
      'do:\n  - a: { set: {}, then: &next b }\n  - c: { set: {}, then: *next }\n  - b|: { set: {} }\n',
      'd',
      'do:\n  - a: { set: {}, then: &next d }\n  - c: { set: {}, then: *next }\n  - d: { set: {} }\n',
    ],
    [
      'a variable, where the task names it',
      'do:\n  - a:\n      for: { each: pet, in: .pets }\n      do:\n        - b: { set: { x: "${ $p|et.name + .pet }" } }\n',
      'animal',
      'do:\n  - a:\n      for: { each: animal, in: .pets }\n      do:\n        - b: { set: { x: "${ $animal.name + .pet }" } }\n',
    ],
    [
      'a state, where it is begun and led to',
      'id: w\nspecVersion: "0.8"\nstart: { stateName: "one" }\ntimeouts: { workflowExecTimeout: { duration: PT1H, runBefore: one } }\nstates:\n  - name: o|ne\n    type: switch\n    dataConditions: [ { condition: "${ .x }", transition: { nextState: one } } ]\n    compensatedBy: one\n    onErrors: [ { errorRef: e, transition: one } ]\n',
      'first',
      'id: w\nspecVersion: "0.8"\nstart: { stateName: "first" }\ntimeouts: { workflowExecTimeout: { duration: PT1H, runBefore: first } }\nstates:\n  - name: first\n    type: switch\n    dataConditions: [ { condition: "${ .x }", transition: { nextState: first } } ]\n    compensatedBy: first\n    onErrors: [ { errorRef: e, transition: first } ]\n',
    ],
    [
      'an event of 0.x',
      'id: w\nspecVersion: "0.8"\nevents: [ { name: paid, type: x } ]\nstates:\n  - { name: one, type: event, onEvents: [ { eventRefs: [ pa|id ] } ] }\n',
      'settled',
      'id: w\nspecVersion: "0.8"\nevents: [ { name: settled, type: x } ]\nstates:\n  - { name: one, type: event, onEvents: [ { eventRefs: [ settled ] } ] }\n',
    ],
    [
      'the second of two that are called the same',
      'id: w\nspecVersion: "0.8"\nretries: [ { name: a }, { name: a| } ]\nstates: [ { name: x, actions: [ { retryRef: a } ] } ]\n',
      'b',
      'id: w\nspecVersion: "0.8"\nretries: [ { name: a }, { name: b } ]\nstates: [ { name: x, actions: [ { retryRef: a } ] } ]\n',
    ],
  ])('%s', (_, source, to, expected, language) => {
    expect(inText(source, to, language)).toBe(expected);
  });

  test('in the YAML document of the cursor alone', () => {
    expect(inText('do:\n  - a: { set: {}, then: b }\n  - b|: { set: {} }\n---\ndo:\n  - b: { set: {} }\n', 'c')).toBe(
      'do:\n  - a: { set: {}, then: c }\n  - c: { set: {} }\n---\ndo:\n  - b: { set: {} }\n',
    );
  });
});

describe('the name to be renamed is the name alone', () => {
  test.each<[source: string, name: string, language?: Language]>([
    ['do:\n  - "«sh|ip»": { set: {} }\n', 'ship'],
    ["do:\n  - a: { set: {}, then: '«sh|ip»' }\n  - ship: { set: {} }\n", 'ship'],
    ["use: { catalogs: { mine: {} } }\ndo:\n  - a: { call: 'log:1@«|mine»' }\n", 'mine'],
    ["use: { secrets: [ key ] }\ndo:\n  - a: { set: { x: '${ $secrets.«key|» }' } }\n", 'key'],
    ['do:\n  - a: { wait: &«w|» PT1S }\n', 'w'],
    ['do:\n  - a: { wait: &w PT1S }\n  - b: { wait: |*«w» }\n', 'w'],
    ['{ "do": [ { "«a|»": {} } ] }', 'a', 'workflow-json'],
    ["document: { dsl: 1.0.0, namespace: x, name: y, version: '«1.0|.0»' }\ndo: []\n", '1.0.0'],
    ['document:\n  dsl: 1.0.0\n  namespace: x\n  name: y\n  version: "«1.0|.0»\ndo: []\n', '1.0.0'],
    ['document:\n  dsl: 1.0.0\n  namespace: x\n  name: >-\n    «sh|op»\n  version: 1.0.0\ndo: []\n', 'shop'],
  ])('%j', (source, name, language) => {
    expect(prepared(source, language)).toBe(name);
  });

  test.each([
    ['do:\n  - a: { set: {}, then: ex|it }\n', '"exit" is a word of the language and no name of yours.'],
    ['do:\n  - a: { set: {}, then: lo|st }\n', 'Nothing here defines a task "lost".'],
    ['do:\n  - a: { try: [], catch: { retry: lo|st } }\n', 'Nothing here defines a retry "lost".'],
    ['do:\n  - a: { run: { workflow: { namespace: x, name: lo|st, version: 1.0.0 } } }\n', 'No file here holds the workflow "lost".'],
    [
      'do:\n  - a:\n      for: { in: .pets }\n      do:\n        - b: { set: { x: "${ $it|em }" } }\n',
      '"$item" has its name from the language. Give it one of yours below "for" first.',
    ],
    ['do:\n  - a: { wait: PT|1S }\n', undefined],
    ['do:\n  - a: { wait: *w| }\n', undefined],
    ['d|o:\n  - a: { wait: PT1S }\n', undefined],
    ['|', undefined],
  ])('%j is none', (source, refused) => {
    expect(prepared(source)).toBe(refused);
  });
});

describe('what cannot be the name says why', () => {
  const loop = 'do:\n  - a:\n      for: { each: p|et, in: .pets, at: n }\n      do:\n        - b: { set: { x: "${ $pet }" } }\n';
  const tasks = 'do:\n  - a|: { set: {} }\n  - b: { do: [ { c: { set: {} } } ] }\n';
  test.each([
    [tasks, 'b', 'This list has a task "b" already.'],
    [tasks, 'exit', '"exit" is a word of the language and no name of yours.'],
    [tasks, 'continue', '"continue" is a word of the language and no name of yours.'],
    [tasks, ' ', 'A name has at least one letter or sign.'],
    [tasks, 'x\ny', 'A name stands on one line.'],
    [tasks, '${ .x }', 'A name cannot be an expression.'],
    [
      'id: w\nspecVersion: "0.8"\nstates: [ { name: a|, type: inject }, { name: b, type: inject } ]\n',
      'b',
      'This workflow has a state "b" already.',
    ],
    [`${use('functions', '    f|: {}\n    g: {}\n')}do: []\n`, 'g', 'This workflow has a function "g" already.'],
    [`${use('functions', '    f|: {}\n')}do: []\n`, 'http', '"http" is a word of the language and no name of yours.'],
    [
      `${use('functions', '    f|: {}\n')}do: []\n`,
      'a:b',
      'The name of a function has no ":" and no "@": where it is called, they lead to a version and a catalog.',
    ],
    [`${use('catalogs', '    f|: {}\n')}do: []\n`, 'default', '"default" is a word of the language and no name of yours.'],
    [`${use('retries', '    f|: {}\n')}do: []\n`, '<<', '"<<" cannot stand as a name here.'],
    ...['a@b', 'https://x'].map((to) => [
      `${use('catalogs', '    f|: {}\n')}do: []\n`,
      to,
      'The name of a catalog has no "@" and no "://": where its functions are called, they mean something else.',
    ]),
    [
      `${use('secrets', '    - f|\n')}do: []\n`,
      'a"b',
      'The name of a secret has no quotes and no backslashes: expressions could not tell them from their own.',
    ],
    [loop, 'n', '"$n" stands for something else here.'],
    [loop, 'input', '"$input" stands for something else here.'],
    [loop, 'a-b', 'The name of a variable is letters, digits and "_", and begins with no digit.'],
    ['a: &x| 1\nb: &y 2\n', 'y', 'This document has an anchor "y" already.'],
    ['a: &x| 1\nb: &y 2\n', 'y z', 'The name of an anchor has no blanks, commas or brackets.'],
  ])('%j as %j', (source, to, refused) => {
    expect(inText(source, to)).toBe(refused);
  });

  test('a task of another list is no obstacle, and neither is its own name', () => {
    expect(inText(tasks, 'c')).toContain('- c: { set: {} }');
    expect(inText(tasks, 'a')).toBe(marked(tasks).text);
  });
});

describe('there and back gives the text of before, and nothing new to complain of', () => {
  test.each([1, 2, 3])('workflow %i', (seed) => {
    const source = generateWorkflow(150, seed);
    const before = openText(source);
    const said = (doc: Doc) => service.diagnose(workspace, doc).map(({ code }) => code);
    const names = service.summarise(before)!.parts.flatMap((part) => (part.kind === 'workflow' ? part.symbols : []));
    for (const { name, place } of names) {
      const { range } = { range: service.summarise(before)!.ranges[place]! };
      const there = renamed(workspace, before, before.offsetAt(range.start), 'another', { [before.uri]: source });
      if (typeof there !== 'object') throw new Error(`${name}: ${there}`);
      const doc = openText(there[before.uri]!);
      expect(said(doc)).toEqual(said(before));
      const at = doc.offsetAt(service.prepareRename(workspace, doc, range.start)!['range' as never]['start']);
      expect(renamed(workspace, doc, at, name, there)).toEqual({ [before.uri]: source });
    }
  });
});
