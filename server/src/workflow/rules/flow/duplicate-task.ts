import type { RuleDocs } from '../../../rules/rule.ts';
import type { Task, TaskList } from '../../model.ts';
import { textEdit } from '../edits.ts';
import { listRule } from '../rule.ts';

export const duplicateTask = listRule<Task>({
  code: 'flow/duplicate-task',
  level: 'error',
  dialects: ['v1'],
  find(list) {
    if (list.names.size === list.tasks.length) return [];
    return list.tasks.filter((task) => {
      const first = list.names.get(task.name);
      // An alias of the same task is the same mistake as its anchor; a name that is not typed yet is another.
      return first && first.syntax !== task.syntax && task.name;
    });
  },
  report({ name, nameAt }, list) {
    const free = freeName(list, name);
    return {
      at: nameAt,
      message: `Another task of this list is named "${name}". Give each its own name.`,
      related: [{ at: list.names.get(name)!.nameAt, message: `The first "${name}".` }],
      fixes: (tree) => [{ title: `Rename to "${free}"`, preferred: true, edits: [textEdit(tree, nameAt, free)] }],
    };
  },
});

/** `pay` → `pay2`, or the next number that no task of the list has. */
function freeName(list: TaskList, name: string): string {
  const stem = name.replace(/\d+$/, '') || name;
  let n = 2;
  while (list.names.has(`${stem}${n}`)) n++;
  return `${stem}${n}`;
}

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
