import type { RuleDocs } from '../../rules/rule.ts';
import { factOf } from '../attributes.ts';
import { textOf } from '../model.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { nameIn } from './rule.ts';

export const nonEmpty: EventRule = {
  ...coded('cloudevent/non-empty'),
  *check(event) {
    for (const member of event.attributes.values()) {
      const { name, valueAt: at } = member;
      const fact = factOf(name);
      if (!fact?.nonEmpty || textOf(member) !== '') continue;
      yield { at, message: `"${nameIn(event, name)}" is empty. ${fact.required ? 'Give it a text.' : 'Give it a text or leave it out.'}` };
    }
  },
};

export const docs: RuleDocs = {
  rule: nonEmpty,
  clause: 'core: REQUIRED Attributes, OPTIONAL Attributes',
  why: 'An empty attribute says nothing; the specification asks for a text with at least one character.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "subject": "42" }'],
  bad: [
    { text: '{ "specversion": "1.0", "id": «""», "source": "/orders", "type": "com.example.order.placed" }' },
    { text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "subject": «""» }' },
  ],
};
