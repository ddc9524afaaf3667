/** Joins what tasks mention with what is defined. Computed when a feature or a rule first asks. */
import type { Pair } from '../../syntax/node.ts';
import type { Definition, Facts, Flow, Mention, Reference, Task, WorkflowModel } from '../model.ts';
import { directives } from '../model.ts';

const isDirective = (to: string): boolean => (directives as readonly string[]).includes(to);

const none: readonly Mention[] = [];
const kept = new WeakMap<Pair, readonly Mention[]>();

/** What a task and all inside it mention, once each: behind aliases the same task can stand many times. */
function mentionsIn({ key, facts, lists }: Task): readonly Mention[] {
  if (lists.length === 0) return facts.mentions;
  const known = kept.get(key);
  if (known) return known;
  const all = new Set(facts.mentions);
  for (const list of lists) for (const task of list.tasks) for (const mention of mentionsIn(task)) all.add(mention);
  const mentions = all.size > 0 ? [...all] : none;
  kept.set(key, mentions);
  return mentions;
}

/** What is mentioned and not defined. */
export function missingIn({ components, facts, tops }: WorkflowModel): Mention[] {
  const missing: Mention[] = [];
  const look = (mentions: readonly Mention[]): void => {
    for (const mention of mentions) if (mention.kind !== 'task' && !components[mention.kind].has(mention.name)) missing.push(mention);
  };
  look(facts.mentions);
  for (const list of tops) for (const task of list.tasks) look(mentionsIn(task));
  return missing;
}

/** All definitions and references of a workflow, tasks first. */
export function names(model: WorkflowModel): { definitions: Definition[]; references: Reference[] } {
  const definitions: Definition[] = [];
  const references: Reference[] = [];
  const ofTask = new Map<Task, Definition>();

  for (const task of model.tasks) {
    if (task.list.role === 'function') continue;
    const definition: Definition = { kind: 'task', name: task.name, at: task.key.key, node: task.body, list: task.list };
    ofTask.set(task, definition);
    definitions.push(definition);
  }
  for (const map of Object.values(model.components)) definitions.push(...map.values());

  const flow = ({ list }: Task, to: Flow | undefined): void => {
    if (!to || isDirective(to.to) || list.role === 'function') return;
    const target = list.names.get(to.to);
    references.push({ kind: 'task', name: to.to, at: to.at, list, target: target && ofTask.get(target) });
  };
  const mentions = (facts: Facts): void => {
    for (const { kind, name, at } of facts.mentions)
      references.push({ kind, name, at, target: kind === 'task' ? undefined : model.components[kind].get(name) });
  };
  mentions(model.facts);
  for (const task of model.tasks) {
    flow(task, task.then);
    flow(task, task.caught);
    for (const { then } of task.cases ?? []) flow(task, then);
    mentions(task.facts);
  }
  return { definitions, references };
}
