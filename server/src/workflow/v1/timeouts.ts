/** The timeouts of tasks, each with what stands under it. */
import { type Node, stringOf, valueOf } from '../../syntax/node.ts';
import { type Duration, millisecondsOf } from '../../time/duration.ts';
import { at, durationOf } from '../describe.ts';
import type { TaskSyntax, WorkflowModel } from '../model.ts';
import { tasksInside } from './task.ts';

/** A timeout as it is written, and what stands under it. */
interface Limit {
  readonly own: Node;
  readonly inside: readonly Node[];
}

const deepest = 50;

const timeoutOf = ({ body }: TaskSyntax): Node | undefined => valueOf(body, 'timeout');

/** What `pick` finds in the tasks inside of one, as far down as where it says `stop`. */
function findInside(
  task: TaskSyntax,
  pick: (inner: TaskSyntax) => { readonly found: readonly Node[]; readonly stop: boolean },
  depth = 0,
): Node[] {
  if (depth > deepest) return [];
  return tasksInside(task).flatMap((inner) => {
    const { found, stop } = pick(inner);
    return stop ? found : [...found, ...findInside(inner, pick, depth + 1)];
  });
}

/** Each timeout with those of the tasks inside, as far down as the next one. */
export function nestedTimeouts(task: TaskSyntax): readonly Limit[] {
  const own = timeoutOf(task);
  const next = (inner: TaskSyntax) => {
    const limit = timeoutOf(inner);
    return { found: limit ? [limit] : [], stop: limit !== undefined };
  };
  return own ? [{ own, inside: findInside(task, next) }] : [];
}

const waitOf = ({ kind, body }: TaskSyntax): readonly Node[] =>
  kind === 'wait' ? [valueOf(body, 'wait')].filter((each) => each !== undefined) : [];

/** Branches of which the first ends the others, whatever those wait for. */
function isRace({ kind, body }: TaskSyntax): boolean {
  const compete = kind === 'fork' ? at(body, 'fork.compete') : undefined;
  return compete?.kind === 'scalar' && compete.value === true;
}

/** What ends a wait, as a task says it. */
export interface Waits {
  /** How long it waits itself. */
  readonly own: readonly Node[];
  /** The waits in it that another branch may end. */
  readonly racing: readonly Node[];
  /** Its timeout with the waits that it ends: its own, and those inside as far down as the next timeout or a race. */
  readonly timed: readonly Limit[];
}

/** What a task says of waits, if anything. */
export function waitsIn(task: TaskSyntax): readonly Waits[] {
  const limit = timeoutOf(task);
  const own = waitOf(task);
  const races = isRace(task);
  if (!limit && own.length === 0 && !races) return [];
  const next = (inner: TaskSyntax) =>
    timeoutOf(inner) || isRace(inner) ? { found: [], stop: true } : { found: waitOf(inner), stop: false };
  const racing = races ? findInside(task, (inner) => ({ found: waitOf(inner), stop: false })) : [];
  return [{ own, racing, timed: limit && !races ? [{ own: limit, inside: [...own, ...findInside(task, next)] }] : [] }];
}

/** How long a timeout is, which is written out or is the name of one. */
export function timeoutLength(limit: Node, { symbols }: WorkflowModel): Duration | undefined {
  const name = stringOf(limit);
  return durationOf(valueOf(name === undefined ? limit : symbols.get('timeout', name)?.node, 'after'));
}

/** Something under a timeout that takes longer than that. */
interface Overrun {
  readonly at: Node;
  readonly length: Duration;
  readonly limit: Duration;
  readonly own: Node;
}

/** What under these timeouts takes longer than they give it; each thing once, under the first that is too short. */
export function* overruns(limits: readonly Limit[], model: WorkflowModel, lengthOf: (at: Node) => Duration | undefined): Iterable<Overrun> {
  const told = new Set<Node>();
  for (const { own, inside } of limits) {
    const limit = inside.length > 0 ? timeoutLength(own, model) : undefined;
    if (!limit) continue;
    for (const at of inside) {
      const length = lengthOf(at);
      if (!length || told.has(at) || millisecondsOf(length) <= millisecondsOf(limit)) continue;
      told.add(at);
      yield { at, length, limit, own };
    }
  }
}
