import type { RuleDocs } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { meaning, rename } from './rule.ts';

export const legacyAttribute: EventRule = {
  ...coded('cloudevent/legacy-attribute'),
  *check(event) {
    for (const [member, { by, attribute: now }] of event.meant) {
      if (by !== 'draft') continue;
      const { name, nameAt: at } = member;
      if (now === null) yield { at, message: `"${name}" is from an early draft and means nothing in 1.0. Remove it.` };
      else if (event.attributes.has(now))
        yield { at, message: `"${name}" is from an early draft; "${now}" is already there. Remove "${name}".` };
      else
        yield {
          at,
          message: `"${name}" is from an early draft. In 1.0 it is "${now}".`,
          about: meaning(now),
          fixes: rename(event, member, now),
        };
    }
  },
};

export const docs: RuleDocs = {
  rule: legacyAttribute,
  clause: 'core: Context Attributes (drafts 0.1 to 0.3)',
  why: 'Names of the early drafts are read as unknown extensions today, so their values are not used.',
  good: [
    '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "dataschema": "https://example.com/s" }',
  ],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", «"schemaurl"»: "https://example.com/s" }',
      fixed:
        '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "dataschema": "https://example.com/s" }',
    },
  ],
};
