import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/syntax/parse.ts';
import { textRange } from '../../server/src/syntax/range.ts';
import type { Facts, WorkflowModel } from '../../server/src/workflow/model.ts';
import { definitionAt, referenceAt, taskAt } from '../../server/src/workflow/query.ts';
import { modelOf } from '../../server/src/workflow/read.ts';
import { marked } from '../support/marked.ts';

const read = (source: string) => {
  const { text, offset } = marked(source);
  const tree = parse(text, /^\s*\{/.test(text) ? 'json' : 'yaml');
  const model = modelOf(tree.documents[0]!.fragment)!;
  return { text, offset, tree, model };
};
const shown = (model: WorkflowModel) =>
  model.lists.map((list) => `${list.role}: ${list.tasks.map((task) => `${task.name} ${task.kind ?? '?'}`).join(', ')}`);
const references = (source: string) => {
  const { text, tree, model } = read(source);
  return model.references.map((reference) => {
    const { start, end } = textRange(tree, reference.at);
    return `${reference.kind} ${text.slice(start, end)} ${reference.target ? 'known' : 'unknown'}`;
  });
};

describe('the model of a DSL 1.0 workflow', () => {
  it('reads every list of tasks with its role', () => {
    const { model } = read(`
do:
  - a: { do: [ { b: { set: { x: 1 } } } ] }
  - c: { for: { in: .x }, do: [ { d: { wait: PT1S } } ] }
  - e: { fork: { branches: [ { f: { set: { x: 1 } } }, { g: { set: { x: 1 } } } ] } }
  - h: { try: [ { i: { raise: { error: x } } } ], catch: { do: [ { j: { emit: {} } } ] } }
  - k: { listen: { to: { one: {} } }, foreach: { do: [ { l: { run: {} } } ] } }
  - m: { call: asyncapi, with: { subscription: { foreach: { do: [ { n: { call: x } } ] } } } }
use:
  extensions: [ { log: { extend: all, before: [ { o: { set: { x: 1 } } } ], after: [ { p: { set: { x: 1 } } } ] } } ]
  functions: { q: { do: [ { r: { set: { x: 1 } } } ] } }
`);
    expect(shown(model)).toEqual([
      'workflow: a do, c for, e fork, h try, k listen, m call',
      'do: b set',
      'for: d wait',
      'branches: f set, g set',
      'try: i raise',
      'catch: j emit',
      'foreach: l run',
      'foreach: n call',
      'before: o set',
      'after: p set',
      'function: q do',
      'do: r set',
    ]);
  });

  it('begins the branches of a fork all at once, and leads them nowhere else', () => {
    const { model } = read('do: [ { a: { fork: { branches: [ { b: { set: {}, then: c } }, { c: { set: {}, then: zz } } ] } } } ]');
    const name = (to: unknown) => (typeof to === 'object' ? (to as { name: string }).name : String(to));
    const edges = model.lists.find(({ role }) => role === 'branches')!.edges;
    expect(edges.map(({ kind, from, to }) => `${kind}: ${name(from)} → ${name(to)}`)).toEqual([
      'start: undefined → b',
      'start: undefined → c',
      'next: c → undefined',
    ]);
  });

  it('takes a half-typed workflow as it is', () => {
    expect(shown(read('do:\n  - a:\n  - b\n  - \n  - 5\n  - [x]\n  - c:\n    call: http\n  - d: {}\n    e: {}\n').model)).toEqual([
      'workflow: a ?, b ?, 5 ?, c call, d ?, e ?',
    ]);
    expect(shown(read('do: later\nuse: 1\n').model)).toEqual([]);
    expect(shown(read('{"do": [{"a": {"switch": [{"x": {"then": 5}}, 1, {"y": null}], "then": []}}]}').model)).toEqual([
      'workflow: a switch',
    ]);
  });

  it('finds what refers to something, and whether it is there', () => {
    expect(
      references(`
use:
  functions: { pay: { call: http, with: { endpoint: { uri: x, authentication: { use: key } } } } }
  authentications: { key: { basic: { use: login } } }
  secrets: [ login ]
  retries: { often: { delay: PT1S } }
timeout: soon
do:
  - a: { call: pay, timeout: late, then: b }
  - b: { call: 'log:1.0.0@company', then: end }
  - c: { call: charge, if: '\${ $secrets.token }' }
  - d: { call: https://example.com/f.yaml }
  - e: { call: 'log:1.0.0@default' }
  - f: { call: http, with: { endpoint: { authentication: { bearer: { use: login } } }, body: { authentication: { use: mine } } } }
  - g: { raise: { error: gone }, then: nowhere }
  - h: { try: [], catch: { retry: often, then: g } }
  - i: { switch: [ { x: { when: .x, then: a } }, { y: { then: exit } } ] }
`),
    ).toEqual([
      'secret login known',
      'timeout soon unknown',
      'task b known',
      'function pay known',
      'timeout late unknown',
      'catalog company unknown',
      'function charge unknown',
      'secret token unknown',
      'secret login known',
      'task nowhere unknown',
      'error gone unknown',
      'task g known',
      'retry often known',
      'task a known',
      'authentication key known',
    ]);
  });

  it.each([
    ['${ $secrets.a + $secrets["b"] + $secrets."c" }', ['a', 'b', 'c']],
    ['${ $secrets [ "a" ] | $secrets\n  .b }', ['a', 'b']],
    ['${ "\\( $secrets.a )" + "\\( "\\( $secrets.b )" )" }', ['a', 'b']],
    ['${ "$secrets.nope" }', []],
    ['${ "say \\"$secrets.nope\\"" }', []],
    ['${ .x # $secrets.nope\n| $secrets.a }', ['a']],
    ['${ $secrets.a', ['a']],
    ['costs $secrets.nope', []],
  ])('finds secrets where jq reads them: %j', (expression, names) => {
    expect(references(`do: [ { a: { set: { x: ${JSON.stringify(expression)} } } } ]`)).toEqual(
      names.map((name) => expect.stringMatching(`^secret ${name}`)),
    );
  });

  it('tells the expressions, and which of them need no braces', () => {
    const { model } = read(`
input: { from: .order }
do:
  - a: { if: .ready, set: { x: '\${ .y }', z: 'no \${ .y }' }, output: { as: '\${ .z' } }
`);
    const shownSites = (facts: Facts) => facts.expressions.map(({ at, scope, bare }) => [at.text, scope, bare]);
    expect(shownSites(model.facts)).toEqual([['.order', 'workflowInput', true]]);
    expect(shownSites(model.tasks[0]!.syntax.facts)).toEqual([
      ['.ready', 'taskIf', true],
      ['${ .y }', undefined, false],
      ['${ .z', 'taskOutput', true],
    ]);
  });

  it('tells the old line by its states', () => {
    const { model } = read("id: order\nspecVersion: '0.8'\nstates: [ { name: a, type: inject } ]\n");
    expect([model.dialect.id, model.dsl, model.identity.name]).toEqual(['v0', '0.8', 'order']);
    expect(shown(model)).toEqual(['states: a inject']);
  });

  it('keeps what an item says while its text is the same', () => {
    const { tree, model } = read('do:\n  - a: { call: x }\n');
    expect(modelOf(tree.documents[0]!.fragment)).toBe(model);
  });

  it('does not unfold aliases without end', () => {
    const layers = Array.from(
      { length: 30 },
      (_, i) => `  - t${i}: &a${i} { do: [ { x: ${i ? `*a${i - 1}` : '{}'} }, { y: ${i ? `*a${i - 1}` : '{}'} } ] }`,
    );
    expect(read(`do:\n${layers.join('\n')}\n`).model.tasks.length).toBeLessThanOrEqual(100_001);
  });
});

describe('questions about an offset', () => {
  it.each([
    ['do:\n  - outer:\n      do:\n        - inner:\n            then: |\n', 'inner'],
    ['do:\n  - outer:\n      do:\n        - inner:\n            set: { a: 1 }\n      |\n', 'outer'],
    ['do:\n  - outer:\n      do:\n        - inner:\n            set: { a: 1 }\n  |\n', undefined],
    ['do:\n  - outer:\n      do:\n        - inner:\n            set: { a: 1 }\n      the|\n', 'outer'],
    ['do:\n  - one: { set: { a: 1 }, then: | }\n  - two: { set: { a: 1 } }\n', 'one'],
    ['{"do": [{"one": {"then": "|"}}, {"two": {}}]}', 'one'],
    ['do:\n  - one:\n      wait: PT1S\n|', undefined],
  ])('%j is in %s', (source, name) => {
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const { tree, model, offset } = read(source.replaceAll('\n', lineBreak));
      expect(taskAt(model, tree, offset)?.name).toBe(name);
    }
  });

  it('tells a name from its use', () => {
    const { text, tree, model } = read('do:\n  - first: { set: { a: 1 }, then: second }\n  - second: { set: { a: 1 } }\n');
    const used = referenceAt(model, tree, text.indexOf('second') + 2);
    expect(used?.target).toBe(definitionAt(model, tree, text.lastIndexOf('second')));
    expect(referenceAt(model, tree, text.lastIndexOf('second'))).toBeUndefined();
  });
});
