/** What is offered in brackets, in quotes and in expressions, and what accepting it leaves. */
import { describe, expect, test } from 'vitest';
import { accept, apply, labels, list, open, service, workspace, type Language } from '../support/editor.ts';
import { marked } from '../support/marked.ts';

/** Findings, without those that only say what is still to be filled in, and what a new `raise` or `then` leaves behind. */
const complaints = (text: string, languageId?: Language): string[] =>
  service
    .diagnose(workspace, open(text, languageId))
    .filter(({ code }) => !/^schema\/(missing|empty|format|no-kind)|missing-argument|unreachable/.test(String(code)))
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

describe('inside an expression variables have names', () => {
  const inTask = ['$input', '$context', '$workflow', '$task', '$secrets', '$authorization', '$runtime'];
  test.each<[string, string[], Language?]>([
    ['do:\n  - a:\n      set:\n        x: ${ $|\n        y: 1\n', inTask],
    ['do:\n  - a:\n      set:\n        x: ${ .a + $inp| }\n', ['$input']],
    ['do:\n  - a: { set: { x: "${ $wor|" } }\n', ['$workflow']],
    ['do:\n  - a:\n      set:\n        x: ${ "$in|" }\n', []],
    ['do:\n  - a:\n      set:\n        x: ${ .a } $in|\n', []],
    ['do:\n  - a:\n      set:\n        x: ${ .a.$in|\n', []],
    ['do:\n  - a:\n      set:\n        x: costs $in|\n', []],
    ['do:\n  - a:\n      if: .a == $wo|\n', ['$workflow']],
    ['do:\n  - a:\n      if: $in|\n', []],
    ['do:\n  - a:\n      input:\n        from: ${ $|\n', ['$context', '$workflow', '$task', '$secrets', '$runtime']],
    ['do:\n  - a:\n      output:\n        as: ${ $out|\n', []],
    ['do:\n  - a:\n      export:\n        as:\n          x: ${ $out|\n', ['$output']],
    ['input:\n  from: ${ $|\n', ['$workflow', '$secrets', '$runtime']],
    ['output:\n  as: ${ $|\n', ['$context', '$workflow', '$secrets', '$runtime']],
    [
      'do:\n  - a:\n      for: { each: pet, in: .p }\n      do:\n        - b:\n            set:\n              x: ${ $|\n',
      ['$pet', '$index', ...inTask],
    ],
    ['do:\n  - a:\n      for:\n        each: pet\n        in: ${ $pe|\n      do: []\n', []],
    ['do:\n  - a:\n      try: []\n      catch:\n        when: $err|\n', ['$error']],
    ['{"do": [{"a": {"set": {"x": "${ $tas|"}}}]}', ['$task'], 'workflow-json'],
  ])('%j', (source, expected, languageId) => {
    expect(labels(source, languageId)).toEqual(expected);
  });

  test('which are taken with their sign, and with what stands behind the cursor', () => {
    expect(accept('do:\n  - a:\n      set:\n        x: ${ .a + $in|pu.b }\n', '$input')).toBe(
      'do:\n  - a:\n      set:\n        x: ${ .a + $input.b }\n',
    );
    expect(accept('do:\n  - a:\n      if: .a == $ta|\n', '$task')).toBe('do:\n  - a:\n      if: .a == $task\n');
  });
});

