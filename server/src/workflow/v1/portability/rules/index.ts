/** The rules of portability that wait for a target: what no runtime reads in a way of its own is not among them. */
import type { WorkflowRule } from '../../../rules/rule.ts';
import { bareExpression } from './bare-expression.ts';
import { catchAndRetry } from './catch-and-retry.ts';
import { catchFilter } from './catch-filter.ts';
import { expectedValue } from './correlation.ts';
import { portableDefault } from './default-case.ts';
import { directive } from './directive.ts';
import { portableDuration } from './duration.ts';
import { emitOutput } from './emit-output.ts';
import { errorPattern } from './error-pattern.ts';
import { eventFilter } from './event-filter.ts';
import { exportAs } from './export-as.ts';
import { firstContext } from './first-context.ts';
import { forList } from './for-list.ts';
import { foreachOutput } from './foreach-output.ts';
import { forkOutput } from './fork-output.ts';
import { httpOptions } from './http-options.ts';
import { jqLevel } from './jq-level.ts';
import { noCase } from './no-case.ts';
import { race } from './race.ts';
import { retry } from './retry.ts';
import { secrets } from './secrets.ts';
import { severalResults } from './several-results.ts';
import { skippedSchema } from './skipped-schema.ts';
import { skippedThen } from './skipped-then.ts';
import { switchOrder } from './switch-order.ts';
import { unsupported } from './unsupported.ts';
import { whileAsked } from './while.ts';
import { workflowOutput } from './workflow-output.ts';

const rules: readonly WorkflowRule[] = [
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
];

/** In the order of docs/rules.md; a function, because the server loads it when somebody names a target. */
export const targetRules = (): readonly WorkflowRule[] => rules;
