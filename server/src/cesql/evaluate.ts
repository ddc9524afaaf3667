/** An expression × an event → a value (cesql §3). Total: what cannot be computed is an error beside the value. */
import { count } from '../formats/sentence.ts';
import type { TextRange } from '../syntax/node.ts';
import { cast, isInteger, typeOf, zero } from './cast.ts';
import { functionNamed, parameterAt, takes } from './functions.ts';
import { isLike } from './like.ts';
import {
  type Binary,
  type Call,
  type Expression,
  type In,
  isComparison,
  isEquality,
  isLogic,
  type MathOperator,
  type OrderOperator,
  type Value,
  type ValueType,
} from './tree.ts';

export interface EvaluationError extends TextRange {
  readonly kind: 'parse' | 'math' | 'cast' | 'missingAttribute' | 'missingFunction' | 'functionEvaluation';
  readonly message: string;
}

export interface Outcome {
  /** Where something went wrong, what the specification has there: mostly false, 0 or the empty text. */
  readonly value: Value;
  /** As a filter an expression lets through no event that it has errors for. */
  readonly errors: readonly EvaluationError[];
}

/** The context attributes of an event; those that are no whole number and no Boolean as texts. */
export type Attributes = ReadonlyMap<string, Value>;

/** What an expression says of an event. Whatever works on something with an error gives the zero value of its type, and the error. */
export function evaluate(expression: Expression, attributes: Attributes): Outcome {
  const failed = (value: Value, at: TextRange, kind: EvaluationError['kind'], message: string): Outcome => ({
    value,
    errors: [{ kind, message, start: at.start, end: at.end }],
  });

  function of(node: Expression): Outcome {
    switch (node.kind) {
      case 'literal':
        return done(node.value);
      case 'attribute': {
        const value = attributes.get(node.name);
        return value === undefined ? failed(false, node, 'missingAttribute', `The event has no "${node.name}".`) : done(value);
      }
      case 'group':
        return of(node.inner);
      case 'exists':
        return done(node.attribute.kind === 'attribute' && attributes.has(node.attribute.name));
      case 'unary':
        return node.operator === 'NOT'
          ? map(as(node.operand, 'Boolean'), 'Boolean', (value) => done(!value))
          : map(as(node.operand, 'Integer'), 'Integer', (value) => whole(-Number(value), node));
      case 'like':
        return map(as(node.left, 'String'), 'Boolean', (value) => done(isLike(String(value), node.pattern) !== node.negated));
      case 'binary':
        return binary(node);
      case 'in':
        return isIn(node);
      case 'call':
        return call(node);
      case 'missing':
        return failed(false, node, 'parse', 'Something is missing here.');
    }
  }

  /** A value as one of a type: its own errors, else whether it can be one. */
  const as = (node: Expression, type: ValueType): Outcome => map(of(node), type, (value) => castAt(node, value, type));

  function castAt(node: Expression, value: Value, type: ValueType): Outcome {
    const made = cast(value, type);
    return 'value' in made ? done(made.value) : failed(zero[type], node, 'cast', made.failure);
  }

  const whole = (value: number, at: TextRange): Outcome =>
    // No zero is negative.
    isInteger(value) ? done(value + 0) : failed(0, at, 'math', `${value} has more than 32 bits.`);

  function binary({ operator, left, right, start, end }: Binary): Outcome {
    if (isLogic(operator))
      return map(as(left, 'Boolean'), 'Boolean', (value) =>
        operator === 'AND' && !value
          ? done(false)
          : operator === 'OR' && value
            ? done(true)
            : map(as(right, 'Boolean'), 'Boolean', (other) => done(operator === 'XOR' ? value !== other : other)),
      );
    if (!isComparison(operator))
      return both(as(left, 'Integer'), as(right, 'Integer'), 'Integer', (x, y) =>
        y === 0 && (operator === '/' || operator === '%')
          ? failed(0, right, 'math', 'Nothing can be divided by 0.')
          : whole(math[operator](Number(x), Number(y)), { start, end }),
      );
    if (isEquality(operator))
      return both(of(left), of(right), 'Boolean', (x, y) =>
        map(castAt(left, x, typeOf(y)), 'Boolean', (value) => done((value === y) === (operator === '='))),
      );
    return both(as(left, 'Integer'), as(right, 'Integer'), 'Boolean', (x, y) => done(order[operator](Number(x), Number(y))));
  }

  /** Elements are looked at up to the first that is equal; each as a value of the left one's type. */
  function isIn({ left, list, negated }: In): Outcome {
    return map(of(left), 'Boolean', (value) => {
      for (const element of list) {
        const found = as(element, typeOf(value));
        if (found.errors.length > 0) return { value: false, errors: found.errors };
        if (found.value === value) return done(!negated);
      }
      return done(negated);
    });
  }

  function call(node: Call): Outcome {
    const known = functionNamed(node.name);
    if (!known || !takes(known, node.args.length))
      return failed(
        false,
        node.nameAt,
        'missingFunction',
        `There is no function "${node.name}" with ${count(node.args.length, 'argument')}.`,
      );
    const outcomes = node.args.map((arg, index) => {
      const { type } = parameterAt(known, index)!;
      return type === 'Any' ? of(arg) : as(arg, type);
    });
    const errors = outcomes.flatMap((outcome) => outcome.errors);
    if (errors.length > 0) return { value: zero[known.result], errors };
    const result = known.run(...(outcomes.map(({ value }) => value) as never[]));
    return typeof result === 'object' ? failed(result.value, node, result.kind, result.failure) : done(result);
  }

  return of(expression);
}

const done = (value: Value): Outcome => ({ value, errors: [] });

const map = ({ value, errors }: Outcome, type: ValueType, make: (value: Value) => Outcome): Outcome =>
  errors.length > 0 ? { value: zero[type], errors } : make(value);

/** Both are evaluated, whatever the first one says. */
const both = (left: Outcome, right: Outcome, type: ValueType, make: (left: Value, right: Value) => Outcome): Outcome =>
  left.errors.length + right.errors.length > 0
    ? { value: zero[type], errors: [...left.errors, ...right.errors] }
    : make(left.value, right.value);

const math: Readonly<Record<MathOperator, (x: number, y: number) => number>> = {
  '*': (x, y) => x * y,
  '/': (x, y) => Math.trunc(x / y),
  '%': (x, y) => x % y,
  '+': (x, y) => x + y,
  '-': (x, y) => x - y,
};

const order: Readonly<Record<OrderOperator, (x: number, y: number) => boolean>> = {
  '<': (x, y) => x < y,
  '<=': (x, y) => x <= y,
  '>': (x, y) => x > y,
  '>=': (x, y) => x >= y,
};
