/** What workflows wait for, and which of them an event reaches. */
import { expect, test } from 'vitest';
import { eventOf } from '../../../server/src/event/document.ts';
import { receiversOf } from '../../../server/src/workspace/events/receivers.ts';
import { open, workspaceOf } from '../files.ts';

const order = `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
schedule: { on: { one: { with: { type: com.shop.placed } } } }
do:
  - paid:
      listen:
        to:
          any:
            - with: { type: com.shop.paid, data: '\${ .total > 10 }' }
            - with: { type: com.shop.cancelled }
          until: { one: { with: { type: com.shop.placed } } }
  - both: { listen: { to: { all: [ { with: { type: com.shop.placed } }, { with: { type: com.shop.Paid } } ] } } }
`;
const json = JSON.stringify({
  document: { dsl: '1.0.3', namespace: 'shop', name: 'ship', version: '1.0.0' },
  schedule: { on: { all: [{ with: { type: 'com.shop.paid' } }] } },
  do: [{ 'a/b': { listen: { to: { one: { with: { source: '/x' } } } } } }],
});
const sample = (type: string): string => `{ "specversion": "1.0", "id": "1", "source": "/a", "type": "${type}" }`;
const files = { 'file:///order.sw.yaml': order, 'file:///ship.sw.json': json };

function reached(type: string) {
  const doc = open('file:///a.cloudevent.json', sample(type));
  const [part] = doc.parts;
  return receiversOf(workspaceOf(files), eventOf(part!.document, part!.root)!)
    .filter(({ verdict }) => verdict !== 'misses')
    .map(({ workflow, filter: { at, use, task, isOneOfAll }, verdict }) => [workflow.identity.name, at, use, task, isOneOfAll, verdict]);
}

test('each filter is known by where it stands and what for', () => {
  expect(reached('com.shop.placed')).toEqual([
    ['order', '/schedule/on/one', 'start', undefined, false, 'matches'],
    ['order', '/do/0/paid/listen/to/until/one', 'until', 'paid', false, 'matches'],
    ['order', '/do/1/both/listen/to/all/0', 'listen', 'both', true, 'matches'],
  ]);
  expect(reached('com.shop.paid')).toEqual([
    ['ship', '/schedule/on/all/0', 'start', undefined, false, 'matches'],
    ['order', '/do/0/paid/listen/to/any/0', 'listen', 'paid', false, 'near'],
    ['order', '/do/1/both/listen/to/all/1', 'listen', 'both', true, 'near'],
  ]);
});
