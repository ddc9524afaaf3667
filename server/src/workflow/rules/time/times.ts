/** The timings of a workflow that a check has something to say about; what a task says is kept while its text does not change. */
import type { Report } from '../../../rules/rule.ts';
import type { ScalarNode } from '../../../syntax/node.ts';
import type { Facts, Timing, WorkflowModel } from '../../model.ts';

/** A check of one text, made into a check of all texts of its kind. */
export function timings(kind: Timing['kind'], check: (node: ScalarNode) => readonly Report[]): (model: WorkflowModel) => Iterable<Report> {
  const kept = new WeakMap<Facts, readonly Report[]>();
  const reportsOf = (facts: Facts): readonly Report[] => {
    const known = kept.get(facts);
    if (known) return known;
    const reports = facts.times.filter((time) => time.kind === kind).flatMap((time) => check(time.at));
    kept.set(facts, reports);
    return reports;
  };
  return function* (model) {
    for (const facts of [model.facts, ...model.tasks.map((task) => task.facts)]) if (facts.times.length > 0) yield* reportsOf(facts);
  };
}
