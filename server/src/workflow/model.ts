/**
 * What a workflow means, whatever dialect it is written in: lists of tasks, the names that are defined, the places that use them, and
 * how control flows. A dialect (v1/, v0/) fills it; everything above reads only this.
 *
 * Offsets are those of `NodeRange`: UTF-16, relative to a fragment. What a task says by itself (`TaskSyntax`, `TaskFacts`) is the same
 * object as long as its text does not change; lists and tasks are made anew for each text, as far as somebody walks down to them.
 */
import type { DialectId } from '../dialects.ts';
import type { MapNode, Node, NodeRange, Run, ScalarNode, SeqNode } from '../syntax/node.ts';
import type { Schema } from '../schema/schema.ts';
import type { Plain } from '../syntax/value.ts';

/** What can be defined in a workflow and referred to by name. A task of DSL 0.x is a state. */
export const symbolKinds = [
  'task',
  'function',
  'error',
  'retry',
  'timeout',
  'authentication',
  'secret',
  'catalog',
  'extension',
  'event',
] as const;
export type SymbolKind = (typeof symbolKinds)[number];
/** Everything but tasks, which are looked up in the list they stand in. */
export type ComponentKind = Exclude<SymbolKind, 'task'>;

/** A name that the document defines. `at` is the name itself, `node` what it stands for. */
export interface Definition {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly at: NodeRange;
  readonly node?: Node;
  /** Where the name can be used; absent for what the whole workflow sees. */
  readonly scope?: Scope;
}

/** A stretch of a workflow in which names are looked up: for tasks the list they stand in. */
export type Scope = TaskList;

/** A name as a task writes it, before it is looked up. */
export interface UnresolvedReference {
  readonly kind: SymbolKind;
  readonly name: string;
  /** The scalar that holds the name, or the slice of it that is the name. */
  readonly at: NodeRange;
}

/** A place that uses a name. `target` is undefined when nothing of that name is in scope. */
export interface Reference extends UnresolvedReference {
  readonly target?: Definition;
  readonly scope?: Scope;
}

/** A text that is a duration or a cron expression. Runtime expressions are left out. */
export interface TimeLiteral {
  readonly kind: 'duration' | 'cron';
  readonly at: ScalarNode;
}

/** A text that is a runtime expression. */
export interface ExpressionSite {
  readonly at: ScalarNode;
  /** Which variables it may use: the `scope` of the schema around it; undefined for what a task does. */
  readonly scope?: string;
  /** It is read as jq without `${ }`, too. */
  readonly bare: boolean;
}

/** A component with the key of the group in which it stands. */
export interface ComponentSyntax {
  readonly kind: ComponentKind;
  readonly name: string;
  readonly at: NodeRange;
  readonly node?: Node;
}

/** A workflow that is run. Parts of its identity that are computed when it runs are left out. */
export interface SubWorkflow {
  readonly identity: WorkflowIdentity;
  readonly places: IdentityPlaces<NodeRange>;
  /** The mapping that names it. */
  readonly at?: MapNode;
}

/** A type of events that is written out. */
export interface EventType {
  readonly use: 'emit' | 'listen';
  readonly type: string;
  readonly at: NodeRange;
}

/** What is called of a service that a document describes: the arguments of the call. */
export interface ApiSite {
  readonly api: 'openapi' | 'asyncapi' | 'grpc';
  readonly at: MapNode;
}

/** A text that nobody should read, an address, a text that is executed, values of which some are what their names say (headers, variables). */
export interface SecuritySite {
  readonly kind: 'credential' | 'endpoint' | 'command' | 'named';
  readonly at: ScalarNode | MapNode;
}

/** What a stretch of a document says by itself, nested tasks left out. */
export interface Facts {
  readonly references: readonly UnresolvedReference[];
  readonly times: readonly TimeLiteral[];
  readonly expressions: readonly ExpressionSite[];
  /** Texts in the place of expressions that hold some among other words. */
  readonly mixedTexts: readonly ScalarNode[];
  readonly components: readonly ComponentSyntax[];
  readonly subWorkflows: readonly SubWorkflow[];
  readonly eventTypes: readonly EventType[];
  /** The attributes of events that are waited for. */
  readonly eventFilters: readonly MapNode[];
  /** Stretches of time, each by the mapping of its `from` and `to`. */
  readonly durationRanges: readonly MapNode[];
  /** JSON Schemas that are written out. */
  readonly jsonSchemas: readonly MapNode[];
  readonly security: readonly SecuritySite[];
  readonly apis: readonly ApiSite[];
  /** Addresses of what can be opened: documents, services, functions. */
  readonly addresses: readonly ScalarNode[];
}

/** Words that lead elsewhere than to a task. */
export type Directive = 'continue' | 'exit' | 'end';

