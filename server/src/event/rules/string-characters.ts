import type { RuleDocs } from '../../rules/rule.ts';
import { hasGrammar } from '../attributes.ts';
import { forbiddenCharacter } from '../characters.ts';
import { textOf } from '../model.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';

export const stringCharacters: EventRule = {
  ...coded('cloudevent/string-characters'),
  *check({ attributes }) {
    for (const member of attributes.values()) {
      const { name, valueAt: at } = member;
      const text = textOf(member);
      if (!text || name === 'datacontenttype' || hasGrammar(name)) continue;
      const found = forbiddenCharacter(text);
      if (found) yield { at, message: `"${name}" contains ${found}, which an attribute cannot carry. Take it out.` };
    }
  },
};

export const docs: RuleDocs = {
  rule: stringCharacters,
  clause: 'core: Type System, String',
  why: 'Control characters and half characters cannot travel in headers; receivers reject or mangle them.',
  good: ['{ "specversion": "1.0", "id": "grün 🎉", "source": "/orders", "type": "com.example.order.placed" }'],
  bad: [
    { text: '{ "specversion": "1.0", "id": «"a\\nb"», "source": "/orders", "type": "com.example.order.placed" }' },
    { text: '{ "specversion": "1.0", "id": «"\\uDEAD"», "source": "/orders", "type": "com.example.order.placed" }' },
  ],
};
