import type { RuleDocs } from '../../../../rules/rule.ts';
import { portabilityRule } from '../construct.ts';
import { keysAt } from '../places.ts';
import { catchFilter as construct } from '../readings.ts';

export const catchFilter = portabilityRule(construct, {
  kinds: ['try'],
  task: ({ body }) =>
    keysAt(body, ['catch.errors', 'catch.when', 'catch.exceptWhen'])
      .slice(0, 1)
      .map((at) => ({ at })),
});

export const docs: RuleDocs = {
  rule: catchFilter,
  construct,
  target: 'zigflow',
  clause: 'dsl-reference: Catch',
  why: 'Errors that nobody meant to catch are caught, and the workflow goes on as if nothing had happened.',
  good: [
    `
do:
  - pay:
      try: [ { charge: { call: http, with: { method: post, endpoint: https://example.com } } } ]
      catch: { do: [ { tell: { set: { failed: true } } } ] }
`,
  ],
  bad: [
    {
      text: `
do:
  - pay:
      try: [ { charge: { call: http, with: { method: post, endpoint: https://example.com } } } ]
      catch: { «errors»: { with: { status: 503 } }, do: [ { tell: { set: { failed: true } } } ] }
`,
    },
  ],
};
