import type { RuleDocs } from '../../../rules/rule.ts';
import { pairOf, valueOf } from '../../../syntax/node.ts';
import type { WorkflowRule } from '../rule.ts';
import { quoted } from '../rule.ts';

const ways = ['every', 'cron', 'after', 'on'];

export const scheduleConflict: WorkflowRule = {
  code: 'time/schedule-conflict',
  level: 'warning',
  dialects: ['v1'],
  *check(model) {
    const schedule = valueOf(model.root, 'schedule');
    const written = schedule?.kind === 'map' ? schedule.pairs.filter((pair) => ways.includes(pair.key.text)) : [];
    const names = [...new Set(written.map((pair) => pair.key.text))];
    if (names.length < 2) return;
    yield {
      at: pairOf(schedule, names[1]!)!.key,
      message: `A workflow has one schedule, and here are ${names.length}: ${quoted(names)}. Keep one.`,
      related: [{ at: written[0]!.key, message: 'The first one.' }],
    };
  },
};

export const docs: RuleDocs = {
  rule: scheduleConflict,
  clause: 'dsl-reference: Schedule',
  why: 'A workflow is started in one way; which of two a runtime obeys is left open.',
  good: [
    `
schedule: { every: PT1H }
do:
  - a: { set: { x: 1 } }
`,
  ],
  bad: [
    {
      text: `
schedule: { every: PT1H, «cron»: 0 9 * * * }
do:
  - a: { set: { x: 1 } }
`,
    },
  ],
};
