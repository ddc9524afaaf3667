import type { RuleDocs } from '../../../../rules/rule.ts';
import { portabilityRule } from '../construct.ts';
import { keysAt, pairAt } from '../places.ts';
import { catchAndRetry as construct } from '../readings.ts';

export const catchAndRetry = portabilityRule(construct, {
  kinds: ['try'],
  task: ({ body }) => (pairAt(body, 'catch.retry') ? keysAt(body, ['catch.do']).map((at) => ({ at })) : []),
});

export const docs: RuleDocs = {
  rule: catchAndRetry,
  construct,
  target: 'synapse',
  clause: 'dsl-reference: Catch',
  why: 'Which of the two comes first, and whether the tasks run when all attempts have failed, is left open.',
  good: [
    `
do:
  - pay:
      try:
        - often:
            try: [ { charge: { call: http, with: { method: post, endpoint: https://example.com } } } ]
            catch: { retry: { limit: { attempt: { count: 3 } } } }
      catch: { do: [ { tell: { set: { failed: true } } } ] }
`,
  ],
  bad: [
    {
      text: `
do:
  - pay:
      try: [ { charge: { call: http, with: { method: post, endpoint: https://example.com } } } ]
      catch: { retry: { limit: { attempt: { count: 3 } } }, «do»: [ { tell: { set: { failed: true } } } ] }
`,
    },
  ],
};
