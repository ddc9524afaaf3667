import type { Rule, RuleDocs } from '../../rules/rule.ts';
import { decodeHeaderValue } from '../../formats/percent.ts';
import { quote } from '../../formats/quote.ts';
import type { EventDocument } from '../document.ts';
import { attributeOfHeader } from '../http.ts';
import { coded } from './levels.ts';

export const httpMismatch: Rule<EventDocument> = {
  ...coded('cloudevent/http-mismatch'),
  *check({ mode, message, events }) {
    const [event] = events;
    if (mode !== 'structured' || !message || !event) return;
    for (const { name, value, valueAt, isTemplate } of message.headers) {
      const attribute = attributeOfHeader(name);
      // The type of the message is not that of the data.
      const member = attribute === undefined || attribute === 'datacontenttype' ? undefined : event.attributes.get(attribute);
      if (!member || isTemplate || member.isExpression || member.text === decodeHeaderValue(value).text) continue;
      yield {
        at: valueAt,
        message: `This header and the event in the body do not agree: "${member.name}" is ${quote(member.text)} there. Change one, or remove the header.`,
        related: [{ at: member.valueAt, message: `"${member.name}" of the event is here.` }],
      };
    }
  },
};

export const docs: RuleDocs = {
  rule: httpMismatch,
  language: 'http',
  clause: 'http §3.2.3',
  why: 'Some receivers route by the headers and others by the body; each gets another event.',
  good: [
    'ce-id: 1\nContent-Type: application/cloudevents+json\n\n{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }',
  ],
  bad: [
    {
      text: 'ce-id: «2»\nContent-Type: application/cloudevents+json\n\n{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }',
    },
  ],
};
