/** What is known about a part: the schema of its root. */
import type { Part } from '../doc.ts';
import type { Schema } from '../schema/schema.ts';
import { eventSchema } from '../schema/schemas.ts';
import type { Node } from '../syntax/node.ts';
import { dialectOf } from '../workflow/read.ts';
import { describedIn } from '../workspace/described-events.ts';
import { takenElsewhere } from '../workspace/schemas.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The schema of a workflow's or an event's root; undefined for a dialect whose shapes are not known yet. */
export function schemaOf(kind: 'workflow' | 'event', root: Node | undefined): Schema | undefined {
  if (kind === 'event') return eventSchema;
  const { checked, schema } = dialectOf(root);
  return checked ? schema : undefined;
}

const described = new WeakMap<Schema, Schema>();

/** The same for a part of a file: an event whose `dataschema` stands in the workspace says what its data is. */
export function schemaIn(workspace: Workspace, uri: string, part: Part): Schema | undefined {
  const event = part.kind === 'event' ? describedIn(part)[0] : undefined;
  const taken = event && takenElsewhere(workspace, uri)(event.address);
  if (!taken) return schemaOf(part.kind, part.root);
  const before = described.get(taken);
  if (before) return before;
  const { properties } = eventSchema;
  // What data is, CloudEvents says; what may stand in it, its schema.
  const { own: _, ...shape } = taken;
  const schema = { ...eventSchema, properties: { ...properties, data: { ...properties!['data'], ...shape } } };
  described.set(taken, schema);
  return schema;
}
