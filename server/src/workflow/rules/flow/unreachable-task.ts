import type { RuleDocs } from '../../../rules/rule.ts';
import { goesOn, reachable, spread, stepsOf, waysOf } from '../../flow.ts';
import type { Task, TaskList } from '../../model.ts';
import type { WorkflowRule } from '../rule.ts';
import { inLists } from '../rule.ts';

export const unreachableTask: WorkflowRule = {
  code: 'flow/unreachable-task',
  level: 'warning',
  check: inLists(function* (list) {
    // Of two tasks with one name only the first can be reached: that is the other mistake's business.
    if (list.role === 'branches' || list.role === 'function' || list.names.size < list.tasks.length) return;
    if (list.tasks.every(goesOn)) return;
    const steps = stepsOf(list);
    const reached = reachable(list, steps);
    const ways = waysOf(steps);
    for (const task of list.tasks) {
      if (reached[task.index]) continue;
      yield { at: task.key.key, tags: ['unnecessary'], message: `Nothing leads to "${task.name}"${reasonOf(task, list)}.` };
      // What only this one leads to is no other mistake.
      spread(task, ways, reached);
    }
  }),
};

export const docs: RuleDocs = {
  rule: unreachableTask,
  clause: 'dsl: Task Flow',
  why: 'A task that nothing leads to never runs, however the workflow goes.',
  good: [
    `
do:
  - check:
      switch:
        - paid: { when: .paid, then: ship }
        - other: { then: remind }
  - remind: { wait: P1D, then: check }
  - ship: { set: { shipped: true } }
`,
    `
do:
  - refuse: { if: .age < 18, raise: { error: { type: https://example.com/errors/age, status: 403 } } }
  - leave: { if: .done, set: { x: 1 }, then: end }
  - pay: { try: [ { bill: { set: { x: 1 } } } ], catch: { then: sorry }, then: end }
  - sorry: { set: { x: 1 } }
`,
  ],
  bad: [
    {
      text: `
do:
  - ship: { set: { shipped: true }, then: end }
  - «notify»: { set: { told: true } }
  - log: { set: { logged: true } }
`,
    },
    {
      text: `
do:
  - outer:
      do:
        - stop: { raise: { error: { type: https://example.com/errors/stop, status: 500 } } }
        - «after»: { set: { x: 1 }, then: last }
        - last: { set: { x: 1 }, then: after }
`,
    },
  ],
};

/** ": "ship" before it ends the workflow". */
function reasonOf({ index }: Task, list: TaskList): string {
  const before = list.tasks[index - 1];
  if (!before) return '';
  const why = before.kind === 'raise' ? 'raises an error' : before.kind === 'switch' ? 'always leads elsewhere' : leads(before, list);
  return `: "${before.name}" before it ${why}`;
}

function leads({ then }: Task, list: TaskList): string {
  if (then?.to === 'end' || (then?.to === 'exit' && list.role === 'workflow')) return 'ends the workflow';
  return then?.to === 'exit' ? 'leaves this list' : then ? `leads to "${then.to}"` : 'is not reached either';
}
