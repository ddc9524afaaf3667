/** An event in the JSON format, alone or in a batch (json §3). */
import type { MapNode, Node } from '../syntax/node.ts';
import { requiredAttributes } from './attributes.ts';
import { type CloudEvent, cloudEvent } from './model.ts';
import { readTree } from './tree.ts';
import { notes } from '../syntax/notes.ts';

const events = notes<MapNode, CloudEvent>();
const nobody: ReadonlySet<string> = new Set();

/** The event that this object is. Read once a node: an unedited event of a long batch costs nothing. */
export function jsonEvent(root: MapNode): CloudEvent {
  const known = events.get(root);
  if (known) return known;
  const event = cloudEvent({
    ...readTree(root, root.pairs, () => false),
    format: 'json',
    at: { fragment: root.fragment, start: root.start, end: root.start + 1 },
    required: requiredAttributes,
    typedBySchema: nobody,
  });
  events.set(root, event);
  return event;
}

const nothing: CloudEvent['attributes'] = new Map<string, never>();

/** The attributes of what is, or is becoming, an event. */
export const attributesOf = (root: Node): CloudEvent['attributes'] => (root.kind === 'map' ? jsonEvent(root).attributes : nothing);
