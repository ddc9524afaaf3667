import { checkUriReference } from '../../formats/uri.ts';
import type { RuleDocs } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { checkType } from './rule.ts';

export const uriReference: EventRule = {
  ...coded('cloudevent/uri-reference'),
  check: checkType('URI-reference', checkUriReference),
};

export const docs: RuleDocs = {
  rule: uriReference,
  clause: 'core: source; RFC 3986 §4.1',
  why: 'source names where an event comes from as a URI or a relative reference; spaces and other stray characters break it.',
  good: [
    '{ "specversion": "1.0", "id": "1", "source": "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66", "type": "com.example.order.placed" }',
  ],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": "1", "source": «"a b"», "type": "com.example.order.placed" }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "a%20b", "type": "com.example.order.placed" }',
    },
    { text: '{ "specversion": "1.0", "id": "1", "source": «"%zz"», "type": "com.example.order.placed" }' },
    { text: '{ "specversion": "1.0", "id": "1", "source": «"1scheme:abc"», "type": "com.example.order.placed" }' },
  ],
};
