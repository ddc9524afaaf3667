/** A task one place up or down in its list. */
import { isOrdered, mayFallThrough, targetsIn } from '../../workflow/flow.ts';
import type { Task, TaskList } from '../../workflow/model.ts';
import { moveElement } from '../../syntax/edit.ts';
import type { Refactoring, Site } from './refactoring.ts';

/** *Move "check" up* and *down*; nothing for what an element of a list names besides others. */
export function move({ doc: { tree }, tasks }: Site): Refactoring[] {
  const [task, ...others] = tasks;
  if (!task || others.length > 0 || task.list.seq.elements.length !== task.list.tasks.length) return [];
  return (['up', 'down'] as const).flatMap((way): Refactoring[] => {
    const to = task.index + (way === 'up' ? -1 : 1);
    const edits =
      to >= 0 && to < task.list.tasks.length && keepsFlow(task.list, Math.min(to, task.index))
        ? moveElement(tree, task.list.seq, task.index, to)
        : [];
    return edits.length > 0 ? [{ title: `Move "${task.name}" ${way}`, kind: 'refactor.move', edits }] : [];
  });
}

/**
 * Does the flow stay without remarks where two neighbours change places? What is most often wrong then is known without a trial: a task to
 * which nothing leads, a `then` that names what follows anyway.
 */
function keepsFlow(list: TaskList, first: number): boolean {
  if (!isOrdered(list)) return true;
  const named = new Set(Array.from(targetsIn(list), ({ to }) => to));
  const { [first - 1]: before, [first]: upper, [first + 1]: lower, [first + 2]: behind } = list.tasks;
  const isFine = (task: Task | undefined, next: Task | undefined): boolean => !task || !next || follows(list, task, next, named);
  return isFine(before, lower) && isFine(lower, upper) && isFine(upper, behind);
}

/** May one task stand behind another? */
function follows(list: TaskList, task: Task, next: Task, named: ReadonlySet<string>): boolean {
  const [flow, ...others] = task.flows;
  const isSaidTwice = others.length === 0 && task.kind !== 'switch' && flow?.target?.to === next.name;
  return !isSaidTwice && (named.has(next.name) || mayFallThrough(list, task));
}
