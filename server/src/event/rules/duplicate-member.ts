import type { RuleDocs } from '../../rules/rule.ts';
import { removePair, sourceOf } from '../../syntax/edit.ts';
import type { Pair } from '../../syntax/node.ts';
import type { EventRule } from './rule.ts';

export const duplicateMember: EventRule = {
  code: 'cloudevent/duplicate-member',
  level: 'error',
  *check(event) {
    const seen = new Map<string, Pair>();
    for (const pair of event.root.pairs) {
      const first = seen.get(pair.key.text);
      if (!first) seen.set(pair.key.text, pair);
      else
        yield {
          at: pair.key,
          message: `"${pair.key.text}" stands in this event twice. Keep one.`,
          related: [{ at: first.key, message: 'The first one is here.' }],
          fixes: (tree) => [
            {
              title: `Remove this "${pair.key.text}"`,
              preferred: sourceOf(tree, pair.value) === sourceOf(tree, first.value),
              edits: removePair(tree, event.root, pair),
            },
            { title: `Remove the first "${pair.key.text}"`, edits: removePair(tree, event.root, first) },
          ],
        };
    }
  },
};

export const docs: RuleDocs = {
  rule: duplicateMember,
  clause: 'core: Context Attributes; RFC 8259 §4',
  why: 'Most readers keep only the last of two equal members and drop the first without a word.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }'],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", «"id"»: "2" }',
    },
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", «"id"»: "1" }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }',
    },
  ],
};
