/** An event against a filter: the verdict, and why. */
import { describe, expect, it, test } from 'vitest';
import { eventOf } from '../../../server/src/event/document.ts';
import { match, reasonWords, type Wanted } from '../../../server/src/workspace/events/match.ts';
import { parse } from '../../../server/src/syntax/parse.ts';

const eventIn = (text: string, split?: 'messages') => {
  const document = parse(text, 'json', undefined, { split }).documents[0]!;
  return eventOf(document, document.fragment.root!)!;
};
const event = eventIn(
  '{ "specversion": "1.0", "id": "1", "source": "https://shop.example/orders", "type": "com.shop.order.placed", "count": 30, "paid": true, "data": { "a": 1, "b": [1] } }',
);
const wants = (filter: Record<string, Wanted['value']>): Wanted[] => Object.entries(filter).map(([name, value]) => ({ name, value }));

describe('an event and a filter', () => {
  it.each<[Record<string, Wanted['value']>, string, string]>([
    [{}, 'matches', ''],
    [{ type: 'com.shop.order.placed' }, 'matches', ''],
    [{ type: 'com\\.shop\\.order\\..*' }, 'matches', ''],
    [{ type: '^com\\.shop\\.' }, 'near', 'only a part of "type" fits'],
    [{ type: 'com.shop.order.shipped' }, 'misses', 'it wants "com.shop.order.shipped" as "type"'],
    [{ type: 'com.shop.Order.placed' }, 'near', '"type" differs in case'],
    [{ type: 'com.shop.order-placed' }, 'near', '"type" differs in signs between its words'],
    [{ type: ' com.shop.order.placed' }, 'near', '"type" differs in white space'],
    [{ source: 'https://shop.example/orders/' }, 'near', '"source" differs in a "/" at its end'],
    [{ type: 'com.shop.order.placed', subject: 'x' }, 'near', 'the event has no "subject"'],
    [{ type: 'com.shop.order.placed', source: '/a' }, 'near', 'it wants "/a" as "source"'],
    [{ type: 'com.shop.order.placed', source: '/a', subject: 'x' }, 'misses', 'it wants "/a" as "source" and the event has no "subject"'],
    [{ source: '/a' }, 'misses', 'it wants "/a" as "source"'],
    [{ count: 30, paid: true }, 'matches', ''],
    [{ count: '30' }, 'matches', ''],
    [{ data: { a: 1, b: [1] } }, 'matches', ''],
    [{ data: { a: 1 } }, 'misses', 'it wants other "data"'],
    [{ type: '(' }, 'misses', 'it wants "(" as "type"'],
    [{ type: 'com\\.other\\..*' }, 'misses', 'it wants "type" to fit "com\\.other\\..*"'],
  ])('%j: %s', (filter, verdict, words) => {
    const found = match(event, wants(filter));
    expect([found.verdict, reasonWords(found.why)]).toEqual([verdict, words]);
  });

  it('says what an expression decides', () => {
    const found = match(event, [...wants({ type: 'com.shop.order.placed' }), { name: 'data', value: '${ .a > 1 }', isExpression: true }]);
    expect([found.verdict, reasonWords(found.why)]).toEqual(['near', 'an expression decides about "data"']);
  });

  it('never takes long over an expression', () => {
    const long = eventIn(`{ "specversion": "1.0", "id": "1", "source": "/", "type": "${'a'.repeat(500)}!" }`);
    expect(match(long, wants({ type: '(a+)+$' })).why).toEqual([
      { attribute: 'type', by: 'open', words: 'the pattern for "type" takes too long to try' },
    ]);
  });
});

test('an event in headers is met as any', () => {
  const sent = eventIn('ce-type: com.shop.order.placed\nce-subject: gr%C3%BCn\nContent-Type: application/json\n\n{ "a": 1 }', 'messages');
  const filter = { type: 'com.shop.order.placed', subject: 'grün', datacontenttype: 'application/json', data: { a: 1 } };
  expect(match(sent, wants(filter)).why).toEqual([]);
  const others = { type: 'a.b', subject: 'gr%C3%BCn', datacontenttype: 'text/plain', data: { a: 2 } };
  expect(match(sent, wants(others)).why.map(({ attribute }) => attribute)).toEqual(['type', 'subject', 'datacontenttype', 'data']);
});
