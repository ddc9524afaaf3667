import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import { type Node, valueOf } from '../../../syntax/node.ts';
import { millisecondsOf } from '../../../time/duration.ts';
import { at, durationOf } from '../../describe.ts';
import { taskRule } from '../../rules/rule.ts';

/** What the clock starts a workflow by, and what it says of none. */
const paces = [
  ['every', 'This starts the workflow again without any pause. Say how long to wait.'],
  ['after', 'This starts the workflow again as soon as it ends. Say how long to wait.'],
] as const;

const isZero = (node: Node): boolean => {
  const duration = durationOf(node);
  return duration !== undefined && millisecondsOf(duration) === 0;
};

const read = (node: Node | undefined, message: string, severity?: 'warning'): readonly RuleReport[] =>
  node && isZero(node) ? [{ at: node, message, severity }] : [];

export const zeroWait = taskRule({
  code: 'time/zero-wait',
  level: 'hint',
  dialects: ['v1'],
  kinds: ['wait'],
  check: ({ body }) => read(valueOf(body, 'wait'), 'This waits for no time at all. Remove it, or say how long.'),
  whole: (inTasks, { root }) => [...paces.flatMap(([key, message]) => read(at(root, `schedule.${key}`), message, 'warning')), ...inTasks],
});

export const docs: RuleDocs = {
  rule: zeroWait,
  clause: 'dsl-reference: Wait, Schedule',
  why: 'A wait of no time does nothing, and a schedule of none never lets a runtime rest; mostly the amount is still to be filled in.',
  good: ['do:\n  - a: { wait: PT1S }\n  - b: { wait: { minutes: 1, seconds: 0 } }\n'],
  bad: [
    { text: 'do:\n  - a: { wait: «PT0S» }\n  - b: { wait: «{ seconds: 0 }» }\n' },
    { text: 'schedule: { every: «PT0S» }\ndo:\n  - a: { set: { x: 1 } }\n' },
    { text: 'schedule: { after: «{ seconds: 0 }» }\ndo:\n  - a: { set: { x: 1 } }\n' },
  ],
};
