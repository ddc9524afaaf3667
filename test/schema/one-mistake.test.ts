/** One mistake, one message, and a fix after which nothing is wrong: text in, text out. */
import { describe, expect, test } from 'vitest';
import { said } from '../support/findings.ts';
import { ranged } from '../support/marked.ts';

const head = "document:\n  dsl: '1.0.3'\n  namespace: shop\n  name: order\n  version: '1.0.0'\n";
const http = '- a:\n    call: http\n    with:\n      method: get\n      endpoint: https://a.example\n';
const indented = (tasks: string): string => `${head}do:\n${tasks.replace(/^(?=.)/gm, '  ')}\n`;

/** Tasks with one mistake at «…», what is said of it, the title of a fix, and the tasks after it. */
const tasks: readonly (readonly [tasks: string, message: string, title: string, after: string])[] = [
  [
    '- a:\n    «attempt»:\n      - b: { wait: PT1S }\n    catch: { do: [ { c: { set: { d: 1 } } } ] }',
    'Unknown property "attempt" in this task. Did you mean "try"?',
    'Change to "try"',
    '- a:\n    try:\n      - b: { wait: PT1S }\n    catch: { do: [ { c: { set: { d: 1 } } } ] }',
  ],
  [
    '- a:\n    listen:\n      to:\n        one:\n          correlate:\n            id: { from: .id }\n            «with»: { type: b }',
    '"with" belongs to this event filter, not inside "correlate".',
    'Move "with" out of "correlate"',
    '- a:\n    listen:\n      to:\n        one:\n          correlate:\n            id: { from: .id }\n          with: { type: b }',
  ],
  [
    '- «-» a:\n    call: http\n    with: { method: get, endpoint: https://a.example }\n- b: { wait: PT1S, then: a }',
    'This task begins with two dashes. Remove one.',
    'Remove one dash',
    '- a:\n    call: http\n    with: { method: get, endpoint: https://a.example }\n- b: { wait: PT1S, then: a }',
  ],
  [
    '- a:\n    listen:\n      to:\n        any:\n          - «-» with:\n              type: a.b\n          - with: { type: c.d }',
    'This event filter begins with two dashes. Remove one.',
    'Remove one dash',
    '- a:\n    listen:\n      to:\n        any:\n          - with:\n              type: a.b\n          - with: { type: c.d }',
  ],
  [
    '- «-» a:\n      wait: PT1S\n- b: { wait: PT1S, then: a }',
    'This task begins with two dashes. Remove one.',
    'Remove one dash',
    '- a:\n      wait: PT1S\n- b: { wait: PT1S, then: a }',
  ],
  [
    '- a:\n    listen:\n      to:\n        one: { with: { type: a.b } }\n      «item»: x\n      do: [ { b: { wait: PT1S } } ]',
    '"item" and "do" belong inside "foreach", a line that is missing here.',
    'Put "foreach:" above',
    '- a:\n    listen:\n      to:\n        one: { with: { type: a.b } }\n    foreach:\n      item: x\n      do: [ { b: { wait: PT1S } } ]',
  ],
  [
    '- a:\n    try: [ { b: { wait: PT1S } } ]\n    catch:\n      retry:\n        delay:\n          seconds: 3\n          «backoff»:\n          linear: {}',
    '"backoff" belongs to this retry policy, not inside "delay".',
    'Line "backoff" up with "delay"',
    '- a:\n    try: [ { b: { wait: PT1S } } ]\n    catch:\n      retry:\n        delay:\n          seconds: 3\n        backoff:\n          linear: {}',
  ],
  [
    '- a:\n    <<: «x»\n    wait: PT1S',
    '"<<" merges the pairs of another mapping in, not "x". Write the name of one, as in "<<: *base".',
    'Remove "<<"',
    '- a:\n    wait: PT1S',
  ],
  [
    '- a:\n    call: http\n    with:\n      method: get\n      endpoint: https://a.example\n      «query "${ { notify: .x } }"»',
    'A colon is missing. Write "query: "${ { notify: .x } }"".',
    'Add ":" after "query"',
    '- a:\n    call: http\n    with:\n      method: get\n      endpoint: https://a.example\n      query: "${ { notify: .x } }"',
  ],
  [
    '- a: { «<<»: , wait: PT1S }',
    '"<<" merges the pairs of another mapping in. Write the name of one, as in "<<: *base".',
    'Remove "<<"',
    '- a: { wait: PT1S }',
  ],
  [
    '- a: { set: { b: 1, <<: «[1]» } }',
    '"<<" merges the pairs of another mapping in, not a list of values. Write the name of one, as in "<<: *base".',
    'Remove "<<"',
    '- a: { set: { b: 1 } }',
  ],
  [
    '- a: { set: { b: «${ .c }}» } }'.replace('«', "«'").replace('»', "'»"),
    closedTwice(),
    'Remove the last "}"',
    "- a: { set: { b: '${ .c }' } }",
  ],
  ['- a:\n    if: «${ [.c] } }»\n    wait: PT1S', closedTwice(), 'Remove the last "}"', '- a:\n    if: ${ [.c] }\n    wait: PT1S'],
  [
    '- a:\n    call: http\n    with:\n      «-» method: get\n      endpoint: https://a.example',
    '"with" is a mapping, not a list. Remove the "-" before "method".',
    'Remove the "-"',
    http.trimEnd(),
  ],
  [
    '- a:\n    set:\n      «-» b:\n          c: 1\n      d: 2',
    '"set" is a mapping of data, not a list. Remove the "-" before "b".',
    'Remove the "-"',
    '- a:\n    set:\n      b:\n        c: 1\n      d: 2',
  ],
  ['- a:\n    wait: PT1S\n    «wait»: PT2S', twice('wait'), 'Keep the first, wait: PT1S', '- a:\n    wait: PT1S'],
  ['- a:\n    wait: PT1S\n    «wait»: PT2S', twice('wait'), 'Keep the second, wait: PT2S', '- a:\n    wait: PT2S'],
  ['- a: { wait: PT1S, «wait»: PT2S }', twice('wait'), 'Keep the second, wait: PT2S', '- a: { wait: PT2S }'],
  ['- a:\n    set:\n    «set»:\n      b: 1', twice('set'), 'Keep the second "set"', '- a:\n    set:\n      b: 1'],
  [
    '- a:\n    wait: «PT1S, if: .b»',
    '"if" starts on a line of its own, without the comma before it.',
    'Put it on a line of its own',
    '- a:\n    wait: PT1S\n    if: .b',
  ],
  ['- a: { set: { b: [ «{{ c }}» ] } }', braces('c'), 'Change to "${ .c }"', "- a: { set: { b: [ '${ .c }' ] } }"],
  ['- a:\n    set:\n      b:\n        - «{{ .c }}»', braces('c'), 'Change to "${ .c }"', '- a:\n    set:\n      b:\n        - ${ .c }'],
  ['- a: { set: { b: [ «“c”» ] } }', curly(), 'Change the quotes', "- a: { set: { b: [ 'c' ] } }"],
  ['- «“a”»:\n    wait: PT1S', curly(), 'Change the quotes', "- 'a':\n    wait: PT1S"],
  ['- «‘a’»: { wait: PT1S }', curly(), 'Change the quotes', "- 'a': { wait: PT1S }"],
  [http.replace('get', '«“get”»').trimEnd(), curly(), 'Change the quotes', http.replace('get', "'get'").trimEnd()],
  [
    http.replace('https://a.example', '«https://a.example/{id»').trimEnd(),
    'A "{" in this address is not closed. Write "}" behind the name.',
    'Change to "https://a.example/{id}"',
    http.replace('https://a.example', 'https://a.example/{id}').trimEnd(),
  ],
  [
    http.replace('https://a.example', '«https://a.example/id}/{b}»').trimEnd(),
    'A "}" in this address closes nothing. Write "{" before the name.',
    'Change to "https://a.example/{id}/{b}"',
    http.replace('https://a.example', 'https://a.example/{id}/{b}').trimEnd(),
  ],
  [
    `${http}      «headers»:\n        - Accept: text/plain`,
    asPairs('"headers" is a set of headers'),
    'Leave out the dashes',
    `${http}      headers:\n        Accept: text/plain`,
  ],
  [
    `${http}      «headers»:\n      - 'Accept: text/plain'\n      - { name: X-A, value: '1' }`,
    asPairs('"headers" is a set of headers'),
    'Make them names and values',
    `${http}      headers:\n        Accept: text/plain\n        X-A: '1'`,
  ],
  ['- a: { «set»: [ b=1 ] }', asPairs('"set" is a mapping of data'), 'Make them names and values', "- a: { set: { b: '1' } }"],
  [
    '- a:\n    «set»:\n      - b: 1\n      - c: 2',
    asPairs('"set" is a mapping of data'),
    'Leave out the dashes',
    '- a:\n    set:\n      b: 1\n      c: 2',
  ],
  [
    '- a:\n    wait: PT1S\n    metadata: «x»',
    '"metadata" is a mapping, not text. Give it a name inside, as in { value: x }.',
    'Change to { value: x }',
    '- a:\n    wait: PT1S\n    metadata: { value: x }',
  ],
  [
    '- a:\n    raise: { error: «404» }',
    '"error" is a mapping or text, not a number. Write "status: 404" inside of it, with "type".',
    'Change to { type: https://serverlessworkflow.io/spec/1.0.0/errors/communication, status: 404 }',
    '- a:\n    raise: { error: { type: https://serverlessworkflow.io/spec/1.0.0/errors/communication, status: 404 } }',
  ],
  [
    '- a: { run: { container: { image: b, «lifetime»: { after: PT5S } } } }',
    '"lifetime" needs "cleanup".',
    'Add "cleanup"',
    '- a: { run: { container: { image: b, lifetime: { after: PT5S, cleanup: eventually } } } }',
  ],
  [
    `${http}      «timeout»: 5`,
    '"timeout" belongs to this task, not inside "with".',
    'Move "timeout" out of "with"',
    `${http}    timeout: { after: PT5S }`,
  ],
  [
    '- a: { call: http, with: { «timeout»: 5, method: get, endpoint: https://a.example } }',
    '"timeout" belongs to this task, not inside "with".',
    'Move "timeout" out of "with"',
    '- a: { call: http, timeout: { after: PT5S }, with: { method: get, endpoint: https://a.example } }',
  ],
];

