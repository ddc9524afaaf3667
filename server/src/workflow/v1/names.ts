/** Joins what tasks mention with what is defined. Computed when a feature or a rule first asks. */
import type { Definition, Facts, Flow, Mention, Reference, Task, WorkflowModel } from '../model.ts';
import { directives } from '../model.ts';

const isDirective = (to: string): boolean => (directives as readonly string[]).includes(to);

/** What is mentioned and not defined. */
export function missingIn({ components, facts, tasks }: WorkflowModel): Mention[] {
  const missing: Mention[] = [];
  const look = ({ mentions }: Facts): void => {
    for (const mention of mentions) if (mention.kind !== 'task' && !components[mention.kind].has(mention.name)) missing.push(mention);
  };
  look(facts);
  for (const task of tasks) look(task.facts);
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
