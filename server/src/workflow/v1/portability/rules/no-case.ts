import type { RuleDocs } from '../../../../rules/rule.ts';
import { casesOf, defaultsOf } from '../../rules/cases.ts';
import { portabilityRule } from '../construct.ts';
import { noCase as construct } from '../readings.ts';

export const noCase = portabilityRule(construct, {
  kinds: ['switch'],
  task: (task) => (casesOf(task).length > 0 && defaultsOf(task).length === 0 ? [{ at: task.nameAt }] : []),
});

export const docs: RuleDocs = {
  rule: noCase,
  construct,
  target: 'go-sdk',
  clause: 'dsl-reference: Switch',
  why: 'What happens when no case fits is written nowhere; there the workflow ends with an error.',
  good: [
    `
do:
  - check: { switch: [ { paid: { when: '\${ .paid }', then: ship } }, { other: { then: remind } } ] }
  - ship: { set: { shipped: true }, then: end }
  - remind: { set: { reminded: true } }
`,
  ],
  bad: [
    {
      text: `
do:
  - «check»: { switch: [ { paid: { when: '\${ .paid }', then: ship } } ] }
  - remind: { set: { reminded: true } }
  - ship: { set: { shipped: true } }
`,
    },
  ],
};
