import type { RuleDocs } from '../../rules/rule.ts';
import type { EventRule } from './rule.ts';
import { remove } from './rule.ts';

export const duplicateMember: EventRule = {
  code: 'cloudevent/duplicate-member',
  level: 'error',
  *check(event) {
    for (const { member, first } of event.duplicates)
      yield {
        at: member.nameAt,
        message: `"${member.name}" stands in this event twice. Keep one.`,
        related: [{ at: first.nameAt, message: 'The first one is here.' }],
        fixes: remove(event, `Remove this "${member.name}"`, member),
      };
  },
};

export const docs: RuleDocs = {
  rule: duplicateMember,
  clause: 'core: Context Attributes; RFC 8259 §4',
  why: 'Most readers keep only the last of two equal members and drop the first without a word.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }'],
  bad: [{ text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", «"id"»: "2" }' }],
};
