import type { RuleDocs } from '../../../rules/rule.ts';
import { isOrdered } from '../../flow.ts';
import type { FlowTask } from '../../model.ts';
import { casesOf, defaultsOf } from './cases.ts';
import { listRule } from '../../rules/rule.ts';

export const missingDefault = listRule<FlowTask>({
  code: 'flow/missing-default',
  level: 'hint',
  dialects: ['v1'],
  *find(list) {
    for (const task of list.tasks) if (task.kind === 'switch' && casesOf(task).length > 0 && defaultsOf(task).length === 0) yield task;
  },
  report: (task, list) => {
    const next = isOrdered(list) ? list.tasks[task.index + 1] : undefined;
    const { target } = task.flows.find(({ kind }) => kind === 'next') ?? {};
    const where =
      target && target.directive !== 'continue' ? `"then" leads to "${target.to}"` : next ? `"${next.name}" follows` : 'this list ends';
    return { at: task.nameAt, message: `When no case of "${task.name}" matches, ${where}. A case without "when" would say so.` };
  },
});

export const docs: RuleDocs = {
  rule: missingDefault,
  clause: 'dsl-reference: Switch',
  why: 'What happens when no case matches stands nowhere near the cases.',
  good: [
    `
do:
  - check: { switch: [ { paid: { when: .paid, then: exit } }, { other: { then: end } } ] }
`,
  ],
  bad: [
    {
      text: `
do:
  - «check»: { switch: [ { paid: { when: .paid, then: exit } } ] }
  - remind: { wait: PT1S }
`,
    },
  ],
};
