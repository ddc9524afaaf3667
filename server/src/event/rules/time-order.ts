import { checkTimestamp } from '../../formats/timestamp.ts';
import type { RuleDocs } from '../../rules/rule.ts';
import { factOf } from '../attributes.ts';
import { type Member, textOf } from '../model.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';

export const timeOrder: EventRule = {
  ...coded('cloudevent/time-order'),
  *check({ attributes }) {
    for (const member of attributes.values()) {
      const { name, severity } = factOf(member.name)?.notBefore ?? {};
      const earlier = name === undefined ? undefined : attributes.get(name);
      if (earlier && momentOf(member) < momentOf(earlier))
        yield {
          at: member.valueAt,
          severity,
          message: `"${member.name}" is before "${earlier.name}". Give it that time or a later one.`,
          related: [{ at: earlier.valueAt, message: `"${earlier.name}" is here.` }],
        };
    }
  },
};

/** In milliseconds; NaN, which is before nothing, for what is no time. Small letters are another rule's business. */
function momentOf(member: Member): number {
  const text = textOf(member)?.toUpperCase() ?? '';
  return checkTimestamp(text) ? NaN : Date.parse(text);
}

export const docs: RuleDocs = {
  rule: timeOrder,
  clause: 'ext/expirytime, recordedtime, deprecation',
  why: 'What expires before it happened is thrown away at once; mostly two times were mixed up, or the zone of one.',
  good: [
    '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "time": "2026-11-23T15:00:00Z", "expirytime": "2026-11-23T16:00:00+01:00" }',
  ],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "time": "2026-11-23T15:00:00Z", "expirytime": «"2026-11-23T15:00:00+01:00"» }',
    },
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "deprecated": true, "deprecationfrom": "2026-11-23T15:00:00Z", "deprecationsunset": «"2026-11-22T15:00:00Z"» }',
    },
  ],
};