function closedTwice(): string {
  return 'This expression is closed twice. Remove the last "}".';
}
function twice(name: string): string {
  return `"${name}" is written twice in this task. Keep one.`;
}
function braces(name: string): string {
  return `YAML reads {{ }} as a mapping. An expression is written \${ .${name} }.`;
}
function curly(): string {
  return "These are typographic quotes, which are part of the text. Change them to '.";
}
function asPairs(what: string): string {
  return `${what}, not a list. Write each entry as "name: value".`;
}

const inEachBreak = ['\n', '\r\n'].flatMap((lineBreak) => tasks.map((row) => [...row, lineBreak] as const));

test.each(inEachBreak)('%s: %s → %s', (marked, message, title, after, lineBreak) => {
  const { text, ranges } = ranged(indented(marked).replaceAll('\n', lineBreak));
  const found = said(text);
  expect(found.map((each) => each.message)).toEqual([message]);
  expect(found.map(({ start, end }) => ({ start, end }))).toEqual(ranges);
  expect(found[0]!.fixed[title], Object.keys(found[0]!.fixed).join(', ')).toBe(indented(after).replaceAll('\n', lineBreak));
  expect(said(found[0]!.fixed[title]!)).toEqual([]);
});

test.each([
  ['- a: { set: { b: 1, <<: [ { c: 1 } ] } }'],
  ['- a: { set: &x { b: 1 } }\n- c: { set: { <<: *x } }\n- d: { set: { <<: [ *x, { e: 1 } ] } }'],
  ["- a: { set: { '<<': x } }"],
  ['- a: { set: { b: \'${ {c: {d: 1}}}\', e: \'${ "}" + .f }\', g: \'${ "}}" }\', h: \'${ "\\("}")" | {i: .}}\' } }'],
  ["- a: { set: { b: 'x, y: z', c: [ { d: } ] } }"],
])('nothing is wrong with %s', (text) => expect(said(indented(text))).toEqual([]));

