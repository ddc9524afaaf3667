/** The words of schema findings, their ranges and what their fixes make of the text. */
import { describe, expect, test } from 'vitest';
import { ranged } from '../support/marked.ts';
import { saidOfForm as said } from '../support/findings.ts';
import { mistakes } from './messages.ts';

const head = "document:\n  dsl: '1.0.3'\n  namespace: shop\n  name: order\n  version: '1.0.0'\n";
const first = (text: string, languageId?: string) => {
  const found = said(text, languageId);
  expect(found.map(({ message }) => message)).toHaveLength(1);
  return found[0]!;
};

describe('one mistake, one message, on the smallest range', () => {
  test.each(mistakes)('%s', (tasks, message) => {
    const { text, ranges } = ranged(`${head}do:\n${tasks.replace(/^/gm, '  ')}\n`);
    const found = first(text);
    expect(found.message).toBe(message);
    expect([{ start: found.start, end: found.end }]).toEqual(ranges);
  });

  test('a misspelt key hides nothing of what it holds', () => {
    const text = `${head}do:\n  - a:\n      cal: http\n      wiht: { method: get, endpont: https://a.b, headers: [] }\n  - b: { wat: P1H }\n`;
    expect(said(text).map(({ message }) => message)).toEqual([
      'Unknown property "cal" in this task. Did you mean "call"?',
      'Unknown property "wiht" in this task. Did you mean "with"?',
      'Unknown property "endpont" in this HTTP request. Did you mean "endpoint"?',
      '"headers" is a set of headers, not a list. Write each entry as "name: value".',
      'Unknown property "wat" in this task. Did you mean "wait"?',
    ]);
  });

  test('a version that YAML reads as a number', () => {
    const { text, ranges } = ranged(`${head.replace("'1.0.0'", '«1.0»')}do:\n  - a: { wait: PT1S }\n`);
    const found = first(text);
    expect(found.message).toBe(`YAML reads 1.0 as a number, but "version" is text. Quote it: '1.0.0'.`);
    expect([{ start: found.start, end: found.end }]).toEqual(ranges);
    expect(found.fixed['Quote the version']).toContain("  version: '1.0.0'\n");
  });

  test('JSON has objects and double quotes', () => {
    const document = '"document": { "dsl": "1.0.3", "namespace": "shop", "name": "order", "version": 1.0 }';
    expect(first(`{ ${document}, "do": [{ "a": { "wait": "PT1S" } }] }`, 'workflow-json').message).toBe(
      '"version" is text, but 1.0 is a number. Quote it: "1.0.0".',
    );
    const right = document.replace('1.0 }', '"1.0.0" }');
    expect(first(`{ ${right}, "do": { "a": { "wait": "PT1S" } } }`, 'workflow-json').message).toBe(
      '"do" is a list of tasks, not an object. Put it in [ ].',
    );
  });

  test('a mistake behind an alias is said once, at the anchor', () => {
    const { text, ranges } = ranged(
      `${head}use:\n  retries:\n    a: &a { «delai»: PT1S }\n    b: *a\ndo:\n  - x:\n      try: [{ y: { wait: PT1S } }]\n      catch: { retry: *a }\n`,
    );
    const found = first(text);
    expect([{ start: found.start, end: found.end }]).toEqual(ranges);
  });

  test('names that cannot be read are not missing', () => {
    expect(first(`${head}use:\n  functons:\n    a: { wait: PT1S }\ndo:\n  - x: { call: a }\n`).code).toBe('schema/unknown-property');
  });

  test('what came later than the declared release is a warning with a fix', () => {
    const text = `${head.replace('1.0.3', '1.0.0')}do:\n  - x:\n      call: mcp\n      with: { method: tools/list, transport: { stdio: { command: x } } }\n`;
    const found = first(text);
    expect([found.code, found.severity]).toEqual(['document/newer-than-declared', 'warning']);
    expect(said(found.fixed['Declare 1.0.2']!)).toEqual([]);
  });

  test('pairs that are merged in are there', () => {
    const text = `${head}use:\n  functions:\n    f:\n      call: http\n      with: &c { method: get, endpoint: https://a.example }\ndo:\n  - x:\n      call: http\n      with:\n        <<: *c\n        output: raw\n`;
    expect(said(text)).toEqual([]);
  });
});

