/** The events that a workflow publishes. */
import { emittedEvent } from '../../../event/emit.ts';
import type { CloudEvent } from '../../../event/model.ts';
import { type Run, valueOf } from '../../../syntax/node.ts';
import type { Task, TaskRun, TaskSyntax, WorkflowModel } from '../../model.ts';

const none: readonly CloudEvent[] = [];
const kept = new WeakMap<TaskSyntax | Run, readonly CloudEvent[]>();

/** Every event that a task of the workflow emits, nested ones and those of functions included; one behind an alias once. */
export function emittedEvents({ rootLists }: WorkflowModel): readonly CloudEvent[] {
  const events = new Set<CloudEvent>();
  for (const { runs } of rootLists) for (const run of runs) for (const event of eventsOfRun(run)) events.add(event);
  return [...events];
}

function eventsOfRun(each: TaskRun): readonly CloudEvent[] {
  const known = kept.get(each.run);
  if (known) return known;
  const events = each.tasks.flatMap(eventsOf);
  kept.set(each.run, events);
  return events;
}

/** Those of a task and all inside it: the same array as long as its text does not change. */
function eventsOf(task: Task): readonly CloudEvent[] {
  if (task.kind !== 'emit' && task.lists.length === 0) return none;
  const known = kept.get(task.syntax);
  if (known) return known;
  const attributes = task.kind === 'emit' ? valueOf(valueOf(valueOf(task.body, 'emit'), 'event'), 'with') : undefined;
  const own = attributes?.kind === 'map' ? [emittedEvent(attributes)] : none;
  const nested = task.lists.flatMap((list) => list.tasks.flatMap(eventsOf));
  const all = own.length + nested.length > 0 ? [...own, ...nested] : none;
  kept.set(task.syntax, all);
  return all;
}
