import { expect, test } from 'vitest';
import { summarise } from '../../server/src/workspace/summary.ts';
import { ranged } from '../support/marked.ts';
import { open, workflow } from './files.ts';

/** What a file says, with the text at each place. */
function summary(uri: string, text: string): unknown {
  const { ranges, ...facts } = summarise(open(uri, text))!;
  const lines = text.split('\n');
  const textAt = (place: number): string => {
    const { start, end } = ranges[place]!;
    return `«${lines[start.line]!.slice(start.character, end.line === start.line ? end.character : undefined)}»`;
  };
  // Places are the only numbers in it.
  const shown = (value: unknown): unknown => {
    if (typeof value === 'number') return textAt(value);
    if (Array.isArray(value)) return value.map(shown);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shown(each)]));
  };
  return shown(facts);
}

test('of a workflow: what it is called, defines, runs, emits and waits for', () => {
  const text = `document:
  dsl: '1.0.0'
  namespace: shop
  name: order
  version: '0.1.0'
schedule:
  on: { one: { with: { type: shop.cart.closed } } }
use:
  functions:
    check: { call: http, with: { method: get, endpoint: https://example.com } }
do:
  - pay:
      run:
        workflow: { namespace: money, name: pay, version: '\${ .version }' }
  - both:
      fork:
        branches:
          - tell: { emit: { event: { with: { type: shop.order.paid, source: /shop } } } }
          - hear:
              listen:
                to:
                  any: [{ with: { type: shop.a } }, { with: { type: '\${ .type }' } }]
                  until: { one: { with: { type: shop.b } } }
  - data: { set: { run: { workflow: { name: nothing } } } }
`;
  expect(summary('file:///order.sw.yaml', text)).toEqual({
    uri: 'file:///order.sw.yaml',
    parts: [
      {
        kind: 'workflow',
        identity: { namespace: 'shop', name: 'order', version: '0.1.0' },
        places: { namespace: '«shop»', name: '«order»', version: "«'0.1.0'»" },
        quotes: { version: 'single' },
        place: '«order»',
        symbols: ['pay', 'both', 'tell', 'hear', 'data', 'check'].map((name) => ({
          kind: name === 'check' ? 'function' : 'task',
          name,
          place: `«${name}»`,
        })),
        runs: [{ identity: { namespace: 'money', name: 'pay' }, places: { namespace: '«money»', name: '«pay»' }, certain: true }],
        emits: [{ type: 'shop.order.paid', place: '«shop.order.paid»' }],
        listens: ['shop.cart.closed', 'shop.a', 'shop.b'].map((type) => ({ type, place: `«${type}»` })),
        // test/workspace/events looks at these.
        filters: ['«shop.cart.closed»', '«shop.a»', "«'${ .type }'»", '«shop.b»'].map(
          (place) => expect.objectContaining({ place }) as unknown,
        ),
      },
    ],
  });
});

test('of tasks that stand again behind aliases: each once', () => {
  const wait = '{ listen: { to: { one: { with: { type: a.b } } } } }';
  const text = `document: { dsl: 1.0.3, name: order }\nx: &l [{ a: ${wait} }]\ndo:\n  - b: { do: *l }\n  - c: { do: *l }\n`;
  const { parts } = summarise(open('file:///a.sw.yaml', text))!;
  expect(parts).toMatchObject([{ symbols: [{ name: 'b' }, { name: 'a' }, { name: 'c' }], listens: [{ type: 'a.b' }] }]);
});

test('of events: a batch, lines', () => {
  const event = '{ "specversion": "1.0", "type": "a.b", "source": "/s", "id": "7" }';
  const part = { kind: 'event', type: 'a.b', source: '/s', id: '7', place: '«"a.b"»' };
  expect(summary('file:///a.cloudevent.json', `[\n${event},\n{}]`)).toEqual({
    uri: 'file:///a.cloudevent.json',
    parts: [part, { kind: 'event', place: '«»' }],
  });
  expect(summary('file:///a.cloudevents.jsonl', `${event}\n${event}\n`)).toMatchObject({ parts: [part, part] });
});

test('of several workflows in one file, of DSL 0.x, of a file that is begun', () => {
  const several = `${workflow('a', '1.0.0', '  - x: { set: {} }\n')}---\n${workflow('b', '1.0.0', '  - y: { set: {} }\n')}`;
  expect(summary('file:///a.yaml', several)).toMatchObject({
    parts: [{ identity: { name: 'a' } }, { identity: { name: 'b' }, place: '«b»' }],
  });
  expect(summary('file:///a.sw.json', '{"id": "old", "specVersion": "0.8", "version": "2", "states": []}')).toMatchObject({
    parts: [{ identity: { name: 'old', version: '2' }, place: '«"old"»' }],
  });
  expect(summary('file:///a.sw.yaml', '')).toMatchObject({ parts: [{ kind: 'workflow', identity: {}, symbols: [] }] });
});

test('of a file that is not ours there is none', () => {
  expect(summarise(open('file:///compose.yaml', 'services: {}\n'))).toBeUndefined();
});

test('is the same data wherever it is computed, and computed once', () => {
  const { text } = ranged(workflow('a', '1.0.0', '  - x: { set: {} }\n'));
  const doc = open('file:///a.sw.yaml', text);
  expect(summarise(doc)).toBe(summarise(doc));
  const edited = open('file:///a.sw.yaml', `# new\n${text}`, doc);
  expect(JSON.parse(JSON.stringify(summarise(edited)))).toEqual(
    JSON.parse(JSON.stringify(summarise(open('file:///a.sw.yaml', edited.text)))),
  );
});

test('a workflow of DSL 0.x names its sub-workflows, too', () => {
  const text = `id: order
specVersion: '0.8'
states:
  - name: pay
    type: operation
    actions:
      - subFlowRef: pay
      - subFlowRef: { workflowId: ship, version: '2.0' }
    end: true
`;
  expect(summary('file:///old.sw.yaml', text)).toMatchObject({
    parts: [{ identity: { name: 'order' }, runs: [{ identity: { name: 'pay' } }, { identity: { name: 'ship', version: '2.0' } }] }],
  });
});
