import type { RuleDocs } from '../../rules/rule.ts';
import { dataMembers } from '../attributes.ts';
import { isAttributeName } from '../names.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { meaning, rename } from './rule.ts';

export const nameCharacters: EventRule = {
  ...coded('cloudevent/name-characters'),
  *check(event) {
    const written = new Set(event.members.map(({ name }) => name));
    for (const member of event.members) {
      const { name, nameAt: at } = member;
      const meant = event.meant.get(member);
      if (isAttributeName(name) || dataMembers.includes(name) || (meant && meant.by !== 'spelling')) continue;
      if (name === '') {
        yield { at, message: 'An attribute needs a name of at least one character.' };
        continue;
      }
      const better = meant?.attribute ?? name.toLowerCase().replace(/[^a-z0-9]/g, '');
      if (better === '' || written.has(better))
        yield { at, message: `Extension names are lower-case letters and digits: "${name}" is not one.` };
      else
        yield {
          at,
          message: meant
            ? `Unknown attribute "${name}". Did you mean "${better}"?`
            : `Extension names are lower-case letters and digits: "${name}" would be "${better}".`,
          about: meaning(better),
          fixes: rename(event, member, better),
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
