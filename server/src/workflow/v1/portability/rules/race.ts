import type { RuleDocs } from '../../../../rules/rule.ts';
import { valueOf } from '../../../../syntax/node.ts';
import { isRace } from '../../summary.ts';
import { portabilityRule } from '../construct.ts';
import { keysAt } from '../places.ts';
import { race as construct } from '../readings.ts';

export const race = portabilityRule(construct, {
  kinds: ['fork'],
  task: ({ body }) => (isRace(valueOf(body, 'fork')) ? keysAt(body, ['fork.compete']).map((at) => ({ at })) : []),
});

export const docs: RuleDocs = {
  rule: race,
  construct,
  target: 'quarkus-flow',
  clause: 'dsl-reference: Fork',
  why: 'What happens to the branches that lose, and whether one that fails can win, is not the same everywhere.',
  good: [
    `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0, metadata: { heddle: { target: go-sdk } } }
do:
  - ask: { fork: { branches: [ { near: { set: { a: 1 } } }, { far: { set: { b: 1 } } } ] } }
`,
  ],
  bad: [
    {
      text: `
do:
  - ask: { fork: { «compete»: true, branches: [ { near: { set: { a: 1 } } }, { far: { set: { b: 1 } } } ] } }
`,
    },
  ],
};
