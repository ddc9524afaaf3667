import type { RuleDocs } from '../../rules/rule.ts';
import { legacyAttributes } from '../attributes.ts';
import type { EventRule } from './rule.ts';
import { renameTo } from './rule.ts';

export const legacyAttribute: EventRule = {
  code: 'cloudevent/legacy-attribute',
  level: 'warning',
  *check(event) {
    if (event.foreign) return;
    for (const pair of event.root.pairs) {
      const name = pair.key.text;
      const now = Object.hasOwn(legacyAttributes, name.toLowerCase()) ? legacyAttributes[name.toLowerCase()] : undefined;
      if (now === undefined) continue;
      if (now === null) yield { at: pair.key, message: `"${name}" is from an early draft and means nothing in 1.0. Remove it.` };
      else if (event.members.has(now))
        yield { at: pair.key, message: `"${name}" is from an early draft; "${now}" is already there. Remove "${name}".` };
      else
        yield {
          at: pair.key,
          message: `"${name}" is from an early draft. In 1.0 it is "${now}".`,
          fixes: renameTo(`Change to "${now}"`, pair, now),
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
