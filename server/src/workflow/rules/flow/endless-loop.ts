import type { RuleDocs } from '../../../rules/rule.ts';
import type { FlowEdge, FlowList, FlowTarget, FlowTask } from '../../model.ts';
import { listRule } from '../rule.ts';

/** The edge that closes a circle which nothing leaves. */
interface Loop {
  readonly from: FlowTask;
  readonly to: FlowTask;
  readonly target: FlowTarget;
}

export const endlessLoop = listRule<Loop>({
  code: 'flow/endless-loop',
  level: 'warning',
  find(list) {
    if (list.role === 'branches' || !list.tasks.some((task) => leadsBack(list, task))) return [];
    const trapped = trappedIn(list);
    if (trapped.length === 0 || trapped.some(mayPause)) return [];
    const loop = list.edges.flatMap((edge) => closing(edge, trapped) ?? []).at(-1);
    return loop ? [loop] : [];
  },
  report: ({ from, to, target }) => ({
    at: target.at,
    message: `"${from.name}" leads back to "${to.name}", and nothing leaves this loop. Add a condition that ends it.`,
  }),
});

function closing({ from, to, flow }: FlowEdge<FlowTask>, trapped: readonly FlowTask[]): Loop | undefined {
  const target = flow?.target;
  if (!from || !target || typeof to !== 'object' || to.index > from.index || !trapped.includes(from)) return undefined;
  return { from, to, target };
}

const leadsBack = ({ names }: FlowList, { index, flows }: FlowTask): boolean =>
  flows.some(({ target }) => target !== undefined && (names.get(target.to)?.index ?? Infinity) <= index);

/** Tasks that are reached and from which no edge ever leaves the list. */
function trappedIn({ tasks, edges, reached }: FlowList): FlowTask[] {
  const leaves = tasks.map(() => false);
  for (let changed = true; changed;) {
    changed = false;
    // Backwards, as control mostly goes forwards: two or three rounds do.
    for (let i = edges.length - 1; i >= 0; i--) {
      const { from, to } = edges[i]!;
      if (!from || leaves[from.index] || (typeof to === 'object' && !leaves[to.index])) continue;
      leaves[from.index] = changed = true;
    }
  }
  return tasks.filter((task) => reached[task.index] && !leaves[task.index]);
}

/** It pauses itself, or something inside it does, or ends the workflow. */
function mayPause(task: FlowTask): boolean {
  if (task.mayPause) return true;
  const inner = task.lists.flatMap((list) => list.tasks);
  return inner.some((one) => mayPause(one) || one.flows.some(({ target }) => target?.directive === 'end'));
}

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
