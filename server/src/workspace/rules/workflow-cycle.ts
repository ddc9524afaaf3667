/** Says where workflows run each other in a circle. */
import { certainRuns } from '../../workflow/certain-runs.ts';
import { modelOf } from '../../workflow/read.ts';
import { subWorkflowsOf } from '../../workflow/sub-workflows.ts';
import type { WorkspaceRule, WorkspaceRuleDocs } from '../rule.ts';
import { cycleReports } from './cycle-reports.ts';

export const workflowCycle: WorkspaceRule = {
  code: 'run/workflow-cycle',
  level: 'warning',
  *check({ doc, workspace }) {
    for (const part of doc.parts) {
      const model = part.kind === 'workflow' ? modelOf(part) : undefined;
      // Most workflows run no other: their tasks need not be unfolded.
      const runs = model && subWorkflowsOf(model).length > 0 ? certainRuns(model) : [];
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
    {
      'walk.sw.yaml': `
document: { dsl: 1.0.3, namespace: tree, name: walk, version: 1.0.0 }
do:
  - isLeaf: { switch: [ { yes: { when: '.depth == 0', then: end } }, { no: { then: continue } } ] }
  - deeper: { run: { workflow: { namespace: tree, name: walk, version: 1.0.0 } } }
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