/** Where control goes on, as written: the name of a task of the same list, or a directive. */
export interface FlowTarget {
  readonly to: string;
  readonly at: NodeRange;
  /** It is a word of the language, and no name. */
  readonly directive?: Directive;
  /** The key under which it stands, for messages: `then`, `transition`. */
  readonly key: string;
}

export interface SwitchCase {
  readonly name: string;
  readonly at: NodeRange;
  /** Absent for the default case. */
  readonly condition?: Node;
}

/**
 * A way that a task can take, as it says so itself. `next` the way on · `case` of a switch · `error` once an error was caught ·
 * `compensate` the task that undoes it · `skip` where `if` is false · `fault` an error that it raises.
 */
export interface FlowSyntax {
  readonly kind: 'next' | 'case' | 'error' | 'compensate' | 'skip' | 'fault';
  /** Absent: what the order of the list says. */
  readonly target?: FlowTarget;
  readonly case?: SwitchCase;
}

/** A task without its surroundings: what its own text says. */
export interface TaskSyntax {
  readonly name: string;
  readonly nameAt: NodeRange;
  /** The whole of it, as far as it reaches in its own fragment. */
  readonly at: NodeRange;
  /** What it does, in the words of its dialect; undefined while nothing is written. */
  readonly kind?: string;
  readonly body?: MapNode;
  readonly flows: readonly FlowSyntax[];
  /** It waits for something, or runs for as long as it likes, so that what goes round through it does not keep a runtime busy. */
  readonly mayPause: boolean;
  /** What it puts into the context, where it does; `keeps` what is there already. */
  readonly exported?: { readonly at: Node; readonly keeps: boolean };
  readonly facts: Facts;
  readonly lists: readonly { readonly role: ListRole; readonly seq: SeqNode }[];
}

/** What a list of tasks is to the task that holds it. The order of `states`, which stand in no task, means nothing. */
export type ListRole = 'workflow' | 'states' | 'do' | 'for' | 'branches' | 'try' | 'catch' | 'foreach' | 'before' | 'after' | 'function';

/** Tasks of a list that stand in one run of its elements. What is found out about a run that nothing touched is found out once. */
export interface TaskRun {
  /** The same object as long as the text of these tasks does not change. */
  readonly run: Run;
  /** Its tasks by their own text. */
  readonly syntax: readonly TaskSyntax[];
  /** The same in their list, made as somebody looks: an edit that asks for those of every run costs all of the text. */
  readonly tasks: readonly Task[];
}

export interface TaskList {
  readonly role: ListRole;
  /** For a function (role `function`), which stands in no list, an empty one at its place. */
  readonly seq: SeqNode;
  readonly tasks: readonly Task[];
  /** The same, run by run, made as somebody looks. */
  readonly runs: readonly TaskRun[];
  /** How its tasks flow, run by run, in text that is equal where that is the same (names, kinds and targets, not places). */
  readonly flowTexts: readonly string[];
  /** The first task of each name. */
  readonly names: ReadonlyMap<string, Task>;
  readonly parent?: Task;
  /** Where control begins, when the workflow says so; else at the first task. */
  readonly start?: FlowTarget;
  /** Where control may begin as well: what a timeout or an error of the whole workflow leads to. */
  readonly entries: readonly FlowTarget[];
  /** Every way that control can take in this list, in text order. Made when first asked for. */
  readonly edges: readonly FlowEdge[];
  /** Which of its tasks control can reach, by their index. */
  readonly reached: readonly boolean[];
}

export interface Task extends Omit<TaskSyntax, 'lists'> {
  readonly syntax: TaskSyntax;
  readonly list: TaskList;
  /** Its place in `list.tasks`. */
  readonly index: number;
  /** Nested lists in text order: body, branches, try and catch, foreach. */
  readonly lists: readonly TaskList[];
}

/** `exit` leaves the list, `end` the workflow; `undefined` is a name that the list does not have. */
export type Destination<To = Task> = To | 'exit' | 'end' | undefined;

/** A way that control can take, its target looked up. `start` leads into the list and comes from nowhere. */
export interface FlowEdge<Each = Task> {
  readonly kind: FlowSyntax['kind'] | 'start';
  readonly from?: Each;
  readonly to: Destination<Each>;
  readonly flow?: FlowSyntax;
}

/**
 * A list by its flow alone: what `flowTexts` tells, and whether an error in it is caught. Neither what surrounds it nor what its tasks say
 * besides can be reached from here.
 */
export interface FlowList extends Pick<TaskList, 'role' | 'start' | 'entries' | 'reached'> {
  readonly tasks: readonly FlowTask[];
  readonly names: ReadonlyMap<string, FlowTask>;
  readonly edges: readonly FlowEdge<FlowTask>[];
}

export interface FlowTask extends Pick<Task, 'name' | 'nameAt' | 'kind' | 'flows' | 'mayPause' | 'exported' | 'index'> {
  /** To be compared: tasks that an alias repeats are one and the same. */
  readonly syntax: object;
  readonly lists: readonly FlowList[];
}

