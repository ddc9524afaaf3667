import type { RuleDocs } from '../../../../rules/rule.ts';
import { elementsOf } from '../../../../syntax/node.ts';
import { at } from '../../../describe.ts';
import { portabilityRule } from '../construct.ts';
import { keysAt } from '../places.ts';
import { forList as construct } from '../readings.ts';

/** Of a list that is written out, everybody knows how long it is. */
export const forList = portabilityRule(construct, {
  kinds: ['for'],
  task: ({ body }) => (elementsOf(at(body, 'for.in')).length > 1 ? [] : keysAt(body, ['for.in']).map((key) => ({ at: key }))),
});

export const docs: RuleDocs = {
  rule: forList,
  construct,
  target: 'synapse',
  clause: 'dsl-reference: For',
  why: 'How long a list is shows only when the workflow runs.',
  good: [
    `
do:
  - pick: { for: { in: [ { sku: a1 }, { sku: b2 } ] }, do: [ { take: { set: { sku: '\${ $item.sku }' } } } ] }
`,
  ],
  bad: [
    {
      text: `
do:
  - pick: { for: { «in»: .items }, do: [ { take: { set: { sku: '\${ $item.sku }' } } } ] }
`,
    },
  ],
};
