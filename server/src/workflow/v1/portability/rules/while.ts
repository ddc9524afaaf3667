import type { RuleDocs } from '../../../../rules/rule.ts';
import { portabilityRule } from '../construct.ts';
import { keysAt } from '../places.ts';
import { whileAsked as construct } from '../readings.ts';

export const whileAsked = portabilityRule(construct, {
  kinds: ['for'],
  task: ({ body }) => keysAt(body, ['while']).map((at) => ({ at })),
});

export const docs: RuleDocs = {
  rule: whileAsked,
  construct,
  target: 'swf',
  clause: 'dsl-reference: For',
  why: 'When the condition is asked is left open, so that a turn more or less is made.',
  good: [
    `
do:
  - pick: { for: { in: '\${ [.items[] | select(.open)] }' }, do: [ { take: { set: { sku: '\${ $item.sku }' } } } ] }
`,
  ],
  bad: [
    {
      text: `
do:
  - pick: { for: { in: .items }, «while»: .open, do: [ { take: { set: { sku: '\${ $item.sku }' } } } ] }
`,
    },
  ],
};
