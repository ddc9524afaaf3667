import type { RuleDocs } from '../../../rules/rule.ts';
import { defaultsOf } from './cases.ts';
import { taskRule } from '../../rules/rule.ts';

export const defaultCase = taskRule({
  code: 'flow/default-case',
  level: 'error',
  dialects: ['v1'],
  kinds: ['switch'],
  check(task) {
    const [first, ...more] = defaultsOf(task);
    return more.map(({ name, at }) => ({
      at,
      message: `"${name}" has no "when", and "${first!.name}" is the default already. Add a condition to one of them.`,
      related: [{ at: first!.at, message: 'The first case without a condition.' }],
    }));
  },
});

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
