import { otherRuntime } from '../v1/rules/other-runtime.ts';
import { unknownMethod } from '../v1/rules/unknown-method.ts';
import { unknownStandardType } from '../v1/rules/unknown-standard-type.ts';
import { attribute } from './event/attribute.ts';
import { defaultCase } from './flow/default-case.ts';
import { duplicateTask } from './flow/duplicate-task.ts';
import { endlessLoop } from './flow/endless-loop.ts';
import { unknownTarget } from './flow/unknown-target.ts';
import { unreachableTask } from './flow/unreachable-task.ts';
import { unknownAuthentication } from './reference/unknown-authentication.ts';
import { unknownCatalog } from './reference/unknown-catalog.ts';
import { unknownEvent } from './reference/unknown-event.ts';
import { unknownError } from './reference/unknown-error.ts';
import { unknownFunction } from './reference/unknown-function.ts';
import { unknownRetry } from './reference/unknown-retry.ts';
import { unknownSecret } from './reference/unknown-secret.ts';
import { unknownTimeout } from './reference/unknown-timeout.ts';
import type { DialectId } from '../../dialects.ts';
import type { WorkflowRule } from './rule.ts';
import { cron } from './time/cron.ts';
import { cronFields } from './time/cron-fields.ts';
import { duration } from './time/duration.ts';
import { reversedRange } from './time/reversed-range.ts';
import { scheduleConflict } from './time/schedule-conflict.ts';

/** Every rule about what a workflow means, in the order of docs/rules.md. */
export const workflowRules: readonly WorkflowRule[] = [
  unknownTarget,
  duplicateTask,
  unreachableTask,
  endlessLoop,
  defaultCase,
  unknownFunction,
  unknownRetry,
  unknownError,
  unknownEvent,
  unknownTimeout,
  unknownAuthentication,
  unknownSecret,
  unknownCatalog,
  unknownMethod,
  duration,
  cron,
  cronFields,
  reversedRange,
  scheduleConflict,
  unknownStandardType,
  otherRuntime,
  attribute,
];

const byDialect = new Map<DialectId, readonly WorkflowRule[]>();

/** The rules that know a dialect. */
export function rulesOf(dialect: DialectId): readonly WorkflowRule[] {
  const known = byDialect.get(dialect) ?? workflowRules.filter(({ dialects }) => !dialects || dialects.includes(dialect));
  byDialect.set(dialect, known);
  return known;
}
