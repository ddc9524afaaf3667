import type { RuleDocs } from '../../../rules/rule.ts';
import type { TaskList } from '../../model.ts';
import { textEdit } from '../edits.ts';
import type { WorkflowRule } from '../rule.ts';
import { inLists } from '../rule.ts';

export const duplicateTask: WorkflowRule = {
  code: 'flow/duplicate-task',
  level: 'error',
  check: inLists(function* (list) {
    if (list.names.size === list.tasks.length) return;
    for (const task of list.tasks) {
      const first = list.names.get(task.name);
      // An alias of the same task is the same mistake as its anchor; a name that is not typed yet is another.
      if (!first || first === task || first.key === task.key || !task.name) continue;
      const free = freeName(list, task.name);
      yield {
        at: task.key.key,
        about: { names: [task.name] },
        message: `Another task of this list is named "${task.name}". Give each its own name.`,
        related: [{ at: first.key.key, message: `The first "${task.name}".` }],
        fixes: (tree) => [{ title: `Rename to "${free}"`, preferred: true, edits: [textEdit(tree, task.key.key, free)] }],
      };
    }
  }),
};

export const docs: RuleDocs = {
  rule: duplicateTask,
  clause: 'dsl: Task Flow',
  why: 'Tasks are told apart by their names: "then" can lead to only one of two that are named alike.',
  good: [
    `
do:
  - pay: { do: [ { check: { set: { paid: true } } } ] }
  - ship: { do: [ { check: { set: { shipped: true } } } ] }
`,
  ],
  bad: [
    {
      text: `
do:
  - pay: { set: { paid: true } }
  - ship: { set: { shipped: true } }
  - «pay»: { set: { paid: false } }
`,
    },
  ],
};

/** `pay` → `pay2`, or the next number that no task of the list has. */
function freeName(list: TaskList, name: string): string {
  const stem = name.replace(/\d+$/, '') || name;
  let n = 2;
  while (list.names.has(`${stem}${n}`)) n++;
  return `${stem}${n}`;
}
