/** Says where workflows run each other in a circle. */
import { pairOf } from '../../syntax/node.ts';
import { gatherer } from '../../workflow/gather.ts';
import type { SubWorkflow } from '../../workflow/model.ts';
import { modelOf } from '../../workflow/read.ts';
import type { WorkspaceRule, WorkspaceRuleDocs } from '../rule.ts';
import { cycleReports } from './cycle-reports.ts';

/** The workflows that are run without a condition of the task's own. */
const certainRuns = gatherer<SubWorkflow>(({ body, facts }) => (pairOf(body, 'if') ? [] : facts.subWorkflows));

export const workflowCycle: WorkspaceRule = {
  code: 'run/workflow-cycle',
  level: 'warning',
  *check({ doc, workspace }) {
    for (const part of doc.parts) {
      const model = part.kind === 'workflow' ? modelOf(part) : undefined;
      const runs = model ? certainRuns(model) : [];
      if (model && runs.length > 0) yield* cycleReports(runs, model.identity, workspace);
    }
  },
};

export const docs: WorkspaceRuleDocs = {
  rule: workflowCycle,
  clause: 'dsl-reference: Workflow Process',
  why: 'Workflows that run each other in a circle start new ones until the runtime gives up.',
  good: [
    {
      'order.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - settle: { run: { workflow: { namespace: shop, name: pay, version: 1.0.0 } } }
`,
      'pay.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: pay, version: 1.0.0 }
do:
  - charge: { wait: PT1S }
`,
      'pay2.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: pay, version: 2.0.0 }
do:
  - asBefore: { run: { workflow: { namespace: shop, name: pay, version: 1.0.0 } } }
`,
    },
  ],
  bad: [
    {
      text: {
        'order.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - settle: { run: { workflow: { namespace: shop, name: «pay», version: 1.0.0 } } }
`,
        'pay.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: pay, version: 1.0.0 }
do:
  - reorder: { run: { workflow: { namespace: shop, name: «order», version: 1.0.0 } } }
  - again: { run: { workflow: { namespace: shop, name: «pay», version: 1.0.0 } } }
  - perhaps: { if: .left, run: { workflow: { namespace: shop, name: pay, version: 1.0.0 } } }
`,
      },
    },
  ],
};
