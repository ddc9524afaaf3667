import type { RuleDocs } from '../../../../rules/rule.ts';
import { removeThen } from '../../rules/redundant-then.ts';
import { type Place, portabilityRule } from '../construct.ts';
import { directive as construct } from '../readings.ts';

export const directive = portabilityRule(construct, {
  task: ({ flows }) =>
    flows.flatMap(({ kind, target }): Place[] => {
      if (kind === 'case' && target?.directive)
        return [{ at: target.at, does: `a case that leads to "${target.to}" makes the switch fail` }];
      if (kind !== 'next' || target?.directive !== 'continue') return [];
      return [
        {
          at: target.at,
          does: '"continue" behind a task ends the list of tasks',
          instead: 'Leave it out.',
          fixes: (tree) => removeThen(tree, target.at),
        },
      ];
    }),
});

export const docs: RuleDocs = {
  rule: directive,
  construct,
  target: 'go-sdk',
  clause: 'dsl-reference: Flow Directive',
  why: 'A directive is looked for as if it were the name of a task, and there is none.',
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
  - check: { switch: [ { paid: { when: '\${ .paid }', then: ship } }, { other: { then: «end» } } ] }
  - ship: { set: { shipped: true }, then: «continue» }
  - thank: { set: { thanked: true } }
`,
      fixed: `
do:
  - check: { switch: [ { paid: { when: '\${ .paid }', then: ship } }, { other: { then: end } } ] }
  - ship: { set: { shipped: true } }
  - thank: { set: { thanked: true } }
`,
    },
  ],
};
