import type { WorkspaceRule } from '../rule.ts';
import { dataAgainstSchema } from './data-against-schema.ts';
import { duplicateWorkflow } from './duplicate-workflow.ts';
import { functionInput } from './function-input.ts';
import { operation } from './operation.ts';
import { operationData } from './operation-data.ts';
import { operationParameters } from './operation-parameters.ts';
import { unknownDocument } from './unknown-document.ts';
import { unknownWorkflow } from './unknown-workflow.ts';
import { subflowInput } from './subflow-input.ts';
import { workflowCycle } from './workflow-cycle.ts';

/** Every rule about what files say to each other, in the order of docs/rules.md. */
export const workspaceRules: readonly WorkspaceRule[] = [
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
