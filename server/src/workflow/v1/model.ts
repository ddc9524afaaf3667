/** DSL 1.0 → the neutral model. What items say is kept (task.ts); here it is only joined, next to nothing per task. */
import type { MapNode, Node, Pair, SeqNode } from '../../syntax/node.ts';
import { elementsOf, resolve, stringOf, valueOf } from '../../syntax/node.ts';
import type { Definition, Facts, ListRole, Mention, SymbolKind, Task, TaskList, WorkflowModel } from '../model.ts';
import { missingIn, names } from './names.ts';
import { at, workflowFacts } from './facts.ts';
import type { LooseTask } from './task.ts';
import { functionOf, tasksOf } from './task.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };
type Components = Record<Exclude<SymbolKind, 'task'>, Map<string, Definition>>;

/** Aliases can unfold to more tasks than memory holds; and lists nest no deeper than a person can read. */
const mostTasks = 100_000;
const deepest = 100;
const none: readonly TaskList[] = [];

/** The model of a workflow whose root mapping this is. */
export function readV1(root: MapNode): WorkflowModel {
  const lists: TaskList[] = [];
  const tasks: Task[] = [];

  const addTask = (loose: LooseTask, list: TaskList, depth: number): Task => {
    // Written out: a spread of this many members costs more than all the rest of joining.
    const { name, key, kind, body, then, caught, cases, facts } = loose;
    const task: Open<Task> = { name, key, kind, body, list, index: list.tasks.length, then, caught, cases, facts, lists: none };
    tasks.push(task);
    if (depth < deepest && loose.lists.length > 0) task.lists = loose.lists.map(({ role, seq }) => addList(role, seq, task, depth + 1));
    return task;
  };
  const addList = (role: ListRole, seq: SeqNode, parent: Task | undefined, depth: number): TaskList => {
    const own: Task[] = [];
    const byName = new Map<string, Task>();
    const list: TaskList = { role, seq, tasks: own, names: byName, parent };
    lists.push(list);
    for (const { node } of seq.elements) {
      if (tasks.length >= mostTasks) break;
      for (const loose of tasksOf(resolve(node) ?? node)) {
        const task = addTask(loose, list, depth);
        own.push(task);
        if (!byName.has(task.name)) byName.set(task.name, task);
      }
    }
    return list;
  };
  const seqAt = (node: Node | undefined, path: string): SeqNode | undefined => {
    const found = at(node, path);
    return found?.kind === 'seq' ? found : undefined;
  };

  const skip = new Set<SeqNode | MapNode>();
  const top = (role: ListRole, seq: SeqNode | undefined): TaskList | undefined => {
    if (!seq) return undefined;
    skip.add(seq);
    return addList(role, seq, undefined, 0);
  };

  const main = top('workflow', seqAt(root, 'do'));
  const use = valueOf(root, 'use');
  const components = readComponents(use);
  for (const extension of components.extension.values())
    for (const role of ['before', 'after'] as const) top(role, seqAt(extension.node, role));
  const functions = valueOf(use, 'functions');
  if (functions?.kind === 'map') {
    skip.add(functions);
    for (const pair of functions.pairs) addFunction(pair);
  }

  function addFunction(pair: Pair): void {
    const own: Task[] = [];
    const seq: SeqNode = { kind: 'seq', item: pair.item, start: pair.start, end: pair.end, elements: [], flow: true };
    const list: TaskList = { role: 'function', seq, tasks: own, names: new Map() };
    lists.push(list);
    own.push(addTask(functionOf(pair), list, 0));
  }

  const document = valueOf(root, 'document');
  let facts: Facts | undefined;
  let found: ReturnType<typeof names> | undefined;
  let missing: readonly Mention[] | undefined;
  const model: WorkflowModel = {
    line: 'v1',
    root,
    version: textOf(valueOf(document, 'dsl')),
    namespace: textOf(valueOf(document, 'namespace')),
    name: textOf(valueOf(document, 'name')),
    main,
    lists,
    tasks,
    components,
    get facts() {
      return (facts ??= workflowFacts(root, skip));
    },
    get missing() {
      return (missing ??= missingIn(model));
    },
    get definitions() {
      return (found ??= names(model)).definitions;
    },
    get references() {
      return (found ??= names(model)).references;
    },
  };
  return model;
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
