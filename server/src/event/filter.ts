/** The event that a workflow waits for, as its filter describes it: what stands in `with` (dsl-reference: Event Filter). */
import { pairsOf } from '../schema/shape.ts';
import type { MapNode } from '../syntax/node.ts';
import { coreAttributes } from './attributes.ts';
import { type CloudEvent, cloudEvent } from './model.ts';
import { readTree } from './tree.ts';
import { notes } from '../syntax/notes.ts';

const events = notes<MapNode, CloudEvent>();
const attributes: ReadonlySet<string> = new Set(Object.keys(coreAttributes));

/** The event that this mapping lets through. Read once a node. Nothing must be named, and a value may stand for many: it is a pattern. */
export function filteredEvent(root: MapNode): CloudEvent {
  const known = events.get(root);
  if (known) return known;
  const event = cloudEvent({
    ...readTree(root, pairsOf(root).values(), () => true),
    format: 'filter',
    at: { fragment: root.fragment, start: root.start, end: root.start + 1 },
    required: [],
    typedBySchema: attributes,
  });
  events.set(root, event);
  return event;
}
