import type { RuleDocs } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';

export const dataExclusive: EventRule = {
  ...coded('cloudevent/data-exclusive'),
  *check({ data, dataBase64, members, writer }) {
    if (!data || !dataBase64) return;
    const [first, second] = members.indexOf(data) < members.indexOf(dataBase64) ? [data, dataBase64] : [dataBase64, data];
    yield {
      at: second.nameAt,
      message: 'An event carries its data once. Remove "data" or "data_base64".',
      related: [{ at: first.nameAt, message: `"${first.name}" is here.` }],
      fixes: (tree) => [second, first].map((member) => ({ title: `Remove "${member.name}"`, edits: writer.remove(tree, member) })),
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
