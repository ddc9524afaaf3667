/** The functions of CESQL 1.0 (cesql §3.5): what they take, what they give, and what they are in words. */
import { cast, isInteger } from './cast.ts';
import type { Value, ValueType } from './tree.ts';

export interface Parameter {
  readonly name: string;
  readonly type: ValueType | 'Any';
}

/** What a function gives beside its value when it cannot do what it is asked. */
export interface Failed {
  readonly value: Value;
  readonly kind: 'math' | 'functionEvaluation' | 'cast';
  readonly failure: string;
}

export interface Definition {
  readonly parameters: readonly Parameter[];
  /** How many of them must be written; all without. */
  readonly least?: number;
  /** What may follow them any number of times. */
  readonly rest?: Parameter;
  readonly result: ValueType;
  /** One sentence. */
  readonly words: string;
  /** Two columns: an expression and its value. */
  readonly example: readonly [expression: string, value: string];
  /** Of drafts of CESQL; 1.0 does not ask for it. */
  readonly isDraft?: true;
  /** Arguments have the types of their parameters. */
  run(...args: readonly never[]): Value | Failed;
}

const text = (name: string): Parameter => ({ name, type: 'String' });
const integer = (name: string): Parameter => ({ name, type: 'Integer' });
const any = (name: string): Parameter => ({ name, type: 'Any' });

/** Characters are those of Unicode, not UTF-16 units. */
const lettersOf = (value: string): string[] => [...value];

const failed = (value: Value, failure: string, kind: Failed['kind'] = 'functionEvaluation'): Failed => ({ value, failure, kind });

function trim(value: string): string {
  const letters = lettersOf(value);
  const isInk = (letter: string): boolean => !/\p{White_Space}/u.test(letter);
  return letters.slice(Math.max(letters.findIndex(isInk), 0), letters.findLastIndex(isInk) + 1).join('');
}

function substring(value: string, position: number, length?: number): Value | Failed {
  const letters = lettersOf(value);
  if (Math.abs(position) > letters.length) return failed('', `The text has ${letters.length} characters, and none at ${position}.`);
  if (length !== undefined && length < 0) return failed('', `A length of ${length} is less than none.`);
  if (position === 0) return '';
  const start = position > 0 ? position - 1 : letters.length + position;
  return letters.slice(start, length === undefined ? undefined : start + length).join('');
}

const side = (cut: (letters: string[], length: number) => string[]) => (value: string, length: number) =>
  length < 0 ? failed(value, `A length of ${length} is less than none.`) : cut(lettersOf(value), length).join('');

function castTo(type: ValueType, zero: Value) {
  return (value: Value): Value | Failed => {
    const made = cast(value, type);
    return 'value' in made ? made.value : failed(zero, made.failure, 'cast');
  };
}

const isA = (type: ValueType) => (value: Value) => 'value' in cast(value, type);

/** By their names in capitals; case does not matter where they are called. */
export const functions: Readonly<Record<string, Definition>> = {
  LENGTH: {
    parameters: [text('text')],
    result: 'Integer',
    words: 'How many characters a text has.',
    example: ["LENGTH('order')", '5'],
    run: (value: string) => lettersOf(value).length,
  },
  CONCAT: {
    parameters: [],
    rest: text('text'),
    result: 'String',
    words: 'All texts, one behind the other.',
    example: ["CONCAT('a', 'b', 'c')", "'abc'"],
    run: (...texts: readonly string[]) => texts.join(''),
  },
  CONCAT_WS: {
    parameters: [text('separator')],
    rest: text('text'),
    result: 'String',
    words: 'All texts but the first, which stands between them.',
    example: ["CONCAT_WS('-', 'a', 'b')", "'a-b'"],
    run: (separator: string, ...texts: readonly string[]) => texts.join(separator),
  },
  LOWER: {
    parameters: [text('text')],
    result: 'String',
    words: 'The text in small letters.',
    example: ["LOWER('AbC')", "'abc'"],
    run: (value: string) => value.toLowerCase(),
  },
  UPPER: {
    parameters: [text('text')],
    result: 'String',
    words: 'The text in capitals.',
    example: ["UPPER('AbC')", "'ABC'"],
    run: (value: string) => value.toUpperCase(),
  },
  TRIM: {
    parameters: [text('text')],
    result: 'String',
    words: 'The text without blanks at either end.',
    example: ["TRIM('  a b ')", "'a b'"],
    run: trim,
  },
  LEFT: {
    parameters: [text('text'), integer('length')],
    result: 'String',
    words: 'The first characters of a text: all of them where it has no more.',
    example: ["LEFT('order', 2)", "'or'"],
    run: side((letters, length) => letters.slice(0, length)),
  },
  RIGHT: {
    parameters: [text('text'), integer('length')],
    result: 'String',
    words: 'The last characters of a text: all of them where it has no more.',
    example: ["RIGHT('order', 2)", "'er'"],
    run: side((letters, length) => letters.slice(Math.max(letters.length - length, 0))),
  },
  SUBSTRING: {
    parameters: [text('text'), integer('position'), integer('length')],
    least: 2,
    result: 'String',
    words: 'A piece of a text. The first character is 1; a negative position counts from the end.',
    example: ["SUBSTRING('order', 2, 3)", "'rde'"],
    run: substring,
  },
  INT: {
    parameters: [any('value')],
    result: 'Integer',
    words: 'The value as a whole number: of true 1, of false 0, of a text its digits.',
    example: ["INT('12')", '12'],
    run: castTo('Integer', 0),
  },
  BOOL: {
    parameters: [any('value')],
    result: 'Boolean',
    words: 'The value as true or false: of 0 false, of other numbers true, of a text what it says.',
    example: ["BOOL('true')", 'true'],
    run: castTo('Boolean', false),
  },
  STRING: {
    parameters: [any('value')],
    result: 'String',
    words: 'The value as a text.',
    example: ['STRING(12)', "'12'"],
    run: castTo('String', ''),
  },
  ABS: {
    parameters: [integer('number')],
    result: 'Integer',
    words: 'The number without its sign.',
    example: ['ABS(-3)', '3'],
    run: (value: number) => (isInteger(-value) ? Math.abs(value) : failed(2147483647, `${-value} has more than 32 bits.`, 'math')),
  },
  IS_INT: {
    parameters: [any('value')],
    result: 'Boolean',
    words: 'Whether the value can be read as a whole number.',
    example: ["IS_INT('12')", 'true'],
    isDraft: true,
    run: isA('Integer'),
  },
  IS_BOOL: {
    parameters: [any('value')],
    result: 'Boolean',
    words: 'Whether the value can be read as true or false.',
    example: ["IS_BOOL('yes')", 'false'],
    isDraft: true,
    run: isA('Boolean'),
  },
};

/** The function of a name, in any case. */
export const functionNamed = (name: string): Definition | undefined => {
  const capitals = name.toUpperCase();
  return Object.hasOwn(functions, capitals) ? functions[capitals] : undefined;
};

/** May it be called with so many arguments? */
export const takes = ({ parameters, least = parameters.length, rest }: Definition, count: number): boolean =>
  count >= least && (rest !== undefined || count <= parameters.length);

/** The parameter that an argument is for, by its place. */
export const parameterAt = ({ parameters, rest }: Definition, index: number): Parameter | undefined => parameters[index] ?? rest;
