/**
 * One language for workflows: DSL 1.0, or the line of 0.x. What differs between them stands behind this interface: a dialect is a schema,
 * a reader that fills the model, and words for what the picture and the lists show. Nothing above asks which one it has.
 */
import type { Schema } from '../schema/schema.ts';
import type { MapNode, NodeRange } from '../syntax/node.ts';
import type { Plain } from '../syntax/value.ts';
import type { ComponentKind, Directive, ListRole, Task, TaskSyntax, WorkflowModel } from './model.ts';

export type DialectId = 'v1' | 'v0';

/** What tells a task apart, for the picture, the outline and lists. */
export interface TaskSummary {
  /** A picture by its name: one of `Icon` in graph/graph.ts, which a test holds. */
  readonly icon: string;
  /** The kind in a word: "call", "switch", "fork". */
  readonly word: string;
  /** "POST api.acme.io", "15 minutes", "3 branches". */
  readonly detail: string;
}

/** What starts a workflow. */
export interface StartSummary {
  readonly icon?: string;
  readonly word?: string;
  readonly detail?: string;
  /** Where it is written. */
  readonly at?: NodeRange;
}

/** A list inside a task as the picture shows it, one that is not written yet included. */
export interface Compartment {
  readonly role: ListRole;
  /** Shown above the list: what a catch catches. `at` is its key, `whole` what it stands for. */
  readonly header?: TaskSummary & { readonly name: string; readonly at: NodeRange; readonly whole: NodeRange };
}

export interface Dialect {
  readonly id: DialectId;
  /** For people: "DSL 1.0". */
  readonly name: string;
  /** Where names, references, times and expressions stand; with `checked`, what may stand anywhere. */
  readonly schema: Schema;
  /** The schema knows every shape: it is checked, completed and explained. */
  readonly checked: boolean;
  /** Where a workflow says which release of the language it is written in. */
  readonly releaseAt: readonly string[];
  /** Words that lead elsewhere than to a task, with what they do. */
  readonly directives: Readonly<Partial<Record<Directive, { readonly detail: string; readonly description: string }>>>;
  /** What its tasks, and the lists that they stand in, are called in messages. */
  readonly words: { readonly task: string; readonly list: string };
  /** Do these keys make a workflow of this dialect, whoever named the file? */
  claims(root: MapNode): boolean;
  read(root: MapNode): WorkflowModel;
  summary(task: TaskSyntax): TaskSummary;
  start(model: WorkflowModel): StartSummary;
  /** In the order to draw them. */
  compartments(task: Task): readonly Compartment[];
  /** The first branch to end decides: the others are given up. */
  isRace(task: Task): boolean;
  /** The words for what a task does before it gives up; undefined when it does not try again. */
  retry(task: Task, model: WorkflowModel): string | undefined;
  /** A new component, complete, for the user to fill, and the keys of the mapping or list that it belongs in. Absent: not created here. */
  stub(kind: ComponentKind, name: string): { readonly path: readonly string[]; readonly value: Plain } | undefined;
  /** A new task. */
  taskStub(name: string): Plain;
}
