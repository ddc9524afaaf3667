import type { RuleDocs } from '../../../../rules/rule.ts';
import { portabilityRule } from '../construct.ts';
import { errorInstance as construct } from '../everywhere.ts';
import { keysAt } from '../places.ts';

export const errorInstance = portabilityRule(construct, {
  kinds: ['try'],
  task: ({ body }) => keysAt(body, ['catch.errors.with.instance']).map((at) => ({ at })),
});

export const docs: RuleDocs = {
  rule: errorInstance,
  construct,
  clause: 'dsl-reference: Error Filter',
  why: 'How a runtime points at the task that an error comes from is written nowhere, so that a filter fits on one at most.',
  good: [
    `
do:
  - a:
      try: [ { b: { call: http, with: { method: get, endpoint: https://example.com } } } ]
      catch: { errors: { with: { status: 503 } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - a:
      try: [ { b: { call: http, with: { method: get, endpoint: https://example.com } } } ]
      catch: { errors: { with: { status: 503, «instance»: /do/0/a/try/0/b } } }
`,
    },
  ],
};