describe('a key among names of the user', () => {
  const used = '  - a: { call: log }\n';
  test.each([
    [
      'use:\n  functions:\n    log:\n      with: { method: get, endpoint: https://a.example }\n    «call»: http\n',
      'Move "call" into "log"',
      'use:\n  functions:\n    log:\n      with: { method: get, endpoint: https://a.example }\n      call: http\n',
    ],
    [
      'use:\n  functions:\n    log:\n      call: http\n    «with»:\n      method: get\n      endpoint: https://a.example\n',
      'Move "with" into "log"',
      'use:\n  functions:\n    log:\n      call: http\n      with:\n        method: get\n        endpoint: https://a.example\n',
    ],
  ])('belongs inside one of them: %j', (use, title, after) => {
    const { text, ranges } = ranged(`${head}${use}do:\n${used}`);
    const found = said(text);
    expect(found.map(({ start, end }) => ({ start, end }))).toEqual(ranges);
    expect(found[0]!.fixed[title]).toBe(`${head}${after}do:\n${used}`);
  });

  test('belongs to the mapping around', () => {
    const { text, ranges } = ranged(
      `${head}use:\n  errors:\n    gone: { type: https://a.example, status: 410 }\n    «secrets»: [ p ]\ndo:\n  - a: { raise: { error: gone } }\n  - b: { set: { c: '\${ $secrets.p }' } }\n`,
    );
    expect(said(text, 'workflow-yaml', { 'flow/unreachable-task': 'off' }).map(({ start, end }) => ({ start, end }))).toEqual(ranges);
  });
});

