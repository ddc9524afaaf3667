import type { RuleDocs } from '../../../rules/rule.ts';
import { valueOf } from '../../../syntax/node.ts';
import { describeDuration } from '../../../time/duration.ts';
import { gatherRule } from '../../rules/rule.ts';
import { nestedTimeouts, overruns, timeoutLength } from '../timeouts.ts';

export const timeoutLongerThanParent = gatherRule({
  code: 'time/timeout-longer-than-parent',
  level: 'hint',
  dialects: ['v1'],
  find: nestedTimeouts,
  *whole(all, model) {
    const root = valueOf(model.root, 'timeout');
    const limits = root ? [{ own: root, inside: all.map(({ own }) => own) }, ...all] : all;
    for (const { at, length, limit, own } of overruns(limits, model, (inner) => timeoutLength(inner, model)))
      yield {
        at,
        message: `After ${describeDuration(limit)} the timeout around this ends it, so its own of ${describeDuration(length)} never comes. Shorten it.`,
        related: [{ at: own, message: 'The timeout around.' }],
      };
  },
});

export const docs: RuleDocs = {
  rule: timeoutLongerThanParent,
  clause: 'dsl-reference: Timeout',
  why: 'A timeout inside a shorter one is never reached.',
  good: [
    `
timeout: { after: PT1H }
do:
  - a: { timeout: { after: PT30M }, do: [ { b: { timeout: { after: PT5M }, listen: { to: { any: [] } } } } ] }
`,
  ],
  bad: [
    {
      text: `
use: { timeouts: { long: { after: P1D } } }
timeout: { after: PT1H }
do:
  - a: { timeout: { after: PT5M }, do: [ { b: { timeout: «{ after: { minutes: 10 } }», listen: { to: { any: [] } } } } ] }
  - c: { timeout: «long», listen: { to: { any: [] } } }
`,
    },
    {
      text: `
timeout: { after: PT1H }
do:
  - a: { timeout: «{ after: PT3H }», do: [ { b: { wait: PT2H } } ] }
`,
    },
  ],
};
