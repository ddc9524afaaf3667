import type { RuleDocs } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { isTooLarge, mostBytes } from '../size.ts';

export const size: EventRule = {
  ...coded('cloudevent/size'),
  *check(event) {
    if (isTooLarge(event))
      yield {
        at: event.at,
        message: `This event has more than ${mostBytes / 1024} KiB, and not everybody forwards so much. Put the data elsewhere, and a link to it into "dataref".`,
      };
  },
};

export const docs: RuleDocs = {
  rule: size,
  clause: 'core: Size Limits; ext/dataref',
  why: 'Intermediaries must forward events of up to 64 KiB and may drop larger ones.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "data": "x" }'],
  bad: [
    {
      text: `«{» "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "data": "${'x'.repeat(65536)}" }`,
    },
  ],
};
