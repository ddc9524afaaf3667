import type { RuleDocs } from '../../../rules/rule.ts';
import type { WorkflowRule } from '../rule.ts';
import { inTasks } from '../rule.ts';

export const defaultCase: WorkflowRule = {
  code: 'flow/default-case',
  level: 'error',
  check: inTasks(
    ({ cases }) => cases !== undefined,
    ({ cases = [] }) => {
      const [first, ...more] = cases.filter((one) => one.when === undefined);
      return more.map((one) => ({
        at: one.at,
        message: `"${one.name}" has no "when", and "${first!.name}" is the default already. Add a condition to one of them.`,
        related: [{ at: first!.at, message: 'The first case without a condition.' }],
      }));
    },
  ),
};

export const docs: RuleDocs = {
  rule: defaultCase,
  clause: 'dsl-reference: Switch Case',
  why: 'The case without a condition is taken when no other one matches, so there can be only one.',
  good: [
    `
do:
  - check:
      switch:
        - paid: { when: .paid, then: exit }
        - other: { then: end }
`,
  ],
  bad: [
    {
      text: `
do:
  - check:
      switch:
        - paid: { then: exit }
        - «other»: { then: end }
`,
    },
  ],
};
