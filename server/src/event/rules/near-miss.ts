import type { RuleDocs } from '../../rules/rule.ts';
import { dataMembers } from '../attributes.ts';
import { isComposite } from '../model.ts';
import { isAttributeName } from '../names.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { meaning, rename } from './rule.ts';

export const nearMiss: EventRule = {
  ...coded('cloudevent/near-miss'),
  *check(event) {
    for (const [member, { by, attribute }] of event.meant) {
      // A name with other characters cannot be an extension either: name-characters says it.
      if (by !== 'spelling' || attribute === null || !isAttributeName(member.name)) continue;
      // No extension is an object or a list.
      const needed = event.required.includes(attribute) || (dataMembers.includes(attribute) && isComposite(member));
      yield {
        at: member.nameAt,
        severity: needed ? 'error' : undefined,
        message: needed
          ? `Unknown attribute "${member.name}". Did you mean "${attribute}"?`
          : `"${member.name}" is read as an extension of the event. Did you mean "${attribute}"?`,
        about: meaning(attribute),
        fixes: rename(event, member, attribute),
      };
    }
  },
};

export const docs: RuleDocs = {
  rule: nearMiss,
  clause: 'core: Extension Context Attributes',
  why: 'Any name is allowed as an extension, so a misspelt attribute passes unseen and its value is never used.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "colour": "red" }'],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", «"subjct"»: "42" }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "subject": "42" }',
    },
    {
      text: '{ "specversion": "1.0", "id": "1", «"sorce"»: "/orders", "type": "com.example.order.placed" }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }',
    },
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", «"dta"»: { "x": 1 } }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "data": { "x": 1 } }',
    },
  ],
};
