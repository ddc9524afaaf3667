/** What is raised where, and what a `try` lets through: the facts behind *never caught* and *never raised*. */
import { hasExpression } from '../../../formats/expression.ts';
import type { Node } from '../../../syntax/node.ts';
import { stringOf, valueOf } from '../../../syntax/node.ts';
import { at } from '../../describe.ts';
import type { TaskSyntax } from '../../model.ts';
import { tasksInside } from '../task.ts';
import { callKinds } from '../vocabulary.ts';
import { notes } from '../../../syntax/notes.ts';

/** Deeper than any text a person writes; guards against aliases that hold themselves. */
const deepest = 50;

/** A type that is written out; undefined where it is computed or only named. */
const literalType = (node: Node | undefined): string | undefined => {
  const text = stringOf(node);
  return text === undefined || text === '' || hasExpression(text) ? undefined : text;
};

/** The type of errors that a `try` catches at most, where one is written out; other filters beside it let through less. */
export function caughtType({ body }: TaskSyntax): Node | undefined {
  const type = at(body, 'catch.errors.with.type');
  return literalType(type) === undefined ? undefined : type;
}

/** What can be raised by tasks, as far as their text tells. */
export interface Raised {
  /** Types that are written out. */
  readonly types: ReadonlySet<string>;
  /** Something may raise any error: a function, another workflow, a type that is computed. */
  readonly any: boolean;
  /** Something reaches out of the workflow, or waits. */
  readonly outside: boolean;
}

const reachesOut: ReadonlySet<string | undefined> = new Set(['call', 'run', 'listen', 'emit']);

function mayRaiseAny({ kind, body }: TaskSyntax): boolean {
  if (kind === undefined || kind === 'run') return true;
  if (kind === 'call') return !callKinds.includes(stringOf(valueOf(body, 'call')) ?? '');
  return kind === 'raise' && literalType(at(body, 'raise.error.type')) === undefined;
}

/** What the tasks in the body of a `try` can raise, those they hold included. */
export function raisedIn(task: TaskSyntax): Raised {
  const types = new Set<string>();
  let any = false;
  let outside = false;
  const visit = (each: TaskSyntax, depth: number): void => {
    any ||= depth > deepest || mayRaiseAny(each);
    outside ||= reachesOut.has(each.kind);
    const type = each.kind === 'raise' ? literalType(at(each.body, 'raise.error.type')) : undefined;
    if (type !== undefined) types.add(type);
    if (depth <= deepest) for (const inner of tasksInside(each)) visit(inner, depth + 1);
  };
  for (const each of tasksInside(task, 'try')) visit(each, 0);
  return { types, any, outside };
}

/** A raise whose error leaves the task it stands in. */
export interface Escape {
  readonly type: Node;
  /** What the catches around it filter by, the innermost first: each for another type. */
  readonly passed: readonly Node[];
}

const kept = notes<TaskSyntax, readonly Escape[]>();

/** The errors of types that are written out which leave a task. The same array as long as its text stays the same. */
export function escapesOf(task: TaskSyntax, depth = 0): readonly Escape[] {
  const known = kept.get(task);
  if (known) return known;
  if (depth > deepest) return [];
  const inside = (each: TaskSyntax): readonly Escape[] => escapesOf(each, depth + 1);
  const all = task.kind === 'try' ? escapesOfTry(task, inside) : [...raisedHere(task), ...tasksInside(task).flatMap(inside)];
  kept.set(task, all);
  return all;
}

function raisedHere({ kind, body }: TaskSyntax): readonly Escape[] {
  const type = kind === 'raise' ? at(body, 'raise.error.type') : undefined;
  return type && literalType(type) !== undefined ? [{ type, passed: [] }] : [];
}

function escapesOfTry(task: TaskSyntax, inside: (each: TaskSyntax) => readonly Escape[]): readonly Escape[] {
  const caught = caughtType(task);
  const through = caught
    ? tasksInside(task, 'try')
        .flatMap(inside)
        .filter(({ type }) => literalType(type) !== literalType(caught))
        .map(({ type, passed }) => ({ type, passed: [...passed, caught] }))
    : [];
  return [...through, ...tasksInside(task, 'catch').flatMap(inside)];
}