describe('keys beside what they belong in, lines that were lost or written twice', () => {
  const whole = (text: string) => {
    const { text: plain, ranges } = ranged(text);
    const found = first(plain);
    expect([{ start: found.start, end: found.end }]).toEqual(ranges);
    return found;
  };
  const head2 = head.replace('document:\n', '');
  const pay = '  - pay:\n      call: http\n';

  test.each<[string, string, string]>([
    [
      `${head}do:\n${pay}      with:\n      «method»: get\n      endpoint: https://a.example\n`,
      '"method" and "endpoint" belong inside "with". Indent them.',
      `${head}do:\n${pay}      with:\n        method: get\n        endpoint: https://a.example\n`,
    ],
    [
      `${head}do:\n${pay}      with:\n        method: get\n      «endpoint»: https://a.example\n`,
      '"endpoint" belongs inside "with".',
      `${head}do:\n${pay}      with:\n        endpoint: https://a.example\n        method: get\n`,
    ],
    [
      head2.replace('dsl', '«dsl»') + 'do:\n  - a: { wait: PT1S }\n',
      '"dsl", "namespace", "name" and "version" belong inside "document".',
      `${head}do:\n  - a: { wait: PT1S }\n`,
    ],
    [
      `${head}do:\n  - stop:\n      raise:\n          «type»: https://a.example\n          status: 400\n`,
      '"type" and "status" belong inside "error".',
      `${head}do:\n  - stop:\n      raise:\n        error:\n          type: https://a.example\n          status: 400\n`,
    ],
    [
      `${head}do:\n  - list:\n      «container»:\n        image: a\n      return: all\n`,
      '"container" and "return" belong inside "run".',
      `${head}do:\n  - list:\n      run:\n        container:\n          image: a\n        return: all\n`,
    ],
    [
      `${head}do:\n  - wait:\n      listen:\n        to:\n          one:\n            with: { type: a }\n            correlate:\n            «roomId»:\n              from: .roomId\n`,
      '"roomId" belongs inside "correlate". Indent it.',
      `${head}do:\n  - wait:\n      listen:\n        to:\n          one:\n            with: { type: a }\n            correlate:\n              roomId:\n                from: .roomId\n`,
    ],
  ])('%s', (text, message, mended) => {
    const found = whole(text);
    expect(found.message).toBe(message);
    expect(Object.values(found.fixed)).toContain(mended);
  });

  test.each<[string, string]>([
    [
      `document:\n«document»:${head.slice('document:'.length)}do:\n  - a: { wait: PT1S }\n`,
      '"document" is written twice in this workflow. Keep one.',
    ],
    [`${head}do:\n«do»:\n  - a: { wait: PT1S }\n`, '"do" is written twice in this workflow. Keep one.'],
    [
      `${head}do:\n${pay}      with:\n      «with»:\n        method: get\n        endpoint: https://a.example\n`,
      '"with" is written twice in this task. Keep one.',
    ],
    [
      `${head}do:\n  - paint:\n      set:\n        colors:\n          - name: red\n            hex: f00\n            «name»: green\n            hex: 0f0\n`,
      '"name" and "hex" are written twice in this element. Start the next one with "- ".',
    ],
    [
      `${head}do:\n  - choose:\n      switch:\n        - one:\n            when: .a\n            then: end\n            «when»: .b\n            then: exit\n`,
      '"when" and "then" are written twice in this case. Keep one of each.',
    ],
    [
      `${head}do:\n  - emitted:\n      emit:\n        «type»: a\n        source: https://a.example\n`,
      '"type" and "source" belong inside "with" of "event".',
    ],
    [
      `${head}do:\n  - odd:\n      «colour»: blue\n      shape: round\n`,
      'Unknown property "colour". A task needs one of: call, do, emit, for, fork, listen, raise, run, set, switch, try, wait.',
    ],
    [
      `${head}do:\n${pay}      with:\n        method: get\n      «endpoint»:\n          uri: https://a.example\n        redirect: true\n`,
      '"endpoint" belongs inside "with".',
    ],
  ])('%s', (text, message) => {
    expect(whole(text).message).toBe(message);
  });
});

