import type { RuleDocs } from '../../../rules/rule.ts';
import { valueOf } from '../../../syntax/node.ts';
import { describeDuration } from '../../../time/duration.ts';
import { durationOf } from '../../describe.ts';
import { gatherRule } from '../../rules/rule.ts';
import { overruns, waitsIn } from '../timeouts.ts';

export const waitLongerThanTimeout = gatherRule({
  code: 'time/wait-longer-than-timeout',
  level: 'warning',
  dialects: ['v1'],
  find: waitsIn,
  *whole(all, model) {
    const root = valueOf(model.root, 'timeout');
    const timed = all.flatMap((each) => each.timed);
    // Only the nearest timeout counts: of one inside a shorter one `time/timeout-longer-than-parent` tells.
    const others = new Set([...timed.flatMap(({ inside }) => inside), ...all.flatMap(({ racing }) => racing)]);
    const left = all.flatMap((each) => each.own).filter((each) => !others.has(each));
    const limits = root ? [...timed, { own: root, inside: left }] : timed;
    for (const { at, length, limit, own } of overruns(limits, model, durationOf))
      yield {
        at,
        message: `This waits for ${describeDuration(length)}, but a timeout ends it after ${describeDuration(limit)}. Wait less long, or give it more time.`,
        related: [{ at: own, message: 'The timeout.' }],
      };
  },
});

export const docs: RuleDocs = {
  rule: waitLongerThanTimeout,
  clause: 'dsl-reference: Wait, Timeout',
  why: 'A wait that is longer than the time it has never comes to its end: the timeout fails it, each time.',
  good: [
    `
timeout: { after: PT1H }
do:
  - a: { wait: PT30M, timeout: { after: PT30M } }
`,
    `
do:
  - a: { timeout: { after: PT5M }, do: [ { b: { wait: { minutes: 1 } } } ] }
  - c: { wait: P1D }
`,
    `
timeout: { after: PT1M }
do:
  - first:
      timeout: { after: PT30S }
      fork: { compete: true, branches: [ { ask: { wait: PT1S } }, { later: { wait: PT5M } } ] }
  - again:
      fork: { compete: true, branches: [ { ask: { wait: PT1S } }, { later: { wait: PT5M } } ] }
`,
  ],
  bad: [
    {
      text: `
use: { timeouts: { short: { after: PT30S } } }
timeout: { after: PT1H }
do:
  - a: { wait: «PT5M», timeout: { after: PT1M } }
  - b: { timeout: short, do: [ { c: { wait: «{ minutes: 1 }» } } ] }
  - d: { wait: «PT2H» }
`,
    },
  ],
};
