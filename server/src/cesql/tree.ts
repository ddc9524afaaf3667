/** An expression of CESQL 1.0 as a tree. Any text has one: where something is missing, `missing` stands. */
import type { TextRange } from '../syntax/node.ts';

/** The types of values (cesql §3.1); a URI or a time is a String. */
export type ValueType = 'String' | 'Integer' | 'Boolean';
export type Value = string | number | boolean;

export type Keyword = 'AND' | 'OR' | 'XOR' | 'NOT' | 'LIKE' | 'IN' | 'EXISTS' | 'TRUE' | 'FALSE';

export type LogicOperator = 'AND' | 'OR' | 'XOR';
type EqualityOperator = '=' | '!=' | '<>';
export type OrderOperator = '<' | '<=' | '>' | '>=';
export type MathOperator = '*' | '/' | '%' | '+' | '-';
export type BinaryOperator = LogicOperator | EqualityOperator | OrderOperator | MathOperator;

export const isLogic = (operator: BinaryOperator): operator is LogicOperator => /^[A-Z]/.test(operator);
export const isEquality = (operator: BinaryOperator): operator is EqualityOperator => /^(?:=|!=|<>)$/.test(operator);
export const isComparison = (operator: BinaryOperator): operator is EqualityOperator | OrderOperator => /^[=!<>]/.test(operator);

/** UTF-16 offsets of the text, `end` exclusive. */
export interface Literal extends TextRange {
  readonly kind: 'literal';
  readonly value: Value;
}
/** `name` in small letters, as events have it. */
export interface Attribute extends TextRange {
  readonly kind: 'attribute';
  readonly name: string;
}
/** In parentheses. */
interface Group extends TextRange {
  readonly kind: 'group';
  readonly inner: Expression;
}
/** `name` in capitals, as functions are listed. */
export interface Call extends TextRange {
  readonly kind: 'call';
  readonly name: string;
  readonly nameAt: TextRange;
  readonly args: readonly Expression[];
}
interface Unary extends TextRange {
  readonly kind: 'unary';
  readonly operator: 'NOT' | '-';
  readonly operand: Expression;
}
export interface Binary extends TextRange {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly operatorAt: TextRange;
  readonly left: Expression;
  readonly right: Expression;
}
export interface Like extends TextRange {
  readonly kind: 'like';
  readonly negated: boolean;
  readonly left: Expression;
  readonly pattern: string;
}
export interface In extends TextRange {
  readonly kind: 'in';
  readonly negated: boolean;
  readonly left: Expression;
  readonly list: readonly Expression[];
}
interface Exists extends TextRange {
  readonly kind: 'exists';
  readonly attribute: Attribute | Missing;
}
interface Missing extends TextRange {
  readonly kind: 'missing';
}

export type Expression = Literal | Attribute | Group | Call | Unary | Binary | Like | In | Exists | Missing;

/** What stands directly in an expression, in text order. */
function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'group':
      return [expression.inner];
    case 'call':
      return expression.args;
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'like':
      return [expression.left];
    case 'in':
      return [expression.left, ...expression.list];
    case 'exists':
      return [expression.attribute];
    default:
      return [];
  }
}

/** An expression and all that stands in it, what is around before what is inside. */
export const within = (expression: Expression): readonly Expression[] => {
  const found: Expression[] = [];
  const visit = (node: Expression): void => {
    found.push(node);
    childrenOf(node).forEach(visit);
  };
  visit(expression);
  return found;
};
