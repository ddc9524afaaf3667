import type { RuleDocs } from '../../../../rules/rule.ts';
import { portabilityRule } from '../construct.ts';
import { keysAt } from '../places.ts';
import { workflowOutput as construct } from '../readings.ts';

export const workflowOutput = portabilityRule(construct, {
  root: (root) => keysAt(root, ['output.as']).map((at) => ({ at })),
});

export const docs: RuleDocs = {
  rule: workflowOutput,
  construct,
  target: 'synapse',
  clause: 'dsl-reference: Workflow, Output',
  why: 'Whoever reads the result of the workflow gets that of its last task as it is.',
  good: [
    `
do:
  - pay: { set: { paid: true }, output: { as: '\${ .paid }' } }
`,
  ],
  bad: [
    {
      text: `
do:
  - pay: { set: { paid: true } }
output: { «as»: '\${ .paid }' }
`,
    },
  ],
};
