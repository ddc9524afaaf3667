import type { RuleDocs } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { isAttributeName } from '../names.ts';

export const nameFirstLetter: EventRule = {
  ...coded('cloudevent/name-first-letter'),
  *check({ attributes }) {
    for (const { name, nameAt: at } of attributes.values())
      if (isAttributeName(name) && /^\d/.test(name))
        yield { at, message: `"${name}" begins with a digit. Begin the name of an attribute with a letter.` };
  },
};

export const docs: RuleDocs = {
  rule: nameFirstLetter,
  clause: 'core: Attribute Naming Convention (1.0.3)',
  why: 'Many languages make names of fields from the names of attributes, and no field begins with a digit.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "first1": "x" }'],
  bad: [{ text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", «"1st"»: "x" }' }],
};
