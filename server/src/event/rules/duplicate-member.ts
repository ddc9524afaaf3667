import type { RuleDocs } from '../../rules/rule.ts';
import type { Member } from '../model.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { nameIn } from './rule.ts';

export const duplicateMember: EventRule = {
  ...coded('cloudevent/duplicate-member'),
  *check(event) {
    for (const { member, first } of event.duplicates)
      yield {
        at: member.nameAt,
        message: `"${nameIn(event, member.name)}" stands in this event twice. Keep one.`,
        related: [{ at: first.nameAt, message: 'The first one is here.' }],
        fixes: (tree) => [
          {
            title: `Remove this "${nameIn(event, member.name)}"`,
            preferred: saysTheSame(member, first),
            edits: event.writer.remove(tree, member),
          },
          { title: `Remove the first "${nameIn(event, first.name)}"`, edits: event.writer.remove(tree, first) },
        ],
      };
  },
};

/** Which of two is taken out does not matter. */
const saysTheSame = (a: Member, b: Member): boolean => a.value !== undefined && a.kind === b.kind && a.text === b.text;

export const docs: RuleDocs = {
  rule: duplicateMember,
  clause: 'core: Context Attributes; RFC 8259 §4',
  why: 'Most readers keep only the last of two equal members and drop the first without a word.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }'],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", «"id"»: "2" }',
    },
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", «"id"»: "1" }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }',
    },
  ],
};
