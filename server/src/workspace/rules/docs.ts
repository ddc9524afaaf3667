/** The manual of every rule about what files say to each other. For tests and documentation; not in the bundles. */
import type { WorkspaceRuleDocs } from '../rule.ts';
import { docs as dataAgainstSchema } from './data-against-schema.ts';
import { docs as duplicateWorkflow } from './duplicate-workflow.ts';
import { docs as functionInput } from './function-input.ts';
import { docs as operation } from './operation.ts';
import { docs as operationData } from './operation-data.ts';
import { docs as operationParameters } from './operation-parameters.ts';
import { docs as unknownDocument } from './unknown-document.ts';
import { docs as unknownWorkflow } from './unknown-workflow.ts';
import { docs as subflowInput } from './subflow-input.ts';
import { docs as workflowCycle } from './workflow-cycle.ts';

export const workspaceRuleDocs: readonly WorkspaceRuleDocs[] = [
  unknownWorkflow,
  workflowCycle,
  duplicateWorkflow,
  subflowInput,
  unknownDocument,
  operation,
  operationParameters,
  operationData,
  functionInput,
  dataAgainstSchema,
];
