import type { RuleDocs } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { textOf } from '../model.ts';

export const typeReverseDns: EventRule = {
  ...coded('cloudevent/type-reverse-dns'),
  *check({ attributes }) {
    const type = attributes.get('type');
    const text = textOf(type);
    if (type && text && !/[^.]\.[^.]/.test(text))
      yield {
        at: type.valueAt,
        message: `"${text}" may mean another event elsewhere. Begin with the name of a domain, as in com.example.${text}.`,
      };
  },
};

export const docs: RuleDocs = {
  rule: typeReverseDns,
  clause: 'core: type',
  why: 'The domain in front says who defines what an event of this type means. Off until you ask for it.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }'],
  bad: [{ text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": «"placed"» }' }],
};
