import type { RuleDocs } from '../../../rules/rule.ts';
import { unknownComponent } from './unknown.ts';

export const unknownRetry = unknownComponent({
  code: 'reference/unknown-retry',
  kind: 'retry',
});

export const docs: RuleDocs = {
  rule: unknownRetry,
  clause: 'dsl-reference: Try, Use',
  why: 'A retry policy that nobody defined cannot be followed: the first error is the last try.',
  good: [
    `
use:
  retries:
    often: { delay: PT2S, limit: { attempt: { count: 5 } } }
do:
  - pay: { try: [ { bill: { set: { paid: true } } } ], catch: { retry: often } }
  - ship: { try: [ { pack: { set: { packed: true } } } ], catch: { retry: { delay: PT1S } } }
`,
  ],
  bad: [
    {
      text: `
use:
  retries:
    often: { delay: PT2S }
do:
  - pay: { try: [ { bill: { set: { paid: true } } } ], catch: { retry: «oftn» } }
`,
      fixed: `
use:
  retries:
    often: { delay: PT2S }
do:
  - pay: { try: [ { bill: { set: { paid: true } } } ], catch: { retry: often } }
`,
    },
  ],
};
