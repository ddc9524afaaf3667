import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import { accept, apply, labels, list, open, service, workspace, type Language } from '../support/editor.ts';
import { marked } from '../support/marked.ts';

describe('the text after accepting', () => {
  test.each([
    ['do:\n  - a:\n      call: ht|', 'http', 'do:\n  - a:\n      call: http'],
    ['do:\n  - a:\n      call: http\n      wi|', 'with', 'do:\n  - a:\n      call: http\n      with:\n        |'],
    [
      'do:\n  - a:\n      call: http\n      with: { method: get, en| }',
      'endpoint',
      'do:\n  - a:\n      call: http\n      with: { method: get, endpoint: | }',
    ],
    ['document:\n  na|\n  version: 1.0.0\n', 'name', 'document:\n  name: |\n  version: 1.0.0\n'],
    ['document:\n  na|me: x\n', 'namespace', 'document:\n  namespace: x\n'],
    ['docu|', 'document', 'document:\n  |'],
    ['document:\n  name: x\nd|', 'do', 'document:\n  name: x\ndo:\n  - |'],
    ['document:\n    name: x\nd|', 'do', 'document:\n    name: x\ndo:\n    - |'],
    ['do: |', 'wait', 'do:\n  - |name:\n      wait:\n        seconds: 30'],
    ['do:\n- a:\n    wait: PT1S\n|', 'wait', 'do:\n- a:\n    wait: PT1S\n- |name:\n    wait:\n      seconds: 30'],
    ['do:\n  - a:\n      if: x\n      then: |', 'end', 'do:\n  - a:\n      if: x\n      then: end'],
    ["do:\n  - a:\n      call: 'h|'", 'http', "do:\n  - a:\n      call: 'http'"],
  ])('%j takes %s', (before, label, after) => {
    expect(accept(before, label)).toBe(after);
  });
});

describe('the list', () => {
  test.each([
    ['document:\n  |', ['dsl', 'namespace', 'name', 'version', 'title', 'summary', 'tags', 'metadata']],
    ['document:\n  name: x\n  |\n  dsl: 1.0.0\n', ['namespace', 'version', 'title', 'summary', 'tags', 'metadata']],
    ['do:\n  - a:\n      then: |\n  - b:\n      set: { a: 1 }\n', ['b', 'continue', 'exit', 'end']],
    ['do:\n  - a:\n      # th|', []],
    ['do:\n  - a:\n      run:\n        script:\n          code: \\|\n            fo|o: bar\n', []],
    ['do:\n  - a:\n      set:\n        |', []],
  ])('%j', (before, expected) => {
    expect(labels(before)).toEqual(expected);
  });

  test('is the whole of a workflow in an empty file', () => {
    expect(labels('|')[0]).toBe('workflow');
    expect(accept('w|', 'workflow')).toMatch(/^document:\n {2}dsl: '1\.0\.3'\n {2}namespace: \|/);
  });
});

test('of the addresses of standard errors those come first that the declared release uses', () => {
  const first = (dsl: string): string | undefined =>
    labels(
      `document: { dsl: ${dsl} }\ndo:\n  - a:\n      try: []\n      catch:\n        errors:\n          with:\n            type: |\n`,
    )[0];
  expect(first("'1.0.3'")).toBe('https://open-workflow-specification.org/spec/1.0.0/errors/communication');
  for (const dsl of ["'1.0.2'", 'null']) expect(first(dsl)).toBe('https://serverlessworkflow.io/spec/1.0.0/errors/communication');
});

test('what a key inside came with is said before it is written', () => {
  const [item] = list('do:\n  - a:\n      call: mcp\n      with:\n        |\n').filter(({ label }) => label === 'method');
  expect(JSON.stringify(item!.documentation)).toContain('since 1.0.2');
});

