/** The codes of portability, with the level each has where a runtime has none of its own: what the server knows before anybody names a target. */
import type { Severity } from '../../../rules/finding.ts';

export const portabilityLevels = {
  'portability/error-type': 'information',
  'portability/error-instance': 'information',
  'portability/partial-expression': 'information',
  'portability/unsupported': 'warning',
  'portability/export-as': 'warning',
  'portability/first-context': 'warning',
  'portability/workflow-output': 'warning',
  'portability/fork-output': 'warning',
  'portability/emit-output': 'warning',
  'portability/race': 'information',
  'portability/switch-order': 'information',
  'portability/default-case': 'warning',
  'portability/no-case': 'warning',
  'portability/directive': 'warning',
  'portability/skipped-then': 'warning',
  'portability/catch-and-retry': 'warning',
  'portability/catch-filter': 'warning',
  'portability/retry': 'warning',
  'portability/error-pattern': 'warning',
  'portability/while': 'information',
  'portability/for-list': 'information',
  'portability/secrets': 'warning',
  'portability/bare-expression': 'warning',
  'portability/jq-level': 'warning',
  'portability/several-results': 'information',
  'portability/event-filter': 'warning',
  'portability/correlation': 'warning',
  'portability/foreach-output': 'warning',
  'portability/skipped-schema': 'information',
  'portability/http-options': 'warning',
  'portability/duration': 'warning',
} as const satisfies Readonly<Record<`portability/${string}`, Severity>>;

export type PortabilityCode = keyof typeof portabilityLevels;
