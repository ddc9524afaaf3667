import type { RuleDocs } from '../../rules/rule.ts';
import { removePair } from '../../syntax/edit.ts';
import type { EventRule } from './rule.ts';

export const dataExclusive: EventRule = {
  code: 'cloudevent/data-exclusive',
  level: 'error',
  *check(event) {
    const pair = (name: string) => event.root.pairs.find(({ key }) => key.text === name);
    const [data, base64] = [pair('data'), pair('data_base64')];
    if (event.foreign || !data || !base64) return;
    const [first, second] = data.start < base64.start ? [data, base64] : [base64, data];
    yield {
      at: second.key,
      message: 'An event carries its data once. Remove "data" or "data_base64".',
      related: [{ at: first.key, message: `"${first.key.text}" is here.` }],
      fixes: (tree) =>
        [second, first].map((member) => ({ title: `Remove "${member.key.text}"`, edits: removePair(tree, event.root, member) })),
    };
  },
};

export const docs: RuleDocs = {
  rule: dataExclusive,
  clause: 'json §3.1.1',
  why: 'With both members there, nobody can tell which one is the data.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "data_base64": "AAE=" }'],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "data": 1, «"data_base64"»: "AAE=" }',
    },
  ],
};
