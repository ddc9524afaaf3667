import type { DialectId } from '../../dialects.ts';
import type { Fix } from '../../rules/finding.ts';
import type { RuleReport, Rule } from '../../rules/rule.ts';
import { fewOf } from '../../formats/sentence.ts';
import type { TargetId } from '../../targets.ts';
import { replaceText } from '../../syntax/edit.ts';
import type { NodeRange, Tree } from '../../syntax/node.ts';
import type { Facts, FlowList, TaskList, TaskSyntax, WorkflowModel } from '../model.ts';
import { silentRules } from './list-memory.ts';
import { type Found, isFull, type ListCheck, type TaskCheck, walkLists, walkTasks } from './walk.ts';

/** A rule about what a workflow means. */
export interface WorkflowRule extends Rule<WorkflowModel> {
  /** Absent: every dialect that is known. */
  readonly dialects?: readonly DialectId[];
  /** The rule as it is where a workflow is meant to run, in parts; none where it has nothing to say. Absent for rules that are the same everywhere. */
  forTarget?(target: TargetId): readonly WorkflowRule[];
  /** What it looks for in single tasks, or in single lists, as a part of `check`. */
  readonly tasks?: TaskCheck;
  readonly lists?: ListCheck;
}

type Named = Omit<WorkflowRule, 'check' | 'tasks' | 'lists'>;

/** The check of a rule that looks at tasks, in a walk that others may share. */
const checkIn =
  (walk: (model: WorkflowModel) => Found<TaskCheck, unknown>, tasks: TaskCheck): WorkflowRule['check'] =>
  (model) =>
    tasks.whole(walk(model).get(tasks) ?? [], model);

const checkLists =
  (walk: (model: WorkflowModel) => Found<ListCheck, RuleReport>, lists: ListCheck): WorkflowRule['check'] =>
  (model) =>
    walk(model).get(lists) ?? [];

/**
 * A rule about one task by its own text: its check is not shown the list around it, so that a task whose text did not change is not looked at
 * again. What stands behind several aliases is told once.
 */
export function taskRule({
  check,
  whole = (inTasks) => inTasks,
  ...facts
}: Named &
  Pick<TaskCheck, 'kinds' | 'says'> & {
    check(task: TaskSyntax): readonly RuleReport[];
    /** All that the rule says, from what is said in tasks; absent: that. */
    whole?(inTasks: readonly RuleReport[], model: WorkflowModel): Iterable<RuleReport>;
  }): WorkflowRule {
  return gatherRule({ ...facts, find: check, whole });
}

/** A rule about all that is found in tasks, each by its own text, and what the workflow makes of it. */
export function gatherRule<Each>({ kinds, says, find, whole, ...rule }: Named & TaskCheck<Each>): WorkflowRule {
  const tasks: TaskCheck<Each> = { kinds, says, find, whole };
  return { ...rule, tasks, check: checkIn(walkTasks([tasks]), tasks) };
}

/** The same rules, those about tasks in one walk and those about lists in another: fifty walks would be most of the work. */
export function inOneWalk(rules: readonly WorkflowRule[]): readonly WorkflowRule[] {
  const taskWalk = walkTasks(rules.flatMap(({ tasks }) => tasks ?? []));
  const listWalk = walkLists(rules.flatMap(({ lists }) => lists ?? []));
  return rules.map(({ tasks, lists, check, ...rule }) => ({
    ...rule,
    check: tasks ? checkIn(taskWalk, tasks) : lists ? checkLists(listWalk, lists) : check,
  }));
}

/** A rule about facts of one kind, which a stretch of text says by itself, in a task as outside of all. Asked of tasks that have any. */
export function factRule<Kind extends keyof Facts>({
  says,
  check,
  ...facts
}: Named & { readonly says: Kind; check(said: Pick<Facts, Kind>, task?: TaskSyntax): readonly RuleReport[] }): WorkflowRule {
  return taskRule({
    ...facts,
    says,
    check: (task) => check(task.facts, task),
    whole: (inTasks, model) => [...inTasks, ...check(model.facts)],
  });
}

/** The table of cascades asks which list a report compares the entries of. */
const inList = (report: RuleReport, list: TaskList): RuleReport => ({ ...report, about: { ...report.about, list: list.seq } });

/**
 * A rule about one list by the tasks that stand in it. Whether something is wrong is decided by `find`, which is shown names and flows and
 * nothing else: while nothing was found and those stay as they are (`silentRules`), a list is not looked at again. What is said about it,
 * `report` draws from the whole; nothing where that shows that all is well.
 */
export function listRule<Found>(
  facts: Named & {
    find(list: FlowList): Iterable<Found>;
    report(found: Found, list: TaskList, model: WorkflowModel): RuleReport | undefined;
  },
): WorkflowRule {
  const { find, report, ...rule } = facts;
  const lists: ListCheck = (list, model, reports) => {
    const silent = silentRules(list);
    if (silent?.has(facts)) return;
    let isSilent = true;
    for (const found of find(list)) {
      isSilent = false;
      if (isFull(reports)) break;
      const told = report(found, list, model);
      if (told) reports.push(inList(told, list));
    }
    // Whether two tasks of one name are one and the same is not told by how they flow.
    if (isSilent && list.names.size === list.tasks.length) silent?.add(facts);
  };
  return { ...rule, lists, check: checkLists(walkLists([lists]), lists) };
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
