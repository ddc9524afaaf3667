import type { RuleDocs } from '../../../rules/rule.ts';
import { parseCron } from '../../../time/cron.ts';
import { timeRule } from './times.ts';

export const cronFields = timeRule({
  code: 'time/cron-fields',
  level: 'hint',
  dialects: ['v1'],
  kind: 'cron',
  check(text) {
    const { second, year } = parseCron(text).cron ?? {};
    if (!second) return [];
    const words = text.trim().split(/\s+/);
    const also = year ? ', the last years' : '';
    const message = `The first of ${year ? 'seven' : 'six'} parts counts seconds${also}, which not every runtime reads. Write five parts, as in ${words.slice(1, 6).join(' ')}.`;
    // Nothing is lost where the seconds are 0 and the year is any.
    const isPlain = second.text === '0' && (!year || year.text === '*');
    return { message, replacement: isPlain ? words.slice(1, 6).join(' ') : undefined };
  },
});

export const docs: RuleDocs = {
  rule: cronFields,
  clause: 'dsl-reference: Schedule',
  why: 'The specification leaves the form to cron, whose expressions have five fields; a sixth for seconds is read by some runtimes only.',
  good: [
    `
schedule: { cron: 0 9 * * MON-FRI }
do:
  - a: { set: { x: 1 } }
`,
  ],
  bad: [
    {
      text: `
schedule: { cron: «0 0 9 * * MON-FRI» }
do:
  - a: { set: { x: 1 } }
`,
      fixed: `
schedule: { cron: 0 9 * * MON-FRI }
do:
  - a: { set: { x: 1 } }
`,
    },
    {
      text: `
schedule: { cron: «'*/10 * * * * *'» }
do:
  - a: { set: { x: 1 } }
`,
    },
  ],
};