describe('attributes of events', () => {
  test.each<[string, string, string]>([
    ['emit: { event: { with: { «typ»: a.b, source: https://a.example } } }', 'Unknown attribute "typ". Did you mean "type"?', 'error'],
    [
      'emit: { event: { with: { type: a.b, «sourc»: https://a.example } } }',
      '"sourc" is read as an extension of the event. Did you mean "source"?',
      'hint',
    ],
    ['listen: { to: { any: [ { with: { «tipe»: a.b } } ] } }', '"tipe" is read as an extension of the event. Did you mean "type"?', 'hint'],
  ])('%s', (task, message, severity) => {
    const { text, ranges } = ranged(`${head}do:\n  - a:\n      ${task}\n`);
    const found = first(text);
    expect([found.message, found.severity]).toEqual([message, severity]);
    expect([{ start: found.start, end: found.end }]).toEqual(ranges);
  });

  test('values are looked at where they are written out', () => {
    const emit = (more: string) =>
      said(`${head}do:\n  - a:\n      emit: { event: { with: { type: a.b, source: https://a.example, ${more} } } }\n`);
    expect(emit("time: '2026-11-23T15:00:00'").map(({ code }) => code)).toEqual(['cloudevent/timestamp']);
    expect(emit("dataschema: 'a b'")).toHaveLength(1);
    expect(emit('expirytime: tomorrow').map(({ code }) => code)).toEqual(['cloudevent/timestamp']);
    expect(emit('datacontenttype: json').map(({ code }) => code)).toEqual(['cloudevent/media-type']);
    expect(emit("time: '${ now }', subject: '42', orderid: a")).toEqual([]);
  });
});

test.each([
  ['set:\n      set:\n        x: 1', 'Keep the second "set"'],
  ['set: {}\n      set:\n        x: 1', 'Keep the second "set"'],
  ['set: null\n      set:\n        x: 1', 'Keep the second "set"'],
  ['set:\n        x: 1\n      set:', 'Keep the first "set"'],
  ['set:\n      set:\n      set:\n        x: 1', 'Keep the third "set"'],
])('of a key written twice the one is kept that says something: %j', (body, title) => {
  const { fixes } = first(`${head}do:\n  - a:\n      ${body}\n`);
  expect(fixes.find(({ preferred }) => preferred)).toEqual({
    title,
    preferred: true,
    text: `${head}do:\n  - a:\n      set:\n        x: 1\n`,
  });
});

test.each(['o', 'd'])('"%s" where "do" is missing', (key) => {
  const { message, fixes } = first(`${head}${key}:\n  - a: { wait: PT1S }\n`);
  expect(message).toBe(`Unknown property "${key}" in this workflow. Did you mean "do"?`);
  expect(fixes).toEqual([{ title: 'Change to "do"', preferred: true, text: `${head}do:\n  - a: { wait: PT1S }\n` }]);
});

test('what only one of two kinds knows goes with it', () => {
  const task = '  - a:\n      call: http\n      set: { x: 1 }\n      with: { method: get, endpoint: https://a.example }\n';
  expect(first(`${head}do:\n${task}`).fixed['Remove "call" and "with"']).toBe(`${head}do:\n  - a:\n      set: { x: 1 }\n`);
});

test('a point in time is no duration with a key too many', () => {
  const { message, fixes } = first(`${head}do:\n  - a: { wait: { until: '2026-11-01T00:00:00Z' } }\n`);
  expect(message).toBe('Unknown property "until" in this duration.');
  expect(fixes).toEqual([]);
});

test('keys of the document at column 0 go under it', () => {
  const { fixes } = first("dsl: '1.0.3'\nnamespace: a\nname: b\nversion: '1.0.0'\ndo:\n  - a: { wait: PT1S }\n");
  expect(fixes[0]?.text).toBe("document:\n  dsl: '1.0.3'\n  namespace: a\n  name: b\n  version: '1.0.0'\ndo:\n  - a: { wait: PT1S }\n");
});

test('the name of a task written twice', () => {
  const { text, ranges } = ranged(`${head}do:\n  - pay:\n  - «pay»:\n      wait: PT1S\n`);
  const found = first(text);
  expect(found.message).toBe('Another task of this list is named "pay". Give each its own name.');
  expect([{ start: found.start, end: found.end }]).toEqual(ranges);
});

test.each(['', '\n\n', '# an order\n', '---\n'])('nothing is wrong yet with %j', (text) => expect(said(text)).toEqual([]));

