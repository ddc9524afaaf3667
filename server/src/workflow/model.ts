/**
 * What a workflow means, for both DSL lines: lists of tasks, the names that are defined, the places that use them, and
 * how control flows. v1/ (DSL 1.0) and later v0/ (0.x) fill it; everything above reads only this.
 */
import type { MapNode, Node, Pair, NodeRange, ScalarNode, SeqNode } from '../syntax/node.ts';

/** DSL 1.0 task kinds, in the order they are offered. */
export const taskKinds = ['call', 'do', 'emit', 'for', 'fork', 'listen', 'raise', 'run', 'set', 'switch', 'try', 'wait'] as const;
export type TaskKind = (typeof taskKinds)[number];

export type SymbolKind = 'task' | 'function' | 'error' | 'retry' | 'timeout' | 'authentication' | 'secret' | 'catalog' | 'extension';

/** A name that the document defines. `at` is the name itself, `node` what it stands for. */
export interface Definition {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly at: NodeRange;
  readonly node?: Node;
  /** For a task: the list it stands in. */
  readonly list?: TaskList;
}

/** A place that uses a name. `target` is undefined when nothing of that name is in scope. */
export interface Reference {
  readonly kind: SymbolKind;
  readonly name: string;
  /** The scalar that holds the name. */
  readonly at: NodeRange;
  readonly target?: Definition;
  /** For `then`: the list in which the name is looked up. */
  readonly list?: TaskList;
}

/** The three words that `then` takes beside names of tasks. */
export const directives = ['continue', 'exit', 'end'] as const;

/** A name as an item writes it, before it is looked up. */
export interface Mention {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly at: NodeRange;
}

/** A text that is a duration or a cron expression, as an item writes it. Runtime expressions are left out. */
export interface Timing {
  readonly kind: 'duration' | 'cron';
  readonly at: ScalarNode;
}

/**
 * What an item says by itself, nested tasks left out. The same object as long as its text does not change: whatever is computed
 * from it alone is kept in a `WeakMap<Facts, …>`.
 */
export interface Facts {
  readonly mentions: readonly Mention[];
  readonly times: readonly Timing[];
}

/** Where control goes on: a directive or the name of a task of the same list. */
export interface Flow {
  readonly to: string;
  readonly at: NodeRange;
}

export interface SwitchCase {
  readonly name: string;
  readonly at: NodeRange;
  /** The runtime expression as written; absent for the default case. */
  readonly when?: string;
  readonly then?: Flow;
}

/** What a list of tasks is to the task that holds it. */
export type ListRole = 'workflow' | 'do' | 'for' | 'branches' | 'try' | 'catch' | 'foreach' | 'before' | 'after' | 'function';

export interface TaskList {
  readonly role: ListRole;
  /** For a function (role `function`), which stands in no list, an empty one at its place. */
  readonly seq: SeqNode;
  readonly tasks: readonly Task[];
  /** The first task of each name. */
  readonly names: ReadonlyMap<string, Task>;
  readonly parent?: Task;
}

export interface Task {
  readonly name: string;
  /** The first of `taskKinds` that is written; undefined while nothing is. */
  readonly kind?: TaskKind;
  /** The name in the list item. */
  readonly key: Pair;
  readonly body?: MapNode;
  readonly list: TaskList;
  /** Its place in `list.tasks`. */
  readonly index: number;
  readonly then?: Flow;
  readonly cases?: readonly SwitchCase[];
  /** `catch.then`: where control goes on once an error was caught. Looked up in the list of the task itself. */
  readonly caught?: Flow;
  readonly facts: Facts;
  /** Nested lists in text order: body, branches, try and catch, foreach. */
  readonly lists: readonly TaskList[];
}

/** What other workflows call a workflow by: in DSL 1.0 `document.namespace`, `name` and `version`; in 0.x `id` and `version`. */
export interface WorkflowIdentity {
  readonly namespace?: string;
  readonly name?: string;
  readonly version?: string;
}

export interface WorkflowModel {
  readonly line: 'v1' | 'v0';
  readonly root: MapNode;
  /** Release of the language as declared: `document.dsl`, or `specVersion`. */
  readonly dsl?: string;
  readonly identity: WorkflowIdentity;
  /** The top-level list, absent while there is no `do`. */
  readonly main?: TaskList;
  /** The lists that stand in no task: `main`, extensions' and functions'. */
  readonly tops: readonly TaskList[];
  /** Every list of tasks, nested ones included. Unfolds the whole workflow, as `tasks` does: what is asked per keystroke walks from `tops`. */
  readonly lists: readonly TaskList[];
  /** Every task of `lists`, in that order. */
  readonly tasks: readonly Task[];
  /** What the workflow says outside of its tasks: `schedule`, `timeout`, `use`. */
  readonly facts: Facts;
  /** The components in `use` by kind and name (the first of each name). Tasks are in `TaskList.names`. */
  readonly components: Readonly<Record<Exclude<SymbolKind, 'task'>, ReadonlyMap<string, Definition>>>;
  /** What the text mentions and `use` does not define. Cheaper than `references`. */
  readonly missing: readonly Mention[];
  readonly definitions: readonly Definition[];
  readonly references: readonly Reference[];
}
