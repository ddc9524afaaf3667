import type { Fix } from '../../rules/finding.ts';
import { nearest } from '../../rules/nearest.ts';
import type { RuleReport, Rule } from '../../rules/rule.ts';
import type { Pair, NodeRange, Tree } from '../../syntax/node.ts';
import type { Task, TaskList, WorkflowModel } from '../model.ts';
import { textEdit } from './edits.ts';

export type WorkflowRule = Rule<WorkflowModel>;

/**
 * A check of each list by what stands in it: a list of a task's is not looked at again while there was nothing to say about the task's
 * text. What is said may draw on the whole workflow, whether something is said may not.
 */
export function inLists(
  check: (list: TaskList, model: WorkflowModel) => Iterable<RuleReport>,
): (model: WorkflowModel) => Iterable<RuleReport> {
  const quiet = new WeakSet<Pair>();
  return (model) => {
    const reports: RuleReport[] = [];
    const visit = (list: TaskList): void => {
      for (const report of check(list, model)) reports.push({ ...report, about: { ...report.about, list: list.seq } });
      for (const { key, lists } of list.tasks) {
        if (lists.length === 0 || quiet.has(key)) continue;
        const before = reports.length;
        lists.forEach(visit);
        if (reports.length === before) quiet.add(key);
      }
    };
    model.tops.forEach(visit);
    return reports;
  };
}

/** A check of each task that it concerns, by the task's own text, under the same conditions. `concerns` is asked often. */
export function inTasks(
  concerns: (task: Task) => boolean,
  check: (task: Task) => Iterable<RuleReport>,
): (model: WorkflowModel) => Iterable<RuleReport> {
  const quiet = new WeakSet<Pair>();
  return ({ tops }) => {
    const reports: RuleReport[] = [];
    const visit = (list: TaskList): void => {
      for (const task of list.tasks) {
        const concerned = concerns(task);
        if ((!concerned && task.lists.length === 0) || quiet.has(task.key)) continue;
        const before = reports.length;
        if (concerned) for (const report of check(task)) reports.push(report);
        task.lists.forEach(visit);
        if (reports.length === before) quiet.add(task.key);
      }
    };
    tops.forEach(visit);
    return reports;
  };
}

/** " Did you mean "ship"?", or nothing. */
export const didYouMean = (name: string, known: Iterable<string>): { readonly hint: string; readonly instead?: string } => {
  const instead = nearest(name, known);
  return instead === undefined ? { hint: '' } : { hint: ` Did you mean "${instead}"?`, instead };
};

/** *Change to "ship"*: the text of a scalar, or of a slice of one, is replaced. */
export const changeTo = (tree: Tree, at: NodeRange, instead: string, preferred = true): Fix => ({
  title: `Change to "${instead}"`,
  edits: [textEdit(tree, at, instead)],
  ...(preferred ? { preferred } : {}),
});

/** Names for a message, at most five: "a", "b" and "c". */
export function quoted(names: readonly string[]): string {
  const all = names.slice(0, 5).map((name) => `"${name}"`);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
