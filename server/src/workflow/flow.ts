/** How control flows through one list of tasks. Rules ask it what is reached; the graph draws it. */
import { pairOf } from '../syntax/node.ts';
import type { Flow, SwitchCase, Task, TaskList } from './model.ts';

/** `exit` leaves the list, `end` the workflow; `undefined` is a name that the list does not have. */
export type Goal = Task | 'exit' | 'end' | undefined;

export interface Step {
  /** Absent: the way into the list. */
  readonly from?: Task;
  readonly to: Goal;
  /**
   * `next` the order of the list · `then` as written · `case` of a switch · `skip` where `if` is false · `caught` after an error ·
   * `fault` the error that `raise` raises: `to` is `exit` where a `try` around it catches, else `end`.
   */
  readonly kind: 'next' | 'then' | 'case' | 'skip' | 'caught' | 'fault';
  readonly flow?: Flow;
  readonly case?: SwitchCase;
}

/** Every step that control can take in a list, in text order. Branches of a fork all begin at once and lead nowhere else. */
export function stepsOf(list: TaskList): Step[] {
  const { tasks } = list;
  if (list.role === 'branches') return tasks.flatMap((task): Step[] => [{ to: task, kind: 'next' }, ...brokenBranch(task)]);
  const steps: Step[] = [{ to: tasks[0] ?? 'exit', kind: 'next' }];
  tasks.forEach((task, i) => taskSteps(task, tasks[i + 1] ?? 'exit', steps));
  return steps;
}

function brokenBranch(task: Task): Step[] {
  return task.then && goalOf(task.list, task.then, 'exit') === undefined
    ? [{ from: task, to: undefined, kind: 'then', flow: task.then }]
    : [];
}

/** Whether control can go from a task to the one that follows it. Sure where it says yes; the steps know more. */
export function goesOn({ kind, then, cases, caught, body }: Task): boolean {
  if (kind === 'switch' ? cases?.some(caseGoesOn) : kind !== 'raise' && (!then || then.to === 'continue')) return true;
  return caught?.to === 'continue' || pairOf(body, 'if') !== undefined;
}

const caseGoesOn = ({ then }: SwitchCase): boolean => !then || then.to === 'continue';

/** Where a `then` leads from a task that is followed by `next`. */
export function goalOf(list: TaskList, flow: Flow | undefined, next: Goal): Goal {
  if (!flow || flow.to === 'continue') return next;
  return flow.to === 'exit' || flow.to === 'end' ? flow.to : list.names.get(flow.to);
}

function taskSteps(task: Task, next: Goal, out: Step[]): void {
  const { list, then } = task;
  const begin = out.length;
  const onward: Step = { from: task, to: goalOf(list, then, next), kind: then ? 'then' : 'next', flow: then };
  if (task.kind === 'raise') out.push({ from: task, to: isCaught(list) ? 'exit' : 'end', kind: 'fault' });
  else {
    const cases = task.kind === 'switch' ? (task.cases ?? []) : [];
    for (const one of cases) out.push({ from: task, to: goalOf(list, one.then, next), kind: 'case', flow: one.then, case: one });
    if (!cases.some((one) => one.when === undefined)) out.push(onward);
  }
  if (task.caught) out.push({ from: task, to: goalOf(list, task.caught, next), kind: 'caught', flow: task.caught });
  if (pairOf(task.body, 'if') && !out.some((step, i) => i >= begin && step.to === next && step.kind !== 'fault'))
    out.push({ from: task, to: next, kind: 'skip' });
}

/** Whether a `try` of the same workflow stands around this list with its body (not with its catch). */
function isCaught(list: TaskList): boolean {
  for (let around: TaskList | undefined = list; around; around = around.parent?.list) if (around.role === 'try') return true;
  return false;
}

/**
 * Which tasks of a list control can reach, by their index. A step to a name that does not exist may lead anywhere, so that one misspelt name
 * does not also make its target unreachable.
 */
export function reachable(list: TaskList, steps: readonly Step[]): boolean[] {
  const seen = list.tasks.map(() => false);
  const ways = waysOf(steps);
  for (const { from, to } of steps) {
    if (from) continue;
    if (typeof to === 'object' && !spread(to, ways, seen)) return seen.map(() => true);
  }
  return seen;
}

/** The steps that leave each task, by its index. */
export function waysOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const ways: Step[][] = [];
  for (const step of steps) if (step.from) (ways[step.from.index] ??= []).push(step);
  return ways;
}

/** Marks a task and whatever it leads to. False when it leads to a name that does not exist. */
export function spread(from: Task, ways: readonly (readonly Step[])[], seen: boolean[]): boolean {
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
