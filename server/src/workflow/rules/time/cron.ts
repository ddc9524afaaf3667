import type { RuleDocs } from '../../../rules/rule.ts';
import { sliceOf } from '../../../syntax/node.ts';
import { parseCron } from '../../../time/cron.ts';
import { changeTo } from '../rule.ts';
import { timeRule } from './times.ts';

export const cron = timeRule({
  code: 'time/cron',
  level: 'error',
  dialects: ['v1'],
  kind: 'cron',
  check: (node) =>
    parseCron(node.text).flaws.map((flaw) => {
      const { start, end, instead } = flaw;
      const at = sliceOf(node, start, end);
      return { at, message: flaw.message, ...(instead ? { fixes: (tree) => [changeTo(tree, at, instead)] } : {}) };
    }),
});

export const docs: RuleDocs = {
  rule: cron,
  clause: 'dsl-reference: Schedule',
  why: 'A workflow whose cron expression cannot be read never starts.',
  good: [
    `
schedule: { cron: 0 9 * * MON-FRI }
do:
  - a: { set: { x: 1 } }
`,
    `
schedule: { cron: '@daily' }
do:
  - a: { set: { x: 1 } }
`,
  ],
  bad: [
    {
      text: `
schedule: { cron: '«61» 9 * * *' }
do:
  - a: { set: { x: 1 } }
`,
    },
    {
      text: `
schedule: { cron: «0 9 * *» }
do:
  - a: { set: { x: 1 } }
`,
    },
  ],
};
