/**
 * The text of an expression → its tree. Never throws. Of the mistakes in its form the first is told, and before it what is no token: what
 * follows may follow from these.
 */
import { quote } from '../formats/quote.ts';
import { nearest } from '../rules/nearest.ts';
import type { TextRange } from '../syntax/node.ts';
import type { Problem } from './problem.ts';
import { keywords, type Token, tokenise } from './tokens.ts';
import type { Attribute, BinaryOperator, Expression, Literal } from './tree.ts';

export interface Parsed {
  readonly expression: Expression;
  readonly problems: readonly Problem[];
  /** The last of them is the end. */
  readonly tokens: readonly Token[];
}

/** How tightly operators bind; of equals the left one first (cesql §3.6). */
const powers: Readonly<Record<string, number>> = {
  ...{ AND: 1, OR: 1, XOR: 1 },
  ...{ '=': 2, '!=': 2, '<>': 2, '<': 2, '<=': 2, '>': 2, '>=': 2 },
  ...{ '+': 3, '-': 3 },
  ...{ '*': 4, '/': 4, '%': 4 },
  ...{ IN: 5, LIKE: 6, NOT: 6 },
};
const unaryPower = 7;

/** So many operators in a row or inside of each other are read, so that none of what walks down the tree runs out of stack. */
const deepest = 800;

/** Words of SQL for which there is another one here. */
const otherWords: Readonly<Record<string, string>> = {
  IS: 'CESQL has no IS. To ask whether an attribute is there, write EXISTS and its name.',
  BETWEEN: 'CESQL has no BETWEEN. Compare twice, with >= and <=.',
};

