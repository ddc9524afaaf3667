/** A list element of DSL 1.0 → what its tasks say, kept per mapping while the text does not change. */
import { canHold } from '../../schema/shape.ts';
import { elementsOf, pairOf, resolve, stringOf, valueOf } from '../../syntax/node.ts';
import type { MapNode, Node, Pair, ScalarNode, SeqNode } from '../../syntax/node.ts';
import { some } from '../../syntax/locate.ts';
import { at } from '../describe.ts';
import { factsOf } from '../facts.ts';
import type { FlowSyntax, FlowTarget, ListRole, SwitchCase, TaskSyntax } from '../model.ts';
import { isDirective } from './directives.ts';
import { taskKinds, taskSchema } from './vocabulary.ts';
import { notes } from '../../syntax/notes.ts';

/** Where tasks hold lists of tasks. `do` is the body of a `for` too. */
const nested: readonly (readonly [path: string, role: ListRole, kind?: string])[] = [
  ['do', 'do'],
  ['fork.branches', 'branches', 'fork'],
  ['try', 'try', 'try'],
  ['catch.do', 'catch', 'try'],
  ['foreach.do', 'foreach', 'listen'],
  ['with.subscription.foreach.do', 'foreach', 'call'],
];

const kept = notes<Node, readonly TaskSyntax[]>();

/** The tasks that a list element names: one, where all is well; one a name, where a "- " was forgotten. */
export function tasksOf(element: Node): readonly TaskSyntax[] {
  const known = kept.get(element);
  if (known) return known;
  const tasks = read(element);
  kept.set(element, tasks);
  return tasks;
}

/** The tasks of the lists of a task, of those with this role if one is given, with their own text alone; what they hold is left out. */
export const tasksInside = ({ lists }: TaskSyntax, role?: ListRole): readonly TaskSyntax[] =>
  lists.length === 0 ? none : lists.flatMap((list) => (role === undefined || list.role === role ? tasksIn(list.seq) : none));

const none: readonly never[] = [];
const keptLists = notes<SeqNode, readonly TaskSyntax[]>();

/** The tasks of a list, by their own text. */
export function tasksIn(seq: SeqNode): readonly TaskSyntax[] {
  const known = keptLists.get(seq);
  if (known) return known;
  const tasks = elementsOf(seq).flatMap(tasksOf);
  keptLists.set(seq, tasks);
  return tasks;
}

const isTaskKey = ({ key }: Pair): boolean => canHold(taskSchema, key.text);

function read(element: Node): TaskSyntax[] {
  if (element.kind === 'scalar') return element.text ? [taskOf(bareName(element))] : [];
  if (element.kind !== 'map') return [];
  const [first] = element.pairs;
  if (!first) return [];
  if (element.pairs.length === 1) return [taskOf(first)];
  const rest = element.pairs.slice(1);
  const own = rest.filter(isTaskKey);
  // A body that is not indented stands beside its name: `- pay:` and `call: http` below it.
  const unindented = !resolve(first.value) || stringOf(first.value) === '' ? own : [];
  const body: MapNode | undefined =
    unindented.length > 0 ? { ...element, anchor: undefined, start: unindented[0]!.start, pairs: unindented } : undefined;
  return [taskOf(first, body), ...rest.filter((pair) => !isTaskKey(pair)).map((pair) => taskOf(pair))];
}

const bareName = (key: ScalarNode): Pair => ({ fragment: key.fragment, start: key.start, end: key.end, key });

/** What waits for something, runs for as long as it likes, or says nothing yet. An error that is raised ends the workflow from inside. */
const pausing: ReadonlySet<string | undefined> = new Set([undefined, 'listen', 'wait', 'run', 'raise']);

const subscribes = (body: MapNode | undefined, kind: string | undefined): boolean =>
  kind === 'call' && stringOf(valueOf(body, 'call')) === 'asyncapi' && at(body, 'with.subscription') !== undefined;

