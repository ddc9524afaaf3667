import type { RuleDocs } from '../../../rules/rule.ts';
import type { Node } from '../../../syntax/node.ts';
import { valueOf } from '../../../syntax/node.ts';
import { describeDuration, millisecondsOf } from '../../../time/duration.ts';
import type { WorkflowRule } from '../../rules/rule.ts';
import { type Limit, nestedTimeouts, timeoutLength } from '../timeouts.ts';

export const timeoutLongerThanParent: WorkflowRule = {
  code: 'time/timeout-longer-than-parent',
  level: 'hint',
  dialects: ['v1'],
  *check(model) {
    const all = nestedTimeouts(model);
    const root = valueOf(model.root, 'timeout');
    if (all.length === 0) return;
    const nested: Limit[] = root ? [{ own: root, inside: all.map(({ own }) => own) }, ...all] : [...all];
    const said = new Set<Node>();
    for (const { own, inside } of nested) {
      const around = inside.length > 0 ? timeoutLength(own, model) : undefined;
      if (!around) continue;
      for (const limit of inside) {
        const inner = timeoutLength(limit, model);
        if (!inner || said.has(limit) || millisecondsOf(inner) <= millisecondsOf(around)) continue;
        said.add(limit);
        yield {
          at: limit,
          message: `After ${describeDuration(around)} the timeout around this ends it, so its own of ${describeDuration(inner)} never comes. Shorten it.`,
          related: [{ at: own, message: 'The timeout around.' }],
        };
      }
    }
  },
};

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
