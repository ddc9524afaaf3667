/** What a workflow names that stands in other files: the workflows it runs, the event types it emits and listens to. */
import type { MapNode, Node, NodeRange } from '../syntax/node.ts';
import { elementsOf, resolve, valueOf } from '../syntax/node.ts';
import type { Task, WorkflowIdentity, WorkflowModel } from '../workflow/model.ts';

/** A workflow that a task runs. Parts of its identity that are computed when it runs are left out. */
export interface SubWorkflow {
  readonly identity: WorkflowIdentity;
  readonly places: Readonly<Partial<Record<keyof WorkflowIdentity, NodeRange>>>;
}

export interface EventUse {
  readonly use: 'emit' | 'listen';
  readonly type: string;
  readonly at: NodeRange;
}

interface Mentions {
  readonly runs: readonly SubWorkflow[];
  readonly events: readonly EventUse[];
}

const at = (node: Node | undefined, ...path: readonly string[]): Node | undefined =>
  path.reduce<Node | undefined>((found, key) => found && valueOf(found, key), node);

/** A text that is written out; undefined for a runtime expression, which says nothing before it runs. */
const literal = (node: Node | undefined): string | undefined => {
  const scalar = resolve(node);
  return scalar?.kind === 'scalar' && scalar.text !== '' && !scalar.text.includes('${') ? scalar.text : undefined;
};

/** The scalar that a workflow is called by: in DSL 1.0 `document.name`, in 0.x `id` (or `name`). */
export function nameOf({ root, identity }: WorkflowModel): Node | undefined {
  const places = [at(root, 'document', 'name'), valueOf(root, 'id'), valueOf(root, 'name')];
  return places.find((node) => node?.kind === 'scalar' && node.text === identity.name);
}

function runOf(body: MapNode): SubWorkflow[] {
  const target = at(body, 'run', 'workflow');
  if (target?.kind !== 'map') return [];
  const identity: Partial<Record<keyof WorkflowIdentity, string>> = {};
  const places: Partial<Record<keyof WorkflowIdentity, NodeRange>> = {};
  for (const key of ['namespace', 'name', 'version'] as const) {
    const node = valueOf(target, key);
    const text = literal(node);
    if (text === undefined) continue;
    identity[key] = text;
    places[key] = node;
  }
  return [{ identity, places }];
}

function typeOf(use: EventUse['use'], attributes: Node | undefined): EventUse[] {
  const node = valueOf(attributes, 'type');
  const type = literal(node);
  return node && type !== undefined ? [{ use, type, at: node }] : [];
}

/** The types that an event consumption strategy waits for: of `one`, `any` or `all` filters. */
const awaited = (strategy: Node | undefined): EventUse[] =>
  [valueOf(strategy, 'one'), ...elementsOf(valueOf(strategy, 'any')), ...elementsOf(valueOf(strategy, 'all'))].flatMap((filter) =>
    typeOf('listen', valueOf(filter, 'with')),
  );

/** Bodies of tasks are the same objects as long as nobody edits them. */
const kept = new WeakMap<MapNode, Mentions>();
const nothing: Mentions = { runs: [], events: [] };

function mentionsOf({ body, kind }: Task): Mentions {
  if (!body || (kind !== 'run' && kind !== 'emit' && kind !== 'listen')) return nothing;
  const known = kept.get(body);
  if (known) return known;
  const to = at(body, 'listen', 'to');
  const mentions = {
    runs: runOf(body),
    events: [...typeOf('emit', at(body, 'emit', 'event', 'with')), ...awaited(to), ...awaited(valueOf(to, 'until'))],
  };
  kept.set(body, mentions);
  return mentions;
}

/** The workflows that a workflow runs, in text order. */
export const subWorkflowsIn = (model: WorkflowModel): SubWorkflow[] => model.tasks.flatMap((task) => mentionsOf(task).runs);

/** The event types that a workflow emits, listens to or is started by. */
export const eventsIn = (model: WorkflowModel): EventUse[] => [
  ...awaited(at(model.root, 'schedule', 'on')),
  ...model.tasks.flatMap((task) => mentionsOf(task).events),
];
