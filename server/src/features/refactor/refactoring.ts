/** What refactorings are asked about, and what they answer. */
import type { Doc, Part } from '../../doc.ts';
import type { Edit, TextRange } from '../../syntax/node.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Task, WorkflowModel } from '../../workflow/model.ts';

export interface Refactoring {
  readonly title: string;
  readonly kind: 'refactor' | 'refactor.rewrite' | 'refactor.move' | 'refactor.extract' | 'refactor.inline';
  readonly edits: readonly Edit[];
  /** The name that it makes up, which stands in the text of one of its edits at least. */
  readonly named?: string;
  /** A file that is not there yet. */
  readonly creates?: { readonly uri: string; readonly text: string };
  /** That file is what a person wants to see then. */
  readonly opens?: true;
  /** Why it is not to be had, to stand behind "since"; known before anything is tried. */
  readonly refused?: string;
}

/** What is selected: a place, or a stretch, in a workflow. */
export interface Site {
  readonly workspace: Workspace;
  readonly doc: Doc;
  readonly part: Part;
  readonly model: WorkflowModel;
  /** Absolute; of a cursor, start and end are the same. */
  readonly stretch: TextRange;
  /** The tasks of one list that the stretch touches; of a cursor, the innermost around it. Empty outside of tasks. */
  readonly tasks: readonly Task[];
  readonly newFiles: NewFiles;
}

/** What an editor does about files that an edit asks for. */
export interface NewFiles {
  /** It makes them. */
  readonly creates: boolean;
  /** Is there one already, of ours or not? */
  isTaken(uri: string): boolean;
}

/** Two names as one, joined as the first joins its own words: "checkRetry", "check-order-retry". */
export function joined(first: string, second: string): string {
  const mark = /[-_]/.exec(first)?.[0];
  if (mark) return `${first}${mark}${second}`;
  return /^[A-Za-z]\w*$/.test(first) ? `${first}${second[0]!.toUpperCase()}${second.slice(1)}` : second;
}
