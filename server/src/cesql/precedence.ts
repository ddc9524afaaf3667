/** Operators that do not belong together as people who know SQL read them (cesql §3.6). */
import { quote } from '../formats/quote.ts';
import type { Problem } from './problem.ts';
import { type Binary, type Expression, isComparison, isEquality, isLogic } from './tree.ts';

/** The first thing that is surprising in how an expression holds what stands to its left. */
export function precedenceProblem(node: Expression, text: string): Problem | undefined {
  if (node.kind !== 'binary' && node.kind !== 'like' && node.kind !== 'in') return undefined;
  const { left } = node;
  const isOfTruth = node.kind === 'binary' && isLogic(node.operator);
  if (left.kind === 'unary' && left.operator === 'NOT' && !isOfTruth && !isAskedFor(node))
    return {
      code: 'cesql/precedence',
      start: left.start,
      end: left.start + 3,
      message: `NOT belongs to ${quote(text.slice(left.operand.start, left.operand.end))} alone. Put parentheses around all that it is about.`,
    };
  if (node.kind !== 'binary' || left.kind !== 'binary') return undefined;
  if (isComparison(node.operator) && isComparison(left.operator) && !isAskedFor(node))
    return at(node, `This compares the answer of ${quote(text.slice(left.start, left.end))}. Compare twice, with AND in between.`);
  if (!isLogic(node.operator) || !isLogic(left.operator) || node.operator === left.operator) return undefined;
  // Elsewhere AND binds tighter. Where it comes first, that is the same from left to right; some engines go from right to left.
  return node.operator === 'AND'
    ? at(
        node,
        `AND does not bind tighter than ${left.operator}: this is (${left.operator}) AND. Put parentheses around what belongs together.`,
      )
    : at(node, `Engines differ in whether AND or ${node.operator} goes first. Put parentheses around what belongs together.`, 'hint');
}

const at = ({ operatorAt: { start, end } }: Binary, message: string, severity?: Problem['severity']): Problem => ({
  code: 'cesql/precedence',
  start,
  end,
  message,
  severity,
});

/** Compared with true or false, an answer is what is meant. */
const isAskedFor = (node: Expression): boolean =>
  node.kind === 'binary' && isEquality(node.operator) && node.right.kind === 'literal' && typeof node.right.value === 'boolean';