describe('in JSON', () => {
  test.each<[string, string, string, Language?]>([
    ['{\n  "document": {\n    "d|"\n  }\n}', 'dsl', '{\n  "document": {\n    "dsl": "|"\n  }\n}'],
    ['{\n  "document": {"dsl": "1.0.0"}\n  |\n}', 'do', '{\n  "document": {"dsl": "1.0.0"},\n  "do": [\n    |\n  ]\n}'],
    ['{\n  |\n  "do": []\n}', 'document', '{\n  "document": {\n    |\n  },\n  "do": []\n}'],
    ['{"do": [{"a": {"call": "h|"}}]}', 'http', '{"do": [{"a": {"call": "http"}}]}'],
    ['{"do": [{"a": {"call": |}}]}', 'http', '{"do": [{"a": {"call": "http"}}]}'],
    ['{|}', 'specversion', '{"specversion": "1.0"}', 'cloudevent'],
    ['{"specversion": "1.0", |}', 'type', '{"specversion": "1.0", "type": "|"}', 'cloudevent'],
  ])('%j takes %s', (before, label, after, languageId = 'workflow-json') => {
    expect(accept(before, label, languageId)).toBe(after);
  });

  test('the key that decides may stand behind', () => {
    expect(labels('{"do": [{"a": {"with": {|}, "call": "http"}}]}', 'workflow-json').slice(0, 4)).toEqual([
      'get',
      'post',
      'method',
      'endpoint',
    ]);
  });

  test('whole workflows and events in empty files, a line each where events stand on lines', () => {
    expect(labels('|', 'workflow-json')[0]).toBe('workflow');
    expect(accept('|', 'event', 'cloudevent')).toMatch(/^\{\n {2}"specversion": "1\.0",\n {2}"type": "\|/);
    expect(accept('{"specversion":"1.0"}\n|', 'event', 'cloudevent-lines').split('\n')).toHaveLength(2);
    expect(labels('[{"specversion": "1.0"}, |]', 'cloudevent')[0]).toBe('event');
  });
});

describe('references', () => {
  const workflow = (body: string): string =>
    `document: {}\nuse:\n  functions: { greet: {} }\n  retries: { slow: {} }\n  errors: { lost: {} }\n  timeouts: { short: {} }\n  secrets: [key]\n  authentications:\n    ours: { basic: { use: key } }\ndo:\n  - a:\n      ${body}\n  - b:\n      wait: PT1S\n`;
  test.each([
    ['call: |', 'greet'],
    ['try: []\n      catch:\n        retry: |', 'slow'],
    ['raise:\n        error: |', 'lost'],
    ['timeout: |', 'short'],
    ['call: http\n      with:\n        endpoint:\n          uri: x\n          authentication:\n            use: |', 'ours'],
    ['then: |', 'b'],
  ])('%s → %s', (body, name) => {
    expect(labels(workflow(body))).toContain(name);
  });

  test('say what they lead to', () => {
    const found = list(workflow('then: |')).map(({ label, labelDetails }) => `${label} · ${labelDetails?.description}`);
    expect(found).toEqual([
      'b · wait · 1 second',
      'continue · on with the next task',
      'exit · leaves this list',
      'end · ends the workflow',
    ]);
  });
});

describe('opens again where something is left to choose', () => {
  const again = (source: string, label: string): boolean => list(source).find((item) => item.label === label)?.command !== undefined;
  test.each<[string, string, boolean]>([
    ['document:\n  |', 'dsl', true],
    ['document:\n  |', 'title', false],
    ['do:\n  - a:\n      if: x\n      |', 'call', true],
    ['do:\n  - a:\n      wait: PT1S\n      |', 'then', true],
  ])('%j %s', (source, label, expected) => {
    expect(again(source, label)).toBe(expected);
  });
});

test('a new event has an id of its own and the present time', () => {
  vi.useFakeTimers({ now: new Date('2026-11-25T08:09:10.123Z') });
  const [first, second] = [accept('|', 'event', 'cloudevent'), accept('|', 'event', 'cloudevent')];
  vi.useRealTimers();
  expect(first).toContain('"time": "2026-11-25T08:09:10Z"');
  expect(first).toMatch(/"id": "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/);
  expect(first).not.toBe(second);
});

test('nothing in files that are not ours', () => {
  expect(labels('|', 'yaml')).toEqual([]);
  expect(labels('services:\n  |', 'yaml')).toEqual([]);
  expect(labels('{"a": {|}}', 'json')).toEqual([]);
  expect(labels('id: x\nspecVersion: "0.8"\nstates:\n  - |')).toEqual([]);
});

describe('what only the tree knows', () => {
  const taskKeys = ['set', 'call http'];
  test.each<[string, string[]]>([
    ['do:\n  - a: &t\n      |', taskKeys],
    ['do:\n  - a: !!map\n      |', taskKeys],
    ['do:\n  - a:\n      call: http\n      with: &w\n        |', ['get', 'post']],
    ['use:\n  functions: &f\n    f:\n      |\n', taskKeys],
    ['do: &all\n  |', ['set', 'call http']],
    ['do:\n  - a:\n      ? call\n      : |', ['http', 'openapi']],
    ['do:\n  - a: { call: http, |\n  - b: { wait: PT1S }', ['with', 'if']],
    ['do:\n  - a: { call: http, with: { method: get, |\n  - b: { wait: PT1S }', ['endpoint', 'headers']],
    ['do:\n  - a:\n      listen:\n        to:\n          any:\n            - |\n              with: { type: x }', ['correlate']],
  ])('%j', (source, first) => {
    expect(labels(source).slice(0, first.length)).toEqual(first);
  });

  test('a merged key counts as written', () => {
    const found = labels('x: &t { call: http }\ndo:\n  - a:\n      <<: *t\n      |');
    expect(found[0]).toBe('with');
    expect(found).not.toContain('call');
  });

  test.each([
    ['in a text over several lines', 'do:\n  - a:\n      then: "x\n        b|"\n  - b: { wait: PT1S }\n'],
    ['below a finished value', 'do:\n  - a:\n      call: http\n        |'],
    ['beside lines that stand deeper', 'do:\n  - a:\n      with: |\n        method: get\n'],
    ['right behind a colon', 'do:\n  - a:\n      call:|\n'],
    ['behind a bracket that is closed', '{ do: [] } |'],
    ['where nothing around is indented like it', 'do:\n  - a:\n      with:\n          x: 1\n        |\n'],
    ['behind a dash in no list', 'do:\n  - a:\n      with:\n        x: 1\n        - |\n'],
    ['behind the marker of a document', '--- |\n'],
  ])('nothing %s', (_, source) => {
    expect(labels(source)).toEqual([]);
  });

  test.each([
    ['do:\n  - a:\n      timeout: *|\n', 'tt', 'do:\n  - a:\n      timeout: *tt\n'],
    ['do:\n  - a:\n      timeout: *t|\n', 'tt', 'do:\n  - a:\n      timeout: *tt\n'],
    ['do:\n  - a:\n      <<: *|\n', 'tt', 'do:\n  - a:\n      <<: *tt\n'],
  ])('behind * the anchors: %j', (source, label, after) => {
    const head = 'use:\n  timeouts:\n    t: &tt { after: PT1S }\n    s: &list [PT1S]\n';
    expect(labels(head + source)).toEqual([label]);
    expect(accept(head + source, label)).toBe(head + after);
  });

  test.each([
    ['{ "do": [] | }', 'document', '{ "do": [], "document": {\n  |\n} }'],
    ['{ | "do": [] }', 'document', '{ "document": {\n  |\n}, "do": [] }'],
  ])('commas that are missing: %j', (source, label, after) => {
    expect(accept(source, label, 'workflow-json')).toBe(after);
  });

  test.each([
    ['do: [ { a: { call: http, # one, two\n  | } } ]', 'if', 'do: [ { a: { call: http, # one, two\n  if: | } } ]'],
    ['do: [ { a: { call: http # one, two\n  | } } ]', 'if', 'do: [ { a: { call: http, # one, two\n  if: | } } ]'],
    ['do: [ { a: { | # one, two\n  call: http } } ]', 'if', 'do: [ { a: { if: |, # one, two\n  call: http } } ]'],
  ])('commas in comments are none: %j', (source, label, after) => {
    expect(accept(source, label)).toBe(after);
  });
});

describe('between the quotes of a template', () => {
  test('only what stands inside is replaced, so that the stops of the template stay', () => {
    const [first] = list("document:\n  version: '|'\n");
    expect(first?.textEdit).toMatchObject({
      range: { start: { line: 1, character: 12 }, end: { line: 1, character: 12 } },
      newText: first?.label,
    });
  });
  test('a value that is being typed has no suggestions that Tab would take', () => {
    expect(labels("document:\n  version: '1.0|'\n")).toEqual([]);
  });
});

describe('while one types on', () => {
  test.each([
    [
      'do:\n  - call |\n',
      [
        'call http',
        'call function',
        'call openapi',
        'call grpc',
        'call asyncapi publish',
        'call asyncapi subscribe',
        'call mcp tool',
        'call a2a',
      ],
    ],
    ['do:\n  - a:\n      listen to |\n', ['listen to one', 'listen to any', 'listen to all']],
    ['do:\n  - listen to al|\n', ['listen to all']],
    ['do:\n  - Try |\n', ['try retry']],
    // A value that is finished is finished.
    ['do:\n  - a:\n      call: http |\n', []],
  ])('labels of several words stay: %j', (source, expected) => {
    expect(labels(source)).toEqual(expected);
  });

  test('in front of a written key nothing is offered that would replace it', () => {
    expect(labels('do:\n  - a:\n      call: http\n      with:\n        |method: get\n')).toEqual([]);
    expect(labels('do:\n  - a:\n      call: http\n      with:\n        m|ethod: get\n')).toContain('method');
  });

  test('what was typed of a label goes when it is taken', () => {
    expect(accept('do:\n  - listen to |\n', 'listen to one')).toMatch(/^do:\n  - \|name:\n      listen:\n/);
  });

  test('what stands there already is no change: Enter is a new line', () => {
    const item = (source: string, label: string) => list(source).find((each) => each.label === label);
    for (const [source, label] of [
      ['do:\n  - a:\n      call: http|\n', 'http'],
      ['do:\n  - a:\n      then: end|\n', 'end'],
      ['do:\n  - a:\n      wait: PT5S|\n', 'PT5S'],
    ] as const)
      expect(item(source, label)).toMatchObject({ insertTextFormat: 1, textEdit: { newText: label } });
    expect(item('do:\n  - a:\n      |\n', 'wait')).toMatchObject({ insertTextFormat: 2 });
    const defaults = JSON.parse(readFileSync('package.json', 'utf8')).contributes.configurationDefaults as Record<string, object>;
    for (const [language, settings] of Object.entries(defaults))
      if (language.startsWith('[')) expect(settings).toMatchObject({ 'editor.acceptSuggestionOnEnter': 'smart' });
  });
});

describe('templates bring what is there', () => {
  const use = 'use:\n  secrets: [pw]\n  functions:\n    one: { call: http, with: { method: get, endpoint: https://a.test } }\n';
  const insertion = (source: string, label: string): string =>
    (list(source).find((each) => each.label === label)!.textEdit as TextEdit).newText;

  test.each([
    ['a name that the list does not have', 'do:\n  - name: { wait: PT1S }\n  - name2: { wait: PT1S }\n  - |\n', 'wait', '${1:name3}:\n'],
    ['a name that the mapping does not have', 'use:\n  timeouts:\n    |\n', 'timeout', '${1:name}:\n'],
    ['the one function', `${use}do:\n  - |\n`, 'call function', '      call: ${2:one}\n'],
    ['a choice of functions', `${use}    two: { wait: PT1S }\ndo:\n  - |\n`, 'call function', '      call: ${2|one,two|}\n'],
    ['no function', 'do:\n  - |\n', 'call function', '      call: ${2:name}\n'],
    ['a secret', `${use}  authentications:\n    basic: { basic: { use: pw } }\n    a:\n      |\n`, 'bearer', 'use: ${0:pw}'],
    ['where a case may lead', 'do:\n  - ship: { wait: PT1S }\n  - |\n', 'switch', 'then: ${4|continue,ship,exit,end|}\n'],
  ])('%s', (_, source, label, expected) => {
    expect(insertion(source, label)).toContain(expected);
  });

  test('the last blank ends the template', () => {
    expect(insertion('do:\n  - |\n', 'set')).toBe('${1:name}:\n      set:\n        ${2:name}: ${0:value}');
    expect(insertion('do:\n  - a:\n      input:\n        |\n', 'from')).not.toContain('${1');
    for (const { textEdit } of list('do:\n  - |\n')) expect((textEdit as TextEdit).newText).toMatch(/\$0|\$\{0:/);
  });
});

/** Findings, without those that only say what is still to be filled in, and what a new `raise` or `then` leaves behind. */
const complaints = (text: string, languageId?: Language): string[] =>
  service
    .diagnose(workspace, open(text, languageId))
    .filter(({ code }) => !/^schema\/(missing|empty|format|no-kind)|unreachable/.test(String(code)))
    .map(({ code, message }) => `${code}: ${message}`);

/** What accepting any of the offers makes worse. */
function harm(source: string, languageId?: Language): string[] {
  const { text } = marked(source);
  const before = complaints(text, languageId);
  return list(source, languageId).flatMap((item) =>
    complaints(apply(text, item, ''), languageId)
      .filter((each) => !before.includes(each))
      .map((each) => `${item.label} → ${each}`),
  );
}

describe('inside brackets that are empty stand the same templates as on a line of its own', () => {
  const tasks = labels('use: { functions: { name: { wait: PT1S } } }\ndo:\n  - |\n');
  test.each<[string, Language?]>([
    ['use: { functions: { name: { wait: PT1S } } }\ndo: [ { | } ]\n'],
    ['use: { functions: { name: { wait: PT1S } } }\ndo: [ { a: { wait: PT1S } }, { | } ]\n'],
    ['use: { functions: { name: { wait: PT1S } } }\ndo:\n  - { | }\n'],
    ['{ "use": { "functions": { "name": { "wait": "PT1S" } } }, "do": [ { | } ] }', 'workflow-json'],
    [
      '{ "use": { "functions": { "name": { "wait": "PT1S" } } }, "do": [\n  {\n    |\n  },\n  { "a": { "wait": "PT1S" } }\n] }',
      'workflow-json',
    ],
    [
      '{\r\n  "use": { "functions": { "name": { "wait": "PT1S" } } },\r\n  "do": [\r\n    {\r\n      |\r\n    }\r\n  ]\r\n}',
      'workflow-json',
    ],
  ])('of a task: %j', (source, languageId) => {
    expect(labels(source, languageId)).toEqual(tasks);
    expect(harm(source, languageId)).toEqual([]);
  });

  test.each<[string, string, string, Language?]>([
    ['do: [ { | } ]\n', 'wait', 'do: [ { |name: { wait: { seconds: 30 } } } ]\n'],
    [
      'do:\n  - pay: { | }\n',
      'emit',
      'do:\n  - pay: { emit: { event: { with: { source: |https://example.com/orders, type: com.example.order.placed, data: { orderId: "${ .id }" } } } } }\n',
    ],
    ['do:\n  - pay: { wa| }\n', 'wait', 'do:\n  - pay: { wait: { |seconds: 30 } }\n'],
    [
      '{ "do": [ { "pay": { | } } ] }',
      'call http',
      '{ "do": [ { "pay": { "call": "http",\n"with": {\n  "method": "|get",\n  "endpoint": "https://example.com/api"\n} } } ] }',
      'workflow-json',
    ],
    ['{ "do": [ { "pay": { "wa|" } } ] }', 'wait', '{ "do": [ { "pay": { "wait": {\n  "|seconds": 30\n} } } ] }', 'workflow-json'],
    [
      '{ "use": { "timeouts": { "a": { "after": "PT1S" } | } } }',
      'timeout',
      '{ "use": { "timeouts": { "a": { "after": "PT1S" }, "|name": {\n  "after": {\n    "seconds": 30\n  }\n} } } }',
      'workflow-json',
    ],
  ])('%j takes %s', (source, label, after, languageId) => {
    expect(accept(source, label, languageId)).toBe(after);
  });

  test('of a whole workflow or event', () => {
    expect(labels('{\n  |\n}', 'workflow-json').slice(0, 4)).toEqual([
      'workflow',
      'workflow started by an event',
      'workflow on a schedule',
      'document',
    ]);
    expect(accept('{\n  |\n}', 'workflow', 'workflow-json')).toBe(accept('|', 'workflow', 'workflow-json'));
    expect(labels('{ | }\n')[0]).toBe('workflow');
    expect(labels('{|}', 'cloudevent')[0]).toBe('event');
    expect(labels('[{|}]', 'cloudevent')[0]).toBe('event');
  });

  test('not where something is written that they would contradict', () => {
    expect(labels('do: [ { a: { if: .x, | } } ]\n')).not.toContain('call http');
    expect(labels('do: [ { a: { wait: PT1S } | } ]\n')).toEqual([]);
    expect(labels('{ "do": [ { |: { "wait": "PT1S" } } ] }', 'workflow-json')).toEqual([]);
  });
});

test("of names of the user's there is always room for one more", () => {
  expect(accept('use:\n  timeouts:\n    a: { after: PT1S }\n    |\n', 'timeout')).toBe(
    'use:\n  timeouts:\n    a: { after: PT1S }\n    |name:\n      after:\n        seconds: 30\n',
  );
});

describe('a function of a catalog', () => {
  const use = 'use:\n  catalogs:\n    mine: { endpoint: https://a.test/catalog }\n';
  test.each([
    [`${use}do:\n  - a: { wait: PT1S }\n  - b:\n      call: log:1.0.0@|\n`, ['log:1.0.0@mine', 'log:1.0.0@default']],
    [`${use}do:\n  - b:\n      call: "log:1.0.0@m|"\n`, ['log:1.0.0@mine']],
    [`${use}do: [ { b: { call: log:1.0.0@| } } ]\n`, ['log:1.0.0@mine', 'log:1.0.0@default']],
    ['do:\n  - b:\n      call: log:1.0.0@|\n', ['log:1.0.0@default']],
  ])('%j', (source, expected) => {
    expect(labels(source)).toEqual(expected);
    expect(harm(source)).toEqual([]);
  });
});

describe('a value begun in quotes is still a value', () => {
  test.each<[string, string[], Language?]>([
    ["document:\n  dsl: '1.0.|'\n", ['1.0.3', '1.0.2', '1.0.1', '1.0.0']],
    ['do:\n  - a:\n      call: http\n      with:\n        method: "pu|"\n', ['put']],
    ["do:\n  - a:\n      wait: 'PT1|'\n", ['PT1M', 'PT15M', 'PT1H']],
    ["do: [ { a: { wait: 'PT1|' } } ]\n", ['PT1M', 'PT15M', 'PT1H']],
    ['{ "do": [ { "a": { "wait": "PT1|" } } ] }', ['PT1M', 'PT15M', 'PT1H'], 'workflow-json'],
  ])('%j', (source, expected, languageId) => {
    expect(labels(source, languageId)).toEqual(expected);
    expect(harm(source, languageId)).toEqual([]);
  });
});

describe('inside an expression only secrets have names', () => {
  const use = 'use: { secrets: [ pw, api-key ] }\n';
  test.each<[string, string[], Language?]>([
    ['do:\n  - a: { set: { x: "${ $secrets.| }" } }\n', ['pw']],
    ['do:\n  - a:\n      set:\n        x: ${ .a + $secrets.p| }\n', ['pw']],
    ['do:\n  - a:\n      if: $secrets.|\n      wait: PT1S\n', ['pw']],
    ['do:\n  - a:\n      set:\n        x: ${ $secrets["|"] }\n', ['pw', 'api-key']],
    ['do:\n  - a:\n      set:\n        x: \'${ "$secrets.|" }\'\n', []],
    ['do:\n  - a:\n      set:\n        x: ${|\n', []],
    ['do:\n  - a:\n      set:\n        x: ${ | }\n', []],
    ['do:\n  - a:\n      set:\n        x: ${ .a }|\n', []],
    ['do:\n  - a:\n      if: ${ .a| }\n', []],
    ['do:\n  - a:\n      set:\n        x: $|\n', ['${ }']],
  ])('%j', (source, expected) => {
    expect(labels(use + source)).toEqual(expected);
  });

  test('whose text alone is replaced', () => {
    expect(accept(`${use}do:\n  - a: { set: { x: "\${ $secrets.p|q.user }" } }\n`, 'pw')).toBe(
      `${use}do:\n  - a: { set: { x: "\${ $secrets.pw.user }" } }\n`,
    );
    expect(accept('{"use": {"secrets": ["pw"]}, "do": [{"a": {"set": {"x": "${ $secrets[\\"|\\"] }"}}}]}', 'pw', 'workflow-json')).toBe(
      '{"use": {"secrets": ["pw"]}, "do": [{"a": {"set": {"x": "${ $secrets[\\"pw\\"] }"}}}]}',
    );
  });
});

test('names bring what their hover says', () => {
  const source =
    'use:\n  retries:\n    slow:\n      delay: PT9S\n  authentications:\n    ours: { basic: { use: pw } }\ndo:\n  - a:\n      then: |\n  - b:\n      wait: PT1S\n';
  const docs = (text: string, label: string) => list(text).find((item) => item.label === label)?.documentation;
  expect(docs(source, 'b')).toEqual({ kind: 'markdown', value: '"b" · wait · 1 second\n\n```yaml\nb:\n  wait: PT1S\n```' });
  expect(docs(source.replace('then: |', 'try: []\n      catch:\n        retry: |'), 'slow')).toMatchObject({
    value: expect.stringContaining('delay: PT9S'),
  });
  const endpoint = 'call: http\n      with:\n        endpoint:\n          uri: x\n          authentication:\n            use: |';
  expect(docs(source.replace('then: |', endpoint), 'ours')).toMatchObject({ value: expect.stringContaining('basic: { use: pw }') });
});

describe('the arguments of a function', () => {
  const schema =
    'type: object, required: [ to ], properties: { fast: { type: boolean }, to: { $ref: "#/$defs/place" }, how: { enum: [ air, sea ] } }';
  const place = '$defs: { place: { description: Where to., allOf: [ { type: object, properties: { city: { type: string } } } ] } }';
  const use = `use:\n  functions:\n    ship:\n      input: { schema: { document: { ${schema}, ${place} } } }\n      wait: PT1S\n    far: { input: { schema: { resource: { endpoint: https://a.test } } }, wait: PT1S }\n`;
  test.each([
    ['call: ship\n      with:\n        |\n', ['to', 'fast', 'how']],
    ['call: ship\n      with:\n        to: { | }\n', ['city']],
    ['call: ship\n      with:\n        how: |\n', ['air', 'sea', '${ }']],
    ['call: ship\n      with: { how: air, | }\n', ['to', 'fast']],
    ['call: far\n      with:\n        |\n', []],
    ['call: nobody\n      with:\n        |\n', []],
    ['set:\n        call: ship\n        with:\n          |\n', []],
  ])('%j', (body, expected) => {
    const source = `${use}do:\n  - a:\n      ${body}`;
    expect(labels(source)).toEqual(expected);
    expect(harm(source)).toEqual([]);
  });

  test('say what its schema says of them', () => {
    const [first] = list(`${use}do:\n  - a:\n      call: ship\n      with:\n        |\n`);
    expect(first).toMatchObject({ detail: 'required', documentation: { value: 'Where to.\n\nmapping' } });
  });
});

test('a client secret is one of the secrets there are', () => {
  const source = 'use:\n  secrets: [ my-key, pw ]\n  authentications:\n    a:\n      |\n';
  expect(accept(source, 'oauth2')).toContain('secret: ${ $secrets.pw }');
  expect(accept(source, 'oidc')).toContain('secret: ${ $secrets.pw }');
  expect(harm(source)).toEqual([]);
});
