import { hasExpression } from '../../../formats/expression.ts';
import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import { isBroken, targetsIn } from '../../flow.ts';
import type { FlowTarget, Task, TaskList, WorkflowModel } from '../../model.ts';
import { tasksOnce } from '../../query.ts';
import { createTask } from '../create.ts';
import { nearestTask } from '../list-memory.ts';
import { changeTo, didYouMean, listRule } from '../rule.ts';
import { notes } from '../../../syntax/notes.ts';

export const unknownTarget = listRule<FlowTarget>({
  code: 'flow/unknown-target',
  level: 'error',
  *find(list) {
    for (const target of targetsIn(list)) if (isBroken(list, target)) yield target;
  },
  report(target, list, model) {
    const { to, at, key } = target;
    const { task: word } = model.dialect.words;
    if (hasExpression(to))
      return { at, message: `"${key}" takes the name of a ${word}, not an expression. To choose at run time, use a switch.` };
    const elsewhere = namedIn(model).get(to);
    return elsewhere ? misplaced(list, target, elsewhere, word) : missing(list, target, model);
  },
});

const named = notes<WorkflowModel, ReadonlyMap<string, Task>>();

/** The first task of each name, in whichever list. */
function namedIn(model: WorkflowModel): ReadonlyMap<string, Task> {
  const known = named.get(model);
  if (known) return known;
  const names = new Map<string, Task>();
  for (const task of tasksOnce(model)) if (task.list.role !== 'function' && !names.has(task.name)) names.set(task.name, task);
  named.set(model, names);
  return names;
}

function missing(list: TaskList, { to, at, key }: FlowTarget, { dialect }: WorkflowModel): RuleReport {
  const instead = nearestTask(list, Object.keys(dialect.directives), to);
  return {
    at,
    about: { names: [to] },
    message: `"${key}" leads to "${to}", but ${dialect.words.list} has no such ${dialect.words.task}.${didYouMean(instead)}`,
    fixes: (tree) => [
      ...(instead === undefined ? [] : [changeTo(tree, at, instead)]),
      ...createTask(tree, list, dialect, to, instead === undefined),
    ],
  };
}

function misplaced(list: TaskList, { to, at, key }: FlowTarget, elsewhere: Task, word: string): RuleReport {
  // Of what holds it, the task that stands in this list can be led to.
  let holder: Task | undefined = elsewhere;
  while (holder && holder.list !== list) holder = holder.list.parent;
  const instead = holder?.name;
  return {
    at,
    about: { names: [to] },
    message: `"${key}" leads to "${to}", which is ${whereabouts(elsewhere, list)}. A ${word} continues only with a ${word} of its own list.`,
    related: [{ at: elsewhere.nameAt, message: `"${to}" stands here.` }],
    fixes: (tree) => (instead === undefined ? [] : [changeTo(tree, at, instead)]),
  };
}

/** Where a task of another list stands, seen from a list: inside the nearest task that holds it, or further out. */
function whereabouts(task: Task, from: TaskList): string {
  for (let out = from.parent?.list; out; out = out.parent?.list) if (out === task.list) return 'outside of this list';
  const holder = task.list.parent;
  return holder ? `inside "${holder.name}"` : 'in another list';
}

export const docs: RuleDocs = {
  rule: unknownTarget,
  clause: 'dsl: Task Flow; dsl-reference: Flow Directive',
  why: 'A runtime stops with an error when "then" names a task that its list does not have.',
  good: [
    `
do:
  - check:
      switch:
        - ready: { when: .ready, then: ship }
        - other: { then: wait }
  - wait: { wait: PT5M, then: check }
  - ship: { set: { shipped: true }, then: exit }
`,
  ],
  bad: [
    {
      text: `
do:
  - pay: { set: { paid: true }, then: «shipOrdr» }
  - shipOrder: { set: { shipped: true } }
`,
      fixed: `
do:
  - pay: { set: { paid: true }, then: shipOrder }
  - shipOrder: { set: { shipped: true } }
`,
    },
    {
      text: `
do:
  - pay:
      switch:
        - yes: { when: .paid, then: «inner» }
        - no: { then: end }
  - outer:
      do:
        - inner: { set: { shipped: true }, then: «pay» }
`,
      fixed: `
do:
  - pay:
      switch:
        - yes: { when: .paid, then: outer }
        - no: { then: end }
  - outer:
      do:
        - inner: { set: { shipped: true }, then: pay }
`,
    },
    {
      text: `
do:
  - pay: { try: [ { a: { set: { x: 1 } } } ], catch: { then: «rescue» } }
`,
      fixed: `
do:
  - pay: { try: [ { a: { set: { x: 1 } } } ], catch: { then: rescue } }
  - rescue:
      set:
        done: todo
`,
    },
  ],
};
