/** Rules about a task and the one below it. */
import type { RuleReport } from '../../rules/rule.ts';
import type { Run } from '../../syntax/node.ts';
import { notes } from '../../syntax/notes.ts';
import type { TaskList, TaskRun, TaskSyntax } from '../model.ts';
import { taskRule, type WorkflowRule } from '../rules/rule.ts';
import { tasksIn } from './task.ts';

/** Control goes on with the next task, and by "if" perhaps without this one. */
export const goesOn = ({ flows }: TaskSyntax, next: TaskSyntax): boolean =>
  flows.every(
    ({ kind, target }) => kind === 'skip' || (kind === 'next' && (!target || target.directive === 'continue' || target.to === next.name)),
  );

/**
 * A rule about each task and the one below it in its list, if there is one: branches have none. Asked again when the text of either is another.
 */
export function followedRule({
  check,
  ...facts
}: Omit<WorkflowRule, 'check' | 'tasks' | 'lists'> & {
  check(task: TaskSyntax, next: TaskSyntax | undefined): readonly RuleReport[];
}): WorkflowRule {
  const kept = notes<Run, readonly RuleReport[]>();
  const inside = ({ run, syntax }: TaskRun): readonly RuleReport[] => {
    const known = kept.get(run);
    if (known) return known;
    const found = syntax.slice(0, -1).flatMap((task, index) => check(task, syntax[index + 1]));
    kept.set(run, found);
    return found;
  };
  /** Run by run, and from the last task of one to the first of the next. */
  const inList = ({ runs }: TaskList): RuleReport[] =>
    runs.flatMap((each, index) => {
      const last = each.syntax.at(-1);
      return [...inside(each), ...(last ? check(last, runs[index + 1]?.syntax[0]) : [])];
    });
  return taskRule({
    ...facts,
    check: (task) =>
      task.lists.flatMap(({ role, seq }) => {
        const tasks = tasksIn(seq);
        return tasks.flatMap((each, index) => check(each, role === 'branches' ? undefined : tasks[index + 1]));
      }),
    whole: (inTasks, model) => [...inTasks, ...model.rootLists.flatMap(inList)],
  });
}
