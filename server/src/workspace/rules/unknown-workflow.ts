/**
 * Says where a `run.workflow` means a workflow of the workspace and misses it by its version, or by a slip in its name or namespace. What is not in the
 * workspace at all may be deployed from elsewhere: that is a hint.
 */
import type { WorkspaceRuleDocs } from '../rule.ts';
import { runReports } from './run-reports.ts';
import { runRule } from './run-rule.ts';

export const unknownWorkflow = runRule({ code: 'reference/unknown-workflow', level: 'warning', look: runReports });

export const docs: WorkspaceRuleDocs = {
  rule: unknownWorkflow,
  clause: 'dsl-reference: Workflow Process',
  why: 'A sub-workflow is looked up by its exact namespace, name and version when it is to run, and nobody tells before that there is none.',
  good: [
    {
      'order.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - settle: { run: { workflow: { namespace: shop, name: pay, version: 1.1.0 } } }
  - repeat: { run: { workflow: { namespace: shop, name: pay, version: latest } } }
`,
      'pay.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: pay, version: 1.1.0 }
do:
  - charge: { wait: PT1S }
`,
      'pay1.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: pay1, version: 1.1.0 }
do:
  - charge: { wait: PT1S }
`,
    },
  ],
  bad: [
    {
      text: {
        'order.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - settle: { run: { workflow: { namespace: shop, name: pay, version: «1.0.0» } } }
  - repeat: { run: { workflow: { namespace: shop, name: «pya», version: latest } } }
  - refund: { run: { workflow: { namespace: «shpo», name: pya, version: latest } } }
  - elsewhere: { run: { workflow: { namespace: shop, name: «notify», version: 2.0.0 } } }
  - anyhow: { run: { workflow: { namespace: shop, name: «pay2», version: 1.1.0 } } }
  - abroad: { run: { workflow: { namespace: shop-eu, name: «notify», version: 1.1.0 } } }
`,
        'pay.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: pay, version: 1.1.0 }
do:
  - charge: { wait: PT1S }
`,
      },
      fixed: {
        'order.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - settle: { run: { workflow: { namespace: shop, name: pay, version: 1.1.0 } } }
  - repeat: { run: { workflow: { namespace: shop, name: pay, version: latest } } }
  - refund: { run: { workflow: { namespace: shop, name: pya, version: latest } } }
  - elsewhere: { run: { workflow: { namespace: shop, name: notify, version: 2.0.0 } } }
  - anyhow: { run: { workflow: { namespace: shop, name: pay2, version: 1.1.0 } } }
  - abroad: { run: { workflow: { namespace: shop-eu, name: notify, version: 1.1.0 } } }
`,
      },
    },
  ],
};
