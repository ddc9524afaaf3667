import { describe, expect, it, test } from 'vitest';
import { validate } from '../../server/src/schema/check.ts';
import { workflowSchema } from '../../server/src/schema/schemas.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { workflowRuleDocs } from '../../server/src/workflow/rules/docs.ts';
import { said } from '../support/findings.ts';
import { marked } from '../support/marked.ts';
import { check, fixed } from './check.ts';

test('what is missing in a call is told in one sentence, the first of many by name', () => {
  const text = (required: string): string =>
    `document: { dsl: 1.0.3, namespace: a, name: b, version: 1.0.0 }\nuse: { functions: { greet: { input: { schema: { document: { type: object, properties: { ${required
      .split(', ')
      .map((name) => `${name}: {}`)
      .join(
        ', ',
      )} }, required: [ ${required} ] } } }, call: http, with: { method: get, endpoint: https://example.com } } } }\ndo: [ { a: { call: greet, with: {} } } ]\n`;
  const told = (required: string) =>
    said(text(required)).flatMap(({ code, message }) => (code === 'call/missing-argument' ? [message] : []));
  expect(told('a')).toEqual(['"greet" needs "a". Write it under "with".']);
  expect(told('a, b')).toEqual(['"greet" needs "a" and "b". Write them under "with".']);
  expect(told('a, b, c, d, e, f, g')).toEqual(['"greet" needs "a", "b", "c", "d", "e" and 2 more. Write them under "with".']);
});

