import legacy from '../../../../schemas/workflow-0.x.yaml';
import { link } from '../../schema/link.ts';
import type { Schema } from '../../schema/schema.ts';

/** DSL 0.x of Serverless Workflow: where names, references, times and expressions stand. */
export const legacySchema: Schema = link(legacy as Schema);
