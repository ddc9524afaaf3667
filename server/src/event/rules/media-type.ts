import type { RuleDocs } from '../../rules/rule.ts';
import { mediaTypeFlaw } from '../media-type.ts';
import type { EventRule } from './rule.ts';
import { flawed, textOf } from './rule.ts';

export const mediaType: EventRule = {
  code: 'cloudevent/media-type',
  level: 'error',
  *check(event) {
    const pair = event.members.get('datacontenttype');
    const text = event.foreign ? undefined : textOf(pair);
    const flaw = text === undefined ? undefined : mediaTypeFlaw(text);
    if (flaw) yield flawed(pair!, flaw);
  },
};

export const docs: RuleDocs = {
  rule: mediaType,
  clause: 'core: datacontenttype; RFC 2046',
  why: 'Receivers choose the reader of the data by its media type; one they cannot parse leaves the data unread.',
  good: [
    '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "datacontenttype": "text/plain; charset=utf-8", "data": "x" }',
  ],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "datacontenttype": «"json"» }',
      fixed:
        '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "datacontenttype": "application/json" }',
    },
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "datacontenttype": «"text/plain; charset"» }',
    },
  ],
};
