import type { Fix } from '../../rules/finding.ts';
import { nearest } from '../../rules/nearest.ts';
import type { RuleReport, Rule } from '../../rules/rule.ts';
import { replaceText } from '../../syntax/edit.ts';
import type { NodeRange, Tree } from '../../syntax/node.ts';
import type { DialectId, TaskList, TaskSyntax, WorkflowModel } from '../model.ts';

/** A rule about what a workflow means. */
export interface WorkflowRule extends Rule<WorkflowModel> {
  /** Absent: every dialect that is known. */
  readonly dialects?: readonly DialectId[];
}

type Facts = Omit<WorkflowRule, 'check'>;

/**
 * A rule about one task by its own text: its check is not shown the lists around and inside it, so that a task whose text did not change,
 * and in which nothing was found, is not looked at again. `concerns` is asked often.
 */
export function taskRule(
  facts: Facts & { concerns(task: TaskSyntax): boolean; check(task: TaskSyntax): readonly RuleReport[] },
): WorkflowRule {
  const { concerns, check, ...rule } = facts;
  const quiet = new WeakSet<TaskSyntax>();
  return {
    ...rule,
    check({ rootLists }) {
      const reports: RuleReport[] = [];
      const visit = (list: TaskList): void => {
        for (const { syntax, lists } of list.tasks) {
          const concerned = concerns(syntax);
          if ((!concerned && syntax.lists.length === 0) || quiet.has(syntax)) continue;
          const before = reports.length;
          if (concerned) reports.push(...check(syntax));
          lists.forEach(visit);
          if (reports.length === before) quiet.add(syntax);
        }
      };
      rootLists.forEach(visit);
      return reports;
    },
  };
}

/** The table of cascades asks which list a report compares the entries of. */
const inList = (report: RuleReport, list: TaskList): RuleReport => ({ ...report, about: { ...report.about, list: list.seq } });

/**
 * A rule about one list by the tasks that stand in it. Whether something is wrong is decided by `find`, which is not shown the rest of the
 * workflow: a list of a task's is not looked at again while nothing was found in the task's text. What is said about it, `report` draws
 * from the whole.
 */
export function listRule<Found>(
  facts: Facts & { find(list: TaskList): Iterable<Found>; report(found: Found, list: TaskList, model: WorkflowModel): RuleReport },
): WorkflowRule {
  const { find, report, ...rule } = facts;
  const quiet = new WeakSet<TaskSyntax>();
  return {
    ...rule,
    check(model) {
      const reports: RuleReport[] = [];
      const visit = (list: TaskList): void => {
        for (const found of find(list)) reports.push(inList(report(found, list, model), list));
        for (const { syntax, lists } of list.tasks) {
          if (lists.length === 0 || quiet.has(syntax)) continue;
          const before = reports.length;
          lists.forEach(visit);
          if (reports.length === before) quiet.add(syntax);
        }
      };
      model.rootLists.forEach(visit);
      return reports;
    },
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
  edits: [replaceText(tree, at, instead)],
  ...(preferred ? { preferred } : {}),
});

/** Names for a message, at most five: "a", "b" and "c". */
export function quoted(names: readonly string[]): string {
  const all = names.slice(0, 5).map((name) => `"${name}"`);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
