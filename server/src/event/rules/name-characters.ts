import type { RuleDocs } from '../../rules/rule.ts';
import { dataMembers, legacyAttributes } from '../attributes.ts';
import type { EventRule } from './rule.ts';
import { renameTo } from './rule.ts';

export const nameCharacters: EventRule = {
  code: 'cloudevent/name-characters',
  level: 'error',
  *check(event) {
    if (event.foreign) return;
    const written = new Set(event.root.pairs.map(({ key }) => key.text));
    for (const pair of event.root.pairs) {
      const name = pair.key.text;
      if (/^[a-z0-9]+$/.test(name) || dataMembers.includes(name) || Object.hasOwn(legacyAttributes, name.toLowerCase())) continue;
      if (pair.key.end === pair.key.start) continue;
      if (name === '') {
        yield { at: pair.key, message: 'An attribute needs a name of at least one character.' };
        continue;
      }
      const better = event.misspelt.get(name) ?? name.toLowerCase().replace(/[^a-z0-9]/g, '');
      if (better === '' || written.has(better))
        yield { at: pair.key, message: `Extension names are lower-case letters and digits: "${name}" is not one.` };
      else
        yield {
          at: pair.key,
          message: event.misspelt.has(name)
            ? `Unknown attribute "${name}". Did you mean "${better}"?`
            : `Extension names are lower-case letters and digits: "${name}" would be "${better}".`,
          fixes: renameTo(`Change to "${better}"`, pair, better),
        };
    }
  },
};

export const docs: RuleDocs = {
  rule: nameCharacters,
  clause: 'core: Attribute Naming Convention',
  why: 'Attribute names travel as header and property names through many protocols; only a–z and 0–9 survive everywhere.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "myext": "x" }'],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", «"myExt"»: "x" }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "myext": "x" }',
    },
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", «"my-ext"»: "x" }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "myext": "x" }',
    },
  ],
};
