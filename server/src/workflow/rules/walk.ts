/** One walk over a workflow for many rules: over its tasks by their own text, and over its lists. What did not change is not looked at again. */
import type { RuleReport } from '../../rules/rule.ts';
import { mostOfRule } from '../../rules/run.ts';
import { notes } from '../../syntax/notes.ts';
import type { Run } from '../../syntax/node.ts';
import { gatherer } from '../gather.ts';
import type { Facts, Task, TaskList, TaskSyntax, WorkflowModel } from '../model.ts';

/** What checks of a kind say, as far as they say anything. */
export type Told<Check> = ReadonlyMap<Check, readonly RuleReport[]>;

/** A look at single tasks. */
export interface TaskCheck {
  /** Absent: tasks of every kind. */
  readonly kinds?: readonly string[];
  /** Absent: tasks whatever they say; else those with facts of this kind. */
  readonly says?: keyof Facts;
  /** What is wrong with a task by its own text, and that of what stands in it. */
  check(task: TaskSyntax): readonly RuleReport[];
  /** All that the rule says, from what is said in tasks; absent: that. */
  whole?(inTasks: readonly RuleReport[], model: WorkflowModel): Iterable<RuleReport>;
}

/** Adds to `reports` what is wrong with a list. */
export type ListCheck = (list: TaskList, model: WorkflowModel, reports: RuleReport[]) => void;

/** What stands behind is not looked at any more: nothing is known of it. */
export const isFull = (reports: readonly RuleReport[]): boolean => reports.length >= mostOfRule;

/** What is said about a model, kept with it. */
function onceEach<Check>(tell: (model: WorkflowModel) => Told<Check>): (model: WorkflowModel) => Told<Check> {
  const kept = notes<WorkflowModel, Told<Check>>();
  return (model) => {
    const known = kept.get(model);
    if (known) return known;
    const told = tell(model);
    kept.set(model, told);
    return told;
  };
}

/** What a check says. */
interface Said {
  readonly by: TaskCheck;
  readonly report: RuleReport;
}

/** One walk over the tasks of a model; what is said of a task is kept as long as its text stays. */
export function walkTasks(checks: readonly TaskCheck[]): (model: WorkflowModel) => Told<TaskCheck> {
  const byKind = new Map<string | undefined, readonly TaskCheck[]>();
  const checksOf = (kind: string | undefined): readonly TaskCheck[] => {
    let fitting = byKind.get(kind);
    if (!fitting) byKind.set(kind, (fitting = checks.filter(({ kinds }) => !kinds || (kind !== undefined && kinds.includes(kind)))));
    return fitting;
  };
  const kept = notes<TaskSyntax, readonly Said[]>();
  const inTasks = gatherer<Said>(({ syntax: task }) => {
    const known = kept.get(task);
    if (known) return known;
    const said: Said[] = [];
    for (const by of checksOf(task.kind))
      if (!by.says || task.facts[by.says].length > 0) for (const report of by.check(task)) said.push({ by, report });
    kept.set(task, said);
    return said;
  });
  return onceEach((model) => {
    const told = new Map<TaskCheck, RuleReport[]>();
    for (const { by, report } of inTasks(model)) {
      const reports = told.get(by);
      if (reports) reports.push(report);
      else told.set(by, [report]);
    }
    return told;
  });
}

/** One walk over the lists of a model, but for a check not over those in a task or a run of tasks in which it found nothing before. */
export function walkLists(checks: readonly ListCheck[]): (model: WorkflowModel) => Told<ListCheck> {
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
