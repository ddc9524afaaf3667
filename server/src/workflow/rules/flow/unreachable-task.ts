import type { RuleDocs } from '../../../rules/rule.ts';
import { edgesTaken, goesThrough, isOrdered, markReachable, neverComesBack, outgoing, reachable } from '../../flow.ts';
import type { FlowList, FlowTask } from '../../model.ts';
import { listRule } from '../rule.ts';

export const unreachableTask = listRule<FlowTask>({
  code: 'flow/unreachable-task',
  level: 'warning',
  *find(list) {
    if (list.role === 'branches' || list.names.size < list.tasks.length) return;
    if (goesThrough(list)) return;
    const edges = edgesTaken(list);
    const reached = reachable({ tasks: list.tasks, edges });
    const ways = outgoing(edges);
    for (const task of list.tasks) {
      if (reached[task.index]) continue;
      yield task;
      // What only this one leads to is no other mistake.
      markReachable(task, ways, reached);
    }
  },
  report: (task, list) => ({
    at: task.nameAt,
    tags: ['unnecessary'],
    message: `Nothing leads to "${task.name}"${reasonOf(task, list)}.`,
  }),
});

/** ": "ship" before it ends the workflow". */
function reasonOf({ index }: FlowTask, list: FlowList): string {
  const before = list.tasks[index - 1];
  if (!before || !isOrdered(list)) return '';
  return `: "${before.name}" before it ${whyNotOn(before, list)}`;
}

function whyNotOn(task: FlowTask, list: FlowList): string {
  const { kind, flows } = task;
  if (kind === 'raise') return 'raises an error';
  if (kind === 'switch') return 'always leads elsewhere';
  if (neverComesBack(task)) return 'never comes back from the tasks inside it';
  const target = flows.find((flow) => flow.kind === 'next')?.target;
  if (target?.directive === 'end' || (target?.directive === 'exit' && list.role === 'workflow')) return 'ends the workflow';
  if (target?.directive === 'exit') return 'leaves this list';
  return target ? `leads to "${target.to}"` : 'is not reached either';
}

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
    `
do:
  - a: { do: [ { x: { set: { v: 1 }, then: exit } } ] }
  - b: { if: .late, do: [ { x: { set: { v: 1 }, then: end } } ] }
  - c: { for: { in: '\${ .items }' }, do: [ { x: { set: { v: 1 }, then: end } } ] }
  - d: { try: [ { x: { raise: { error: { type: https://example.com/errors/stop, status: 500 } } } } ], catch: {} }
  - e: { do: [ { x: { if: .late, raise: { error: { type: https://example.com/errors/stop, status: 500 } } } } ] }
  - f: { set: { x: 1 } }
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
        - «after»: { set: { x: 1 } }
        - last: { set: { x: 1 }, then: after }
`,
    },
    {
      text: `
do:
  - a: { do: [ { x: { set: { v: 1 }, then: end } } ] }
  - «b»: { set: { x: 1 } }
`,
    },
    {
      text: `
do:
  - outer:
      do:
        - a:
            try: [ { x: { raise: { error: { type: https://example.com/errors/stop, status: 500 } } } } ]
            catch: { do: [ { y: { do: [ { z: { set: { v: 1 }, then: end } } ] } } ] }
        - «b»: { set: { x: 1 } }
  - «c»: { set: { x: 1 } }
`,
    },
  ],
};
