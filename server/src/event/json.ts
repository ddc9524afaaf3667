/** An event in the JSON format, alone or in a batch (json §3). */
import type { MapNode } from '../syntax/node.ts';
import { requiredAttributes } from './attributes.ts';
import { type CloudEvent, cloudEvent } from './model.ts';
import { readTree } from './tree.ts';
import { notes } from '../syntax/notes.ts';

const events = notes<MapNode, CloudEvent>();
const nobody: ReadonlySet<string> = new Set();

/** The event that this object is. Read once a node: an unedited event of a long batch costs nothing. In a message that is sent, templates (`{{id}}`) may stand for values. */
export function jsonEvent(root: MapNode, isSent = false): CloudEvent {
  const known = events.get(root);
  if (known) return known;
  const event = cloudEvent({
    ...readTree(root, root.pairs, isSent ? isTemplate : () => false),
    format: 'json',
    at: { fragment: root.fragment, start: root.start, end: root.start + 1 },
    required: requiredAttributes,
    typedBySchema: nobody,
  });
  events.set(root, event);
  return event;
}

/** With its braces, or without the outer ones, which were read as quotes. */
const isTemplate = (_name: string, text: string): boolean => /\{\{[^{}]*\}\}|^\{[^{}]*\}$/.test(text);
