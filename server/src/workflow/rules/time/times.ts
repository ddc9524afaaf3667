/** The timings of a workflow that a check has something to say about; what a task says is kept while its text does not change. */
import type { Violation } from '../../../formats/violation.ts';
import type { RuleReport } from '../../../rules/rule.ts';
import { type ScalarNode, sliceOf } from '../../../syntax/node.ts';
import type { Facts, Timing, WorkflowModel } from '../../model.ts';
import { changeTo, inTasks } from '../rule.ts';

/** What a check of a text says, as a report about it or the slice of it that is wrong. */
function violated(node: ScalarNode, violation: Violation): RuleReport {
  const { message, severity, replacement, range = { from: 0, to: node.text.length } } = violation;
  const at = sliceOf(node, range.from, range.to);
  return { at, message, severity, fixes: replacement === undefined ? undefined : (tree) => [changeTo(tree, at, replacement)] };
}

/** A check of one text, made into a check of all texts of its kind. */
export function timings(
  kind: Timing['kind'],
  check: (text: string) => Violation | readonly Violation[],
): (model: WorkflowModel) => Iterable<RuleReport> {
  const reportsOf = ({ times }: Facts): readonly RuleReport[] =>
    times.flatMap((time) => (time.kind === kind ? [check(time.at.text)].flat().map((violation) => violated(time.at, violation)) : []));
  const ofTasks = inTasks(
    ({ facts }) => facts.times.length > 0,
    ({ facts }) => reportsOf(facts),
  );
  return (model) => [...reportsOf(model.facts), ...ofTasks(model)];
}