describe('words and fixes', () => {
  it.each<[source: string, message: string, fixes: string[]]>([
    [
      'do:\n  - pay: { set: { x: 1 }, then: «shipOrdr» }\n  - shipOrder: { set: { x: 1 } }',
      '"then" leads to "shipOrdr", but this list has no such task. Did you mean "shipOrder"?',
      ['Change to "shipOrder" *', 'Create task "shipOrdr"'],
    ],
    [
      'do:\n  - pay: { set: { x: 1 }, then: «ned» }',
      '"then" leads to "ned", but this list has no such task. Did you mean "end"?',
      ['Change to "end" *', 'Create task "ned"'],
    ],
    [
      'do:\n  - pay: { set: { x: 1 }, then: «refund» }',
      '"then" leads to "refund", but this list has no such task.',
      ['Create task "refund" *'],
    ],
    [
      'do:\n  - pay: { set: { x: 1 }, then: «inner» }\n  - outer: { do: [ { inner: { set: { x: 1 } } } ] }',
      '"then" leads to "inner", which is inside "outer". A task continues only with a task of its own list.',
      ['Change to "outer" *'],
    ],
    [
      'do:\n  - outer: { do: [ { inner: { set: { x: 1 }, then: «last» } } ] }\n  - last: { set: { x: 1 } }',
      '"then" leads to "last", which is outside of this list. A task continues only with a task of its own list.',
      [],
    ],
    [
      "do:\n  - pay: { set: { x: 1 }, then: «'${ .next }'» }",
      '"then" takes the name of a task, not an expression. To choose at run time, use a switch.',
      [],
    ],
    [
      'do:\n  - pay: { set: { x: 1 } }\n  - «pay»: { set: { x: 1 } }',
      'Another task of this list is named "pay". Give each its own name.',
      ['Rename to "pay2" *'],
    ],
    ['do:\n  - pay: { call: «bill» }', '"use.functions" has no function "bill".', ['Create function "bill" *']],
    [
      'use: { functions: { charge: { set: { x: 1 } } } }\ndo:\n  - pay: { call: «bill» }\n  - get: { call: charge }',
      '"use.functions" has no function "bill". It has "charge".',
      ['Create function "bill" *'],
    ],
    [
      'do:\n  - pay: { call: «opanapi» }',
      '"use.functions" has no function "opanapi". Did you mean "openapi"?',
      ['Change to "openapi" *', 'Create function "opanapi"'],
    ],
    [
      'do:\n  - pay: { set: { x: 1 }, timeout: «PT30S» }',
      '"timeout" takes a name of "use.timeouts" here. For a duration, write after: PT30S below it.',
      ['Write after: PT30S *'],
    ],
    ['do:\n  - a: { set: { x: 1 }, then: exit }\n  - «b»: { set: { x: 1 } }', 'Nothing leads to "b": "a" before it ends the workflow.', []],
    [
      'do:\n  - o: { do: [ { a: { set: { x: 1 }, then: exit } }, { «b»: { set: { x: 1 } } } ] }',
      'Nothing leads to "b": "a" before it leaves this list.',
      [],
    ],
    [
      'do:\n  - a: { set: { x: 1 }, then: c }\n  - «b»: { set: { x: 1 } }\n  - c: { set: { x: 1 } }',
      'Nothing leads to "b": "a" before it leads to "c".',
      [],
    ],
    [
      'do:\n  - a: { switch: [ { x: { when: .x, then: end } }, { y: { then: exit } } ] }\n  - «b»: { set: { x: 1 } }',
      'Nothing leads to "b": "a" before it always leads elsewhere.',
      [],
    ],
    ['do:\n  - a: { set: { x: 1 }, then: «a» }', '"a" leads back to "a", and nothing leaves this loop. Add a condition that ends it.', []],
    [
      'do:\n  - a: { switch: [ { x: { then: exit } }, { «y»: { then: end } } ] }',
      '"y" has no "when", and "x" is the default already. Add a condition to one of them.',
      [],
    ],
    [
      'schedule: { on: { any: [] }, «after»: PT1S }\ndo: []',
      'A workflow has one schedule, and here are 2: "on" and "after". Keep one.',
      [],
    ],
    [
      'schedule: { every: PT1H, cron: 0 9 * * *, «on»: { any: [] } }\ndo: []',
      'A workflow has one schedule, and here are 3: "every", "cron" and "on". Keep one.',
      [],
    ],
    ['do:\n  - a: { call: http, with: { method: «POTS» } }', '"POTS" is not an HTTP method. Did you mean "POST"?', ['Change to "POST" *']],
    [
      'do:\n  - a: { call: http, with: { method: «download» } }',
      '"download" is not an HTTP method. Common ones are get, post, put, patch and delete.',
      [],
    ],
    [
      'do:\n  - a: { raise: { error: { type: «https://open-workflow-specification.org/spec/1.0.0/errors/timeot» } } }',
      'The specification defines no error "timeot". Did you mean "timeout"?',
      ['Change to "timeout" *'],
    ],
    [
      'do:\n  - a: { raise: { error: { type: «timeout», status: 408 } } }',
      '"timeout" is no type of an error. The standard one is https://serverlessworkflow.io/spec/1.0.0/errors/timeout.',
      [
        'Change to "https://serverlessworkflow.io/spec/1.0.0/errors/timeout" *',
        'Change to "https://open-workflow-specification.org/spec/1.0.0/errors/timeout"',
      ],
    ],
    [
      'use: { errors: { slow: { type: «https://open-workflow-specification.org/spec/1.0.3/errors/timeout», status: 408 } } }\ndo: [ { a: { raise: { error: slow } } } ]',
      '"https://open-workflow-specification.org/spec/1.0.3/errors/timeout" is no type of an error. The standard one is https://open-workflow-specification.org/spec/1.0.0/errors/timeout.',
      ['Change to "https://open-workflow-specification.org/spec/1.0.0/errors/timeout" *'],
    ],
    [
      'do:\n  - a: { raise: { error: { type: «https://serverlessworkflow.io/spec/1.0.0/errors/out-of-stock», status: 409 } } }',
      'The specification defines no error "out-of-stock". Put it under a domain of your own.',
      [],
    ],
    ['do:\n  - pay: { wait: «P1H» }', '"P1H" is not a duration: hours stand after a T, as in PT1H.', ['Change to "PT1H" *']],
    ["schedule: { cron: '0 0 * «January» *' }\ndo: []", '"January" is not a month. Did you mean "JAN"?', ['Change to "JAN" *']],
  ])('%s', (source, message, fixes) => {
    const { text, ranges } = marked(source);
    expect(check(text).map(({ start, end, ...said }) => [{ start, end }, said.message, said.fixes])).toEqual([[ranges[0], message, fixes]]);
  });
});