test.each([
  [
    '{ dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }',
    '«do»:\n  a: { wait: PT1S }\n  b: { call: http, with: { «metod»: get, endpoint: https://a.example } }\n',
  ],
  ['[ { dsl: 1.0.3, namespace: shop, name: order, version: «x» } ]', 'do: [ { a: { wait: PT1S } } ]\n'],
])('what stands in the wrong brackets is looked at all the same: %s', (document, rest) => {
  const { text, ranges } = ranged(`${document.startsWith('[') ? '«document»' : 'document'}: ${document}\n${rest}`);
  expect(said(text).map(({ start, end }) => ({ start, end }))).toEqual(ranges);
});

describe('a name that nothing defines, and parts that nothing uses', () => {
  const retry = (defined: string, used: string): string =>
    `${head}use:\n  retries:\n${defined}\ndo:\n  - a:\n      try: [ { b: { wait: PT1S } } ]\n      catch: { retry: ${used} }\n`;
  const codes = (text: string): readonly string[] => said(text).map(({ code }) => code);
  test('as many of one as of the other: only what is looked up is said', () =>
    expect(codes(retry('    r: { delay: PT1S }', 'often'))).toEqual(['reference/unknown-retry']));
  test('more that nothing uses: both are said', () =>
    expect(codes(retry('    r: { delay: PT1S }\n    s: { delay: PT1S }', 'often'))).toEqual([
      'reference/unused-component',
      'reference/unused-component',
      'reference/unknown-retry',
    ]));
  test('of another kind: both are said', () =>
    expect(codes(retry('    r: { delay: PT1S }', 'often').replace('use:\n', 'use:\n  secrets: [ s ]\n'))).toEqual([
      'reference/unused-component',
      'reference/unknown-retry',
    ]));
});

describe('what is removed takes along what would be left empty', () => {
  const rest = 'do:\n  - a: { wait: PT1S }\n';
  test.each([
    ['use:\n  secrets: [ s ]\n', ''],
    ['use:\n  retries:\n    s: { delay: PT1S }\n', ''],
    [
      'use: { retries: { s: { delay: PT1S } }, timeouts: { t: { after: PT1S } } }\ntimeout: t\n',
      'use: { timeouts: { t: { after: PT1S } } }\ntimeout: t\n',
    ],
  ])('%s', (use, left) => {
    const [found] = said(head + use + rest);
    expect(found?.fixed['Remove "s"']).toBe(head + left + rest);
    expect(said(found!.fixed['Remove "s"']!)).toEqual([]);
  });
});

describe('a mistake in DSL 0.x, and nothing else for what hangs on it', () => {
  const states = '  - name: Ask\n    type: inject\n    data: { a: 1 }\n    transition: Pay\n';
  const pay = '  - name: Pay\n    type: operation\n    actions:\n      - functionRef: charge\n    end: true\n';
  const workflow = `id: order\nspecVersion: '0.8'\nstart: Ask\nfunctions:\n  - name: charge\n    operation: a.json#b\nstates:\n${states}${pay}`;
  test.each([
    ['    type: inject\n', '    type: inject\n    «type»: inject\n', 'document/duplicate-key'],
    ['  - name: Pay\n', '    «name»: Pay\n', 'document/duplicate-key'],
    ['  - name: charge\n', '  «-»name: charge\n', 'syntax/missing-space-after-dash'],
    ['  - name: Ask\n', '  «name»: Ask\n', 'syntax/missing-dash'],
    ['  - name: charge\n', '  - name: «*charge»\n', 'syntax/unknown-alias'],
    ['  - name: Pay\n', '  - name: «*Pay»\n', 'syntax/unknown-alias'],
  ])('%j → %j', (before, after, code) => {
    expect(said(workflow)).toEqual([]);
    const { text, ranges } = ranged(workflow.replace(before, after));
    expect(said(text).map(({ start, end, ...found }) => [found.code, start, end])).toEqual([[code, ranges[0]!.start, ranges[0]!.end]]);
  });
});

test('a misspelt key is one message, whatever is wrong with its text', () => {
  const { text, ranges } = ranged(indented(http.trimEnd().replace('      method', '      «params»: build\n      method')));
  expect(said(text).map(({ start, end }) => ({ start, end }))).toEqual(ranges);
});

test('a "dsl" that is no release says nothing of what later releases brought', () => {
  const text = `${head}do:\n  - a:\n      run: { script: { language: python, code: x, arguments: [ b ] } }\n`;
  expect(said(text.replace('1.0.3', '1.0.0.0')).map(({ code }) => code)).toEqual(['schema/format']);
});
