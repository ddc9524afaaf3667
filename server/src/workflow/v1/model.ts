/** DSL 1.0 → the neutral model. What items say is kept (task.ts); here it is only joined, as far as somebody looks. */
import type { MapNode, Node, SeqNode } from '../../syntax/node.ts';
import { elementsOf, resolve, stringOf, valueOf } from '../../syntax/node.ts';
import type {
  Definition,
  Facts,
  ListRole,
  Mention,
  Reference,
  SymbolKind,
  Task,
  TaskList,
  WorkflowIdentity,
  WorkflowModel,
} from '../model.ts';
import { missingIn, names } from '../names.ts';
import { at, workflowFacts } from './facts.ts';
import { fullBudget, JoinedList } from './join.ts';
import { functionOf } from './task.ts';

type Components = Record<Exclude<SymbolKind, 'task'>, Map<string, Definition>>;

/** The model of a workflow whose root mapping this is. */
export function readV1(root: MapNode): WorkflowModel {
  const use = valueOf(root, 'use');
  const components = readComponents(use);
  const budget = fullBudget();
  const seqAt = (node: Node | undefined, role: ListRole, path: string): TaskList[] => {
    const seq = at(node, path);
    return seq?.kind === 'seq' ? [new JoinedList(role, seq, undefined, budget, 0)] : [];
  };
  const [main] = seqAt(root, 'workflow', 'do');
  const extensions = [...components.extension.values()].flatMap(({ node }) => [
    ...seqAt(node, 'before', 'before'),
    ...seqAt(node, 'after', 'after'),
  ]);
  const holder = valueOf(use, 'functions');
  const functions = holder?.kind === 'map' ? holder : undefined;
  const functionLists = (functions?.pairs ?? []).map((pair): TaskList => {
    const seq: SeqNode = { kind: 'seq', fragment: pair.fragment, start: pair.start, end: pair.end, elements: [], flow: true };
    return new JoinedList('function', seq, undefined, budget, 0, functionOf(pair));
  });
  const lists = [...(main ? [main] : []), ...extensions];
  const speaking = new Set<SeqNode | MapNode>(lists.map((list) => list.seq));
  if (functions) speaking.add(functions);
  return new Model(root, components, main, [...lists, ...functionLists], speaking);
}

/** A class, as the getters of an object literal would outlive the text. */
class Model implements WorkflowModel {
  readonly line = 'v1';
  readonly dsl: string | undefined;
  readonly identity: WorkflowIdentity;
  private said: Facts | undefined;
  private all: { readonly lists: TaskList[]; readonly tasks: Task[] } | undefined;
  private lost: readonly Mention[] | undefined;
  private found: ReturnType<typeof names> | undefined;

  constructor(
    readonly root: MapNode,
    readonly components: Components,
    readonly main: TaskList | undefined,
    readonly tops: readonly TaskList[],
    /** What speaks for itself: lists of tasks, functions. */
    private readonly speaking: ReadonlySet<SeqNode | MapNode>,
  ) {
    const document = valueOf(root, 'document');
    const textAt = (key: string): string | undefined => textOf(valueOf(document, key));
    this.dsl = textAt('dsl');
    this.identity = { namespace: textAt('namespace'), name: textAt('name'), version: textAt('version') };
  }

  get lists(): readonly TaskList[] {
    return (this.all ??= allIn(this.tops)).lists;
  }
  get tasks(): readonly Task[] {
    return (this.all ??= allIn(this.tops)).tasks;
  }
  get facts(): Facts {
    return (this.said ??= workflowFacts(this.root, this.speaking));
  }
  get missing(): readonly Mention[] {
    return (this.lost ??= missingIn(this));
  }
  get definitions(): readonly Definition[] {
    return (this.found ??= names(this)).definitions;
  }
  get references(): readonly Reference[] {
    return (this.found ??= names(this)).references;
  }
}

function allIn(tops: readonly TaskList[]): { lists: TaskList[]; tasks: Task[] } {
  const lists: TaskList[] = [];
  const tasks: Task[] = [];
  const add = (list: TaskList): void => {
    lists.push(list);
    for (const task of list.tasks) {
      tasks.push(task);
      task.lists.forEach(add);
    }
  };
  tops.forEach(add);
  return { lists, tasks };
}

/** A scalar's text, whatever YAML makes of it: `dsl: 1.0` is told as it is written. */
const textOf = (node: Node | undefined): string | undefined => (node?.kind === 'scalar' ? node.text : undefined);

const groups: readonly (readonly [key: string, kind: Exclude<SymbolKind, 'task' | 'secret' | 'extension'>])[] = [
  ['functions', 'function'],
  ['errors', 'error'],
  ['retries', 'retry'],
  ['timeouts', 'timeout'],
  ['authentications', 'authentication'],
  ['catalogs', 'catalog'],
];

function readComponents(use: Node | undefined): Components {
  const found: Components = {
    function: new Map(),
    error: new Map(),
    retry: new Map(),
    timeout: new Map(),
    authentication: new Map(),
    secret: new Map(),
    catalog: new Map(),
    extension: new Map(),
  };
  const add = (definition: Definition): void => {
    const map = found[definition.kind as keyof Components];
    if (definition.name && !map.has(definition.name)) map.set(definition.name, definition);
  };
  for (const [group, kind] of groups) {
    const map = valueOf(use, group);
    if (map?.kind === 'map') for (const { key, value } of map.pairs) add({ kind, name: key.text, at: key, node: resolve(value) });
  }
  for (const node of elementsOf(valueOf(use, 'secrets'))) add({ kind: 'secret', name: stringOf(node) ?? '', at: node, node });
  for (const node of elementsOf(valueOf(use, 'extensions')))
    if (node.kind === 'map')
      for (const { key, value } of node.pairs) add({ kind: 'extension', name: key.text, at: key, node: resolve(value) });
  return found;
}
