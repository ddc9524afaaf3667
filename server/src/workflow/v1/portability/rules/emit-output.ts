import type { RuleDocs } from '../../../../rules/rule.ts';
import { at } from '../../../describe.ts';
import { inputReads, readAt } from '../../input-reads.ts';
import { portabilityRule } from '../construct.ts';

import { textsIn } from '../places.ts';
import { emitOutput as construct } from '../readings.ts';

export const emitOutput = portabilityRule(construct, {
  kinds: ['emit'],
  task: ({ body }, reading) =>
    reading.in.flatMap((path) =>
      textsIn(at(body, path)).flatMap((text) =>
        inputReads(text.text)
          .slice(0, 1)
          .map((from) => ({ at: readAt(text, from) })),
      ),
    ),
});

export const docs: RuleDocs = {
  rule: emitOutput,
  construct,
  target: 'quarkus-flow',
  clause: 'dsl-reference: Emit',
  why: 'What an event holds once it is sent, its id for example, is not at hand on every runtime.',
  good: [
    `
do:
  - tell:
      emit: { event: { with: { type: com.example.order.placed, source: https://example.com } } }
      output: { as: '\${ $input.order }' }
`,
  ],
  bad: [
    {
      text: `
do:
  - tell:
      emit: { event: { with: { type: com.example.order.placed, source: https://example.com } } }
      output: { as: '\${ { sent: «.id» } }' }
`,
    },
  ],
};
