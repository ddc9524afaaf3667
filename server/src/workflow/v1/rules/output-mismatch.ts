import type { RuleDocs } from '../../../rules/rule.ts';
import { pairOf } from '../../../syntax/node.ts';
import { followedRule } from '../followed.ts';
import { inputSchemaIn } from '../../parameters.ts';
import { outputReports, promiseReports } from './output-reports.ts';

/** What a task hands on, by the schema of its own output, and by that of the next one's input where nothing comes between. */
export const outputMismatch = followedRule({
  code: 'data/output-mismatch',
  level: 'warning',
  dialects: ['v1'],
  check(task, next) {
    if (!task.body || task.kind === 'switch' || task.kind === 'raise') return [];
    const promised = inputSchemaIn(pairOf(task.body, 'output')?.value);
    const own = promised ? promiseReports(task, promised) : [];
    const taken = inputSchemaIn(pairOf(next?.body, 'input')?.value);
    if (!next || !taken) return own;
    const isStraight =
      !['then', 'if'].some((key) => pairOf(task.body, key)) &&
      !pairOf(next.body, 'if') &&
      !pairOf(pairOf(next.body, 'input')?.value, 'from');
    return isStraight ? [...own, ...outputReports(task, next, taken)] : own;
  },
});

const pay = (set: string): string => `
do:
  - order:
      set: ${set}
  - pay:
      input:
        schema:
          document: { type: object, properties: { amount: { type: number } }, required: [ amount ] }
      call: http
      with: { method: post, endpoint: https://example.com }
`;

export const docs: RuleDocs = {
  rule: outputMismatch,
  clause: 'dsl-reference: Input, Output',
  why: 'A task is given what the one before it hands on, and fails where its schema does not take that; so does one whose output is not what it says itself.',
  good: [/* @__PURE__ */ pay('{ amount: 3 }'), /* @__PURE__ */ pay("{ amount: '${ .amount }' }")],
  bad: [
    { text: /* @__PURE__ */ pay("{ amount: «'3'» }"), fixed: /* @__PURE__ */ pay('{ amount: 3 }') },
    {
      text: `
do:
  - order:
      call: http
      with: { method: get, endpoint: https://example.com }
      output:
        as: { amount: «true» }
        schema:
          document: { type: object, properties: { amount: { type: number } }, required: [ amount ] }
`,
    },
    {
      text: `
do:
  - order:
      call: http
      with: { method: get, endpoint: https://example.com }
      output:
        schema:
          document: { type: object, properties: { amount: { type: string } }, required: [ amount ] }
  - pay:
      input:
        schema:
          document: { type: object, properties: { «amount»: { type: number } }, required: [ amount ] }
      call: http
      with: { method: post, endpoint: https://example.com }
`,
    },
  ],
};
