/** What the tasks of a workflow say, gathered so that an edit costs what was edited. */
import type { Run } from '../syntax/node.ts';
import type { Task, TaskRun, TaskSyntax, WorkflowModel } from './model.ts';
import { notes } from '../syntax/notes.ts';

const none: readonly never[] = [];
const once = <T>(found: readonly T[]): readonly T[] => (found.length > 1 ? [...new Set(found)] : found);

/**
 * A function that gathers what `own` finds in each task of a workflow, nested ones and those of functions included; one thing behind an
 * alias once. `own` sees nothing but the task's own text: what it found there is kept as long as that stays the same.
 */
export function gatherer<T>(own: (task: Task) => readonly T[]): (model: WorkflowModel) => readonly T[] {
  const kept = notes<TaskSyntax | Run, readonly T[]>();
  const keep = (key: TaskSyntax | Run, found: readonly T[]): readonly T[] => {
    const all = found.length > 0 ? found : none;
    kept.set(key, all);
    return all;
  };
  const ofTask = (task: Task): readonly T[] => {
    const known = kept.get(task.syntax);
    if (known) return known;
    const here = own(task);
    if (here.length === 0 && task.lists.length === 0) return none;
    const inside = task.lists.flatMap(({ runs }) => runs.flatMap(ofRun));
    return keep(task.syntax, once(inside.length > 0 ? [...here, ...inside] : here));
  };
  const ofRun = (each: TaskRun): readonly T[] => kept.get(each.run) ?? keep(each.run, each.tasks.flatMap(ofTask));
  return ({ rootLists }) => once(rootLists.flatMap(({ runs }) => runs.flatMap(ofRun)));
}
