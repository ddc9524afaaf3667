import type { RuleDocs } from '../../../rules/rule.ts';
import { outgoing } from '../../flow.ts';
import type { FlowList, FlowTask } from '../../model.ts';
import { listRule } from '../../rules/rule.ts';

interface Lost {
  readonly task: FlowTask;
  /** What was exported before, and is replaced. */
  readonly earlier: FlowTask;
}

/** Lists that no other list holds: what nested ones export is seen from there. */
const outermost: ReadonlySet<FlowList['role']> = new Set(['workflow', 'before', 'after', 'function']);

export const overwritesContext = listRule<Lost>({
  code: 'data/overwrites-context',
  level: 'hint',
  dialects: ['v1'],
  *find(list) {
    for (const { task, earlier } of exportsIn(list)) if (!task.exported?.keeps && earlier) yield { task, earlier };
  },
  report: ({ task, earlier }) => ({
    at: task.exported!.at,
    message: `The context that "${earlier.name}" exported is lost here. To keep it, write \${ $context + … }.`,
    related: [{ at: earlier.exported!.at, message: 'Exported before.' }],
  }),
});

/** A task, with one that may have exported something before it, and whether control comes there at all. */
interface Export {
  readonly task: FlowTask;
  readonly earlier?: FlowTask;
  isReached(): boolean;
}

/** Every task that exports something, of an outermost list and of those inside of it, in text order; nothing of a list that another one holds. */
export function* exportsIn(list: FlowList): Iterable<Export> {
  if (outermost.has(list.role)) yield* exportsBelow(list, undefined, () => true);
}

function* exportsBelow(list: FlowList, before: FlowTask | undefined, comes: () => boolean): Iterable<Export> {
  if (!list.tasks.some(exportIn)) return;
  const exported = exportedBefore(list, before);
  for (const task of list.tasks) {
    const earlier = exported[task.index];
    const isReached = (): boolean => comes() && list.reached[task.index] === true;
    if (task.exported) yield { task, earlier, isReached };
    for (const inner of task.lists) yield* exportsBelow(inner, earlier, isReached);
  }
}

/** For each task of a list, one that may have exported something before control comes there; `before` is one in front of the list. */
function exportedBefore({ tasks, edges }: FlowList, before: FlowTask | undefined): readonly (FlowTask | undefined)[] {
  const found: (FlowTask | undefined)[] = tasks.map(() => undefined);
  const ways = outgoing(edges);
  const seen = new Set<FlowTask>();
  const waiting: FlowTask[] = [];
  const come = (to: FlowTask, earlier: FlowTask | undefined): void => {
    // Once without an export before it, and once with one: nothing is learnt after that.
    if (seen.has(to) && (!earlier || found[to.index])) return;
    seen.add(to);
    found[to.index] ??= earlier;
    waiting.push(to);
  };
  for (const { from, to } of edges) if (!from && typeof to === 'object') come(to, before);
  for (let task = waiting.pop(); task; task = waiting.pop()) {
    const out = exportIn(task) ?? found[task.index];
    for (const { to } of ways[task.index] ?? []) if (typeof to === 'object') come(to, out);
  }
  return found;
}

/** The task itself or the first one inside of it that exports something. */
function exportIn(task: FlowTask): FlowTask | undefined {
  if (task.exported) return task;
  for (const list of task.lists)
    for (const inner of list.tasks) {
      const found = exportIn(inner);
      if (found) return found;
    }
  return undefined;
}

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
