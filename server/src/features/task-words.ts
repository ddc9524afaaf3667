/** A task in one line: what it does and to what. */
import { lookOf } from '../graph/build/details.ts';
import type { MapNode } from '../syntax/node.ts';
import type { Task } from '../workflow/model.ts';

/** What the words that are no names of tasks mean after `then`. */
export const directiveWords: Readonly<Record<'continue' | 'exit' | 'end', string>> = {
  continue: 'Goes on with the next task of this list.',
  exit: 'Leaves this list and goes on after the task that holds it.',
  end: 'Ends the workflow.',
};

/** The same, in the room beside a word in the list. */
export const directiveDetails: typeof directiveWords = {
  continue: 'on with the next task',
  exit: 'leaves this list',
  end: 'ends the workflow',
};

const said = new WeakMap<MapNode, string>();

/** "call · POST api.acme.io". Kept with the task's body, which stays the same while its text does. */
export function taskWords(task: Task): string {
  if (!task.kind || !task.body) return 'task';
  const known = said.get(task.body);
  if (known !== undefined) return known;
  const words = [task.kind, lookOf(task).detail].filter((word) => word).join(' · ');
  // What a task says of tasks inside of it can change without its own text.
  if (task.lists.length === 0) said.set(task.body, words);
  return words;
}
