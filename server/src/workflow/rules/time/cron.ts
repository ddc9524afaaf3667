import type { Place, ScalarNode } from '../../../syntax/node.ts';
import type { CronFlaw } from '../../../time/cron.ts';
import { parseCron } from '../../../time/cron.ts';
import type { WorkflowRule } from '../rule.ts';
import { changeTo, workflow } from '../rule.ts';
import { timings } from './times.ts';

export const cron: WorkflowRule = {
  code: 'time/cron',
  level: 'error',
  clause: 'dsl-reference: Schedule',
  why: 'A workflow whose cron expression cannot be read never starts.',
  good: [
    workflow(`
schedule: { cron: 0 9 * * MON-FRI }
do:
  - a: { set: { x: 1 } }
`),
    workflow(`
schedule: { cron: '@daily' }
do:
  - a: { set: { x: 1 } }
`),
  ],
  bad: [
    workflow(`
schedule: { cron: '«61» 9 * * *' }
do:
  - a: { set: { x: 1 } }
`),
    workflow(`
schedule: { cron: «0 9 * *» }
do:
  - a: { set: { x: 1 } }
`),
  ],
  check: timings('cron', (node) =>
    parseCron(node.text).flaws.map((flaw) => {
      const at = slice(node, flaw);
      const { instead } = flaw;
      return { at, message: flaw.message, ...(instead ? { fixes: (tree) => [changeTo(tree, at, instead)] } : {}) };
    }),
  ),
};

/** The part of a scalar's text; the whole where the text is written with escapes or over several lines. */
function slice(node: ScalarNode, { start, end }: CronFlaw): Place {
  const quote = node.style === 'plain' ? 0 : 1;
  const all = start === 0 && end === node.text.length;
  if (all || node.end - node.start !== node.text.length + 2 * quote) return node;
  return { item: node.item, start: node.start + quote + start, end: node.start + quote + end };
}
