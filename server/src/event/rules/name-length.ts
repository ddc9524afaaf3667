import type { RuleDocs } from '../../rules/rule.ts';
import { factOf } from '../attributes.ts';
import { isAttributeName } from '../names.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';

const longest = 20;

export const nameLength: EventRule = {
  ...coded('cloudevent/name-length'),
  *check({ attributes }) {
    for (const { name, nameAt: at } of attributes.values())
      if (name.length > longest && isAttributeName(name) && !factOf(name))
        yield {
          at,
          message: `"${name}" has ${name.length} characters. Names should have at most ${longest}, since some protocols cut longer ones.`,
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
