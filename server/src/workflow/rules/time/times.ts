/** A rule about durations or cron expressions, wherever they stand in a workflow. */
import type { Violation } from '../../../formats/violation.ts';
import type { RuleReport } from '../../../rules/rule.ts';
import type { ScalarNode } from '../../../syntax/node.ts';
import { sliceOf } from '../../../syntax/range.ts';
import type { Facts, TimeLiteral } from '../../model.ts';
import { changeTo, factRule, type WorkflowRule } from '../rule.ts';

/** What a check of a text says, as a report about it or the slice of it that is wrong. */
function violated(node: ScalarNode, violation: Violation): RuleReport {
  const { message, severity, replacement, range = { from: 0, to: node.text.length } } = violation;
  const at = sliceOf(node, range.from, range.to);
  return { at, message, severity, fixes: replacement === undefined ? undefined : (tree) => [changeTo(tree, at, replacement)] };
}

/** A check of one text, made into a rule about all texts of its kind. */
export function timeRule(
  rule: Omit<WorkflowRule, 'check' | 'tasks' | 'lists'> & {
    readonly kind: TimeLiteral['kind'];
    check(text: string): Violation | readonly Violation[];
  },
): WorkflowRule {
  const { kind, check, ...facts } = rule;
  const reportsOf = ({ times }: Pick<Facts, 'times'>): readonly RuleReport[] =>
    times.flatMap((time) => (time.kind === kind ? [check(time.at.text)].flat().map((violation) => violated(time.at, violation)) : []));
  return factRule({ ...facts, says: 'times', check: reportsOf });
}
