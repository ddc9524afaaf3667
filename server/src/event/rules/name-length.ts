import type { RuleDocs } from '../../rules/rule.ts';
import { factOf } from '../attributes.ts';
import type { EventRule } from './rule.ts';
import { attributes } from './rule.ts';

export const nameLength: EventRule = {
  code: 'cloudevent/name-length',
  level: 'warning',
  *check(event) {
    if (event.foreign) return;
    for (const { key } of attributes(event))
      if (key.text.length > 20 && /^[a-z0-9]+$/.test(key.text) && !factOf(key.text))
        yield {
          at: key,
          message: `"${key.text}" has ${key.text.length} characters. Names should have at most 20, since some protocols cut longer ones.`,
        };
  },
};

export const docs: RuleDocs = {
  rule: nameLength,
  clause: 'core: Attribute Naming Convention',
  why: 'Some protocols cut long header names; the specification asks for at most 20 characters.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "opcuametadatamajorversion": 1 }'],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", «"thisnameisfartoolongforthem"»: "x" }',
    },
  ],
};
