/** A task in one line: what it does and to what. */
import { lookOf } from '../graph/build/details.ts';
import type { Task } from '../workflow/model.ts';

/** What the words that are no names of tasks mean after `then`. */
export const directiveWords: Readonly<Record<'continue' | 'exit' | 'end', string>> = {
  continue: 'Goes on with the next task of this list.',
  exit: 'Leaves this list and goes on after the task that holds it.',
  end: 'Ends the workflow.',
};

/** "call · POST api.acme.io" */
export const taskWords = (task: Task): string => (task.kind ? [task.kind, lookOf(task).detail].filter((word) => word).join(' · ') : 'task');
