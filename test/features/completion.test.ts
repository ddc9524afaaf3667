import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import { withoutStops } from '../../server/src/features/completion/template.ts';
import { targets } from '../../server/src/targets.ts';
import { accept, labels, list, type Language } from '../support/editor.ts';

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

test('the metadata of a document know what Heddle reads there', () => {
  const at = 'document:\n  metadata:\n    |\n';
  expect(labels(at)).toEqual(['heddle']);
  expect(accept(at, 'heddle')).toBe('document:\n  metadata:\n    heddle:\n      |\n');
  expect(labels('document:\n  metadata:\n    heddle:\n      target: |\n')).toEqual(Object.keys(targets));
});

describe('what came later than the declared release is not offered', () => {
  const json = (dsl: string, rest: string): string => `{ "document": { "dsl": "${dsl}" }, ${rest} }`;
  const yaml = (dsl: string, rest: string): string => `document:\n  dsl: '${dsl}'\n${rest}`;
  test.each<[string, string, string, string, Language?]>([
    ['a template', 'call mcp tool', '1.0.2', 'do:\n  - |\n'],
    ['a template in brackets', 'call a2a', '1.0.2', 'do: [ { a: { | } } ]\n'],
    ['a template in JSON', 'call a2a', '1.0.2', '"do": [ { | } ]', 'workflow-json'],
    ['a value that decides', 'mcp', '1.0.2', 'do:\n  - a:\n      call: |\n'],
    ['a value in quotes', 'a2a', '1.0.2', '"do": [ { "a": { "call": "|" } } ]', 'workflow-json'],
    ['a key', 'pullPolicy', '1.0.3', 'do:\n  - a:\n      run:\n        container:\n          image: x\n          |\n'],
    ['a key in JSON', 'stdin', '1.0.3', '"do": [ { "a": { "run": { "shell": { "command": "x", "|" } } } } ]', 'workflow-json'],
    ['a key of the July edition', 'evaluate', '1.0.3', '|\n'],
    ['an expression for a mapping', '${ }', '1.0.1', 'do:\n  - a:\n      set: |\n'],
  ])('%s: %s', (_, label, since, place, languageId) => {
    const text = languageId ? json : yaml;
    const earlier = `1.0.${Number(since.at(-1)) - 1}`;
    for (const dsl of [since, `${since}-alpha1`, '1.0.9', 'soon']) expect(labels(text(dsl, place), languageId)).toContain(label);
    for (const dsl of [earlier, '1.0.0']) expect(labels(text(dsl, place), languageId)).not.toContain(label);
    expect(labels(languageId ? `{ ${place} }` : place, languageId)).toContain(label);
  });

  test('but what stands there already goes on', () => {
    expect(labels("document: { dsl: '1.0.0' }\ndo:\n  - a:\n      call: mcp\n      |\n")).toContain('with');
    expect(labels("document: { dsl: '1.0.0' }\ndo:\n  - a:\n      call: mcp\n      with:\n        |\n")).toContain('method');
  });

  test('arguments begin as the release writes them', () => {
    const task = (dsl: string): string =>
      accept(`document: { dsl: '${dsl}' }\ndo:\n  - a:\n      run:\n        shell:\n          command: x\n          |\n`, 'arguments');
    expect(task('1.0.3')).toMatch(/arguments:\n *- \|\n$/);
    expect(task('1.0.2')).toMatch(/arguments:\n *\|\n$/);
  });
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

  test('of the user come before what the language calls, each with words', () => {
    const found = list(workflow('call: |')).map(({ label, labelDetails }) => `${label} · ${labelDetails?.description}`);
    expect(found.slice(0, 3)).toEqual([
      'greet · function',
      'http · An HTTP request',
      'openapi · An operation of a service that an OpenAPI document describes',
    ]);
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

  test('behind the last blank nothing is left to write on its line, so that who has filled it is done', () => {
    const places = ['|\n', 'do:\n  - |\n', 'do:\n  - a:\n      |\n', 'use:\n  |\n', 'use:\n  errors:\n    |\n', 'schedule:\n  |\n'];
    const more = ['try: []\n      catch:\n        |\n', 'listen: { to: { any: [] } }\n      foreach:\n        |\n'];
    const wrong = [...places, ...more.map((rest) => `do:\n  - a:\n      ${rest}`)].flatMap((source) =>
      list(source).flatMap(({ label, textEdit }) => {
        const behind = /\$(?:0|\{0(?::[^}]*)?\})(.*)/.exec((textEdit as TextEdit).newText)?.[1] ?? '';
        return /^[\s"'\\})\]]*$/.test(behind) ? [] : `${label}: ${behind}`;
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('a loop ends in the expression, so that more of its item can be asked for', () => {
    expect(insertion('do:\n  - |\n', 'for')).toMatch(/\$\{5:current\}: \\\$\{ \\\$\$\{2:item\}\$0 \}$/);
  });

  test('a blank that is not the last stands where nothing is offered, so that Tab leads to the next', () => {
    // A name or an address of the user's own: what is offered there is not what is written.
    const own = /(?:call|type|endpoint): $/;
    const places = ['|\n', 'do:\n  - |\n', 'use:\n  |\n', 'use:\n  retries:\n    |\n', 'use:\n  errors:\n    |\n', 'schedule:\n  |\n'];
    const catching = 'do:\n  - a:\n      try: []\n      catch:\n        |\n';
    const retrying = catching.replace('|', 'retry:\n          |');
    const wrong: string[] = [];
    for (const source of [...places, catching, retrying, retrying.replace('|', 'jitter:\n            |')]) {
      const at = source.indexOf('|');
      for (const { label, textEdit } of list(source)) {
        const text = (textEdit as TextEdit).newText;
        for (const stop of text.matchAll(/(?<!\\)(\$\{[1-9]\d*:)([^}]*)\}/g)) {
          // What repeats another blank is filled with it.
          if (text.indexOf(stop[1]!) < stop.index) continue;
          const [head, tail] = [text.slice(0, stop.index), text.slice(stop.index + stop[0].length)].map((part) =>
            withoutStops(part).replace(/\|/g, '\\|'),
          );
          const offered = ['1', '5', 'P', 'g'].flatMap((typed) =>
            labels(`${source.slice(0, at)}${head}${typed}|${tail}${source.slice(at + 1)}`),
          );
          if (!own.test(head!) && offered.length > 0) wrong.push(`${label}: ${head!.split('\n').at(-1)} ${offered[0]}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('the last blank ends the template', () => {
    expect(insertion('do:\n  - |\n', 'set')).toBe('${1:name}:\n      set:\n        ${2:name}: ${0:value}');
    expect(insertion('do:\n  - a:\n      input:\n        |\n', 'from')).not.toContain('${1');
    for (const { textEdit } of list('do:\n  - |\n')) expect((textEdit as TextEdit).newText).toMatch(/\$0|\$\{0:/);
  });
});
