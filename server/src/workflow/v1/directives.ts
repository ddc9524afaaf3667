/** The words that `then` takes beside names of tasks (dsl-reference: Flow Directive). */
import type { Directive } from '../model.ts';

/** Words that lead elsewhere than to a task (dsl-reference: Flow Directive). */
export const directives: Readonly<Record<Directive, { readonly detail: string; readonly description: string }>> = {
  continue: { detail: 'on with the next task', description: 'Goes on with the next task of this list.' },
  exit: { detail: 'leaves this list', description: 'Leaves this list and goes on after the task that holds it.' },
  end: { detail: 'ends the workflow', description: 'Ends the workflow.' },
};

/** Is it one of these words, and so no name of a task? */
export const isDirective = (word: string): word is Directive => Object.hasOwn(directives, word);
