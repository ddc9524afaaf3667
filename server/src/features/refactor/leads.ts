/** Which tasks can be put into a list of their own: whole elements, and no control goes between them and the others. */
import { type Node, pairOf } from '../../syntax/node.ts';
import type { Task } from '../../workflow/model.ts';

/** Each is one element of its list, with a body below its name. */
export const areElements = (tasks: readonly Task[]): boolean =>
  tasks.every(({ list, index, body, nameAt }) => {
    const element = list.seq.elements[index];
    return element?.kind === 'map' && element.pairs.length === 1 && element.pairs[0]!.key === nameAt && element.pairs[0]!.value === body;
  });

/**
 * How control goes between neighbouring tasks and others of their list, other than to the first, and from the last by its `then` (`onward`): to
 * stand behind "since". Undefined where it does not. Beside an `if` that `then` would be followed where the task is skipped, too.
 */
export function leadsThrough(tasks: readonly Task[], onward: Node | undefined): string | undefined {
  const names = new Set(tasks.map(({ name }) => name));
  const [first] = tasks;
  const last = tasks.at(-1)!;
  if (onward && pairOf(last.body, 'if')) return `the "then" of "${last.name}" counts only where its "if" holds`;
  for (const task of first!.list.tasks)
    for (const { target } of task.flows) {
      if (!target || target.at === onward) continue;
      const isInside = tasks.includes(task);
      if (target.directive === 'exit' && isInside) return `"exit" in "${task.name}" leaves this list`;
      if (target.directive) continue;
      if (isInside && !names.has(target.to)) return `"${task.name}" leads to "${target.to}", which stays behind`;
      if (!isInside && target.to !== first!.name && names.has(target.to))
        return `"${task.name}" leads to "${target.to}", which is not the first of them`;
    }
  return undefined;
}