/** An alias may hold anything. */
function exportedBy(body: MapNode | undefined): TaskSyntax['exported'] {
  const value = at(body, 'export.as');
  if (!value) return undefined;
  return { at: value, keeps: some(value, (node) => node.kind === 'alias' || (node.kind === 'scalar' && node.text.includes('$context'))) };
}

const keptFunctions = notes<Pair, TaskSyntax>();

/** A function of `use.functions`: a task whose name is the key. */
export function functionOf(pair: Pair): TaskSyntax {
  const known = keptFunctions.get(pair);
  if (known) return known;
  const task = taskOf(pair);
  keptFunctions.set(pair, task);
  return task;
}

function taskOf(pair: Pair, given?: MapNode): TaskSyntax {
  const value = resolve(pair.value);
  const body = given ?? (value?.kind === 'map' ? value : undefined);
  const kind = kindOf(body);
  const lists = listsIn(body, kind);
  return {
    name: pair.key.text,
    nameAt: pair.key,
    at: pair,
    kind,
    body,
    flows: flowsOf(body, kind),
    mayPause: pausing.has(kind) || subscribes(body, kind),
    exported: exportedBy(body),
    lists,
    facts: factsOf(body, taskSchema, lists.length > 0 ? new Set(lists.map((list) => list.seq)) : nothing),
  };
}

const nothing: ReadonlySet<Node> = new Set();

function listsIn(body: MapNode | undefined, kind: string | undefined): TaskSyntax['lists'] {
  let lists: { role: ListRole; seq: SeqNode }[] | undefined;
  for (const [path, role, only] of nested) {
    const seq = only === undefined || only === kind ? at(body, path) : undefined;
    if (seq?.kind === 'seq') (lists ??= []).push({ role: role === 'do' && kind === 'for' ? 'for' : role, seq });
  }
  return lists ?? none;
}

/** `for` has a `do` beside it, so it goes first. */
const ranks: ReadonlyMap<string, number> = new Map(
  ['for', ...taskKinds.filter((kind) => kind !== 'for')].map((kind, rank) => [kind, rank]),
);

function kindOf(body: MapNode | undefined): string | undefined {
  let first: string | undefined;
  let least = Infinity;
  for (const { key } of body?.pairs ?? []) {
    const rank = ranks.get(key.text);
    if (rank !== undefined && rank < least) [first, least] = [key.text, rank];
  }
  return first;
}

/** The ways on from a task, in the order of the text as far as that matters. */
function flowsOf(body: MapNode | undefined, kind: string | undefined): FlowSyntax[] {
  // What it raises decides where control goes; a "then" beside it is still the use of a name.
  const onward: FlowSyntax = { kind: kind === 'raise' ? 'fault' : 'next', target: targetOf(valueOf(body, 'then')) };
  const flows = kind === 'switch' ? casesOf(valueOf(body, 'switch')) : [onward];
  if (kind === 'switch' && !flows.some(({ case: one }) => one && !one.condition)) flows.push(onward);
  const caught = kind === 'try' ? targetOf(at(body, 'catch.then')) : undefined;
  if (caught) flows.push({ kind: 'error', target: caught });
  if (pairOf(body, 'if')) flows.push({ kind: 'skip' });
  return flows;
}

function casesOf(list: Node | undefined): FlowSyntax[] {
  const flows: FlowSyntax[] = [];
  for (const element of elementsOf(list)) {
    if (element.kind !== 'map') continue;
    for (const { key, value } of element.pairs) {
      const one: SwitchCase = { name: key.text, at: key, condition: valueOf(value, 'when') };
      flows.push({ kind: 'case', target: targetOf(valueOf(value, 'then')), case: one });
    }
  }
  return flows;
}

function targetOf(node: Node | undefined): FlowTarget | undefined {
  const to = stringOf(node);
  return node && to ? { to, at: node, key: 'then', directive: isDirective(to) ? to : undefined } : undefined;
}
