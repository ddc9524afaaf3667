/** What is known about a part: the schema of its root. */
import type { Schema } from '../schema/schema.ts';
import { eventSchema, workflowSchema } from '../schema/schemas.ts';

const schemas = { workflow: workflowSchema, event: eventSchema } as const;

/** The schema of a workflow's or an event's root. */
export const schemaOf = (kind: 'workflow' | 'event'): Schema => schemas[kind];