describe('fixes', () => {
  const mend = (tasks: string, title: string): string => {
    const text = `${head}do:\n${tasks.replace(/^/gm, '  ')}\n`;
    const fixed = first(text).fixed[title];
    expect(fixed, `no fix "${title}" in ${Object.keys(first(text).fixed).join(', ')}`).toBeDefined();
    expect(said(fixed!)).toEqual([]);
    return fixed!.slice(`${head}do:\n`.length).replace(/^ {2}/gm, '').replace(/\n$/, '');
  };

  test.each<[string, string, string]>([
    ['- a:\n    wat: PT1S', 'Change to "wait"', '- a:\n    wait: PT1S'],
    [
      '- a:\n    call: http\n    with:\n      method: get\n      endpoint: https://a.example\n      then: end',
      'Move "then" out of "with"',
      '- a:\n    call: http\n    with:\n      method: get\n      endpoint: https://a.example\n    then: end',
    ],
    [
      '- a:\n    call: http\n    with:\n      then: end\n      method: get\n      endpoint: https://a.example',
      'Move "then" out of "with"',
      '- a:\n    call: http\n    then: end\n    with:\n      method: get\n      endpoint: https://a.example',
    ],
    [
      '- a:\n    call: http\n    method: get\n    with:\n      endpoint: https://a.example',
      'Move "method" into "with"',
      '- a:\n    call: http\n    with:\n      method: get\n      endpoint: https://a.example',
    ],
    [
      '- a:\n    call: http\n    with:\n      endpoint: https://a.example',
      'Add "method"',
      '- a:\n    call: http\n    with:\n      endpoint: https://a.example\n      method: get',
    ],
    [
      '- a: { call: http, with: { endpoint: https://a.example } }',
      'Add "method"',
      '- a: { call: http, with: { endpoint: https://a.example, method: get } }',
    ],
    ['- a:\n    wait: PT1S\n  b:\n    wait: PT2S', 'Start "b" with its own "- "', '- a:\n    wait: PT1S\n- b:\n    wait: PT2S'],
    [
      '- a:\n  call: http\n  with:\n    method: get\n    endpoint: https://a.example',
      'Indent it under "a"',
      '- a:\n    call: http\n    with:\n      method: get\n      endpoint: https://a.example',
    ],
    [
      '- call: http\n  with:\n    method: get\n    endpoint: https://a.example',
      'Name it "step1"',
      '- step1:\n    call: http\n    with:\n      method: get\n      endpoint: https://a.example',
    ],
    ['- a:\n    set: { x: 1 }\n    wait: PT1S', 'Give "wait" its own task', '- a:\n    set: { x: 1 }\n- aWait:\n    wait: PT1S'],
    [
      '- a:\n    fork:\n      branches:\n        b:\n          wait: PT1S',
      'Make it a list',
      '- a:\n    fork:\n      branches:\n        - b:\n            wait: PT1S',
    ],
    ['- a:\n    wait: PT1S\n    wait: PT2S', 'Keep the first, wait: PT1S', '- a:\n    wait: PT1S'],
    ['- a:\n    wait:', 'Write a value for "wait"', '- a:\n    wait: PT5S'],
    [
      '- a:\n    run:\n      shell: { command: ls }\n      await: yes',
      'Change to true',
      '- a:\n    run:\n      shell: { command: ls }\n      await: true',
    ],
    [
      '- name: a\n  call: http\n  with:\n    method: get\n    endpoint: https://a.example',
      'Make "a" the key',
      '- a:\n    call: http\n    with:\n      method: get\n      endpoint: https://a.example',
    ],
    ['- { name: a, wait: PT1S }', 'Make "a" the key', '- { a: { wait: PT1S } }'],
    ['- a:\n    wait: PT1S\n    export: .a', 'Change to { as: .a }', '- a:\n    wait: PT1S\n    export: { as: .a }'],
    ['- a:\n    wait PT1S', 'Change to "wait: PT1S"', '- a:\n    wait: PT1S'],
    ['- a\n- b: { wait: PT1S }', 'Make "a" a task', '- a:\n    set:\n      name: value\n- b: { wait: PT1S }'],
  ])('%s → %s', (before, title, after) => expect(mend(before, title)).toBe(after));
});

test('a task that does nothing yet gets any kind of task by a fix, with something legal in it', () => {
  const { message, fixed } = first(`${head}do:\n  - a:\n`);
  const kinds = /one of: (.*)\.$/.exec(message)![1]!.split(', ');
  expect(Object.keys(fixed)).toEqual(kinds.map((kind) => `Add "${kind}"`));
  for (const text of Object.values(fixed)) expect(said(text)).toEqual([]);
});

test('sixty tasks deep costs about twice of thirty', () => {
  const nested = (depth: number): string => {
    let text = `${head}do:\n`;
    for (let i = 0; i < depth; i++)
      text += `${' '.repeat(6 * i)}  - t${i}:\n${' '.repeat(6 * i)}      for: { in: .x }\n${' '.repeat(6 * i)}      do:\n`;
    return `${text}${' '.repeat(6 * depth)}  - last:\n${' '.repeat(6 * depth)}      wat: PT1S\n`;
  };
  const cost = (depth: number): number => {
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      expect(said(nested(depth)).map(({ message }) => message)).toEqual(['Unknown property "wat" in this task. Did you mean "wait"?']);
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  cost(30);
  // Exponential growth would be a factor of a billion; the margin is for the machine.
  expect(cost(60)).toBeLessThan(20 * cost(30) + 50);
});
