/** How control flows through one list of tasks. Rules ask it what is reached; the graph draws it. */
import { notes } from '../syntax/notes.ts';
import type { Destination, FlowEdge, FlowList, FlowSyntax, FlowTarget, FlowTask, Task, TaskList } from './model.ts';

/** Roles of lists whose order says nothing about what follows what. */
const unordered: ReadonlySet<TaskList['role']> = new Set(['states', 'branches']);

/** Does the order of the list say what follows what? */
export const isOrdered = ({ role }: Pick<TaskList, 'role'>): boolean => !unordered.has(role);

/** Where a list begins: branches all at once, others at their first task or at the one that `start` names. */
function starts(list: TaskList): FlowEdge[] {
  const { tasks, start, entries, names, role } = list;
  if (role === 'branches') return tasks.map((to) => ({ kind: 'start', to }));
  const named = (target: FlowTarget): FlowEdge => ({ kind: 'start', to: names.get(target.to), flow: { kind: 'next', target } });
  return [start ? named(start) : { kind: 'start', to: tasks[0] ?? 'exit' }, ...entries.map(named)];
}

/**
 * Every way that control can take in a list, in text order, its beginnings first (dsl: Flow Directive). An edge whose `to` is undefined
 * names a task that the list does not have.
 */
export function edgesOf(list: TaskList): FlowEdge[] {
  const edges = starts(list);
  for (const task of list.tasks) addEdges(task, edges);
  return edges;
}

function addEdges(from: Task, edges: FlowEdge[]): void {
  const begin = edges.length;
  for (const flow of from.flows) {
    const to = destination(from, flow);
    // Branches of a fork lead nowhere else: only what is wrong with them is a way.
    if (from.list.role === 'branches' && to !== undefined) continue;
    // Where a task leads to the next one anyway, skipping it is no other way.
    const known = flow.kind === 'skip' && edges.slice(begin).some((edge) => edge.to === to && edge.kind !== 'fault');
    if (!known) edges.push({ kind: flow.kind, from, to, flow });
  }
}

function destination(task: Task, { kind, target }: FlowSyntax): Destination {
  if (kind === 'fault') return isCaught(task.list) ? 'exit' : 'end';
  if (!target) return following(task);
  if (target.directive) return target.directive === 'continue' ? following(task) : target.directive;
  return task.list.names.get(target.to);
}

const following = ({ list, index }: Task): Destination => (isOrdered(list) ? (list.tasks[index + 1] ?? 'exit') : 'end');

/** Does a target name a task that its list does not have? */
export const isBroken = (list: FlowList, { to, directive }: FlowTarget): boolean =>
  !directive && !list.names.has(to) && list.role !== 'function';

/** Every place in a list that says where control goes on, as written: those of the workflow as a whole first, then task by task. */
export function* targetsIn({ start, entries, tasks }: FlowList): Iterable<FlowTarget> {
  if (start) yield start;
  yield* entries;
  for (const { flows } of tasks) for (const { target } of flows) if (target) yield target;
}

/** Whether control can go from a task of a list to the one that follows it. Sure where it says yes; the edges know more. */
export const mayFallThrough = (list: FlowList, { flows }: FlowTask): boolean =>
  isOrdered(list) && flows.some(({ kind, target }) => kind !== 'fault' && (!target || target.directive === 'continue'));

/** Whether a `try` of the same workflow stands around this list with its body (not with its catch). */
export function isCaught(list: TaskList): boolean {
  for (let around: TaskList | undefined = list; around; around = around.parent?.list) if (around.role === 'try') return true;
  return false;
}

/** The edges that leave each task, by its index in the list; a task that none leaves has no entry. */
export function outgoing(edges: readonly FlowEdge<FlowTask>[]): readonly (readonly FlowEdge<FlowTask>[])[] {
  const ways: FlowEdge<FlowTask>[][] = [];
  for (const edge of edges) if (edge.from) (ways[edge.from.index] ??= []).push(edge);
  return ways;
}

/**
 * Which tasks of a list control can reach, by their index. An edge to a name that does not exist may lead anywhere, so that one misspelt
 * name does not also make its target unreachable.
 */
export function reachable(list: Pick<FlowList, 'tasks' | 'edges'>): boolean[] {
  const seen = list.tasks.map(() => false);
  const ways = outgoing(list.edges);
  for (const { from, to } of list.edges) {
    if (from) continue;
    if (to === undefined || (typeof to === 'object' && !markReachable(to, ways, seen))) return seen.map(() => true);
  }
  return seen;
}

/**
 * Marks in `seen` (by index) a task and whatever it leads to. False, and then `seen` is not complete, when it leads to a name that does not
 * exist.
 */
export function markReachable(from: FlowTask, ways: readonly (readonly FlowEdge<FlowTask>[])[], seen: boolean[]): boolean {
  if (seen[from.index]) return true;
  seen[from.index] = true;
  const waiting = [from];
  for (let task = waiting.pop(); task; task = waiting.pop()) {
    for (const { to } of ways[task.index] ?? []) {
      if (to === undefined) return false;
      if (typeof to === 'string' || seen[to.index]) continue;
      seen[to.index] = true;
      waiting.push(to);
    }
  }
  return true;
}

/** Does each task of a list lead to the next one, and the last out of it? Sure where it says yes. */
export const goesThrough = (list: FlowList): boolean => list.tasks.every((task) => mayFallThrough(list, task) && !neverComesBack(task));

const known = notes<FlowList, boolean>();

/**
 * Can control come out of a list at its end, or by `exit`? Sure where it says no: everything in it ends the workflow, raises an error, or goes
 * round for ever.
 */
function comesBack(list: FlowList): boolean {
  if (goesThrough(list)) return true;
  const before = known.get(list);
  if (before !== undefined) return before;
  const edges = edgesTaken(list);
  const reached = reachable({ tasks: list.tasks, edges });
  const leaves = edges.some(
    ({ from, to, kind }) => kind !== 'fault' && (!from || reached[from.index]) && (to === 'exit' || to === undefined),
  );
  known.set(list, leaves);
  return leaves;
}

/**
 * Is it sure that control never comes back from the lists inside a task? A loop may run for nothing, and who waits for events may get none:
 * these come back. Beside an `if` the task may be skipped.
 */
export function neverComesBack({ flows, lists }: FlowTask): boolean {
  if (lists.length === 0 || flows.some(({ kind }) => kind === 'skip')) return false;
  const body = lists.find(({ role }) => role === 'do' || role === 'try');
  if (!body || comesBack(body)) return false;
  if (body.role === 'do') return true;
  const rescue = lists.find(({ role }) => role === 'catch');
  return flows.some(({ kind }) => kind === 'error') || (rescue !== undefined && !comesBack(rescue));
}

/** The edges of a list without those behind a task that never comes back. What a catch leads to is still taken. */
export const edgesTaken = ({ edges }: FlowList): readonly FlowEdge<FlowTask>[] =>
  edges.filter(({ from, kind }) => !from || kind === 'error' || !neverComesBack(from));
