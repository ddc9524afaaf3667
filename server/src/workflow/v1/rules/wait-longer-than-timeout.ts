import type { RuleDocs } from '../../../rules/rule.ts';
import { valueOf } from '../../../syntax/node.ts';
import { describeDuration } from '../../../time/duration.ts';
import { durationOf } from '../../describe.ts';
import type { WorkflowRule } from '../../rules/rule.ts';
import { overruns, racingWaits, timedWaits, waits } from '../timeouts.ts';

export const waitLongerThanTimeout: WorkflowRule = {
  code: 'time/wait-longer-than-timeout',
  level: 'warning',
  dialects: ['v1'],
  *check(model) {
    const root = valueOf(model.root, 'timeout');
    const timed = timedWaits(model);
    // Only the nearest timeout counts: of one inside a shorter one `time/timeout-longer-than-parent` tells.
    const others = new Set([...timed.flatMap(({ inside }) => inside), ...(root ? racingWaits(model) : [])]);
    const all = root ? [...timed, { own: root, inside: waits(model).filter((each) => !others.has(each)) }] : timed;
    for (const { at, length, limit, own } of overruns(all, model, durationOf))
      yield {
        at,
        message: `This waits for ${describeDuration(length)}, but a timeout ends it after ${describeDuration(limit)}. Wait less long, or give it more time.`,
        related: [{ at: own, message: 'The timeout.' }],
      };
  },
};

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
