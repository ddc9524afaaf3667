import type { RuleDocs } from '../../../../rules/rule.ts';
import { walk } from '../../../../syntax/locate.ts';
import { type Node, pairOf, resolve, valueOf } from '../../../../syntax/node.ts';
import { type Place, portabilityRule } from '../construct.ts';
import { correlation as construct } from '../readings.ts';

export const expectedValue = portabilityRule(construct, {
  kinds: ['listen'],
  task: ({ body }) => expectedIn(valueOf(body, 'listen')),
  root: (root) => expectedIn(valueOf(root, 'schedule')),
});

function expectedIn(node: Node | undefined): Place[] {
  const places: Place[] = [];
  walk(node, (each) => {
    const correlations = each.kind === 'map' ? resolve(pairOf(each, 'correlate')?.value) : undefined;
    for (const { value } of correlations?.kind === 'map' ? correlations.pairs : []) {
      const expected = pairOf(value, 'expect');
      if (expected) places.push({ at: expected.key });
    }
  });
  return places;
}

export const docs: RuleDocs = {
  rule: expectedValue,
  construct,
  target: 'synapse',
  clause: 'dsl-reference: Correlation',
  why: 'A value that is taken for a condition lets all events through, or none.',
  good: [
    `
do:
  - wait: { listen: { to: { one: { with: { type: com.example.paid }, correlate: { order: { from: .data.orderId } } } } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - wait:
      listen: { to: { one: { with: { type: com.example.paid }, correlate: { order: { from: .data.orderId, «expect»: '\${ $context.id }' } } } } }
`,
    },
  ],
};
