/** One walk over a workflow for many rules: over its tasks by their own text, and over its lists. What did not change is not looked at again. */
import type { RuleReport } from '../../rules/rule.ts';
import { mostOfRule } from '../../rules/run.ts';
import { notes } from '../../syntax/notes.ts';
import type { Run } from '../../syntax/node.ts';
import { gatherer } from '../gather.ts';
import type { Facts, Task, TaskList, TaskSyntax, WorkflowModel } from '../model.ts';

/** What checks find in a model, as far as they find anything. */
export type Found<Check, Each> = ReadonlyMap<Check, readonly Each[]>;

/** A look at single tasks. */
export interface TaskCheck<Each = unknown> {
  /** Absent: tasks of every kind. */
  readonly kinds?: readonly string[];
  /** Absent: tasks whatever they say; else those with facts of this kind. */
  readonly says?: keyof Facts;
  /** What it looks for, in the text of a task and of what stands in it. */
  find(task: TaskSyntax): readonly Each[];
  /** All that is to be said, from what was found in tasks. */
  whole(inTasks: readonly Each[], model: WorkflowModel): Iterable<RuleReport>;
}

/** Adds to `reports` what is wrong with a list. */
export type ListCheck = (list: TaskList, model: WorkflowModel, reports: RuleReport[]) => void;

/** What stands behind is not looked at any more: nothing is known of it. */
export const isFull = (reports: readonly RuleReport[]): boolean => reports.length >= mostOfRule;

/** What is found in a model, kept with it. */
function onceEach<T extends object>(find: (model: WorkflowModel) => T): (model: WorkflowModel) => T {
  const kept = notes<WorkflowModel, T>();
  return (model) => {
    const known = kept.get(model);
    if (known) return known;
    const found = find(model);
    kept.set(model, found);
    return found;
  };
}

const nothing: readonly never[] = [];

/** What a check finds. */
interface FoundBy {
  readonly by: TaskCheck;
  readonly one: unknown;
}

/** One walk over the tasks of a model; what is found in a task is kept as long as its text stays. */
export function walkTasks(checks: readonly TaskCheck[]): (model: WorkflowModel) => Found<TaskCheck, unknown> {
  const byKind = new Map<string | undefined, readonly TaskCheck[]>();
  const checksOf = (kind: string | undefined): readonly TaskCheck[] => {
    let fitting = byKind.get(kind);
    if (!fitting) byKind.set(kind, (fitting = checks.filter(({ kinds }) => !kinds || (kind !== undefined && kinds.includes(kind)))));
    return fitting;
  };
  const kept = notes<TaskSyntax, readonly FoundBy[]>();
  const inTasks = gatherer<FoundBy>(({ syntax: task }) => {
    const known = kept.get(task);
    if (known) return known;
    let found: FoundBy[] | undefined;
    for (const by of checksOf(task.kind))
      if (!by.says || task.facts[by.says].length > 0) for (const one of by.find(task)) (found ??= []).push({ by, one });
    kept.set(task, found ?? nothing);
    return found ?? nothing;
  });
  return onceEach((model) => {
    const all = new Map<TaskCheck, unknown[]>();
    for (const { by, one } of inTasks(model)) {
      const found = all.get(by);
      if (found) found.push(one);
      else all.set(by, [one]);
    }
    return all;
  });
}

/** One walk over the lists of a model, but for a check not over those in a task or a run of tasks in which it found nothing before. */
export function walkLists(checks: readonly ListCheck[]): (model: WorkflowModel) => Found<ListCheck, RuleReport> {
  const quiet = notes<TaskSyntax | Run, ReadonlySet<ListCheck>>();
  const all = new Set(checks);
  return onceEach((model) => {
    const told = new Map(checks.map((check): [ListCheck, RuleReport[]] => [check, []]));
    const count = (check: ListCheck): number => told.get(check)!.length;
    /** Goes into a task or run with the checks that may find something there. */
    const enter = (place: TaskSyntax | Run, asked: readonly ListCheck[], go: (still: readonly ListCheck[]) => void): void => {
      const before = quiet.get(place);
      const still = before ? asked.filter((check) => !before.has(check)) : asked;
      if (still.length === 0) return;
      const counts = still.map(count);
      go(still);
      const silent = still.filter((check, at) => count(check) === counts[at] && count(check) < mostOfRule);
      quiet.set(place, silent.length === checks.length ? all : new Set([...(before ?? []), ...silent]));
    };
    const visitTask = (task: Task, asked: readonly ListCheck[]): void => {
      if (task.syntax.lists.length > 0) enter(task.syntax, asked, (still) => task.lists.forEach((list) => visit(list, still)));
    };
    const visit = (list: TaskList, asked: readonly ListCheck[]): void => {
      for (const check of asked) {
        const reports = told.get(check)!;
        if (!isFull(reports)) check(list, model, reports);
      }
      for (const each of list.runs) enter(each.run, asked, (still) => each.tasks.forEach((task) => visitTask(task, still)));
    };
    for (const list of model.rootLists) visit(list, checks);
    return told;
  });
}
