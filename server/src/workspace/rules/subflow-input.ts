/** Says where what is handed to a workflow of the workspace is not what the schema of its input takes. */
import type { WorkspaceRuleDocs } from '../rule.ts';
import { inputReports } from './input-reports.ts';
import { runRule } from './run-rule.ts';

export const subflowInput = runRule({ code: 'run/subflow-input', level: 'warning', look: inputReports });

const charge = `
document: { dsl: 1.0.3, namespace: shop, name: pay, version: 1.0.0 }
input:
  schema:
    document:
      type: object
      properties: { orderId: { type: string }, amount: { type: number } }
      required: [ orderId ]
      additionalProperties: false
do:
  - charge: { wait: PT1S }
`;
/** Marked as pure where it is called, so that no bundle holds what only the manual needs. */
const order = (input: string): string => `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - settle:
      run:
        workflow: { namespace: shop, name: pay, version: 1.0.0${input} }
`;

export const docs: WorkspaceRuleDocs = {
  rule: subflowInput,
  clause: 'dsl-reference: Workflow Process, Input',
  why: 'A workflow refuses an input that its schema does not take, and the task that runs it fails.',
  good: [
    { 'order.sw.yaml': /* @__PURE__ */ order(", input: { orderId: '1', amount: 3 }"), 'pay.sw.yaml': charge },
    { 'order.sw.yaml': /* @__PURE__ */ order(", input: { orderId: '${ .id }' }"), 'pay.sw.yaml': charge },
    { 'order.sw.yaml': /* @__PURE__ */ order(''), 'pay.sw.yaml': charge },
  ],
  bad: [
    {
      text: { 'order.sw.yaml': /* @__PURE__ */ order(", input: { «orderID»: '1' }"), 'pay.sw.yaml': charge },
      fixed: { 'order.sw.yaml': /* @__PURE__ */ order(", input: { orderId: '1' }") },
    },
    { text: { 'order.sw.yaml': /* @__PURE__ */ order(', «input»: { «currency»: EUR, amount: 3 }'), 'pay.sw.yaml': charge } },
    {
      text: { 'order.sw.yaml': /* @__PURE__ */ order(", input: { orderId: «1», amount: '${ .amount }' }"), 'pay.sw.yaml': charge },
      fixed: { 'order.sw.yaml': /* @__PURE__ */ order(", input: { orderId: '1', amount: '${ .amount }' }") },
    },
  ],
};
