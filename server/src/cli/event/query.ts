/** `heddle event query`: what an expression of CESQL says of events. */
import { isInteger } from '../../cesql/cast.ts';
import { checkCesql } from '../../cesql/check.ts';
import { type Attributes, evaluate, type Outcome } from '../../cesql/evaluate.ts';
import { parse } from '../../cesql/parse.ts';
import { type Problem, severityOf } from '../../cesql/problem.ts';
import type { Value } from '../../cesql/tree.ts';
import type { CloudEvent, Member } from '../../event/model.ts';
import { lineEnd, lineStart } from '../../syntax/text.ts';
import { type Command, type Exit, exits, type Output, readOptions, UsageError } from '../command.ts';
import { readEvents } from './read.ts';

const help = `Asks an expression of CESQL, the query language of CloudEvents, about events.

Usage: heddle event query EXPRESSION FILE

  EXPRESSION is such as "type LIKE 'com.example.%' AND EXISTS subject".
  FILE is an event or a batch in JSON, events one a line, or HTTP messages (.http), or - for standard input.

Options:
  -h, --help   print this

Prints for each event, a line each, the value as JSON, or behind "error:" why there is none.
Exit code: 0 true for an event, 1 for none, 2 could not run.
`;

const options = { help: { type: 'boolean', short: 'h' } } as const;

/** A problem with the line of the expression that it is in, and a mark under its place. */
function pointed(text: string, { start, end, message }: Problem): string {
  const from = lineStart(text, start);
  const line = text.slice(from, lineEnd(text, start));
  const before = text.slice(from, start).replace(/[^\t]/gu, ' ');
  const marks = '^'.repeat(Math.max(Math.min(end, from + line.length) - start, 1));
  return `heddle: ${message}\n  ${line}\n  ${before}${marks}\n`;
}

/** Tells what is wrong with an expression; true where it cannot be asked then: engines of other people may have functions that we have not. */
function report(text: string, output: Output): boolean {
  const told = checkCesql(text).filter((problem) => severityOf(problem) !== 'hint');
  for (const problem of told) output.err(pointed(text, problem));
  return told.some((problem) => severityOf(problem) === 'error' || problem.code === 'cesql/unknown-function');
}

/** What an expression sees of an event: what is neither a whole number nor true or false, as a text (cesql §3.2). */
const attributesOf = ({ attributes }: CloudEvent): Attributes =>
  new Map([...attributes.values()].filter(isWritten).map((member) => [member.name, valueOf(member)]));
const isWritten = ({ kind }: Member): boolean => kind === 'text' || kind === 'number' || kind === 'boolean';
const valueOf = ({ value, text }: Member): Value =>
  typeof value === 'boolean' || (typeof value === 'number' && isInteger(value)) ? value : text;

const words = ({ value, errors }: Outcome): string =>
  errors.length === 0 ? JSON.stringify(value) : `error: ${errors.map(({ message }) => message).join(' ')}`;

async function run(args: readonly string[], output: Output): Promise<Exit> {
  const { values, positionals } = readOptions(args, options);
  if (values.help) return (output.out(help), exits.clean);
  const [text, path, ...more] = positionals;
  if (text === undefined || path === undefined || more.length > 0) throw new UsageError('Write one expression, in quotes, and one file.');
  if (report(text, output)) return exits.couldNotRun;
  const read = await readEvents(path);
  if ('failure' in read) return (output.warn(read.failure), exits.couldNotRun);
  const { expression } = parse(text);
  const outcomes = read.events.map((event) => evaluate(expression, attributesOf(event)));
  output.out(outcomes.map((outcome) => `${words(outcome)}\n`).join(''));
  return outcomes.some(({ value, errors }) => value === true && errors.length === 0) ? exits.clean : exits.errors;
}

export const query: Command = { name: 'query', summary: 'evaluate an expression of CESQL on events', help, run };