export function parse(text: string): Parsed {
  const { tokens, problems: found } = tokenise(text);
  const problems = [...found];
  let at = 0;

  const peek = (): Token => tokens[at]!;
  const take = (): Token => (peek().kind === 'end' ? peek() : tokens[at++]!);
  const isNext = (sign: string, token = peek()): boolean => (token.kind === 'sign' || token.kind === 'keyword') && token.text === sign;
  const written = ({ start, end }: TextRange): string => quote(text.slice(start, end));
  const missing = (): Expression => ({ kind: 'missing', start: peek().start, end: peek().start });

  let isTold = false;
  const tell = ({ start, end }: TextRange, message: string, replacement?: string): void => {
    if (!isTold && !found.some((each) => each.start <= peek().start))
      problems.push({ code: 'cesql/syntax', start, end, message, replacement });
    isTold = true;
  };

  function read(power: number, depth: number): Expression {
    let left = prefix(depth);
    for (let length = depth; ; length++) {
      const token = peek();
      const binds = token.kind === 'sign' || token.kind === 'keyword' ? powers[token.text] : undefined;
      if (binds === undefined || binds <= power) return left;
      if (length >= deepest) return tooDeep(left);
      left = infix(left, take(), binds, length + 1);
    }
  }

  function tooDeep(left: Expression): Expression {
    tell(peek(), `Heddle reads no more than ${deepest} operators in a row or inside of each other. Make this expression shorter.`);
    at = tokens.length - 1;
    return left;
  }

  function prefix(depth: number): Expression {
    const token = peek();
    if (depth >= deepest) return tooDeep(missing());
    const literal = readLiteral(token);
    if (literal) return literal;
    if (token.kind === 'word') return isNext('(', tokens[at + 1]) ? call(depth) : attribute();
    if (isNext('NOT') || isNext('-')) {
      take();
      const operand = read(unaryPower, depth + 1);
      return { kind: 'unary', operator: token.text as 'NOT' | '-', operand, start: token.start, end: operand.end };
    }
    if (isNext('EXISTS')) return exists();
    if (isNext('(')) {
      take();
      const inner = read(0, depth + 1);
      return { kind: 'group', inner, start: token.start, end: close(token) };
    }
    return nothing();
  }

  /** A sign belongs to the digits right behind it. */
  function readLiteral(token: Token): Literal | undefined {
    const next = tokens[at + 1];
    const isSigned = (isNext('-') || isNext('+')) && next?.kind === 'integer' && next.start === token.end;
    const { start } = token;
    if (isSigned) at++;
    const { kind, text: value, end } = isSigned ? next : token;
    if (kind !== 'integer' && kind !== 'string' && !isNext('TRUE') && !isNext('FALSE')) return undefined;
    take();
    if (kind === 'integer')
      return { kind: 'literal', value: isSigned && token.text === '-' ? 0 - Number(value) : Number(value), start, end };
    return { kind: 'literal', value: kind === 'string' ? value : value === 'TRUE', start, end };
  }

  function attribute(): Attribute {
    const { text: name, start, end } = take();
    return { kind: 'attribute', name: name.toLowerCase(), start, end };
  }

  function call(depth: number): Expression {
    const name = take();
    const opening = take();
    const args = isNext(')') ? [] : list(depth);
    return { kind: 'call', name: name.text.toUpperCase(), nameAt: name, args, start: name.start, end: close(opening) };
  }

  function list(depth: number): Expression[] {
    const elements = [read(0, depth + 1)];
    while (isNext(',')) {
      take();
      elements.push(read(0, depth + 1));
    }
    return elements;
  }

  function exists(): Expression {
    const token = take();
    const isNamed = peek().kind === 'word';
    if (!isNamed) tell(token, 'EXISTS asks for an attribute. Write its name behind it.');
    const named = isNamed ? attribute() : ({ kind: 'missing', start: token.end, end: token.end } as const);
    return { kind: 'exists', attribute: named, start: token.start, end: named.end };
  }

  function infix(left: Expression, token: Token, binds: number, depth: number): Expression {
    const { start } = left;
    const negated = token.text === 'NOT';
    const operator = negated ? peek() : token;
    if (negated && !isNext('LIKE') && !isNext('IN')) {
      const opposite = isNext('=') ? ' Write "!=".' : '';
      tell(token, opposite ? `NOT does not stand in front of "=".${opposite}` : 'Behind NOT there is LIKE or IN here.');
      return left;
    }
    if (negated) take();
    if (operator.text === 'LIKE') {
      const pattern = peek();
      const right = read(unaryPower, depth);
      if (pattern.kind !== 'string') tell(isEmpty(right) ? operator : right, "LIKE compares with a text in quotes, as in LIKE 'a%'.");
      return { kind: 'like', negated, left, pattern: pattern.kind === 'string' ? pattern.text : '', start, end: right.end };
    }
    if (operator.text === 'IN') return { ...readIn(operator, depth), negated, left, start };
    const right = read(binds, depth);
    return { kind: 'binary', operator: token.text as BinaryOperator, operatorAt: token, left, right, start, end: right.end };
  }

  function readIn(token: Token, depth: number) {
    const opening = peek();
    if (!isNext('(')) {
      const right = read(unaryPower, depth);
      tell(isEmpty(right) ? token : right, 'IN looks into a list in parentheses, as in (1, 2).');
      return { kind: 'in', list: [right], end: right.end } as const;
    }
    take();
    if (isNext(')')) tell({ start: opening.start, end: peek().end }, 'This list is empty. Write at least one value.');
    const elements = isNext(')') ? [] : list(depth);
    return { kind: 'in', list: elements, end: close(opening) } as const;
  }

  /** Where nothing stands that an expression begins with. */
  function nothing(): Expression {
    const before = tokens[at - 1];
    const next = peek();
    if (next.kind === 'end' && !before) tell(next, 'An expression is missing.');
    else if (!before || isNext('(', before) || isNext(',', before))
      tell(before && next.kind === 'end' ? before : next, behind(before, next));
    else tell(before, `Something is missing behind ${written(before)}.`);
    return missing();
  }

  const behind = (before: Token | undefined, next: Token): string =>
    before && next.kind === 'end'
      ? isNext('(', before)
        ? 'This "(" is not closed. Add ")".'
        : `Something is missing behind ${written(before)}.`
      : `Something is missing in front of ${written(next)}.`;

  /** The end of what a parenthesis opened. */
  function close(opening: Token): number {
    if (!isNext(')')) {
      if (peek().kind === 'end') tell(opening, 'This "(" is not closed. Add ")".');
      else unexpected();
      for (let depth = 0; peek().kind !== 'end' && (depth > 0 || !isNext(')')); take()) depth += isNext('(') ? 1 : isNext(')') ? -1 : 0;
    }
    return take().end;
  }

  /** Where an expression is over and something follows that is no operator. */
  function unexpected(): void {
    const token = peek();
    const word = text.slice(token.start, token.end);
    const meant = token.kind === 'word' ? nearest(word.toUpperCase(), keywords) : undefined;
    const known = otherWords[word.toUpperCase()];
    if (isNext(')')) tell(token, 'This ")" closes nothing. Remove it.');
    else if (isNext(',')) tell(token, 'A comma stands only between arguments of a function and between values of a list.');
    else if (known && Object.hasOwn(otherWords, word.toUpperCase())) tell(token, known);
    else if (meant && powers[meant] !== undefined) tell(token, `${written(token)} is no operator. Did you mean "${meant}"?`, meant);
    else tell(token, `Between ${written(tokens[at - 1]!)} and ${written(token)} an operator is missing, such as = or AND.`);
  }

  const expression = read(0, 0);
  if (peek().kind !== 'end') unexpected();
  return { expression, tokens, problems: problems.sort((a, b) => a.start - b.start) };
}

const isEmpty = ({ start, end }: TextRange): boolean => start === end;
