import type { RuleDocs } from '../../../../rules/rule.ts';
import { portabilityRule } from '../construct.ts';
import { keysAt } from '../places.ts';
import { foreachOutput as construct } from '../readings.ts';

export const foreachOutput = portabilityRule(construct, {
  kinds: ['listen'],
  task: ({ body }) => keysAt(body, ['foreach.output', 'foreach.export']).map((at) => ({ at })),
});

export const docs: RuleDocs = {
  rule: foreachOutput,
  construct,
  target: 'quarkus-flow',
  clause: 'dsl-reference: Subscription Iterator',
  why: 'What was to be kept of each event is lost.',
  good: [
    `
do:
  - wait:
      listen: { to: { one: { with: { type: com.example.paid } } } }
      foreach: { do: [ { take: { set: { id: '\${ $item.id }' } } } ] }
`,
  ],
  bad: [
    {
      text: `
do:
  - wait:
      listen: { to: { one: { with: { type: com.example.paid } } } }
      foreach: { do: [ { take: { set: { id: '\${ $item.id }' } } } ], «output»: { as: '\${ .id }' } }
`,
    },
  ],
};
