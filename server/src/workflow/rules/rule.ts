import type { DialectId } from '../../dialects.ts';
import type { Fix } from '../../rules/finding.ts';
import { mostOfRule } from '../../rules/run.ts';
import type { RuleReport, Rule } from '../../rules/rule.ts';
import { fewOf } from '../../formats/sentence.ts';
import type { TargetId } from '../../targets.ts';
import { replaceText } from '../../syntax/edit.ts';
import type { NodeRange, Tree } from '../../syntax/node.ts';
import type { Run } from '../../syntax/node.ts';
import type { Facts as TextFacts, FlowList, Task, TaskList, TaskSyntax, WorkflowModel } from '../model.ts';
import { notes } from '../../syntax/notes.ts';
import { gatherer } from '../gather.ts';
import { silentRules } from './list-memory.ts';

/** A rule about what a workflow means. */
export interface WorkflowRule extends Rule<WorkflowModel> {
  /** Absent: every dialect that is known. */
  readonly dialects?: readonly DialectId[];
  /** The rule as it is where a workflow is meant to run, in parts; none where it has nothing to say. Absent for rules that are the same everywhere. */
  forTarget?(target: TargetId): readonly WorkflowRule[];
  /** What it looks for in single tasks, as a part of `check`. */
  readonly tasks?: TaskCheck;
}

type Facts = Omit<WorkflowRule, 'check' | 'tasks'>;

/** What stands behind is not looked at any more: nothing is known of it. */
const isFull = (reports: readonly RuleReport[]): boolean => reports.length >= mostOfRule;

/** In what was looked at, and nothing was found: tasks with lists in them, and runs of tasks that share a fragment. */
type Quiet = WeakSet<TaskSyntax | Run>;

/** What `look` says of every list of a model, but not of those in a task or run in which nothing was found before. */
function reportsInLists({ rootLists }: WorkflowModel, quiet: Quiet, look: (list: TaskList, reports: RuleReport[]) => void): RuleReport[] {
  const reports: RuleReport[] = [];
  const visitTask = (task: Task): void => {
    const { syntax } = task;
    if (syntax.lists.length === 0 || quiet.has(syntax) || isFull(reports)) return;
    const before = reports.length;
    task.lists.forEach(visit);
    if (reports.length === before) quiet.add(syntax);
  };
  const visit = (list: TaskList): void => {
    if (!isFull(reports)) look(list, reports);
    for (const each of list.runs) {
      if (isFull(reports)) return;
      if (quiet.has(each.run)) continue;
      const before = reports.length;
      each.tasks.forEach(visitTask);
      if (reports.length === before) quiet.add(each.run);
    }
  };
  rootLists.forEach(visit);
  return reports;
}

/** A look at single tasks. */
interface TaskCheck {
  /** Absent: tasks of every kind. */
  readonly kinds?: readonly string[];
  /** What is wrong with a task by its own text, and that of what stands in it. */
  check(task: TaskSyntax): readonly RuleReport[];
  /** All that the rule says, from what is said in tasks; absent: that. */
  whole?(inTasks: readonly RuleReport[], model: WorkflowModel): Iterable<RuleReport>;
}

/** What a check says. */
interface Said {
  readonly by: TaskCheck;
  readonly report: RuleReport;
}

/** One walk over the tasks of a model for several checks; what they say of a task is kept as long as its text stays. */
function createWalk(checks: readonly TaskCheck[]): (model: WorkflowModel) => ReadonlyMap<TaskCheck, readonly RuleReport[]> {
  const kept = notes<TaskSyntax, readonly Said[]>();
  const look = (task: TaskSyntax): readonly Said[] => {
    const said: Said[] = [];
    for (const by of checks)
      if (!by.kinds || by.kinds.includes(task.kind ?? '')) for (const report of by.check(task)) said.push({ by, report });
    kept.set(task, said);
    return said;
  };
  const inTasks = gatherer<Said>(({ syntax }) => kept.get(syntax) ?? look(syntax));
  const ofModel = notes<WorkflowModel, ReadonlyMap<TaskCheck, readonly RuleReport[]>>();
  return (model) => {
    const known = ofModel.get(model);
    if (known) return known;
    const all = new Map<TaskCheck, RuleReport[]>();
    for (const { by, report } of inTasks(model)) {
      const reports = all.get(by);
      if (reports) reports.push(report);
      else all.set(by, [report]);
    }
    ofModel.set(model, all);
    return all;
  };
}

