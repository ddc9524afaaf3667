import type { RuleDocs } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { textOf } from '../model.ts';

export const sourceAbsolute: EventRule = {
  ...coded('cloudevent/source-absolute'),
  *check({ attributes }) {
    const source = attributes.get('source');
    const text = textOf(source);
    if (source && text && !/^[a-z][a-z0-9+.-]*:/i.test(text))
      yield {
        at: source.valueAt,
        message: `"${text}" is no full URI. Begin with a scheme, as in https://example.com${text.startsWith('/') ? '' : '/'}${text}.`,
      };
  },
};

export const docs: RuleDocs = {
  rule: sourceAbsolute,
  clause: 'core: source',
  why: 'Two systems may both have a source /orders; a full URI is one of a kind. Off until you ask for it.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "urn:example:orders", "type": "com.example.order.placed" }'],
  bad: [{ text: '{ "specversion": "1.0", "id": "1", "source": «"/orders"», "type": "com.example.order.placed" }' }],
};
