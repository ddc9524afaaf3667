/**
 * Lists and tasks as one text holds them, around what their own text says. They come into being as somebody walks down to them, so that
 * a look at one task costs the way to it. Classes, because the getters of object literals outlive the text they were made for.
 */
import { resolve, type Node, type Run, type SeqNode } from '../syntax/node.ts';
import { edgesOf, reachable } from './flow.ts';
import { flowText } from './flow-text.ts';
import type { FlowEdge, FlowTarget, ListRole, Task, TaskList, TaskRun, TaskSyntax } from './model.ts';
import { notes } from '../syntax/notes.ts';

/** Lists nest no deeper than a person can read. */
const deepest = 100;

/** Aliases can unfold to more tasks than memory holds: how many may still be made for one text. */
export interface ExpansionLimit {
  left: number;
}
export const expansionLimit = (): ExpansionLimit => ({ left: 100_000 });

/** What is the same for all lists of one text. */
export interface Binding {
  readonly limit: ExpansionLimit;
  /** The tasks that an element of a list names: one, where all is well. */
  readonly tasksOf: (element: Node) => readonly TaskSyntax[];
}

/** Where a list begins, as far as the workflow says so. */
export type Beginning = Partial<Pick<TaskList, 'start' | 'entries'>>;

const none: readonly never[] = [];

/** What the tasks of a run say. */
interface RunSyntax {
  readonly tasks: readonly TaskSyntax[];
  readonly flowText: string;
}
const kept = notes<Run, RunSyntax>();

function syntaxOf(run: Run, tasksOf: Binding['tasksOf']): RunSyntax {
  const known = kept.get(run);
  if (known) return known;
  const tasks = run.elements.flatMap((node) => tasksOf(resolve(node) ?? node));
  const syntax = { tasks, flowText: tasks.map((task) => flowText(task, tasksOf)).join('\n') };
  kept.set(run, syntax);
  return syntax;
}
const noNames: ReadonlyMap<string, Task> = new Map<string, never>();

export class BoundList implements TaskList {
  readonly start: FlowTarget | undefined;
  readonly entries: readonly FlowTarget[];
  private bound: readonly Task[] | undefined;
  private boundRuns: readonly BoundRun[] | undefined;
  private byName: ReadonlyMap<string, Task> | undefined;
  private ways: readonly FlowEdge[] | undefined;
  private seen: readonly boolean[] | undefined;

  constructor(
    readonly role: ListRole,
    readonly seq: SeqNode,
    readonly parent: Task | undefined,
    readonly binding: Binding,
    readonly depth: number,
    { start, entries = none }: Beginning = {},
    /** A function, which stands in no list. */
    private readonly single?: TaskSyntax,
  ) {
    this.start = start;
    this.entries = entries;
  }

  get tasks(): readonly Task[] {
    return (this.bound ??= this.runs.flatMap(({ tasks }) => tasks));
  }

  get runs(): readonly BoundRun[] {
    return (this.boundRuns ??= this.bind());
  }

  get flowTexts(): readonly string[] {
    return this.runs.map(({ said }) => said.flowText);
  }

  get names(): ReadonlyMap<string, Task> {
    return (this.byName ??= this.single ? noNames : firstOfEach(this.tasks));
  }

  get edges(): readonly FlowEdge[] {
    return (this.ways ??= edgesOf(this));
  }

  get reached(): readonly boolean[] {
    return (this.seen ??= reachable(this));
  }

  private bind(): BoundRun[] {
    if (this.single) return [new BoundRun({ elements: none }, { tasks: [this.single], flowText: '' }, this, 0)];
    const runs: BoundRun[] = [];
    let first = 0;
    for (const run of this.seq.runs) {
      const syntax = syntaxOf(run, this.binding.tasksOf);
      runs.push(new BoundRun(run, syntax, this, first));
      first += syntax.tasks.length;
    }
    return runs;
  }
}

class BoundRun implements TaskRun {
  private bound: readonly BoundTask[] | undefined;

  constructor(
    readonly run: Run,
    readonly said: RunSyntax,
    private readonly list: BoundList,
    /** The index of the first of its tasks in the list. */
    private readonly first: number,
  ) {}

  get syntax(): readonly TaskSyntax[] {
    return this.said.tasks;
  }

  get tasks(): readonly BoundTask[] {
    return (this.bound ??= this.bind());
  }

  private bind(): BoundTask[] {
    const { limit } = this.list.binding;
    const tasks = this.syntax.slice(0, Math.max(limit.left, 0)).map((syntax, at) => new BoundTask(syntax, this.list, this.first + at));
    limit.left -= tasks.length;
    return tasks;
  }
}

function firstOfEach(tasks: readonly Task[]): ReadonlyMap<string, Task> {
  const names = new Map<string, Task>();
  for (const task of tasks) if (!names.has(task.name)) names.set(task.name, task);
  return names;
}

class BoundTask implements Task {
  private inside: readonly TaskList[] | undefined;

  constructor(
    readonly syntax: TaskSyntax,
    readonly list: BoundList,
    readonly index: number,
  ) {}

  get name() {
    return this.syntax.name;
  }
  get nameAt() {
    return this.syntax.nameAt;
  }
  get at() {
    return this.syntax.at;
  }
  get kind() {
    return this.syntax.kind;
  }
  get body() {
    return this.syntax.body;
  }
  get flows() {
    return this.syntax.flows;
  }
  get mayPause() {
    return this.syntax.mayPause;
  }
  get exported() {
    return this.syntax.exported;
  }
  get facts() {
    return this.syntax.facts;
  }
  get lists(): readonly TaskList[] {
    return (this.inside ??= this.open());
  }

  private open(): readonly TaskList[] {
    const { binding, depth } = this.list;
    if (this.syntax.lists.length === 0 || depth >= deepest) return none;
    return this.syntax.lists.map(({ role, seq }) => new BoundList(role, seq, this, binding, depth + 1));
  }
}