describe('fixes', () => {
  it.each<[title: string, before: string, after: string]>([
    [
      'Change to "shipOrder"',
      "do:\n  - pay: { then: 'shipOrdr' }\n  - shipOrder: {}\n",
      "do:\n  - pay: { then: 'shipOrder' }\n  - shipOrder: {}\n",
    ],
    [
      'Change to "shipOrder"',
      '{"do": [{"pay": {"then": "shipOrdr"}}, {"shipOrder": {}}]}',
      '{"do": [{"pay": {"then": "shipOrder"}}, {"shipOrder": {}}]}',
    ],
    [
      'Change to "ship order"',
      'do:\n  - pay: { then: ship ordr }\n  - ship order: {}\n',
      'do:\n  - pay: { then: ship order }\n  - ship order: {}\n',
    ],
    ['Change to "PT15M"', 'do:\n  - a:\n      wait: 15m # a while\n', 'do:\n  - a:\n      wait: PT15M # a while\n'],
    ['Change to "22-23,0-2"', 'schedule:\n  cron: 0 22-2 * * *\ndo: []\n', 'schedule:\n  cron: 0 22-23,0-2 * * *\ndo: []\n'],
    ['Rename to "pay2"', 'do:\n  - pay: {}\n  - pay: {}\n', 'do:\n  - pay: {}\n  - pay2: {}\n'],
    [
      'Create task "ship"',
      'do:\n  - pay:\n      wait: PT1S\n      then: ship # at last\n\ntimeout: { after: P1D }\n',
      'do:\n  - pay:\n      wait: PT1S\n      then: ship # at last\n  - ship:\n      set:\n        done: todo\n\ntimeout: { after: P1D }\n',
    ],
    [
      'Create task "ship"',
      '{"do": [{"pay": {"then": "ship"}}]}',
      '{"do": [{"pay": {"then": "ship"}}, { "ship": { "set": { "done": "todo" } } }]}',
    ],
    [
      'Create task "ship"',
      '{\n  "do": [\n    { "pay": { "then": "ship" } }\n  ]\n}',
      '{\n  "do": [\n    { "pay": { "then": "ship" } },\n    { "ship": { "set": { "done": "todo" } } }\n  ]\n}',
    ],
    [
      'Create function "bill"',
      'document: {}\ndo:\n  - pay: { call: bill }\n',
      'document: {}\nuse:\n  functions:\n    bill:\n      call: http\n      with:\n        method: get\n        endpoint: https://example.com\ndo:\n  - pay: { call: bill }\n',
    ],
    [
      'Create retry "often"',
      'use:\n  secrets:\n    - a\ndo:\n  - pay: { try: [], catch: { retry: often } }\n',
      'use:\n  secrets:\n    - a\n  retries:\n    often:\n      delay: PT1S\n      limit:\n        attempt:\n          count: 3\ndo:\n  - pay: { try: [], catch: { retry: often } }\n',
    ],
    [
      'Create secret "login"',
      "use:\n  secrets:\n    - a\ndo:\n  - pay: { set: { x: '${ $secrets.login }' } }\n",
      "use:\n  secrets:\n    - a\n    - login\ndo:\n  - pay: { set: { x: '${ $secrets.login }' } }\n",
    ],
    [
      'Create secret "login"',
      "use: { secrets: [] }\ndo:\n  - pay: { set: { x: '${ $secrets.login }' } }\n",
      "use: { secrets: [login] }\ndo:\n  - pay: { set: { x: '${ $secrets.login }' } }\n",
    ],
    [
      'Create timeout "short"',
      'use:\ndo:\n  - pay: { timeout: short }\n',
      'use:\n  timeouts:\n    short:\n      after: PT30S\ndo:\n  - pay: { timeout: short }\n',
    ],
    [
      'Create error "gone"',
      '{"do": [{"a": {"raise": {"error": "gone"}}}]}',
      '{"do": [{"a": {"raise": {"error": "gone"}}}], "use": { "errors": { "gone": { "type": "https://example.com/errors/gone", "status": 500 } } }}',
    ],
    [
      'Write after: PT30S',
      'do:\n  - a:\n      timeout: PT30S\n      wait: PT1S\n',
      'do:\n  - a:\n      timeout: { after: PT30S }\n      wait: PT1S\n',
    ],
    ['Change to { "after": "PT30S" }', '{"do": [{"a": {"timeout": "30s"}}]}', '{"do": [{"a": {"timeout": { "after": "PT30S" }}}]}'],
  ])('%s', (title, before, after) => {
    expect(fixed(before, title)).toBe(after);
  });
});

describe('fixes lead to a workflow that is clean, for its form too', () => {
  const examples = workflowRuleDocs.flatMap(({ rule, bad }) => bad.map(({ text }): [string, string] => [rule.code, marked(text).text]));
  it.each(examples)('%s: %s', (_, before) => {
    const first = check(before).flatMap((said) => said.fixes);
    for (const title of first.map((fix) => fix.replace(/ \*$/, ''))) {
      const after = fixed(before, title);
      expect(formErrors(after), title).toEqual(formErrors(before));
      // The finding that the fix belongs to is gone.
      expect(
        check(after)
          .flatMap((said) => said.fixes)
          .filter((fix) => fix.startsWith(title)).length,
      ).toBeLessThan(first.filter((fix) => fix.startsWith(title)).length);
    }
  });
});

