import type { RuleDocs, RuleReport } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import type { NodeRange } from '../../syntax/node.ts';
import { walk } from '../../syntax/locate.ts';

export const duplicateDataName: EventRule = {
  ...coded('cloudevent/duplicate-data-name'),
  *check({ data, pairOf }) {
    const reports: RuleReport[] = [];
    walk(data && pairOf(data)?.value, (node) => {
      if (node.kind !== 'map' || node.pairs.length < 2) return;
      const firsts = new Map<string, NodeRange>();
      for (const { key } of node.pairs) {
        const first = firsts.get(key.text);
        if (!first) firsts.set(key.text, key);
        else if (key.end > key.start)
          reports.push({
            at: key,
            message: `"${key.text}" stands in this object twice. Keep one.`,
            related: [{ at: first, message: 'The first one is here.' }],
          });
      }
    });
    yield* reports;
  },
};

export const docs: RuleDocs = {
  rule: duplicateDataName,
  clause: 'RFC 8259 §4',
  why: 'Most readers keep only the last of two equal names and drop the first without a word.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "data": { "a": { "a": 1 } } }'],
  bad: [
    { text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "data": { "a": 1, «"a"»: 2 } }' },
  ],
};
