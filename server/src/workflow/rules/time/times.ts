/** The timings of a workflow that a check has something to say about; what a task says is kept while its text does not change. */
import type { RuleReport } from '../../../rules/rule.ts';
import type { ScalarNode } from '../../../syntax/node.ts';
import type { Facts, Timing, WorkflowModel } from '../../model.ts';
import { inTasks } from '../rule.ts';

/** A check of one text, made into a check of all texts of its kind. */
export function timings(
  kind: Timing['kind'],
  check: (node: ScalarNode) => readonly RuleReport[],
): (model: WorkflowModel) => Iterable<RuleReport> {
  const reportsOf = ({ times }: Facts): readonly RuleReport[] => times.flatMap((time) => (time.kind === kind ? check(time.at) : []));
  const ofTasks = inTasks(
    ({ facts }) => facts.times.length > 0,
    ({ facts }) => reportsOf(facts),
  );
  return (model) => [...reportsOf(model.facts), ...ofTasks(model)];
}
