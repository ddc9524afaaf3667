/** The manual of every rule about what a workflow means, in the order of docs/rules.md. For tests and documentation; not in the bundles. */
import { docs as unknownTarget } from './flow/unknown-target.ts';
import { docs as duplicateTask } from './flow/duplicate-task.ts';
import { docs as unreachableTask } from './flow/unreachable-task.ts';
import { docs as endlessLoop } from './flow/endless-loop.ts';
import { docs as defaultCase } from '../v1/rules/default-case.ts';
import { docs as unknownFunction } from './reference/unknown-function.ts';
import { docs as unknownRetry } from './reference/unknown-retry.ts';
import { docs as unknownError } from './reference/unknown-error.ts';
import { docs as unknownEvent } from './reference/unknown-event.ts';
import { docs as unknownTimeout } from './reference/unknown-timeout.ts';
import { docs as unknownAuthentication } from './reference/unknown-authentication.ts';
import { docs as unknownSecret } from './reference/unknown-secret.ts';
import { docs as unknownCatalog } from './reference/unknown-catalog.ts';
import { docs as unknownMethod } from '../v1/rules/unknown-method.ts';
import { docs as duration } from './time/duration.ts';
import { docs as cron } from './time/cron.ts';
import { docs as cronFields } from './time/cron-fields.ts';
import { docs as reversedRange } from '../v1/rules/reversed-range.ts';
import { docs as scheduleConflict } from '../v1/rules/schedule-conflict.ts';
import { docs as otherRuntime } from '../v1/rules/other-runtime.ts';
import { docs as unknownStandardType } from '../v1/rules/unknown-standard-type.ts';
import { docs as attribute } from './event/attribute.ts';
import { docs as redundantThen } from '../v1/rules/redundant-then.ts';
import { docs as unusedComponent } from './reference/unused-component.ts';
import { docs as catalogFormat } from '../v1/rules/catalog-format.ts';
import { docs as reservedName } from '../v1/rules/reserved-name.ts';
import { docs as zeroWait } from '../v1/rules/zero-wait.ts';
import { docs as statusMismatch } from '../v1/rules/status-mismatch.ts';
import { docs as raceByName } from '../v1/rules/race-by-name.ts';
import { docs as singleBranch } from '../v1/rules/single-branch.ts';
import { docs as scriptLanguage } from '../v1/rules/script-language.ts';
import { docs as hardCodedCredential } from '../v1/rules/hard-coded-credential.ts';
import { docs as plainHttpCredential } from '../v1/rules/plain-http-credential.ts';
import { docs as shellInjection } from '../v1/rules/shell-injection.ts';
import { docs as unknownArgument } from '../v1/rules/unknown-argument.ts';
import { docs as argumentType } from '../v1/rules/argument-type.ts';
import { docs as functionCycle } from '../v1/rules/function-cycle.ts';
import { docs as wrongSchema } from '../v1/rules/wrong-schema.ts';
import { docs as outputMismatch } from '../v1/rules/output-mismatch.ts';
import { docs as missingArgument } from '../v1/rules/missing-argument.ts';
import { docs as timeoutLongerThanParent } from '../v1/rules/timeout-longer-than-parent.ts';
import { docs as waitLongerThanTimeout } from '../v1/rules/wait-longer-than-timeout.ts';
import { docs as neverCaught } from '../v1/rules/never-caught.ts';
import { docs as neverRaised } from '../v1/rules/never-raised.ts';
import { docs as neverMatches } from './event/never-matches.ts';
import { docs as correlation } from '../v1/rules/correlation.ts';
import { docs as variableName } from '../v1/rules/variable-name.ts';
import { docs as sameVariable } from '../v1/rules/same-variable.ts';
import { docs as shadowedVariable } from '../v1/rules/shadowed-variable.ts';
import { docs as overwritesContext } from '../v1/rules/overwrites-context.ts';
import { docs as naming } from './style/naming.ts';
import { docs as missingTitle } from '../v1/rules/missing-title.ts';
import { docs as earlyDefault } from '../v1/rules/early-default.ts';
import { docs as missingDefault } from '../v1/rules/missing-default.ts';
import type { BadExample, RuleDocs } from '../../rules/rule.ts';
import { docs as errorType } from '../v1/portability/rules/error-type.ts';
import { docs as errorInstance } from '../v1/portability/rules/error-instance.ts';
import { docs as partialExpression } from '../v1/portability/rules/partial-expression.ts';
import { docs as unsupported } from '../v1/portability/rules/unsupported.ts';
import { docs as exportAs } from '../v1/portability/rules/export-as.ts';
import { docs as firstContext } from '../v1/portability/rules/first-context.ts';
import { docs as workflowOutput } from '../v1/portability/rules/workflow-output.ts';
import { docs as forkOutput } from '../v1/portability/rules/fork-output.ts';
import { docs as emitOutput } from '../v1/portability/rules/emit-output.ts';
import { docs as race } from '../v1/portability/rules/race.ts';
import { docs as switchOrder } from '../v1/portability/rules/switch-order.ts';
import { docs as portableDefault } from '../v1/portability/rules/default-case.ts';
import { docs as noCase } from '../v1/portability/rules/no-case.ts';
import { docs as directive } from '../v1/portability/rules/directive.ts';
import { docs as skippedThen } from '../v1/portability/rules/skipped-then.ts';
import { docs as catchAndRetry } from '../v1/portability/rules/catch-and-retry.ts';
import { docs as catchFilter } from '../v1/portability/rules/catch-filter.ts';
import { docs as retry } from '../v1/portability/rules/retry.ts';
import { docs as errorPattern } from '../v1/portability/rules/error-pattern.ts';
import { docs as whileAsked } from '../v1/portability/rules/while.ts';
import { docs as forList } from '../v1/portability/rules/for-list.ts';
import { docs as secrets } from '../v1/portability/rules/secrets.ts';
import { docs as bareExpression } from '../v1/portability/rules/bare-expression.ts';
import { docs as jqLevel } from '../v1/portability/rules/jq-level.ts';
import { docs as severalResults } from '../v1/portability/rules/several-results.ts';
import { docs as eventFilter } from '../v1/portability/rules/event-filter.ts';
import { docs as expectedValue } from '../v1/portability/rules/correlation.ts';
import { docs as foreachOutput } from '../v1/portability/rules/foreach-output.ts';
import { docs as skippedSchema } from '../v1/portability/rules/skipped-schema.ts';
import { docs as httpOptions } from '../v1/portability/rules/http-options.ts';
import { docs as portableDuration } from '../v1/portability/rules/duration.ts';

