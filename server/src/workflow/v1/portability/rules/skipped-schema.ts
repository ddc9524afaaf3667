import type { RuleDocs } from '../../../../rules/rule.ts';
import { portabilityRule } from '../construct.ts';
import { keysAt } from '../places.ts';
import { skippedSchema as construct } from '../readings.ts';

export const skippedSchema = portabilityRule(construct, {
  task: ({ body }, { keys }) => keysAt(body, keys).map((at) => ({ at })),
  root: (root, { keys }) => keysAt(root, keys).map((at) => ({ at })),
});

export const docs: RuleDocs = {
  rule: skippedSchema,
  construct,
  target: 'synapse',
  clause: 'dsl-reference: Output, Export',
  why: 'Data that does not fit goes on as if it did.',
  good: [
    `
do:
  - pay: { set: { paid: true }, input: { schema: { document: { type: object } } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - pay: { set: { paid: true }, output: { «schema»: { document: { type: object, required: [ paid ] } } } }
`,
    },
  ],
};
