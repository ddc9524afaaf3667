import type { RuleDocs } from '../../../rules/rule.ts';
import { valueOf } from '../../../syntax/node.ts';
import type { WorkflowRule } from '../../rules/rule.ts';
import { quoted } from '../../rules/rule.ts';

/** What starts a workflow. The clock may do so by `every` and `cron` at once: the specification does not say that they exclude each other. */
const starters: ReadonlyMap<string, string> = new Map([
  ['every', 'clock'],
  ['cron', 'clock'],
  ['after', 'end of the last run'],
  ['on', 'event'],
]);

export const scheduleConflict: WorkflowRule = {
  code: 'time/schedule-conflict',
  level: 'warning',
  dialects: ['v1'],
  *check(model) {
    const schedule = valueOf(model.root, 'schedule');
    const written = schedule?.kind === 'map' ? schedule.pairs.filter(({ key }) => starters.has(key.text)) : [];
    const [first] = written;
    const other = written.find(({ key }) => starters.get(key.text) !== starters.get(first!.key.text));
    if (!first || !other) return;
    const names = [...new Set(written.map(({ key }) => key.text))];
    yield {
      at: other.key,
      message: `A workflow has one schedule, and here are ${names.length}: ${quoted(names)}. Keep one.`,
      related: [{ at: first.key, message: 'The first one.' }],
    };
  },
};

export const docs: RuleDocs = {
  rule: scheduleConflict,
  clause: 'dsl-reference: Schedule',
  why: 'A workflow is started by the clock, after its last run or by events; which of two a runtime obeys is left open.',
  good: [
    `
schedule: { every: PT1H }
do:
  - a: { set: { x: 1 } }
`,
    `
schedule: { every: PT1H, cron: 0 9 * * * }
do:
  - a: { set: { x: 1 } }
`,
  ],
  bad: [
    {
      text: `
schedule: { every: PT1H, «after»: PT5M }
do:
  - a: { set: { x: 1 } }
`,
    },
  ],
};
