import type { RuleDocs } from '../../../rules/rule.ts';
import type { Step } from '../../flow.ts';
import { reachable, stepsOf } from '../../flow.ts';
import type { Flow, Task, TaskList } from '../../model.ts';
import { valueOf } from '../../../syntax/node.ts';
import type { WorkflowRule } from '../rule.ts';
import { inLists } from '../rule.ts';

export const endlessLoop: WorkflowRule = {
  code: 'flow/endless-loop',
  level: 'warning',
  check: inLists(function* (list) {
    if (list.role === 'branches' || list.role === 'function' || !list.tasks.some(leadsBack)) return;
    const steps = stepsOf(list);
    const trapped = trappedIn(list, steps);
    if (trapped.length === 0 || trapped.some(mayPause)) return;
    const closing = steps.findLast(
      ({ from, to, flow }) => flow && from && typeof to === 'object' && to.index <= from.index && trapped.includes(from),
    );
    const { from, to, flow } = closing ?? {};
    if (from && flow && typeof to === 'object')
      yield {
        at: flow.at,
        message: `"${from.name}" leads back to "${to.name}", and nothing leaves this loop. Add a condition that ends it.`,
      };
  }),
};

export const docs: RuleDocs = {
  rule: endlessLoop,
  clause: 'dsl: Task Flow',
  why: 'Tasks that lead round in a circle, without a pause and without a way out, keep a runtime busy for ever.',
  good: [
    `
do:
  - poll: { call: http, with: { method: get, endpoint: https://example.com } }
  - ready: { switch: [ { yes: { when: .ready, then: end } }, { no: { then: poll } } ] }
`,
    `
do:
  - hear: { listen: { to: { one: { with: { type: com.example.asked } } } } }
  - answer: { emit: { event: { with: { source: /a, type: com.example.answered } } }, then: hear }
`,
    `
do:
  - again: { do: [ { stop: { if: .done, set: { x: 1 }, then: end } } ], then: again }
`,
  ],
  bad: [
    {
      text: `
do:
  - poll: { call: http, with: { method: get, endpoint: https://example.com } }
  - note: { set: { polled: true }, then: «poll» }
`,
    },
  ],
};

function leadsBack(task: Task): boolean {
  const { then, caught, cases } = task;
  return isBack(task, then) || isBack(task, caught) || (cases !== undefined && cases.some((one) => isBack(task, one.then)));
}

const isBack = ({ list, index }: Task, flow: Flow | undefined): boolean =>
  flow !== undefined && (list.names.get(flow.to)?.index ?? Infinity) <= index;

/** Tasks that are reached and from which no step ever leaves the list. */
function trappedIn(list: TaskList, steps: readonly Step[]): Task[] {
  const reached = reachable(list, steps);
  const leaves = list.tasks.map(() => false);
  for (let changed = true; changed;) {
    changed = false;
    // Backwards, as control mostly goes forwards: two or three rounds do.
    for (let i = steps.length - 1; i >= 0; i--) {
      const { from, to } = steps[i]!;
      if (!from || leaves[from.index] || (typeof to === 'object' && !leaves[to.index])) continue;
      leaves[from.index] = changed = true;
    }
  }
  return list.tasks.filter((task) => reached[task.index] && !leaves[task.index]);
}

/** What waits for something, runs for as long as it likes, or ends the workflow from inside. */
function mayPause(task: Task): boolean {
  if (task.kind === undefined || ['listen', 'wait', 'run', 'raise'].includes(task.kind)) return true;
  if (task.kind === 'call' && valueOf(valueOf(task.body, 'with'), 'subscription')) return true;
  const inner = task.lists.flatMap((list) => list.tasks);
  return inner.some(
    (one) => mayPause(one) || [one.then, one.caught, ...(one.cases ?? []).map((each) => each.then)].some((flow) => flow?.to === 'end'),
  );
}
