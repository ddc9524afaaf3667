/** The model of one text, whatever its dialect: a reader says where lists and names stand, and what is asked is joined here. */
import type { MapNode, Node, NodeRange } from '../syntax/node.ts';
import { resolve } from '../syntax/node.ts';
import type {
  ComponentKind,
  ComponentSyntax,
  Definition,
  Dialect,
  Facts,
  IdentityPlaces,
  Reference,
  SymbolTable,
  Task,
  TaskList,
  UnresolvedReference,
  WorkflowIdentity,
  WorkflowModel,
} from './model.ts';
import { factsOf } from './facts.ts';
import { referencesIn, unresolvedIn } from './names.ts';

/** What a dialect's reader finds at the root of a workflow. */
export interface RootSyntax {
  readonly dialect: Dialect;
  readonly root: MapNode;
  readonly dsl?: string;
  readonly identity: WorkflowIdentity;
  readonly title?: string;
  readonly summary?: string;
  readonly identityAt: IdentityPlaces<NodeRange>;
  readonly main?: TaskList;
  readonly rootLists: readonly TaskList[];
  /** What speaks for itself, and is no fact of the root: lists of tasks, functions. */
  readonly apart: ReadonlySet<Node>;
}

/** A class, as the getters of an object literal would outlive the text. */
export class BoundModel implements WorkflowModel {
  readonly dialect: Dialect;
  readonly root: MapNode;
  readonly dsl: string | undefined;
  readonly identity: WorkflowIdentity;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly identityAt: IdentityPlaces<NodeRange>;
  readonly main: TaskList | undefined;
  readonly rootLists: readonly TaskList[];
  private readonly apart: ReadonlySet<Node>;
  private own: Facts | undefined;
  private all: { readonly lists: TaskList[]; readonly tasks: Task[] } | undefined;
  private table: SymbolTable | undefined;
  private lost: readonly UnresolvedReference[] | undefined;
  private referred: readonly Reference[] | undefined;

  constructor({ dialect, root, dsl, identity, title, summary, identityAt, main, rootLists, apart }: RootSyntax) {
    this.dialect = dialect;
    this.root = root;
    this.dsl = dsl;
    this.identity = identity;
    this.identityAt = identityAt;
    this.title = title;
    this.summary = summary;
    this.main = main;
    this.rootLists = rootLists;
    this.apart = apart;
  }

  get lists(): readonly TaskList[] {
    return (this.all ??= allIn(this.rootLists)).lists;
  }
  get tasks(): readonly Task[] {
    return (this.all ??= allIn(this.rootLists)).tasks;
  }
  get facts(): Facts {
    return (this.own ??= factsOf(this.root, this.dialect.schema, this.apart));
  }
  get symbols(): SymbolTable {
    return (this.table ??= symbolTable(this.facts.components));
  }
  get unresolved(): readonly UnresolvedReference[] {
    return (this.lost ??= unresolvedIn(this));
  }
  get references(): readonly Reference[] {
    return (this.referred ??= referencesIn(this));
  }
}

function allIn(rootLists: readonly TaskList[]): { lists: TaskList[]; tasks: Task[] } {
  const lists: TaskList[] = [];
  const tasks: Task[] = [];
  const add = (list: TaskList): void => {
    lists.push(list);
    for (const task of list.tasks) {
      tasks.push(task);
      task.lists.forEach(add);
    }
  };
  rootLists.forEach(add);
  return { lists, tasks };
}

function symbolTable(components: readonly ComponentSyntax[]): SymbolTable {
  const byKind = new Map<ComponentKind, Map<string, Definition>>();
  for (const component of components) {
    const known = byKind.get(component.kind) ?? new Map<string, Definition>();
    byKind.set(component.kind, known);
    if (!known.has(component.name)) known.set(component.name, component);
  }
  return {
    get: (kind, name) => byKind.get(kind)?.get(name),
    all: (kind) => [...(byKind.get(kind)?.values() ?? [])],
  };
}

/** A scalar's text, whatever YAML makes of it: `dsl: 1.0` is told as it is written. */
export const writtenText = (node: Node | undefined): string | undefined => {
  const scalar = resolve(node);
  return scalar?.kind === 'scalar' ? scalar.text : undefined;
};
