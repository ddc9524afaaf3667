import type { Node } from '../../syntax/node.ts';
import { resolve } from '../../syntax/node.ts';
import type { Rule, RuleDocs } from '../../rules/rule.ts';
import type { EventDocument } from '../document.ts';
import { coded } from './levels.ts';

export const notAnEvent: Rule<EventDocument> = {
  ...coded('cloudevent/not-an-event'),
  *check({ root }) {
    if (!root) return;
    if (root.kind === 'seq') {
      for (const node of root.elements) {
        const element = resolve(node);
        if (element && element.kind !== 'map')
          yield { at: node, message: `A batch is a list of events, and ${kind(element)} is not an event.` };
      }
    } else if (root.kind !== 'map')
      yield { at: root, message: 'An event is an object: start with { and its "specversion". A batch is a list of such objects.' };
  },
};

export const docs: RuleDocs = {
  rule: notAnEvent,
  clause: 'json §3, §4.1',
  why: 'An event is a JSON object and a batch is a list of such objects; nothing else can be read as one.',
  good: ['[]', '[{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }]'],
  bad: [{ text: '«"hello"»' }, { text: '[«1»]' }, { text: '[«[]»]' }],
};

const kind = (node: Node): string =>
  node.kind === 'seq' ? 'a list' : node.kind === 'scalar' && node.style === 'plain' ? (node.text === '' ? 'nothing' : node.text) : 'a text';
