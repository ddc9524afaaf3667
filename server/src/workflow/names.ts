/** Joins what tasks mention with what is defined. Computed when a feature or a rule first asks. */
import type { Pair } from '../syntax/node.ts';
import type { Definition, Facts, Mention, Reference, Task, WorkflowModel } from './model.ts';
import { directives } from './model.ts';

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

const defined = new WeakMap<Task, Definition>();

/** A task as the definition of its name: one object each; functions stand among the components. */
export function definitionOf(task: Task): Definition | undefined {
  if (task.list.role === 'function') return undefined;
  const known = defined.get(task);
  if (known) return known;
  const definition: Definition = { kind: 'task', name: task.name, at: task.key.key, node: task.body, list: task.list };
  defined.set(task, definition);
  return definition;
}

/** What a task itself refers to. */
export function referencesOf(model: WorkflowModel, task: Task): Reference[] {
  const { list, then, caught, cases = [], facts } = task;
  const flows = list.role === 'function' ? [] : [then, caught, ...cases.map((one) => one.then)];
  const references: Reference[] = [];
  for (const flow of flows) {
    if (!flow || isDirective(flow.to)) continue;
    const target = list.names.get(flow.to);
    references.push({ kind: 'task', name: flow.to, at: flow.at, list, target: target && definitionOf(target) });
  }
  return [...references, ...mentioned(model, facts)];
}

/** What facts refer to: components of `use`. */
export const mentioned = ({ components }: WorkflowModel, { mentions }: Facts): Reference[] =>
  mentions.map(({ kind, name, at }) => ({ kind, name, at, target: kind === 'task' ? undefined : components[kind].get(name) }));

/** The components that are defined. */
export const componentsIn = ({ components }: WorkflowModel): Definition[] =>
  Object.values(components).flatMap((named) => [...named.values()]);

/** All definitions and references of a workflow, tasks first. */
export const names = (model: WorkflowModel): { definitions: Definition[]; references: Reference[] } => ({
  definitions: [...model.tasks.flatMap((task) => definitionOf(task) ?? []), ...componentsIn(model)],
  references: [...mentioned(model, model.facts), ...model.tasks.flatMap((task) => referencesOf(model, task))],
});
