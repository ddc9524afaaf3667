import type { RuleDocs } from '../../../../rules/rule.ts';
import { earlyDefaultOf, moveLast } from '../../rules/early-default.ts';
import { portabilityRule } from '../construct.ts';
import { defaultCase as construct } from '../readings.ts';

export const portableDefault = portabilityRule(construct, {
  kinds: ['switch'],
  task(task) {
    const early = earlyDefaultOf(task);
    return early ? [{ at: early.at, fixes: (tree) => moveLast(tree, early) }] : [];
  },
});

export const docs: RuleDocs = {
  rule: portableDefault,
  construct,
  target: 'zigflow',
  clause: 'dsl-reference: Switch Case',
  why: 'Where the default is taken as soon as it is met, the cases behind it never are.',
  good: [
    `
do:
  - check: { switch: [ { paid: { when: '\${ $input.paid }', then: exit } }, { other: { then: end } } ] }
`,
  ],
  bad: [
    {
      text: `
do:
  - check:
      switch:
        - «other»: { then: end }
        - paid: { when: '\${ $input.paid }', then: exit }
`,
      fixed: `
do:
  - check:
      switch:
        - paid: { when: '\${ $input.paid }', then: exit }
        - other: { then: end }
`,
    },
  ],
};