/** The check of a rule that looks at tasks, in a walk that others may share. */
const checkIn =
  (walk: ReturnType<typeof createWalk>, tasks: TaskCheck): WorkflowRule['check'] =>
  (model) => {
    const inTasks = walk(model).get(tasks) ?? [];
    return tasks.whole?.(inTasks, model) ?? inTasks;
  };

/**
 * A rule about one task by its own text: its check is not shown the list around it, so that a task whose text did not change is not looked at
 * again. What stands behind several aliases is told once.
 */
export function taskRule(facts: Facts & TaskCheck): WorkflowRule {
  const { kinds, check, whole, ...rule } = facts;
  const tasks: TaskCheck = { kinds, check, whole };
  return { ...rule, tasks, check: checkIn(createWalk([tasks]), tasks) };
}

/** The same rules, those about tasks in one walk: thirty walks would be most of the work after an edit. */
export function inOneWalk(rules: readonly WorkflowRule[]): readonly WorkflowRule[] {
  const walk = createWalk(rules.flatMap(({ tasks }) => tasks ?? []));
  return rules.map((rule) => (rule.tasks ? { ...rule, check: checkIn(walk, rule.tasks) } : rule));
}

/** A rule about what a stretch of text says by itself, in a task as outside of all. */
export function factRule({ check, ...facts }: Facts & { check(said: TextFacts, task?: TaskSyntax): readonly RuleReport[] }): WorkflowRule {
  return taskRule({ ...facts, check: (task) => check(task.facts, task), whole: (inTasks, model) => [...inTasks, ...check(model.facts)] });
}

/** The table of cascades asks which list a report compares the entries of. */
const inList = (report: RuleReport, list: TaskList): RuleReport => ({ ...report, about: { ...report.about, list: list.seq } });

/**
 * A rule about one list by the tasks that stand in it. Whether something is wrong is decided by `find`, which is shown names and flows and
 * nothing else: while nothing was found and those stay as they are (`silentRules`), a list is not looked at again. What is said about it,
 * `report` draws from the whole; nothing where that shows that all is well.
 */
export function listRule<Found>(
  facts: Facts & {
    find(list: FlowList): Iterable<Found>;
    report(found: Found, list: TaskList, model: WorkflowModel): RuleReport | undefined;
  },
): WorkflowRule {
  const { find, report, ...rule } = facts;
  const quiet: Quiet = new WeakSet();
  const check = (model: WorkflowModel): RuleReport[] =>
    reportsInLists(model, quiet, (list, reports) => {
      const silent = silentRules(list);
      if (silent.has(facts)) return;
      let isSilent = true;
      for (const found of find(list)) {
        isSilent = false;
        if (isFull(reports)) break;
        const told = report(found, list, model);
        if (told) reports.push(inList(told, list));
      }
      // Whether two tasks of one name are one and the same is not told by how they flow.
      if (isSilent && list.names.size === list.tasks.length) silent.add(facts);
    });
  return { ...rule, check };
}

/** " Did you mean "ship"?", or nothing. */
export const didYouMean = (instead: string | undefined): string => (instead === undefined ? '' : ` Did you mean "${instead}"?`);

/** *Change to "ship"*: the text of a scalar, or of a slice of one, is replaced. */
export const changeTo = (tree: Tree, at: NodeRange, instead: string, preferred = true): Fix => ({
  title: `Change to "${instead}"`,
  edits: [replaceText(tree, at, instead)],
  preferred,
});

/** Names for a message: "a", "b" and "c"; of many the first, and how many more there are. */
export const quoted = (names: readonly string[]): string => fewOf(names.map((name) => `"${name}"`));

/** The same names once more. */
export const itOrThem = (names: readonly string[]): string => (names.length > 1 ? 'them' : 'it');

/** What a function needs of its caller, who does not give it. */
export const neededArguments = (called: string, names: readonly string[]): string =>
  `"${called}" needs ${quoted(names)}. Write ${itOrThem(names)} under "with".`;
