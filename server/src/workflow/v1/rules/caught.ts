/** What is raised where, and what a `try` lets through: the facts behind *never caught* and *never raised*. */
import { hasExpression } from '../../../formats/expression.ts';
import type { Node } from '../../../syntax/node.ts';
import { resolve, stringOf, valueOf } from '../../../syntax/node.ts';
import { at } from '../../describe.ts';
import type { TaskSyntax, WorkflowModel } from '../../model.ts';
import { tasksInside } from '../task.ts';
import { callKinds } from '../vocabulary.ts';
import { notes } from '../../../syntax/notes.ts';

/** Deeper than any text a person writes; guards against aliases that hold themselves. */
const deepest = 50;

/** A type or a status that is written out, where it is. */
export interface Literal<Value extends string | number> {
  readonly value: Value;
  readonly at: Node;
}

/** An error, or a filter for errors, by what of it is written out. What is computed is left out. */
export interface ErrorFacts {
  readonly type?: Literal<string>;
  readonly status?: Literal<number>;
}

function factsOf(node: Node | undefined): ErrorFacts {
  const type = valueOf(node, 'type');
  const text = stringOf(type);
  const status = resolve(valueOf(node, 'status'));
  return {
    type: type && text && !hasExpression(text) ? { value: text, at: type } : undefined,
    status: status?.kind === 'scalar' && typeof status.value === 'number' ? { value: status.value, at: status } : undefined,
  };
}

/** The errors that a `try` catches at most, where their type or status is written out; other filters beside these let through less. */
export function caughtBy({ body }: TaskSyntax): ErrorFacts | undefined {
  const facts = factsOf(at(body, 'catch.errors.with'));
  return facts.type || facts.status ? facts : undefined;
}

/** What `raise.error` is: an error, or the name of one (`use.errors`); undefined where nobody can say. */
export function raisedError(error: Node, { symbols }: WorkflowModel): ErrorFacts | undefined {
  const name = stringOf(error);
  const node = name === undefined ? error : symbols.get('error', name)?.node;
  return node && factsOf(node);
}

/** Are both written out, and not the same? */
export const differ = (a: Literal<string | number> | undefined, b: Literal<string | number> | undefined): boolean =>
  a !== undefined && b !== undefined && a.value !== b.value;

/** What a filter waits for, in a word. */
export const wordOf = ({ type, status }: ErrorFacts): string => type?.value ?? String(status?.value);

/** Is it sure that the filter does not let an error in? */
export const isOther = (filter: ErrorFacts, error: ErrorFacts): boolean =>
  differ(filter.type, error.type) || differ(filter.status, error.status);

/** What can be raised by tasks, as far as their text tells. */
export interface Raised {
  /** What stands behind `raise.error`. */
  readonly errors: readonly Node[];
  /** Something may raise any error: a function, another workflow. */
  readonly any: boolean;
  /** Something reaches out of the workflow, or waits. */
  readonly outside: boolean;
}

const reachesOut: ReadonlySet<string | undefined> = new Set(['call', 'run', 'listen', 'emit']);

const errorAt = ({ kind, body }: TaskSyntax): Node | undefined => (kind === 'raise' ? at(body, 'raise.error') : undefined);

function mayRaiseAny(task: TaskSyntax): boolean {
  const { kind, body } = task;
  if (kind === undefined || kind === 'run') return true;
  if (kind === 'call') return !callKinds.includes(stringOf(valueOf(body, 'call')) ?? '');
  return kind === 'raise' && !errorAt(task);
}

/** What the tasks in the body of a `try` can raise, those they hold included. */
export function raisedIn(task: TaskSyntax): Raised {
  const errors: Node[] = [];
  let any = false;
  let outside = false;
  const visit = (each: TaskSyntax, depth: number): void => {
    any ||= depth > deepest || mayRaiseAny(each);
    outside ||= reachesOut.has(each.kind);
    const error = errorAt(each);
    if (error) errors.push(error);
    if (depth <= deepest) for (const inner of tasksInside(each)) visit(inner, depth + 1);
  };
  for (const each of tasksInside(task, 'try')) visit(each, 0);
  return { errors, any, outside };
}

/** An error that no catch holds which filters by nothing. */
export interface Escape {
  readonly error: Node;
  /** What the catches around it filter by, the innermost first. */
  readonly filters: readonly ErrorFacts[];
}

const kept = notes<TaskSyntax, readonly Escape[]>();

/** The errors that are raised in a task, with what stands around them in it. Of a task that holds others, the same array as long as its text stays the same. */
export function escapesOf(task: TaskSyntax, depth = 0): readonly Escape[] {
  if (task.lists.length === 0) return raisedHere(task);
  const known = kept.get(task);
  if (known) return known;
  if (depth > deepest) return [];
  const inside = (each: TaskSyntax): readonly Escape[] => escapesOf(each, depth + 1);
  const all = task.kind === 'try' ? escapesOfTry(task, inside) : [...raisedHere(task), ...tasksInside(task).flatMap(inside)];
  kept.set(task, all);
  return all;
}

function raisedHere(task: TaskSyntax): readonly Escape[] {
  const error = errorAt(task);
  return error ? [{ error, filters: [] }] : [];
}

function escapesOfTry(task: TaskSyntax, inside: (each: TaskSyntax) => readonly Escape[]): readonly Escape[] {
  const caught = caughtBy(task);
  const through = caught
    ? tasksInside(task, 'try')
        .flatMap(inside)
        .map(({ error, filters }) => ({ error, filters: [...filters, caught] }))
    : [];
  return [...through, ...tasksInside(task, 'catch').flatMap(inside)];
}
