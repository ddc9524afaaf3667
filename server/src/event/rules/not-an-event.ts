import type { Node } from '../../syntax/node.ts';
import { resolve } from '../../syntax/node.ts';
import type { Rule, RuleDocs } from '../../rules/rule.ts';
import { headerNamed } from '../../syntax/http/stream.ts';
import { setHeader } from '../http.ts';
import type { EventDocument } from '../document.ts';
import { coded } from './levels.ts';

/** What the type of a message promises, and its body is not (json §3, §4.1). */
const batchOfNone = {
  message: 'The type of this message is that of a batch, which is a list of events. Put this one into [ ], or change the type.',
  title: 'Change to "application/cloudevents"',
  type: 'cloudevents',
};
const eventOfMany = {
  message: 'The type of this message is that of one event, and this is a list. Change the type to that of a batch.',
  title: 'Change to "application/cloudevents-batch"',
  type: 'cloudevents-batch',
};

export const notAnEvent: Rule<EventDocument> = {
  ...coded('cloudevent/not-an-event'),
  *check({ root, mode, message }) {
    if (!root) return;
    const wrong =
      mode === 'batched' && root.kind === 'map' ? batchOfNone : mode === 'structured' && root.kind === 'seq' ? eventOfMany : undefined;
    if (wrong) {
      const header = message && headerNamed(message, 'content-type');
      yield {
        at: { ...root, end: root.start + 1 },
        message: wrong.message,
        fixes: (tree) =>
          header
            ? [
                {
                  title: wrong.title,
                  preferred: true,
                  edits: setHeader(tree, header, header.value.replace(/cloudevents(?:-batch)?/i, wrong.type)),
                },
              ]
            : [],
      };
      return;
    }
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
