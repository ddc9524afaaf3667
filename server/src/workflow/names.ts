/** Joins what tasks refer to with what is defined. Computed when a feature or a rule first asks. */
import type { NodeRange } from '../syntax/node.ts';
import { gatherer } from './gather.ts';
import type { Definition, Facts, Reference, SymbolKind, Task, TaskList, UnresolvedReference, WorkflowModel } from './model.ts';
import { symbolKinds } from './model.ts';
import { readsEverySecret } from './secrets.ts';
import { notes } from '../syntax/notes.ts';

/** What the tasks of a workflow refer to, once each: behind aliases the same task can stand many times. */
const referencesInTasks = gatherer<UnresolvedReference>(({ facts }) => facts.references);

/** Names that something refers to. */
export interface UsedNames {
  has(kind: SymbolKind, name: string): boolean;
}

/** Secrets that are read as a whole, `$secrets` without a name, are all in use. */
const readsAllSecrets = ({ expressions }: Facts): boolean => expressions.some(({ at }) => readsEverySecret(at.text));
const tasksWithAllSecrets = gatherer<Task>((task) => (readsAllSecrets(task.facts) ? [task] : []));

/** What the text refers to, whether it is defined or not. */
export function usedNames(model: WorkflowModel): UsedNames {
  const used = new Set([...model.facts.references, ...referencesInTasks(model)].map(({ kind, name }) => `${kind} ${name}`));
  const allSecrets = readsAllSecrets(model.facts) || tasksWithAllSecrets(model).length > 0;
  return { has: (kind, name) => (kind === 'secret' && allSecrets) || used.has(`${kind} ${name}`) };
}

const targetOf = ({ symbols }: WorkflowModel, { kind, name }: UnresolvedReference): Definition | undefined =>
  kind === 'task' ? undefined : symbols.get(kind, name);

/** What the text refers to and nothing defines; tasks that flows name are left to `flow.ts`. */
export const unresolvedIn = (model: WorkflowModel): UnresolvedReference[] =>
  [...model.facts.references, ...referencesInTasks(model)].filter((reference) => !targetOf(model, reference));

const defined = notes<Task, Definition>();

/** A task as the definition of its name: the same object each time. Undefined for functions, which are components. */
export function definitionOf(task: Task): Definition | undefined {
  if (task.list.role === 'function') return undefined;
  const known = defined.get(task);
  if (known) return known;
  const definition: Definition = { kind: 'task', name: task.name, at: task.nameAt, node: task.body, scope: task.list };
  defined.set(task, definition);
  return definition;
}

/**
 * What a task itself refers to, its nested tasks left out: tasks of its list that its flows name, then components. `target` is undefined
 * where nothing has that name.
 */
export function referencesOf(model: WorkflowModel, { list, flows, facts }: Task): Reference[] {
  const references: Reference[] = [];
  if (list.role !== 'function')
    for (const { target } of flows) {
      if (!target || target.directive) continue;
      references.push(taskReference(target.to, target.at, list));
    }
  return [...references, ...resolved(model, facts)];
}

/** What the workflow refers to outside of its tasks: components, and the tasks it may begin with. */
export function rootReferences(model: WorkflowModel): Reference[] {
  const { main } = model;
  const beginnings = main ? [...(main.start ? [main.start] : []), ...main.entries] : [];
  return [...resolved(model, model.facts), ...beginnings.map(({ to, at }) => taskReference(to, at, main!))];
}

function taskReference(name: string, at: NodeRange, scope: TaskList): Reference {
  const task = scope.names.get(name);
  return { kind: 'task', name, at, scope, target: task && definitionOf(task) };
}

const resolved = (model: WorkflowModel, { references }: Facts): Reference[] =>
  references.map((reference) => ({ ...reference, target: targetOf(model, reference) }));

/** The components that are defined. */
export const componentsIn = ({ symbols }: WorkflowModel): Definition[] =>
  symbolKinds.flatMap((kind) => (kind === 'task' ? [] : symbols.all(kind)));

/** A name that is defined, and where it is written. */
export type DefinedName = Pick<Definition, 'kind' | 'name' | 'at'>;

const namesOfTasks = gatherer<DefinedName>(({ list, name, nameAt }) =>
  list.role === 'function' ? [] : [{ kind: 'task', name, at: nameAt }],
);

/** The names that a workflow defines, each place once, tasks first. */
export const definedIn = (model: WorkflowModel): readonly DefinedName[] => [
  ...new Map([...namesOfTasks(model), ...componentsIn(model)].map((each) => [each.at, each])).values(),
];

/** All references of a workflow, those outside of its tasks first. */
export const referencesIn = (model: WorkflowModel): Reference[] => [
  ...rootReferences(model),
  ...model.tasks.flatMap((task) => referencesOf(model, task)),
];
