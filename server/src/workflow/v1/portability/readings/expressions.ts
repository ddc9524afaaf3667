/** What is an expression, and what its language knows. */
import type { TargetId } from '../../../../targets.ts';
import type { Construct } from '../construct.ts';

export const bareExpression: Construct = {
  code: 'portability/bare-expression',
  portable: 'Put it inside of ${ }.',
  keys: ['input.from', 'output.as', 'export.as', 'for.in'],
  readings: {
    'go-sdk': { does: 'a text without ${ } in "from", "as" or "in" is that text, not an expression', seen: 'source' },
    zigflow: { does: 'a text without ${ } in "from", "as" or "in" is that text, not an expression', seen: 'manual' },
  },
};

/** A function of jq that is not there: whether it takes an argument, and what does the same, the argument standing in the place of `ARG`. */
interface Missing {
  readonly name: string;
  readonly takes: 0 | 1;
  readonly write?: string;
}

interface Jq {
  readonly misses: readonly Missing[];
  /** Names the functions that a fix writes instead. */
  readonly others: string;
}

/** Functions of jq 1.7 and 1.8 (NEWS.md of jq). */
const later: readonly Missing[] = [
  { name: 'abs', takes: 0, write: '(if . < 0 then 0 - . else . end)' },
  { name: 'toarray', takes: 0, write: '(if type == "array" then . else [.] end)' },
  { name: 'trim', takes: 0, write: '(sub("^\\\\s+"; "") | sub("\\\\s+$"; ""))' },
  { name: 'ltrim', takes: 0, write: 'sub("^\\\\s+"; "")' },
  { name: 'rtrim', takes: 0, write: 'sub("\\\\s+$"; "")' },
  { name: 'pick', takes: 1, write: '(. as $all | reduce path(ARG) as $path (null; setpath($path; $all | getpath($path))))' },
  { name: 'add', takes: 1, write: '([ARG] | add)' },
  { name: 'trimstr', takes: 1 },
  { name: 'toboolean', takes: 0 },
  { name: 'have_decnum', takes: 0 },
  { name: 'have_literal_numbers', takes: 0 },
];
/** What gojq leaves out (its README). */
const notInGojq: readonly Missing[] = [
  { name: 'keys_unsorted', takes: 0, write: 'keys' },
  { name: 'input_line_number', takes: 0 },
];

export const jqLevel: Construct<Jq> = {
  code: 'portability/jq-level',
  portable: 'Write it out in functions that every jq has.',
  readings: {
    'quarkus-flow': {
      does: 'jq has the functions of its release 1.6, and none that came later',
      seen: 'source',
      misses: later,
      others: 'jq 1.6',
    },
    'go-sdk': {
      does: 'jq is gojq, which has no "keys_unsorted" or "input_line_number"',
      seen: 'source',
      misses: notInGojq,
      others: 'gojq',
    },
    zigflow: { does: 'jq is gojq, which has no "keys_unsorted" or "input_line_number"', seen: 'manual', misses: notInGojq, others: 'gojq' },
  },
};

/** What is kept of several results. */
interface Keeps {
  readonly keeps: 'all' | 'first';
  /** A text without `${ }` is an expression, too. */
  readonly bare: boolean;
}

const readsBare = (target: TargetId): boolean => !Object.hasOwn(bareExpression.readings, target);

export const severalResults: Construct<Keeps> = {
  code: 'portability/several-results',
  portable: 'Write [ … ] for a list of all, or first( … ).',
  readings: {
    'quarkus-flow': {
      does: 'several results of an expression become a list',
      seen: 'source',
      keeps: 'all',
      bare: readsBare('quarkus-flow'),
    },
    'go-sdk': {
      does: 'only the first result of an expression counts',
      seen: 'source',
      level: 'warning',
      keeps: 'first',
      bare: readsBare('go-sdk'),
    },
  },
};
