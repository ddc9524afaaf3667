import type { RuleDocs } from '../../../../rules/rule.ts';
import { pairOf, resolve } from '../../../../syntax/node.ts';
import { portabilityRule } from '../construct.ts';
import { pairAt } from '../places.ts';
import { retry as construct } from '../readings.ts';

export const retry = portabilityRule(construct, {
  kinds: ['try'],
  task({ body }, { ignores }) {
    const pair = pairAt(body, 'catch.retry');
    const policy = resolve(pair?.value);
    if (!pair || !policy) return [];
    if (ignores === 'all') return [{ at: pair.key }];
    if (policy.kind === 'scalar') return [{ at: policy }];
    const [first] = ignores.flatMap((key) => pairOf(policy, key)?.key ?? []);
    return first ? [{ at: first }] : [];
  },
});

export const docs: RuleDocs = {
  rule: retry,
  construct,
  target: 'synapse',
  clause: 'dsl-reference: Retry',
  why: 'Without pauses a service that is down is asked again at once, as often as is allowed.',
  good: [
    `
do:
  - pay:
      try: [ { charge: { call: http, with: { method: post, endpoint: https://example.com } } } ]
      catch: { retry: { limit: { attempt: { count: 3 } } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - pay:
      try: [ { charge: { call: http, with: { method: post, endpoint: https://example.com } } } ]
      catch: { retry: { «delay»: PT5S, limit: { attempt: { count: 3 } } } }
`,
    },
  ],
};
