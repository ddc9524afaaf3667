/** What a JSON document of events means as a whole: one event, or a batch of them (json §3, §4). */
import type { MapNode, Node } from '../syntax/node.ts';
import { elementsOf, resolve } from '../syntax/node.ts';
import type { EventModel } from './model.ts';
import { eventModel } from './model.ts';

export interface EventDocument {
  readonly root?: Node;
  /** The event, or the events of a batch; what is not an object is left out. */
  readonly events: readonly EventModel[];
}

const models = new WeakMap<MapNode, EventModel>();

/** The model of an event, computed once a node: an unedited event of a long batch costs nothing. */
export function modelOf(root: MapNode): EventModel {
  const known = models.get(root);
  if (known) return known;
  const model = eventModel(root);
  models.set(root, model);
  return model;
}

export function eventDocument(root: Node | undefined): EventDocument {
  const node = resolve(root);
  const candidates = node?.kind === 'seq' ? elementsOf(node) : node ? [node] : [];
  const events = candidates.filter((candidate) => candidate.kind === 'map').map(modelOf);
  return node ? { root: node, events } : { events };
}
