import type { RuleDocs } from '../../../rules/rule.ts';
import { replaceValue } from '../../../syntax/edit.ts';
import { checkDuration } from '../../../time/check-duration.ts';
import { writeFlow } from '../../../syntax/write.ts';
import { unknownComponent } from './unknown.ts';

export const unknownTimeout = unknownComponent({
  code: 'reference/unknown-timeout',
  kind: 'timeout',
  advice: (name, at) => {
    const violation = checkDuration(name);
    const duration = violation ? violation.replacement : name;
    if (duration === undefined) return undefined;
    // Double quotes are what a text of JSON has; in YAML its form is right as well.
    const json = 'style' in at && at.style === 'double';
    const how = json ? writeFlow({ after: duration }, { format: 'json' }) : `after: ${duration} below it`;
    return {
      message: `"timeout" takes a name of "use.timeouts" here. For a duration, write ${how}.`,
      fix: (tree) => ({
        title: json ? `Change to ${how}` : `Write after: ${duration}`,
        preferred: true,
        edits: [replaceValue(tree, at, { after: duration })],
      }),
    };
  },
});

export const docs: RuleDocs = {
  rule: unknownTimeout,
  clause: 'dsl-reference: Timeout, Use',
  why: 'A timeout that is text names one of "use.timeouts"; without it the task has no limit.',
  good: [
    `
use:
  timeouts:
    short: { after: PT30S }
timeout: short
do:
  - pay: { set: { paid: true }, timeout: short }
  - ship: { set: { shipped: true }, timeout: { after: PT10S } }
`,
  ],
  bad: [
    {
      text: `
do:
  - pay: { set: { paid: true }, timeout: «short» }
`,
      fixed: `
use:
  timeouts:
    short:
      after: PT30S
do:
  - pay: { set: { paid: true }, timeout: short }
`,
    },
    {
      text: `
do:
  - pay: { set: { paid: true }, timeout: «PT30S» }
`,
      fixed: `
do:
  - pay: { set: { paid: true }, timeout: { after: PT30S } }
`,
    },
  ],
};
