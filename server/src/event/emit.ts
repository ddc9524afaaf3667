/** An event that a workflow publishes: what stands in `emit.event.with` (dsl-reference: Event Properties). */
import { isExpression } from '../formats/expression.ts';
import type { MapNode } from '../syntax/node.ts';
import { pairsOf } from '../schema/shape.ts';
import { coreAttributes } from './attributes.ts';
import { type CloudEvent, cloudEvent } from './model.ts';
import { readTree } from './tree.ts';
import { notes } from '../syntax/notes.ts';

const events = notes<MapNode, CloudEvent>();

/** `specversion` is no property of the schema's: runtimes write it. */
const typedBySchema: ReadonlySet<string> = new Set(Object.keys(coreAttributes).filter((name) => name !== 'specversion'));

/** The event that this mapping describes. Read once a node. Runtimes fill in all that is required but the type (`source` since 1.0.3). */
export function emittedEvent(root: MapNode): CloudEvent {
  const known = events.get(root);
  if (known) return known;
  const event = cloudEvent({
    ...readTree(root, pairsOf(root).values(), isComputed),
    format: 'emit',
    at: { fragment: root.fragment, start: root.start, end: root.start + 1 },
    required: ['type'],
    typedBySchema,
  });
  events.set(root, event);
  return event;
}

/** A runtime expression; or, in a URI, names in braces, which the schema reads. */
const isComputed = (name: string, text: string): boolean =>
  isExpression(text) || ((name === 'source' || name === 'dataschema') && text.includes('{'));