describe('inside an expression nothing but those and secrets have names', () => {
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

describe('of choices that are made', () => {
  test('those stay that go on with what is written', () => {
    expect(labels('do:\n  - a:\n      |\n      do:\n        - b: { wait: PT1S }\n')[0]).toBe('for');
    expect(labels('do: [ { a: { do: [], | } } ]\n')[0]).toBe('for');
    expect(labels('do:\n  - a:\n      |\n      set: { x: 1 }\n')).not.toContain('for');
    expect(labels('do:\n  - a:\n      |\n      for: { in: .x }\n      do: []\n')).not.toContain('for');
  });

  test('there is one default case', () => {
    const source = 'do:\n  - a:\n      switch:\n        - big: { when: .x, then: end }\n';
    expect(labels(`${source}        - |\n`)).toContain('default case');
    expect(labels(`${source}        - other: { then: end }\n        - |\n`)).toEqual(['case']);
    expect(labels(`${source}        - |\n        - other: { then: end }\n`)).not.toContain('default case');
    expect(labels('do: [ { a: { switch: [ { other: { then: end } }, { | } ] } } ]\n')).not.toContain('default case');
  });

  test('what is out of use stands last', () => {
    const found = labels('do:\n  - a:\n      try: []\n      catch:\n        errors:\n          with:\n            |\n');
    expect(found.at(-1)).toBe('details');
  });
});

test('what stands behind a dash of a template is two columns further, however deep levels are', () => {
  expect(accept('do:\n    - a:\n          wait: PT1S\n    - |\n', 'call a2a')).toContain(
    `${' '.repeat(22)}parts:\n${' '.repeat(26)}- kind: text\n${' '.repeat(28)}text: Hello\n`,
  );
  expect(harm('do:\n    - a:\n          wait: PT1S\n    - |\n')).toEqual([
    'call function → reference/unknown-function: "use.functions" has no function "name".',
  ]);
});

describe('above a word that may be on its way to be a key', () => {
  test.each<[string, string]>([
    ['do:\n  - a:\n      call: http\n      with:\n        |\n        meth\n', 'endpoint'],
    ['document:\n  |\n  na\n', 'dsl'],
    ['document:\r\n  |\r\n  na\r\n', 'dsl'],
    ['do:\n  - a:\n      call: http\n      |\n      wit\n', 'with'],
  ])('%j', (source, label) => {
    expect(labels(source)).toContain(label);
  });

  test('but not above text', () => {
    expect(labels('document:\n  summary:\n    |\n    one two\n')).toEqual([]);
    expect(labels('document:\n  summary: |\n    one\n')).toEqual([]);
  });
});

describe('above comments that stand above the next key', () => {
  test.each<[string, string]>([
    ['do:\n  - a:\n      wa|\n      # soon\n      then: end\n', 'wait'],
    ['do:\n  - a:\n      |\n\n      # soon\n\n      then: end\n', 'wait'],
    ['docu|\n\n# what it does\ndo: []\n', 'document'],
    ['|\n# what it does\ndo: []\n', 'document'],
  ])('%j', (source, label) => {
    expect(labels(source)).toContain(label);
  });
});

describe('above a list that is to be its own', () => {
  test.each<[string, string, string]>([
    ['use:\n  sec|\n    - a\n', 'secrets', 'use:\n  secrets:\n    - a\n'],
    ['do:\n  - a:\n      swi|\n        - b: { when: .x }\n', 'switch', 'do:\n  - a:\n      switch:\n        - b: { when: .x }\n'],
  ])('%j', (source, label, after) => {
    expect(accept(source, label)).toBe(after);
  });

  test('but not in text', () => {
    expect(labels('document:\n  summary: one\n    two|\n    - three\n')).toEqual([]);
  });
});

test('behind a brace that nothing closes yet', () => {
  expect(labels('{\n  |\n', 'workflow-json')).toEqual(labels('{\n  |\n}', 'workflow-json'));
  expect(labels('{ "doc|"', 'workflow-json')).toEqual(['document']);
  expect(labels('{|', 'cloudevent')).toEqual(labels('{|}', 'cloudevent'));
});

test('behind << stand aliases of mappings', () => {
  const anchors = 'x: &m { if: .x }\ny: &n PT1S\n';
  expect(accept(`${anchors}do:\n  - a:\n      <<: |\n      wait: PT1S\n`, 'm')).toContain('<<: *m\n');
  expect(accept(`${anchors}do:\n  - a:\n      <<: m|\n      wait: PT1S\n`, 'm')).toContain('<<: *m\n');
  expect(labels(`${anchors}do:\n  - a:\n      <<: [ *m, | ]\n      wait: PT1S\n`)).toEqual(['m']);
  expect(labels(`${anchors}do: [ { a: { <<: |, wait: PT1S } } ]\n`)).toEqual(['m']);
});

describe('keys that exclude each other', () => {
  const starters = [
    ['every', 'PT1H'],
    ['cron', '0 9 * * *'],
    ['after', 'PT1H'],
    ['on', '{ one: { with: { type: a } } }'],
  ] as const;
  test.each(starters)('beside "%s" only what the rule lets stand', (key, value) => {
    const text = (more: string): string =>
      `document: { dsl: 1.0.3, namespace: a, name: b, version: 1.0.0 }\nschedule:\n  ${key}: ${value}\n${more}do: [ { x: { wait: PT1S } } ]\n`;
    const fitting = starters.filter(
      ([other, its]) =>
        other !== key &&
        !service.diagnose(workspace, open(text(`  ${other}: ${its}\n`))).some(({ code }) => code === 'time/schedule-conflict'),
    );
    expect(labels(text('  |\n')).filter((label) => label !== 'read')).toEqual(fitting.map(([other]) => other));
  });

  test('an event carries its data once', () => {
    expect(labels('{ "data": 1, | }', 'cloudevent')).not.toContain('data_base64');
    expect(labels('{ "data_base64": "", | }', 'cloudevent')).not.toContain('data');
  });
});

test('in the middle of a key with its value stand keys that take this value', () => {
  const found = labels('do:\n  - a:\n      run:\n        container:\n          |image: alpine\n'.replace('|image', 'i|mage'));
  expect(found).toContain('image');
  expect(found).not.toContain('lifetime');
  expect(labels('do:\n  - a:\n      w|ait: PT1S\n')).toEqual(['wait']);
  expect(labels('{ "do": [ { "a": { "w|": "PT1S" } } ] }', 'workflow-json')).toEqual(['wait']);
  expect(labels('do:\n  - a:\n      s|:\n')).toEqual(expect.arrayContaining(['set', 'switch', 'listen']));
});

test('what needs another key is offered beside it', () => {
  expect(labels('schedule:\n  every: PT1H\n  |\n')).not.toContain('read');
  expect(labels('schedule:\n  on: { one: { with: { type: a } } }\n  |\n')).toContain('read');
  expect(labels('{ "id": "1", | }', 'cloudevent')).not.toContain('tracestate');
  expect(labels('{ "traceparent": "", | }', 'cloudevent')).toContain('tracestate');
});

test('no expression stands where only mappings may', () => {
  expect(labels('do:\n  - a:\n      for:\n        in:\n          - name: red\n          - |\n      do: []\n')).toEqual([]);
  expect(labels('do:\n  - a:\n      for:\n        in:\n          - name: |\n      do: []\n')).toEqual(['${ }']);
});