/** The components of a workflow by kind and name (the first of each name). Tasks are in `TaskList.names`. */
export interface SymbolTable {
  get(kind: ComponentKind, name: string): Definition | undefined;
  /** All of a kind, in text order. */
  all(kind: ComponentKind): readonly Definition[];
}

/** What other workflows call a workflow by: in DSL 1.0 `document.namespace`, `name` and `version`; in 0.x `id` and `version`. */
export interface WorkflowIdentity {
  readonly namespace?: string;
  readonly name?: string;
  readonly version?: string;
}

export const identityParts = ['namespace', 'name', 'version'] as const satisfies readonly (keyof WorkflowIdentity)[];

/** Something for each part of it, as far as that is written. */
export type IdentityPlaces<At> = Readonly<Partial<Record<keyof WorkflowIdentity, At>>>;

export interface WorkflowModel {
  readonly dialect: Dialect;
  readonly root: MapNode;
  /** Release of the language as declared: `document.dsl`, or `specVersion`. */
  readonly dsl?: string;
  readonly identity: WorkflowIdentity;
  /** Where that is written. */
  readonly identityAt: IdentityPlaces<NodeRange>;
  /** What people call it, beside its name. */
  readonly title?: string;
  /** What it does, in its own words: `document.summary`; in 0.x `description`. */
  readonly summary?: string;
  /** The top-level list, absent while there is none. */
  readonly main?: TaskList;
  /** The lists that stand in no task: `main`, extensions' and functions'. */
  readonly rootLists: readonly TaskList[];
  /** Every list, nested ones included. Unfolds the whole workflow, as `tasks` does: what is asked per keystroke walks from `rootLists`. */
  readonly lists: readonly TaskList[];
  /** Every task of `lists`, in that order. */
  readonly tasks: readonly Task[];
  /** What the workflow says outside of its tasks: `schedule`, `timeout`, `use`. */
  readonly facts: Facts;
  readonly symbols: SymbolTable;
  /** What the text refers to and nothing defines. Cheaper than `references`. */
  readonly unresolved: readonly UnresolvedReference[];
  readonly references: readonly Reference[];
}

/** Whether a task runs, and when it ends: `if` a condition, `while` and `until` for what repeats or collects, `timeout` how long it may take. */
export interface TaskNote {
  readonly kind: 'if' | 'while' | 'until' | 'timeout';
  /** ".total > 100", "30 s". */
  readonly text: string;
}

/** What tells a task apart, for the picture, the outline and lists. */
export interface TaskSummary {
  /** A picture by its name: one of `Icon` in graph/graph.ts, which a test holds. */
  readonly icon: string;
  /** The kind in a word: "call", "switch", "fork". */
  readonly word: string;
  /** "POST api.acme.io", "15 minutes", "3 branches". */
  readonly detail: string;
  readonly notes: readonly TaskNote[];
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
  readonly header?: Omit<TaskSummary, 'notes'> & { readonly name: string; readonly at: NodeRange; readonly whole: NodeRange };
}

/** Where a dialect defines the components of one kind. */
export interface ComponentFacts {
  /** The keys, from the root, of the mapping or list that they stand in. Where a text stands there, they are in another file. */
  readonly path: readonly string[];
  /** Names that need no definition. */
  readonly known?: readonly string[];
  /** That mapping or list with nothing in it but a new component, complete, for the user to fill. */
  readonly stub?: (name: string) => Record<string, Plain> | [Plain];
}

/** A task that holds a list of others, as it can be put around some. */
export interface Container {
  /** The key that decides. */
  readonly kind: string;
  /** The keys that lead from the task to the list. */
  readonly path: readonly string[];
  /** What else it must say, before the list and behind it. */
  readonly before?: Readonly<Record<string, Plain>>;
  readonly after?: Readonly<Record<string, Plain>>;
  /** It makes no sense around a single task. */
  readonly several?: boolean;
}

/**
 * One language for workflows: DSL 1.0, or the line of 0.x. What differs between them stands behind this interface: a dialect is a schema,
 * a reader that fills the model, and words for what the picture and the lists show. Nothing above asks which one it has.
 */
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
  /** Beyond its keys: do the values make this a workflow for sure, whoever named the file? */
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
  /** What a workflow can define by name. */
  readonly components: Readonly<Partial<Record<ComponentKind, ComponentFacts>>>;
  /** What can be put around tasks. */
  readonly containers: readonly Container[];
  /** A new task. */
  taskStub(name: string): Plain;
  /** A task that runs another workflow; absent where tasks cannot stand in a workflow of their own. `input` is what that is started with. */
  runTask?(name: string, workflow: WorkflowIdentity, input?: Readonly<Record<string, Plain>>): { [name: string]: Plain };
  /** The fields of its input that a task reads, where nothing else of it counts for what comes of it and of those behind it; undefined while that is not sure. */
  fieldsTaken?(task: TaskSyntax): readonly string[] | undefined;
}
