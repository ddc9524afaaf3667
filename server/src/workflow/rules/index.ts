import { otherRuntime } from '../v1/rules/other-runtime.ts';
import { unknownMethod } from '../v1/rules/unknown-method.ts';
import { unknownStandardType } from '../v1/rules/unknown-standard-type.ts';
import { attribute } from './event/attribute.ts';
import { defaultCase } from '../v1/rules/default-case.ts';
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
import { redundantThen } from '../v1/rules/redundant-then.ts';
import { unusedComponent } from './reference/unused-component.ts';
import { catalogFormat } from '../v1/rules/catalog-format.ts';
import { reservedName } from '../v1/rules/reserved-name.ts';
import { zeroWait } from '../v1/rules/zero-wait.ts';
import { statusMismatch } from '../v1/rules/status-mismatch.ts';
import { raceByName } from '../v1/rules/race-by-name.ts';
import { singleBranch } from '../v1/rules/single-branch.ts';
import { scriptLanguage } from '../v1/rules/script-language.ts';
import { hardCodedCredential } from '../v1/rules/hard-coded-credential.ts';
import { plainHttpCredential } from '../v1/rules/plain-http-credential.ts';
import { shellInjection } from '../v1/rules/shell-injection.ts';
import { unknownArgument } from '../v1/rules/unknown-argument.ts';
import { argumentType } from '../v1/rules/argument-type.ts';
import { functionCycle } from '../v1/rules/function-cycle.ts';
import { wrongSchema } from '../v1/rules/wrong-schema.ts';
import { outputMismatch } from '../v1/rules/output-mismatch.ts';
import { missingArgument } from '../v1/rules/missing-argument.ts';
import { timeoutLongerThanParent } from '../v1/rules/timeout-longer-than-parent.ts';
import { waitLongerThanTimeout } from '../v1/rules/wait-longer-than-timeout.ts';
import { neverCaught } from '../v1/rules/never-caught.ts';
import { neverRaised } from '../v1/rules/never-raised.ts';
import { neverMatches } from './event/never-matches.ts';
import { correlation } from '../v1/rules/correlation.ts';
import { variableName } from '../v1/rules/variable-name.ts';
import { sameVariable } from '../v1/rules/same-variable.ts';
import { shadowedVariable } from '../v1/rules/shadowed-variable.ts';
import { overwritesContext } from '../v1/rules/overwrites-context.ts';
import { naming } from './style/naming.ts';
import { missingTitle } from '../v1/rules/missing-title.ts';
import { earlyDefault } from '../v1/rules/early-default.ts';
import { missingDefault } from '../v1/rules/missing-default.ts';
import { errorInstance } from '../v1/portability/rules/error-instance.ts';
import { errorType } from '../v1/portability/rules/error-type.ts';
import { unlessMissing } from '../../rules/missing-part.ts';
import { targetRules } from '../v1/portability/rules/index.ts';
import { partialExpression } from '../v1/portability/rules/partial-expression.ts';
import type { DialectId } from '../../dialects.ts';
import type { TargetId } from '../../targets.ts';
import { type Levels, levelOf } from '../../rules/run.ts';
import { inOneWalk, type WorkflowRule } from './rule.ts';
import { cron } from './time/cron.ts';
import { cronFields } from './time/cron-fields.ts';
import { duration } from './time/duration.ts';
import { reversedRange } from '../v1/rules/reversed-range.ts';
import { scheduleConflict } from '../v1/rules/schedule-conflict.ts';

/** Every rule about what a workflow means, in the order of docs/rules.md, but for those that wait for a target (`targetRules`). */
export const workflowRules: readonly WorkflowRule[] = [
  unknownTarget,
  duplicateTask,
  unreachableTask,
  endlessLoop,
  defaultCase,
  earlyDefault,
  missingDefault,
  redundantThen,
  unknownFunction,
  unknownRetry,
  unknownError,
  unknownEvent,
  unknownTimeout,
  unknownAuthentication,
  unknownSecret,
  unknownCatalog,
  unusedComponent,
  catalogFormat,
  reservedName,
  unknownMethod,
  unknownArgument,
  missingArgument,
  argumentType,
  functionCycle,
  wrongSchema,
  outputMismatch,
  duration,
  cron,
  cronFields,
  reversedRange,
  scheduleConflict,
  zeroWait,
  timeoutLongerThanParent,
  waitLongerThanTimeout,
  unknownStandardType,
  otherRuntime,
  statusMismatch,
  neverCaught,
  neverRaised,
  singleBranch,
  raceByName,
  scriptLanguage,
  attribute,
  neverMatches,
  correlation,
  hardCodedCredential,
  plainHttpCredential,
  shellInjection,
  errorType,
  errorInstance,
  partialExpression,
  overwritesContext,
  variableName,
  sameVariable,
  shadowedVariable,
  naming,
  missingTitle,
];

const everything: Levels = {};
const kept = new WeakMap<Levels, Map<string, readonly WorkflowRule[]>>();

/** The rules that know a dialect and are not off, as they are where a workflow is meant to run: the same for the same levels. */
export function rulesOf(dialect: DialectId, target: TargetId = 'spec', levels = everything): readonly WorkflowRule[] {
  const known = kept.get(levels) ?? new Map<string, readonly WorkflowRule[]>();
  kept.set(levels, known);
  const key = `${dialect} ${target}`;
  const before = known.get(key);
  if (before) return before;
  const all = target === 'spec' ? workflowRules : [...workflowRules, ...unlessMissing(targetRules)];
  const asked = all.filter((rule) => (!rule.dialects || rule.dialects.includes(dialect)) && levelOf(rule, levels) !== 'off');
  const rules = inOneWalk(asked.flatMap((rule) => rule.forTarget?.(target) ?? rule));
  known.set(key, rules);
  return rules;
}
