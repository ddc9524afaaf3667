import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { buildGraph } from '../../server/src/graph/build/build.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { modelOf } from '../../server/src/workflow/read.ts';
import { show } from './show.ts';

const graphOf = (text: string) => {
  const tree = parse(text, 'yaml');
  const lines = TextDocument.create('', '', 1, text);
  return buildGraph(modelOf(tree.documents[0]!.fragment)!, tree, (offset) => lines.positionAt(offset));
};
const drawn = (text: string) => `\n${show(graphOf(text))}\n`;

describe('edges', () => {
  it('follow the order of the list, jumps and back edges', () => {
    expect(
      drawn(`
do:
  - a: { set: { x: 1 }, then: c }
  - b: { wait: PT15M, then: end }
  - c: { set: { x: 1 }, then: b }
`),
    ).toBe(`
start
a: set x
b: wait 15 minutes
c: set x
entry → a sequence
a → c jump
b → end jump
c → b back
`);
  });

  it('say the condition of a case without a name once', () => {
    expect(
      drawn(`
specVersion: '0.8'
start: b
states:
  - { name: a, type: inject, end: true }
  - name: b
    type: switch
    dataConditions: [{ condition: '\${ .b }', transition: a }]
    defaultCondition: { end: true }
`),
    ).toContain('b → a back {condition:.b}\n');
  });

  it('tell cases apart, and fall through where there is no default', () => {
    expect(
      drawn(`
do:
  - a:
      switch:
        - small: { when: '\${ .n < 5 }', then: b }
        - none: { when: .n == 0, then: a }
        - big: { when: .n > 100, then: end }
  - b: { set: { x: 1 } }
`),
    ).toBe(`
start
a: switch 3 cases
b: set x
entry → a sequence
a → b case {name:small,condition:.n < 5}
a → a back {name:none,condition:.n == 0}
a → end case {name:big,condition:.n > 100}
a → b sequence
b → exit sequence
`);
  });

  it('break off where the target does not exist, and nothing is unreachable for it', () => {
    expect(
      drawn(`
do:
  - a: { set: { x: 1 }, then: shipp }
  - b: { switch: [ { one: { when: .x, then: nowhere } }, { other: { then: b } } ] }
  - ship: { set: { x: 1 } }
`),
    ).toBe(`
start
a: set x
b: switch 2 cases
ship: set x
entry → a sequence
a → ✕ broken {target:shipp}
b → ✕ broken {name:one,condition:.x,target:nowhere}
b → b back {name:other,isDefault:true}
ship → exit sequence
`);
  });

  it('lead a branch of a fork nowhere else, except to a name that does not exist', () => {
    expect(
      drawn(`
do:
  - a:
      fork:
        branches:
          - b: { set: { x: 1 }, then: nowhere }
          - c: { set: { x: 1 }, then: b }
          - d: { set: { x: 1 } }
`),
    ).toBe(`
start
a: fork 3 branches
  [branches]
    b: set x
    c: set x
    d: set x
    b → ✕ broken {target:nowhere}
entry → a sequence
a → exit sequence
`);
  });

  it('fade what nothing leads to, with all that stands inside', () => {
    expect(
      drawn(`
do:
  - a: { set: { x: 1 }, then: end }
  - b: { do: [ { c: { set: { x: 1 } } } ] }
`),
    ).toBe(`
start
a: set x
b: do 1 task · unreachable
  [body]
    c: set x · unreachable
    entry → c sequence unreachable
    c → exit sequence unreachable
entry → a sequence
a → end jump
b → exit sequence unreachable
`);
  });

  it('lead from an error to the catch around it, or to a faulted end', () => {
    expect(
      drawn(`
do:
  - a:
      try:
        - b: { raise: { error: { type: https://example.com/errors/gone, status: 410 } } }
      catch:
        errors: { with: { type: https://example.com/errors/gone } }
        retry: { delay: PT2S, backoff: { exponential: {} }, limit: { attempt: { count: 3 } } }
        then: d
  - c: { raise: { error: broken }, if: .x }
  - d: { set: { x: 1 } }
`),
    ).toBe(`
start
a: try catches gone · retry 3 ×, from 2 s, doubling
  [try]
    b: raise 410 gone
    entry → b sequence
    b → exit fault
  [catch] gone
c: raise broken · if .x
d: set x
entry → a sequence
a → c sequence
a → d jump {name:caught}
c → end fault
c → d sequence {name:else}
d → exit sequence
`);
  });

  it('lead on beside an error that is raised only sometimes, though both leave the list', () => {
    expect(drawn('\ndo:\n  - a: { try: [ { b: { if: .x, raise: { error: gone } } } ], catch: {} }\n')).toContain(`
    b → exit fault
    b → exit sequence {name:else}
`);
  });
});

describe('a retry', () => {
  it.each([
    ['delay: PT2S, backoff: { linear: {} }', 'from 2 s, growing'],
    ['delay: PT2S, backoff: { exponential: {} }', 'from 2 s, doubling'],
    ['delay: PT2S, backoff: { constant: {} }', 'every 2 s'],
    ['delay: PT2S, limit: { duration: PT1M }', 'every 2 s, for 1 min'],
    ['limit: { attempt: { count: 3 } }', '3 ×'],
    ['', 'again'],
  ])('{ %s } is "%s"', (policy, words) => {
    const { nodes } = graphOf(`do: [ { a: { try: [], catch: { retry: { ${policy} } } } } ]`).main;
    expect(nodes[0]?.retry).toBe(words);
  });
});

