/**
 * Lists and tasks as one text holds them, around what its items say. They come into being as somebody walks down to them, so that a
 * look at one task costs the way to it. Classes, because the getters of object literals outlive the text they were made for.
 */
import { resolve, type SeqNode } from '../../syntax/node.ts';
import type { ListRole, Task, TaskList } from '../model.ts';
import { type LooseTask, tasksOf } from './task.ts';

/** Aliases can unfold to more tasks than memory holds; and lists nest no deeper than a person can read. */
const deepest = 100;
export interface Budget {
  left: number;
}
export const fullBudget = (): Budget => ({ left: 100_000 });

const none: readonly TaskList[] = [];
const noNames: ReadonlyMap<string, Task> = new Map<string, never>();

export class JoinedList implements TaskList {
  private joined: readonly JoinedTask[] | undefined;
  private byName: ReadonlyMap<string, Task> | undefined;

  constructor(
    readonly role: ListRole,
    readonly seq: SeqNode,
    readonly parent: Task | undefined,
    readonly budget: Budget,
    readonly depth: number,
    /** A function, which stands in no list. */
    private readonly single?: LooseTask,
  ) {}

  get tasks(): readonly Task[] {
    return (this.joined ??= this.join());
  }

  get names(): ReadonlyMap<string, Task> {
    return (this.byName ??= this.single ? noNames : firstOfEach(this.tasks));
  }

  private join(): JoinedTask[] {
    if (this.single) return [new JoinedTask(this.single, this, 0)];
    const tasks: JoinedTask[] = [];
    for (const { node } of this.seq.elements)
      for (const loose of tasksOf(resolve(node) ?? node)) {
        if (this.budget.left-- <= 0) return tasks;
        tasks.push(new JoinedTask(loose, this, tasks.length));
      }
    return tasks;
  }
}

function firstOfEach(tasks: readonly Task[]): ReadonlyMap<string, Task> {
  const names = new Map<string, Task>();
  for (const task of tasks) if (!names.has(task.name)) names.set(task.name, task);
  return names;
}

class JoinedTask implements Task {
  private inside: readonly TaskList[] | undefined;

  constructor(
    private readonly loose: LooseTask,
    readonly list: JoinedList,
    readonly index: number,
  ) {}

  get name() {
    return this.loose.name;
  }
  get kind() {
    return this.loose.kind;
  }
  get key() {
    return this.loose.key;
  }
  get body() {
    return this.loose.body;
  }
  get then() {
    return this.loose.then;
  }
  get cases() {
    return this.loose.cases;
  }
  get caught() {
    return this.loose.caught;
  }
  get facts() {
    return this.loose.facts;
  }
  get lists(): readonly TaskList[] {
    return (this.inside ??= this.open());
  }

  private open(): readonly TaskList[] {
    const { budget, depth } = this.list;
    if (this.loose.lists.length === 0 || depth >= deepest) return none;
    return this.loose.lists.map(({ role, seq }) => new JoinedList(role, seq, this, budget, depth + 1));
  }
}
