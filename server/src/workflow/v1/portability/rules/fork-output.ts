import type { RuleDocs } from '../../../../rules/rule.ts';
import { pairOf, valueOf } from '../../../../syntax/node.ts';
import { isRace } from '../../summary.ts';
import { portabilityRule } from '../construct.ts';
import { forkOutput as construct } from '../readings.ts';

/** Of a race there is one output, and it is taken as it is everywhere. */
export const forkOutput = portabilityRule(construct, {
  kinds: ['fork'],
  task({ body }) {
    const pair = pairOf(body, 'fork');
    return pair && !isRace(valueOf(body, 'fork')) ? [{ at: pair.key }] : [];
  },
});

export const docs: RuleDocs = {
  rule: forkOutput,
  construct,
  target: 'quarkus-flow',
  clause: 'dsl-reference: Fork',
  why: 'What a fork leaves behind has another form on each runtime, so that the task behind it reads something else there.',
  good: [
    `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0, metadata: { heddle: { target: go-sdk } } }
do:
  - prepare:
      fork: { branches: [ { pack: { set: { a: 1 } } }, { bill: { set: { b: 1 } } } ] }
`,
  ],
  bad: [
    {
      text: `
do:
  - prepare:
      «fork»: { branches: [ { pack: { set: { a: 1 } } }, { bill: { set: { b: 1 } } } ] }
`,
    },
  ],
};