describe('nodes', () => {
  it.each([
    [
      'call: http\nwith: { method: post, endpoint: { uri: "https://me:pw@inventory.acme.io:8080/a?b" } }',
      'call POST inventory.acme.io:8080',
    ],
    ['call: http\nwith: { method: get, endpoint: "${ .url }" }', 'call GET .url'],
    [`call: http\nwith: { method: delete, endpoint: '\${ "https://api.acme.io/orders/" + .id }' }`, 'call DELETE api.acme.io'],
    ['call: openapi\nwith: { document: { name: fraud API, endpoint: https://x.y/z }, operationId: score }', 'call score · fraud API'],
    ['call: grpc\nwith: { service: { name: Greeter }, method: SayHello }', 'call Greeter/SayHello'],
    ['call: mcp\nwith: { method: tools/call, parameters: { name: search } }', 'call tools/call · search'],
    [
      'call: a2a\nwith: { method: message/send, agentCard: { endpoint: https://agents.acme.io/card.json } }',
      'call message/send · agents.acme.io',
    ],
    ['call: warehouse.pick', 'call warehouse.pick'],
    ['emit: { event: { with: { type: com.shop.shipped } } }', 'emit com.shop.shipped'],
    ['listen: { to: { any: [ { with: { type: a } }, { with: { type: b } } ] } }', 'listen any of 2 events'],
    ['listen: { to: { one: { with: { source: /a } } } }', 'listen source /a'],
    ['wait: { minutes: 1, seconds: 30 }', 'wait 1 minute 30 seconds'],
    ['wait: soon', 'wait soon'],
    ['set: { order: 1, total: 2 }', 'set order, total'],
    ['set: "${ . }"', 'set .'],
    ['run: { workflow: { namespace: billing, name: invoice, version: 1.0.0 } }', '(workflow) run billing.invoice'],
    ['run: { shell: { command: "tar czf\\n a.tgz" } }', '(shell) run shell tar czf a.tgz'],
    ['run: { script: { language: js } }', '(shell) run script js'],
    ['raise: { error: { status: 409, type: https://acme.io/errors/out-of-stock } }', 'raise 409 out-of-stock'],
    ['fork: { compete: true, branches: [ { a: { wait: PT1S } } ] }', '(race) fork first of 1 wins · race'],
    ['for: { each: item, in: "${ .items }" }\ndo: []', 'for each item in .items'],
    ['do: []', 'do empty'],
    ['then: end', 'task'],
    ['set: { a: 1 }\nif: "${ .votes > 3 }"\ntimeout: { after: PT30S }', 'set a · if .votes > 3 · timeout 30 s'],
    ['set: { a: 1 }\ntimeout: slow', 'set a · timeout slow'],
    ['set: { a: 1 }\nif:\ntimeout: {}', 'set a'],
    ['for: { each: item, in: .items }\nwhile: .left > 0\ndo: []', 'for each item in .items · while .left > 0'],
    ['listen: { to: { any: [], until: .votes >= 3 } }', 'listen any event · until .votes >= 3'],
    ['listen: { to: { any: [], until: { one: { with: { type: com.shop.closed } } } } }', 'listen any event · until com.shop.closed'],
    ['call: asyncapi\nwith: { channel: c, subscription: { consume: { until: .done } } }', 'call subscribe c · until .done'],
  ])('%s → %s', (body, words) => {
    const text = `do:\n  - name:\n${body.replace(/^/gm, '      ')}\n`;
    expect(show(graphOf(text)).split('\n')[1]).toBe(`name: ${words}`);
  });

  it('keep their identity, whatever is inserted beside them', () => {
    const ids = (text: string) => graphOf(text).main.nodes.map((node) => node.id);
    expect(ids('do: [ { a: {} }, { b/c: {} }, { a: {} } ]')).toEqual(['main/a', 'main/b%2fc', 'main/a~2']);
    expect(ids('do: [ { new: {} }, { a: {} } ]')).toEqual(['main/new', 'main/a']);
  });

  it('know where they stand', () => {
    const { at, range } = graphOf('do:\n  - ship:\n      set:\n        x: 1\n  - b: {}\n').main.nodes[0]!;
    expect(at).toEqual({ start: { line: 1, character: 4 }, end: { line: 1, character: 8 } });
    expect(range).toEqual({ start: { line: 1, character: 4 }, end: { line: 3, character: 12 } });
  });
});

describe('the start', () => {
  it.each([
    ['{ cron: 0 9 * * 1-5 }', 'calendar | at 09:00, Monday to Friday'],
    ['{ every: { minutes: 5 } }', 'every | every | 5 minutes'],
    ['{ after: PT1H }', 'every | again after | 1 hour'],
    ['{ on: { one: { with: { type: com.shop.placed } } } }', 'listen | on | com.shop.placed'],
    ['{ cron: 61 }', 'calendar | 61'],
    ['{}', ''],
  ])('%s → %s', (schedule, words) => {
    expect(show(graphOf(`schedule: ${schedule}\ndo: []\n`)).split('\n')[0]).toBe(`start ${words}`.trim());
  });
});
