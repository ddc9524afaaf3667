/** What is known about a part: the schema of its root. */
import type { Schema } from '../schema/schema.ts';
import { eventSchema } from '../schema/schemas.ts';
import type { Node } from '../syntax/node.ts';
import { dialectOf } from '../workflow/read.ts';

/** The schema of a workflow's or an event's root; undefined for a dialect whose shapes are not known yet. */
export function schemaOf(kind: 'workflow' | 'event', root: Node | undefined): Schema | undefined {
  if (kind === 'event') return eventSchema;
  const { checked, schema } = dialectOf(root);
  return checked ? schema : undefined;
}
