import type { RuleDocs } from '../../../rules/rule.ts';
import { replaceValue } from '../../../syntax/edit.ts';
import { checkDuration } from '../../../time/check-duration.ts';
import { unknownComponent } from './unknown.ts';

export const unknownTimeout = unknownComponent({
  code: 'reference/unknown-timeout',
  kind: 'timeout',
  advice: (name) => {
    const violation = checkDuration(name);
    const duration = violation ? violation.replacement : name;
    if (duration === undefined) return undefined;
    return {
      message: `"timeout" takes a name of "use.timeouts" here. For a duration, write after: ${duration} below it.`,
      fix: (tree, at) => ({ title: `Write after: ${duration}`, preferred: true, edits: [replaceValue(tree, at, { after: duration })] }),
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
  - ship: { set: { shipped: true }, timeout: { after: PT1H } }
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
