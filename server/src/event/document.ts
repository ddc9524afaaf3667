/** What a JSON document of events means as a whole: one event, or a batch of them (json §3, §4). */
import type { Node } from '../syntax/node.ts';
import { elementsOf, resolve } from '../syntax/node.ts';
import { jsonEvent } from './json.ts';
import type { CloudEvent } from './model.ts';

export interface EventDocument {
  readonly root?: Node;
  /** The event, or the events of a batch; what is not an object is left out. */
  readonly events: readonly CloudEvent[];
}

/** The events of a document: one for an object, several for a batch (json §4). Elements that are no objects are left out. */
export function eventDocument(root: Node | undefined): EventDocument {
  const node = resolve(root);
  const candidates = node?.kind === 'seq' ? elementsOf(node) : node ? [node] : [];
  return { root: node, events: candidates.flatMap((candidate) => (candidate.kind === 'map' ? [jsonEvent(candidate)] : [])) };
}
