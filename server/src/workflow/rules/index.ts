import { duplicateTask } from './flow/duplicate-task.ts';
import { unknownTarget } from './flow/unknown-target.ts';
import { unknownAuthentication } from './reference/unknown-authentication.ts';
import { unknownCatalog } from './reference/unknown-catalog.ts';
import { unknownError } from './reference/unknown-error.ts';
import { unknownFunction } from './reference/unknown-function.ts';
import { unknownRetry } from './reference/unknown-retry.ts';
import { unknownSecret } from './reference/unknown-secret.ts';
import { unknownTimeout } from './reference/unknown-timeout.ts';
import type { WorkflowRule } from './rule.ts';
import { cron } from './time/cron.ts';
import { duration } from './time/duration.ts';

/** Every rule about what a workflow means, in the order of docs/rules.md. */
export const workflowRules: readonly WorkflowRule[] = [
  unknownTarget,
  duplicateTask,
  unknownFunction,
  unknownRetry,
  unknownError,
  unknownTimeout,
  unknownAuthentication,
  unknownSecret,
  unknownCatalog,
  duration,
  cron,
];
