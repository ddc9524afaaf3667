/** Files in the words of one runtime: told once that they are, and served like all others. */
import { describe, expect, test } from 'vitest';
import { said } from '../support/findings.ts';
import { labels, open, service } from '../support/editor.ts';
import { workflowVariants } from '../rules/variants.ts';

const zigflow = `document:
  dsl: 1.0.0
  taskQueue: orders
  workflowType: order-desk
  version: 0.3.0
  title: Order desk
  metadata:
    scheduleWorkflowName: order-desk
    activityOptions: { startToCloseTimeout: { minutes: 2 } }
schedule: { every: { minutes: 3 } }
do:
  - state:
      listen: { to: { one: { with: { id: get_state, type: query, data: { status: '\${ $data.status }' } } } } }
  - begin:
      export: { as: '\${ . }' }
      set: { id: '\${ uuid }', status: open, key: '\${ $env.API_KEY }' }
  - cool: { wait: { seconds: '\${ $input.pause }' } }
  - morning: { wait: { until: '\${ $input.sendAt }' } }
  - approval:
      metadata: { timeout: 10s }
      listen: { to: { all: [ { with: { id: budget, type: update, acceptIf: '\${ $data.budget > 38 }' } }, { with: { id: sign, type: signal } } ] } }
  - profile:
      call: activity
      with: { name: desk.FetchProfile, taskQueue: desk-worker, arguments: [ '\${ $data.id }' ] }
  - child: { run: { workflow: { type: pack-order, input: '\${ $data.id }' } } }
  - tool:
      call: mcp
      with: { method: tools/list, transport: { http: { endpoint: https://mcp.example.com } } }
  - progress: { emit: { event: { with: { type: io.temporal.streams.progress, data: { step: 1 } } } } }
  - ask:
      try: [ { read: { call: http, with: { method: get, endpoint: '\${ "https://example.com/" + $input.id }' } } } ]
      catch: { as: problem, do: [ { note: { set: { message: '\${ $data.problem.message }' } } } ] }
  - each:
      export: { as: '\${ $context + { each: . } }' }
      for: { in: '\${ 5 }' }
      while: '\${ $context.done != true }'
      do: [ { count: { set: { number: '\${ $data.item }' } } } ]
  - which: { switch: [ { small: { when: '\${ $input.size == "s" }', then: end } }, { other: { then: continue } } ] }
  - both: { fork: { branches: [ { near: { wait: { days: 7 } } }, { far: { run: { shell: { command: ls, arguments: [ -la ] } } } } ] } }
`;
const codes = (text: string, languageId?: string): string[] => said(text, languageId).map(({ code }) => code);

describe('Zigflow', () => {
  test('a file is told what it is, and what that runtime makes of it', () => {
    expect(codes(zigflow)).toEqual(['document/other-runtime', 'portability/fork-output']);
    for (const { text, format } of workflowVariants(zigflow))
      expect(codes(text, `workflow-${format}`)).toEqual(['document/other-runtime', 'portability/fork-output']);
  });

  test('what is wrong in any words still is', () => {
    expect(codes(zigflow.replace('then: end', 'then: nowhere'))).toContain('flow/unknown-target');
    expect(codes(zigflow.replace('call: activity', 'call: activty'))).toContain('reference/unknown-function');
    expect(codes(zigflow.replace('cool: { wait', 'cool: { wiat'))).toContain('schema/unknown-property');
    expect(codes(zigflow.replace('arguments: [ -la ]', 'argumnts: [ -la ]'))).toContain('schema/unknown-property');
  });

  test('without its words, its values are mistakes', () => {
    const plain = zigflow.replace('taskQueue: orders', 'namespace: shop').replace('workflowType: order-desk', 'name: desk');
    const found = codes(plain);
    expect(found).not.toContain('document/other-runtime');
    expect(found).toContain('schema/type');
    expect(found).toContain('document/newer-than-declared');
  });

  test.each([
    ['a task', '  - child: { |', 'wait'],
    ['a call', '  - child: { call: | }', 'http'],
    ['an argument', '  - child: { call: http, with: { | } }', 'endpoint'],
    ['a target', '  - child: { set: { x: 1 }, then: | }', 'approval'],
  ])('completion offers %s', (_, line, label) => {
    const text = zigflow.replace(/ {2}- child: .*/, line.replace('|', '§')).replace('§', '|');
    expect(labels(text)).toContain(label);
  });

  test('the status says where it runs', () => {
    expect(service.documentInfo(open(zigflow)).detail).toBe('DSL 1.0.0, for Zigflow');
  });
});

test('calls of Scaleway are told once, whatever they are given', () => {
  const text = `document: { dsl: 1.0.3, namespace: data, name: nightly, version: 1.0.0 }
do:
  - load: { call: serverless_job, with: { id: 11111111-1111-1111-1111-111111111111, region: fr-par } }
  - tell: { call: serverless_function, with: { id: tell, method: GET } }
  - pack: { call: serverless_container, with: { id: pack, method: POST, path: /run, body: { a: '\${ .a }' } } }
`;
  expect(codes(text)).toEqual(['document/other-runtime']);
});

const twice = (then: string) =>
  `document: { dsl: 1.0.0, taskQueue: orders, workflowType: desk, version: 1.0.0 }\ndo:\n  - say: { set: { a: 1 } }\n  - say: { set: { b: 1 } }\n  - last: { set: { c: 1 }${then} }\n`;

test.each([
  ['where nothing leads to them', twice(''), []],
  [
    'by a target',
    `${twice('').replace('taskQueue: orders, workflowType', 'namespace: shop, name').replace(', version: 1.0.0', ', version: 1.0.0, metadata: { heddle: { target: zigflow } }')}`,
    [],
  ],
  ['but not where something does', twice(', then: say'), ['error']],
  ['nor where one does nothing', twice('').replace('say: { set: { b: 1 } }', 'say:'), ['error']],
  ['nor elsewhere', twice('').replace('taskQueue: orders, workflowType', 'namespace: shop, name'), ['warning']],
])('tasks of one list may share a name there, %s', (_, text, severities) => {
  expect(said(text).flatMap(({ code, severity }) => (code === 'flow/duplicate-task' ? [severity] : []))).toEqual(severities);
});