const head = (target: string | undefined): string =>
  `document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0${target ? `, metadata: { heddle: { target: ${target} } }` : ''} }\n`;

/** An example as a whole text: one that does not say which workflow it is gets a head. */
const whole = (text: string, target: string | undefined): string =>
  (/^(?:«?document»?:|id:|\{)/m.test(text) ? '' : head(target)) + text.replace(/^\n/, '');

const written: readonly RuleDocs[] = [
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
  unsupported,
  exportAs,
  firstContext,
  workflowOutput,
  forkOutput,
  emitOutput,
  race,
  switchOrder,
  portableDefault,
  noCase,
  directive,
  skippedThen,
  catchAndRetry,
  catchFilter,
  retry,
  errorPattern,
  whileAsked,
  forList,
  secrets,
  bareExpression,
  jqLevel,
  severalResults,
  eventFilter,
  expectedValue,
  foreachOutput,
  skippedSchema,
  httpOptions,
  portableDuration,
  overwritesContext,
  variableName,
  sameVariable,
  shadowedVariable,
  naming,
  missingTitle,
];

export const workflowRuleDocs: readonly RuleDocs[] = written.map((docs) => ({
  ...docs,
  good: docs.good.map((text) => whole(text, docs.target)) as [string],
  bad: docs.bad.map(({ text, fixed }) => ({
    text: whole(text, docs.target),
    ...(fixed === undefined ? {} : { fixed: whole(fixed, docs.target) }),
  })) as [BadExample],
}));
