/** What is found in a text, before anybody shows it: one mistake, what it concerns, and the fixes for it. */
import type { Edit, NodeRange, SeqNode, Tree } from '../syntax/node.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type Level = Severity | 'off';

/**
 * A place in another file of the workspace: an index into the ranges of its summary. Where that is, is looked up when it is shown, for the
 * lines above it come and go.
 */
export interface Elsewhere {
  readonly uri: string;
  readonly place: number;
}

/** A quick fix: imperative title with the result in it, edits in absolute offsets. At most one of a finding is preferred. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** What is to be written in other files. */
  readonly elsewhere?: readonly { readonly uri: string; readonly edits: readonly { readonly place: number; readonly newText: string }[] }[];
  /** A file that is not there yet. */
  readonly creates?: { readonly uri: string; readonly text: string };
  readonly preferred?: boolean;
  /** What it writes is a stand-in for a person to fill: nobody else makes it. */
  readonly standIn?: boolean;
}

/** What a finding concerns, for the table of cascades: facts where a person reads the message. */
export interface Concern {
  /** The names it speaks of: properties that are meant or missing, tasks, definitions. Of an entry whose name cannot be told, absent. */
  readonly names?: readonly string[];
  /** It is about an entry of a list as such, which may have one of `names`, or any. */
  readonly entry?: true;
  /** The list whose entries it compares. */
  readonly list?: SeqNode;
  /** The keys, outermost first, under which something called one of `names` would be defined. */
  readonly definedIn?: readonly string[];
  /** What is meant is plain, and all else was read as if it were written so: nothing follows from it elsewhere. */
  readonly isPlain?: boolean;
}

/** A remark about another place: of this document, or of another file. */
export type Related = { readonly message: string } & ({ readonly at: NodeRange } | Elsewhere);

/** One mistake. `at` is the smallest stretch that shows it; words follow the project's voice. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly at: NodeRange;
  readonly message: string;
  readonly related?: readonly Related[];
  /** `unnecessary` is shown faded, `deprecated` struck through. */
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
  readonly about?: Concern;
  /** Computed only when somebody asks for fixes. */
  readonly fixes?: (tree: Tree) => readonly Fix[];
}
