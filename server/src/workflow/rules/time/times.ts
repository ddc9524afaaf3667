/** A rule about durations or cron expressions, wherever they stand in a workflow. */
import type { RuleReport } from '../../../rules/rule.ts';
import type { ScalarNode } from '../../../syntax/node.ts';
import type { Facts, TimeLiteral } from '../../model.ts';
import { taskRule, type WorkflowRule } from '../rule.ts';

/** A check of one text, made into a rule about all texts of its kind. */
export function timeRule(
  rule: Omit<WorkflowRule, 'check'> & { readonly kind: TimeLiteral['kind']; check(node: ScalarNode): readonly RuleReport[] },
): WorkflowRule {
  const { kind, check, ...facts } = rule;
  const reportsOf = ({ times }: Facts): readonly RuleReport[] => times.flatMap((time) => (time.kind === kind ? check(time.at) : []));
  const ofTasks = taskRule({
    ...facts,
    concerns: (task) => task.facts.times.length > 0,
    check: (task) => reportsOf(task.facts),
  });
  return { ...ofTasks, check: (model) => [...reportsOf(model.facts), ...ofTasks.check(model)] };
}
