import { checkTimestamp } from '../../formats/timestamp.ts';
import type { RuleDocs } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { checkType } from './rule.ts';

export const timestamp: EventRule = {
  ...coded('cloudevent/timestamp'),
  check: checkType('Timestamp', checkTimestamp),
};

export const docs: RuleDocs = {
  rule: timestamp,
  clause: 'core: Type System, Timestamp; RFC 3339 §5.6, §5.7',
  why: 'A time without offset means another moment in every time zone; RFC 3339 leaves nothing to guess.',
  good: [
    '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "time": "2026-11-23T15:00:00.5+01:00" }',
  ],
  bad: [
    { text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "time": «"yesterday"» }' },
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "time": «"2026-11-23T15:00:00"» }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "time": "2026-11-23T15:00:00Z" }',
    },
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "time": «"2026-02-30T15:00:00Z"» }',
    },
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "time": «"2026-11-23t15:00:00z"» }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "time": "2026-11-23T15:00:00Z" }',
    },
  ],
};
