import type { RuleReport, RuleDocs } from '../../../rules/rule.ts';
import type { Flow, Task, TaskList, WorkflowModel } from '../../model.ts';
import { directives } from '../../model.ts';
import type { WorkflowRule } from '../rule.ts';
import { changeTo, didYouMean, inLists } from '../rule.ts';
import { createTask } from '../create.ts';

export const unknownTarget: WorkflowRule = {
  code: 'flow/unknown-target',
  level: 'error',
  check: inLists((list, model) => {
    const reports: RuleReport[] = [];
    for (const task of list.tasks) {
      const { then, caught, cases } = task;
      if (isLost(task, then)) reports.push(report(model, task, then));
      if (isLost(task, caught)) reports.push(report(model, task, caught));
      if (cases) for (const one of cases) if (isLost(task, one.then)) reports.push(report(model, task, one.then));
    }
    return reports;
  }),
};

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
    },
    {
      text: `
do:
  - pay: { try: [ { a: { set: { x: 1 } } } ], catch: { then: «rescue» } }
`,
    },
  ],
};

const words: ReadonlySet<string> = new Set(directives);

const isLost = ({ list }: Task, flow: Flow | undefined): flow is Flow =>
  flow !== undefined && !words.has(flow.to) && !list.names.has(flow.to) && list.role !== 'function';

function report(model: WorkflowModel, { list }: Task, flow: Flow): RuleReport {
  const { to, at } = flow;
  if (to.includes('${')) return { at, message: '"then" takes the name of a task, not an expression. To choose at run time, use a switch.' };
  const elsewhere = model.tasks.find((task) => task.name === to && task.list.role !== 'function');
  return elsewhere ? misplaced(list, flow, elsewhere) : missing(list, flow);
}

function missing(list: TaskList, { to, at }: Flow): RuleReport {
  const { hint, instead } = didYouMean(to, [...list.names.keys(), ...directives]);
  return {
    at,
    about: { names: [to] },
    message: `"then" leads to "${to}", but this list has no such task.${hint}`,
    fixes: (tree) => [
      ...(instead === undefined ? [] : [changeTo(tree, at, instead)]),
      ...createTask(tree, list, to, instead === undefined),
    ],
  };
}

function misplaced(list: TaskList, { to, at }: Flow, elsewhere: Task): RuleReport {
  // Of what holds it, the task that stands in this list can be led to.
  let holder: Task | undefined = elsewhere;
  while (holder && holder.list !== list) holder = holder.list.parent;
  const instead = holder?.name;
  return {
    at,
    about: { names: [to] },
    message: `"then" leads to "${to}", which is ${whereabouts(elsewhere, list)}. A task continues only with a task of its own list.`,
    related: [{ at: elsewhere.key.key, message: `"${to}" stands here.` }],
    fixes: (tree) => (instead === undefined ? [] : [changeTo(tree, at, instead)]),
  };
}

/** Where a task of another list stands, seen from a list: inside the nearest task that holds it, or further out. */
function whereabouts(task: Task, from: TaskList): string {
  for (let out = from.parent?.list; out; out = out.parent?.list) if (out === task.list) return 'outside of this list';
  const holder = task.list.parent;
  return holder ? `inside "${holder.name}"` : 'in another list';
}
