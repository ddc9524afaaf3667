import { gatherer } from './gather.ts';
import type { SubWorkflow } from './model.ts';

/** Every workflow that a task of the workflow runs. */
export const subWorkflowsOf = gatherer<SubWorkflow>(({ facts }) => facts.subWorkflows);
