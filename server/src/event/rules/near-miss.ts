import type { RuleDocs } from '../../rules/rule.ts';
import { coreAttributes } from '../attributes.ts';
import type { EventRule } from './rule.ts';
import { renameTo } from './rule.ts';

export const nearMiss: EventRule = {
  code: 'cloudevent/near-miss',
  level: 'hint',
  *check(event) {
    if (event.foreign) return;
    for (const [name, meant] of event.misspelt) {
      const pair = event.members.get(name);
      if (!pair || !/^[a-z0-9]+$/.test(name)) continue; // other characters: name-characters says it
      const needed = coreAttributes[meant]?.required;
      yield {
        at: pair.key,
        ...(needed ? { severity: 'error' as const } : {}),
        message: needed
          ? `Unknown attribute "${name}". Did you mean "${meant}"?`
          : `"${name}" becomes an extension. Did you mean "${meant}"?`,
        fixes: renameTo(`Change to "${meant}"`, pair, meant),
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
  ],
};
