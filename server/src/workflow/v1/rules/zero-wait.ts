import type { RuleDocs } from '../../../rules/rule.ts';
import { valueOf } from '../../../syntax/node.ts';
import { millisecondsOf } from '../../../time/duration.ts';
import { durationOf } from '../../describe.ts';
import { taskRule } from '../../rules/rule.ts';

export const zeroWait = taskRule({
  code: 'time/zero-wait',
  level: 'hint',
  dialects: ['v1'],
  kinds: ['wait'],
  check({ body }) {
    const wait = valueOf(body, 'wait');
    const duration = durationOf(wait);
    const isZero = wait && duration && millisecondsOf(duration) === 0;
    return isZero ? [{ at: wait, message: 'This waits for no time at all. Remove it, or say how long.' }] : [];
  },
});

export const docs: RuleDocs = {
  rule: zeroWait,
  clause: 'dsl-reference: Wait',
  why: 'A wait of no time does nothing; mostly the amount is still to be filled in.',
  good: ['do:\n  - a: { wait: PT1S }\n  - b: { wait: { minutes: 1, seconds: 0 } }\n'],
  bad: [{ text: 'do:\n  - a: { wait: «PT0S» }\n  - b: { wait: «{ seconds: 0 }» }\n' }],
};
