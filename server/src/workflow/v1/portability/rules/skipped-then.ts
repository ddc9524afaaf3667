import type { RuleDocs } from '../../../../rules/rule.ts';
import { isOrdered } from '../../../flow.ts';
import type { FlowTarget, FlowTask } from '../../../model.ts';
import { type Place, portabilityRule } from '../construct.ts';
import { skippedThen as construct } from '../readings.ts';

interface Skipped {
  readonly task: FlowTask;
  readonly target: FlowTarget;
}

/** Where it leads on to the next task anyway, it does not matter. */
export const skippedThen = portabilityRule<{ readonly toDefault?: boolean }, Skipped>(construct, {
  list: {
    *find(list, { toDefault }) {
      if (!isOrdered(list)) return;
      for (const task of list.tasks) {
        if (!task.flows.some(({ kind }) => kind === 'skip')) continue;
        const way = task.flows.find(({ kind, case: one }) =>
          task.kind === 'switch' ? toDefault && one && !one.condition : kind === 'next',
        );
        const target = way?.target;
        const next = list.tasks[task.index + 1];
        if (target && target.directive !== 'continue' && (!next || list.names.get(target.to) !== next)) yield { task, target };
      }
    },
    place: ({ task, target }): Place => ({
      at: target.at,
      does: task.kind === 'switch' ? 'a switch that "if" skips goes to its default case' : undefined,
    }),
  },
});

export const docs: RuleDocs = {
  rule: skippedThen,
  construct,
  target: 'quarkus-flow',
  clause: 'dsl-reference: Task, Flow Directive',
  why: 'Whether a task that is skipped still says where the workflow goes on is left open.',
  good: [
    `
do:
  - pack: { if: .heavy, set: { packed: true } }
  - ship: { set: { shipped: true }, then: end }
`,
  ],
  bad: [
    {
      text: `
do:
  - pack: { if: .heavy, set: { packed: true }, then: «end» }
  - ship: { set: { shipped: true } }
`,
    },
    {
      text: `
do:
  - check: { if: .known, switch: [ { paid: { when: .paid, then: ship } }, { other: { then: «end» } } ] }
  - ship: { set: { shipped: true } }
`,
    },
  ],
};
