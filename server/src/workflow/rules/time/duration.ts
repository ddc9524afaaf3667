import type { RuleDocs } from '../../../rules/rule.ts';
import { checkDuration } from '../../../time/check-duration.ts';
import { timeRule } from './times.ts';

export const duration = timeRule({
  code: 'time/duration',
  level: 'error',
  dialects: ['v1'],
  kind: 'duration',
  check: (text) => checkDuration(text) ?? [],
});

export const docs: RuleDocs = {
  rule: duration,
  clause: 'dsl-reference: Duration',
  why: 'A duration is text in the form of ISO 8601, or a mapping of days, hours, minutes, seconds and milliseconds.',
  good: [
    `
timeout: { after: P1D }
do:
  - a: { wait: PT15M }
  - b: { wait: { minutes: 15 } }
  - c: { wait: '\${ .pause }' }
`,
  ],
  bad: [
    {
      text: `
do:
  - a: { wait: «P1H» }
  - b: { wait: «15m» }
  - c: { set: { x: 1 }, timeout: { after: «-PT5M» } }
`,
      fixed: `
do:
  - a: { wait: PT1H }
  - b: { wait: PT15M }
  - c: { set: { x: 1 }, timeout: { after: PT5M } }
`,
    },
    {
      text: `
schedule: { every: «10 minutes» }
use:
  retries:
    often: { delay: «PT1», limit: { attempt: { duration: «1h» } } }
do:
  - a: { try: [ { b: { set: { x: 1 } } } ], catch: { retry: { delay: «soon» } } }
  - c: { try: [ { d: { set: { x: 1 } } } ], catch: { retry: often } }
`,
      fixed: `
schedule: { every: PT10M }
use:
  retries:
    often: { delay: PT1, limit: { attempt: { duration: PT1H } } }
do:
  - a: { try: [ { b: { set: { x: 1 } } } ], catch: { retry: { delay: soon } } }
  - c: { try: [ { d: { set: { x: 1 } } } ], catch: { retry: often } }
`,
    },
  ],
};
