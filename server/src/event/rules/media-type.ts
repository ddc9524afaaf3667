import { checkMediaType } from '../../formats/media-type.ts';
import type { RuleDocs } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { violated } from './rule.ts';

export const mediaType: EventRule = {
  ...coded('cloudevent/media-type'),
  *check(event) {
    const violation = event.contentType ? checkMediaType(event.contentType) : undefined;
    if (violation) yield violated(event, event.attributes.get('datacontenttype')!, violation);
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
