/** A task one place up or down in its list. */
import { moveElement } from '../../syntax/edit.ts';
import type { Refactoring, Site } from './refactoring.ts';

/** *Move "check" up* and *down*; nothing for what an element of a list names besides others. */
export function move({ doc: { tree }, tasks }: Site): Refactoring[] {
  const [task, ...others] = tasks;
  if (!task || others.length > 0 || task.list.seq.elements.length !== task.list.tasks.length) return [];
  return (['up', 'down'] as const).flatMap((way): Refactoring[] => {
    const to = task.index + (way === 'up' ? -1 : 1);
    const edits = to >= 0 && to < task.list.tasks.length ? moveElement(tree, task.list.seq, task.index, to) : [];
    return edits.length > 0 ? [{ title: `Move "${task.name}" ${way}`, kind: 'refactor.move', edits }] : [];
  });
}
