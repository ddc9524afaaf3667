import type { RuleDocs } from '../../../rules/rule.ts';
import { walk } from '../../../syntax/locate.ts';
import type { Node } from '../../../syntax/node.ts';
import { at } from '../../describe.ts';
import { markReachable, outgoing } from '../../flow.ts';
import { gatherer } from '../../gather.ts';
import type { Task } from '../../model.ts';
import type { WorkflowRule } from '../../rules/rule.ts';

const exportOf = (task: Task): Node | undefined => at(task.body, 'export.as');

const exports = gatherer<Node>((task) => {
  const written = exportOf(task);
  return written ? [written] : [];
});

/** Does what is exported take over what the context holds already? */
function keepsContext(value: Node): boolean {
  let keeps = false;
  walk(value, (node) => {
    keeps ||= node.kind === 'alias' || (node.kind === 'scalar' && node.text.includes('$context'));
    return !keeps;
  });
  return keeps;
}

/** Can control go on from one task to another one of the same list? */
function leadsTo(from: Task, to: Task): boolean {
  const { edges, tasks } = from.list;
  const ways = outgoing(edges);
  const seen = tasks.map(() => false);
  for (const { to: next } of ways[from.index] ?? []) if (typeof next === 'object') markReachable(from.list.tasks[next.index]!, ways, seen);
  return seen[to.index] === true;
}

/** Exports of the same list that may come before this one, and those of the lists around it. */
function before(task: Task): Task | undefined {
  for (let inner: Task | undefined = task; inner; inner = inner.list.parent) {
    const { list, index } = inner;
    const here: Task = inner;
    if (list.role === 'branches') continue;
    const earlier = list.tasks.slice(0, index).findLast((each) => exportOf(each) && leadsTo(each, here));
    if (earlier) return earlier;
  }
  return undefined;
}

export const overwritesContext: WorkflowRule = {
  code: 'data/overwrites-context',
  level: 'hint',
  dialects: ['v1'],
  *check(model) {
    const written = exports(model);
    if (written.length < 2 || written.every(keepsContext)) return;
    const said = new Set<Node>();
    for (const task of model.tasks) {
      const value = exportOf(task);
      if (!value || keepsContext(value) || said.has(value)) continue;
      const earlier = before(task);
      if (!earlier) continue;
      said.add(value);
      yield {
        at: value,
        message: `The context that "${earlier.name}" exported is lost here. To keep it, write \${ $context + … }.`,
        related: [{ at: exportOf(earlier)!, message: 'Exported before.' }],
      };
    }
  },
};

export const docs: RuleDocs = {
  rule: overwritesContext,
  clause: 'dsl-reference: Export',
  why: 'What a task exports replaces the whole context; what tasks before it kept there is gone.',
  good: [
    `
do:
  - a: { set: { x: 1 }, export: { as: '\${ { a: .x } }' } }
  - b: { set: { y: 1 }, export: { as: '\${ $context + { b: .y } }' } }
`,
    `
do:
  - which: { switch: [ { left: { when: .left, then: a } }, { right: { then: b } } ] }
  - a: { set: { x: 1 }, export: { as: '\${ { a: .x } }' }, then: end }
  - b: { set: { y: 1 }, export: { as: '\${ { b: .y } }' } }
`,
  ],
  bad: [
    {
      text: `
do:
  - a: { set: { x: 1 }, export: { as: '\${ { a: .x } }' } }
  - b: { do: [ { c: { set: { y: 1 }, export: { as: «'\${ { b: .y } }'» } } } ] }
`,
    },
  ],
};
