import type { RuleDocs } from '../../rules/rule.ts';
import { factOf } from '../attributes.ts';
import type { EventRule } from './rule.ts';
import { attributes, scalarOf } from './rule.ts';

export const nonEmpty: EventRule = {
  code: 'cloudevent/non-empty',
  level: 'error',
  *check(event) {
    if (event.foreign) return;
    for (const pair of attributes(event)) {
      const fact = factOf(pair.key.text);
      if (!(fact?.nonEmpty || fact?.extension) || scalarOf(pair)?.value !== '') continue;
      yield {
        at: pair.value!,
        message: `"${pair.key.text}" is empty. ${fact.required ? 'Give it a text.' : 'Give it a text or leave it out.'}`,
      };
    }
  },
};

export const docs: RuleDocs = {
  rule: nonEmpty,
  clause: 'core: REQUIRED Attributes, OPTIONAL Attributes',
  why: 'An empty attribute says nothing; the specification asks for a text with at least one character.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "subject": "42" }'],
  bad: [
    { text: '{ "specversion": "1.0", "id": «""», "source": "/orders", "type": "com.example.order.placed" }' },
    { text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "subject": «""» }' },
  ],
};
