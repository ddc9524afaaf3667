import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import { replaceText } from '../../../syntax/edit.ts';
import { type MapNode, type ScalarNode, valueOf } from '../../../syntax/node.ts';
import { describeDuration, millisecondsOf } from '../../../time/duration.ts';
import { durationOf } from '../../describe.ts';
import { factRule } from '../../rules/rule.ts';

/** A stretch of time whose beginning lies behind its end. */
function reversed(range: MapNode): RuleReport[] {
  const [from, to] = [valueOf(range, 'from'), valueOf(range, 'to')];
  const [least, most] = [durationOf(from), durationOf(to)];
  if (!from || !least || !most || millisecondsOf(least) <= millisecondsOf(most)) return [];
  return [
    {
      at: from,
      message: `"from" (${describeDuration(least)}) is longer than "to" (${describeDuration(most)}). Swap them.`,
      fixes: (tree) =>
        from.kind === 'scalar' && to?.kind === 'scalar'
          ? [{ title: 'Swap "from" and "to"', edits: swapped(from, to).map(([at, text]) => replaceText(tree, at, text)), preferred: true }]
          : [],
    },
  ];
}

const swapped = (one: ScalarNode, other: ScalarNode): readonly (readonly [ScalarNode, string])[] => [
  [one, other.text],
  [other, one.text],
];

export const reversedRange = factRule({
  code: 'time/reversed-range',
  level: 'error',
  dialects: ['v1'],
  says: 'durationRanges',
  check: ({ durationRanges }) => durationRanges.flatMap(reversed),
});

export const docs: RuleDocs = {
  rule: reversedRange,
  clause: 'dsl-reference: Jitter',
  why: 'Between five seconds and one there is no time to choose from.',
  good: [
    `
use: { retries: { r: { delay: PT1S, jitter: { from: PT0S, to: { seconds: 1 } } } } }
do:
  - a: { try: [ { b: { wait: PT1S } } ], catch: { retry: r } }
`,
  ],
  bad: [
    {
      text: `
use: { retries: { r: { delay: PT1S, jitter: { from: «PT5S», to: PT1S } } } }
do:
  - a: { try: [ { b: { wait: PT1S } } ], catch: { retry: r } }
`,
      fixed: `
use: { retries: { r: { delay: PT1S, jitter: { from: PT1S, to: PT5S } } } }
do:
  - a: { try: [ { b: { wait: PT1S } } ], catch: { retry: r } }
`,
    },
    {
      text: `
do:
  - a:
      try: [ { b: { wait: PT1S } } ]
      catch: { retry: { delay: PT1S, jitter: { from: «{ minutes: 2 }», to: PT90S } } }
`,
    },
  ],
};