/** What the schema says, places aside. */
const formErrors = (text: string): string[] => {
  const root = parse(text, 'yaml').documents[0]?.fragment.root;
  return root ? validate(root, workflowSchema, 'yaml', ['document', 'dsl']).map((finding) => finding.message) : ['nothing'];
};

describe('two tasks of one name', () => {
  const levels = (text: string): string[] => check(text).map(({ code, severity }) => `${code} ${severity}`);

  it('is a warning while nothing leads to the name', () => {
    expect(levels('do:\n  - wait: { wait: PT1S }\n  - b: { set: { x: 2 } }\n  - wait: { wait: PT1S }')).toEqual([
      'flow/duplicate-task warning',
    ]);
  });

  it.each([
    'do:\n  - a: { set: { x: 1 } }\n  - a: { set: { x: 2 } }\n  - b: { set: { x: 2 }, if: .x, then: a }',
    'do:\n  - b: { switch: [ { x: { when: .x, then: a } }, { y: { then: exit } } ] }\n  - a: { set: { x: 1 } }\n  - a: { set: { x: 2 } }',
  ])('is an error where a "then" does: %s', (text) => {
    expect(levels(text)).toContain('flow/duplicate-task error');
  });

  it('is not concerned with what another list leads to', () => {
    expect(
      levels(
        'do:\n  - a: { set: { x: 1 } }\n  - a: { set: { x: 2 } }\n  - b: { do: [ { a: { wait: PT1S } }, { c: { wait: PT1S, if: .x, then: a } } ] }',
      ),
    ).toContain('flow/duplicate-task warning');
  });

  it('is an error where one of them does nothing', () => {
    expect(levels('do:\n  - pay:\n  - pay: { set: { x: 1 } }')).toEqual(['flow/duplicate-task error']);
  });
});

describe('what is right stays silent', () => {
  it.each([
    'do:\n  - a: { switch: [ { x: { when: .x, then: continue } }, { y: { then: exit } } ] }\n  - b: { set: { x: 1 }, then: end }',
    'do:\n  - a: &a { if: .x, set: { x: 1 } }\n  - b: *a',
    "do:\n  - a: { call: '${ .function }' }\n  - b: { raise: { error: '${ .error }' } }",
    "do:\n  - a: { set: { note: 'costs $secrets.money' } }",
    'do:\n  - a: { wait: { seconds: -5 } }\n  - b: { wait: 5 }\n  - c: { wait: [] }',
    'use: { functions: { f: { set: { x: 1 }, then: whatever } } }\ndo:\n  - a: { call: f }',
    'schedule: { every: { minutes: 3 }, cron: 0 0 * * * }\ndo:\n  - a: { wait: PT1S }',
    'do: { a: 1 }\nuse: []\nschedule: { cron: 5 }',
    // A braces' own words behind an expression that is closed; a text that is no duration; computed and compared values.
    "do:\n  - a: { run: { shell: { command: '${HOME}/bin/backup --all' } } }",
    "do:\n  - a: { set: { path: '${BASE}/orders' } }",
    'do:\n  - a: { run: { shell: { command: \'${ "sleep " + (1.5 | tostring) }\' } } }',
    'use: { functions: { f: { input: { schema: { document: { properties: { name: {} }, anyOf: [ { properties: { names: {} } } ] } } }, set: { x: 1 } } } }\ndo:\n  - a: { call: f, with: { names: [ b ] } }',
    "do:\n  - a: { listen: { to: { all: [ { with: { type: a }, correlate: { patient: { from: .id, expect: '${ $context.patient }' } } }, { with: { type: b }, correlate: { doctor: { from: .id, expect: x } } } ] } } }",
  ])('%s', (text) => {
    expect(check(text)).toEqual([]);
  });

  it('reports what stands behind an alias once', () => {
    expect(
      check('do:\n  - a: &a { do: [ { x: { call: nothing, then: nowhere } } ] }\n  - b: *a\n  - c: *a\n').map((said) => said.code),
    ).toEqual(['reference/unknown-function', 'flow/unknown-target']);
  });
});
