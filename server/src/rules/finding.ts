import type { Edit, NodeRange, SeqNode, Tree } from '../syntax/node.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type Level = Severity | 'off';

/** A quick fix: imperative title with the result in it, edits in absolute offsets. At most one of a finding is preferred. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly preferred?: boolean;
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
}

/** One mistake. `at` is the smallest stretch that shows it; words follow the project's voice. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly at: NodeRange;
  readonly message: string;
  readonly related?: readonly { readonly at: NodeRange; readonly message: string }[];
  /** `unnecessary` is shown faded, `deprecated` struck through. */
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
  readonly about?: Concern;
  /** Computed only when somebody asks for fixes. */
  readonly fixes?: (tree: Tree) => readonly Fix[];
}
