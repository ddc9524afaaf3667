import { checkAbsoluteUri } from '../../formats/uri.ts';
import type { RuleDocs } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { checkType } from './rule.ts';

export const uri: EventRule = {
  ...coded('cloudevent/uri'),
  check: checkType('URI', checkAbsoluteUri),
};

export const docs: RuleDocs = {
  rule: uri,
  clause: 'core: dataschema; RFC 3986 §4.3',
  why: 'A receiver must be able to fetch or compare the schema without knowing where the event came from, so the URI is a full one.',
  good: [
    '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "dataschema": "https://example.com/order.json" }',
  ],
  bad: [
    { text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "dataschema": «"/schema"» }' },
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "dataschema": «"https://x/s#v1"» }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "dataschema": "https://x/s" }',
    },
  ],
};
