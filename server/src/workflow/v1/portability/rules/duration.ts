import type { Fix } from '../../../../rules/finding.ts';
import type { RuleDocs } from '../../../../rules/rule.ts';
import { replaceText, replaceValue } from '../../../../syntax/edit.ts';
import type { ScalarNode, Tree } from '../../../../syntax/node.ts';
import { type Duration, durationUnits, formatDuration, parseDuration } from '../../../../time/duration.ts';
import { portabilityRule } from '../construct.ts';
import { duration as construct } from '../readings.ts';

export const portableDuration = portabilityRule(construct, {
  says: 'times',
  stretch: ({ times }, { without }) =>
    times.flatMap(({ kind, at }) => {
      const written = kind === 'duration' ? parseDuration(at.text) : undefined;
      if (!written || (without === 'long units' && !written.years && !written.months && !written.weeks)) return [];
      const same = inShortUnits(written);
      return [{ at, fixes: (tree) => (same ? [without === 'texts' ? asUnits(tree, at, same) : asText(tree, at, same)] : []) }];
    }),
});

/** Weeks in days, parts of a second in thousandths; undefined where that is not sure: a year has no one length, nor have parts of other units. */
function inShortUnits({ years, months, weeks = 0, days = 0, seconds = 0, ...rest }: Duration): Duration | undefined {
  const milliseconds = Number(((seconds % 1) * 1000).toFixed(3));
  const all = { days: days + weeks * 7, hours: rest.hours ?? 0, minutes: rest.minutes ?? 0, seconds: Math.floor(seconds), milliseconds };
  return years || months || !Object.values(all).every(Number.isInteger) ? undefined : all;
}

/** The units of which there are any; of no time at all, the seconds. */
function unitsOf(duration: Duration): Readonly<Record<string, number>> {
  const told = durationUnits.filter((unit) => duration[unit]);
  return Object.fromEntries((told.length > 0 ? told : (['seconds'] as const)).map((unit) => [unit, duration[unit] ?? 0]));
}

const asUnits = (tree: Tree, at: ScalarNode, duration: Duration): Fix => ({
  title: 'Write its units',
  edits: [replaceValue(tree, at, unitsOf(duration))],
  preferred: true,
});

function asText(tree: Tree, at: ScalarNode, duration: Duration): Fix {
  const text = formatDuration(unitsOf(duration));
  return { title: `Change to "${text}"`, edits: [replaceText(tree, at, text)], preferred: true };
}

export const docs: RuleDocs = {
  rule: portableDuration,
  construct,
  target: 'quarkus-flow',
  clause: 'dsl-reference: Duration',
  why: 'How long a month is, nobody says; and where a duration cannot be read, the workflow does not start.',
  good: [
    `
do:
  - rest: { wait: P14DT12H }
`,
  ],
  bad: [
    {
      text: `
do:
  - rest: { wait: «P2W» }
  - sleep: { wait: «P1M» }
`,
      fixed: `
do:
  - rest: { wait: P14D }
  - sleep: { wait: P1M }
`,
    },
    {
      text: `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0, metadata: { heddle: { target: zigflow } } }
do:
  - rest: { wait: «PT1M30.5S» }
`,
      fixed: `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0, metadata: { heddle: { target: zigflow } } }
do:
  - rest: { wait: { minutes: 1, seconds: 30, milliseconds: 500 } }
`,
    },
  ],
};
