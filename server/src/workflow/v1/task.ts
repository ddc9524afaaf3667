/** A list element of DSL 1.0 → what its tasks say, kept per mapping while the text does not change. */
import type { MapNode, Node, Pair, ScalarNode, SeqNode } from '../../syntax/node.ts';
import { elementsOf, resolve, stringOf, valueOf } from '../../syntax/node.ts';
import type { Facts, Flow, ListRole, SwitchCase, TaskKind } from '../model.ts';
import { taskKinds } from '../model.ts';
import { at, taskFacts } from './facts.ts';

/** A task without its surroundings. */
export interface LooseTask {
  readonly name: string;
  readonly key: Pair;
  readonly kind?: TaskKind;
  readonly body?: MapNode;
  readonly then?: Flow;
  readonly caught?: Flow;
  readonly cases?: readonly SwitchCase[];
  readonly lists: readonly { readonly role: ListRole; readonly seq: SeqNode }[];
  readonly facts: Facts;
}

/** Where tasks hold lists of tasks. `do` is the body of a `for` too. */
const nested: readonly (readonly [path: string, role: ListRole, kind?: TaskKind])[] = [
  ['do', 'do'],
  ['fork.branches', 'branches', 'fork'],
  ['try', 'try', 'try'],
  ['catch.do', 'catch', 'try'],
  ['foreach.do', 'foreach', 'listen'],
  ['with.subscription.foreach.do', 'foreach', 'call'],
];

const taskKeys = new Set<string>([
  ...taskKinds,
  ...['if', 'input', 'output', 'export', 'timeout', 'then', 'metadata', 'with', 'catch', 'foreach', 'while'],
]);

const kept = new WeakMap<Node, readonly LooseTask[]>();

/** The tasks that a list element names: one, where all is well; one a name, where a "- " was forgotten. */
export function tasksOf(element: Node): readonly LooseTask[] {
  const known = kept.get(element);
  if (known) return known;
  const tasks = read(element);
  kept.set(element, tasks);
  return tasks;
}

function read(element: Node): LooseTask[] {
  if (element.kind === 'scalar') return element.text ? [looseTask(bareName(element))] : [];
  if (element.kind !== 'map') return [];
  const [first, ...rest] = element.pairs;
  if (!first) return [];
  const own = rest.filter((pair) => taskKeys.has(pair.key.text));
  // A body that is not indented stands beside its name: `- pay:` and `call: http` below it.
  const unindented = !resolve(first.value) || stringOf(first.value) === '' ? own : [];
  const body: MapNode | undefined =
    unindented.length > 0 ? { ...element, anchor: undefined, start: unindented[0]!.start, pairs: unindented } : undefined;
  return [looseTask(first, body), ...rest.filter((pair) => !taskKeys.has(pair.key.text)).map((pair) => looseTask(pair))];
}

const bareName = (key: ScalarNode): Pair => ({ fragment: key.fragment, start: key.start, end: key.end, key });

const keptFunctions = new WeakMap<Pair, LooseTask>();

/** A function of `use.functions`: a task whose name is the key. */
export function functionOf(pair: Pair): LooseTask {
  const known = keptFunctions.get(pair);
  if (known) return known;
  const task = looseTask(pair);
  keptFunctions.set(pair, task);
  return task;
}

function looseTask(key: Pair, given?: MapNode): LooseTask {
  const value = resolve(key.value);
  const body = given ?? (value?.kind === 'map' ? value : undefined);
  const kind = kindOf(body);
  const lists: { role: ListRole; seq: SeqNode }[] = [];
  for (const [path, role, only] of nested) {
    const seq = only === undefined || only === kind ? at(body, path) : undefined;
    if (seq?.kind === 'seq') lists.push({ role: role === 'do' && kind === 'for' ? 'for' : role, seq });
  }
  const cases = kind === 'switch' ? casesOf(valueOf(body, 'switch')) : undefined;
  return {
    name: key.key.text,
    key,
    kind,
    body,
    then: flowOf(valueOf(body, 'then')),
    caught: kind === 'try' ? flowOf(at(body, 'catch.then')) : undefined,
    cases,
    lists,
    facts: taskFacts(body, kind, new Set(lists.map((list) => list.seq))),
  };
}

/** `for` has a `do` beside it, so it goes first. */
function kindOf(body: MapNode | undefined): TaskKind | undefined {
  if (!body) return undefined;
  const written = new Set(body.pairs.map((pair) => pair.key.text));
  return written.has('for') ? 'for' : taskKinds.find((kind) => written.has(kind));
}

function casesOf(list: Node | undefined): SwitchCase[] {
  const cases: SwitchCase[] = [];
  for (const element of elementsOf(list)) {
    if (element.kind !== 'map') continue;
    for (const pair of element.pairs) {
      const when = valueOf(pair.value, 'when');
      cases.push({
        name: pair.key.text,
        at: pair.key,
        when: when?.kind === 'scalar' ? when.text : when ? '' : undefined,
        then: flowOf(valueOf(pair.value, 'then')),
      });
    }
  }
  return cases;
}

const flowOf = (node: Node | undefined): Flow | undefined => {
  const to = stringOf(node);
  return node && to ? { to, at: node } : undefined;
};
