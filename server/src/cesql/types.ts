/** What is known of types without an event (cesql §3.4, §3.7). */
import { typeOf } from './cast.ts';
import { functionNamed, parameterAt } from './functions.ts';
import { type BinaryOperator, type Expression, isComparison, isEquality, isLogic, type ValueType } from './tree.ts';

/** What stands inside of any number of parentheses. */
export const ungrouped = (node: Expression): Expression => (node.kind === 'group' ? ungrouped(node.inner) : node);

/** The type of an expression; undefined where the event decides. */
function staticTypeOf(node: Expression): ValueType | undefined {
  switch (node.kind) {
    case 'literal':
      return typeOf(node.value);
    case 'group':
      return staticTypeOf(node.inner);
    case 'call':
      return functionNamed(node.name)?.result;
    case 'unary':
      return node.operator === 'NOT' ? 'Boolean' : 'Integer';
    case 'binary':
      return isLogic(node.operator) || isComparison(node.operator) ? 'Boolean' : 'Integer';
    case 'like':
    case 'in':
    case 'exists':
      return 'Boolean';
    default:
      return undefined;
  }
}

const operandOf = (operator: BinaryOperator): ValueType => (isLogic(operator) ? 'Boolean' : 'Integer');

/** What stands directly in an expression, with the type that it is made. */
export function expectedOf(node: Expression): readonly (readonly [Expression, ValueType])[] {
  const all = (children: readonly Expression[], type: ValueType | undefined) =>
    type === undefined ? [] : children.map((child) => [child, type] as const);
  switch (node.kind) {
    case 'unary':
      return all([node.operand], node.operator === 'NOT' ? 'Boolean' : 'Integer');
    case 'binary':
      return isEquality(node.operator)
        ? all([node.left], staticTypeOf(node.right))
        : all([node.left, node.right], operandOf(node.operator));
    case 'in':
      return all(node.list, staticTypeOf(node.left));
    case 'call': {
      const known = functionNamed(node.name);
      if (!known) return [];
      // What is asked whether it can be something may be anything.
      const made = node.name.startsWith('IS_') ? undefined : known.result;
      return node.args.flatMap((arg, index) => {
        const type = parameterAt(known, index)?.type;
        return all([arg], type === 'Any' ? made : type);
      });
    }
    default:
      return [];
  }
}
