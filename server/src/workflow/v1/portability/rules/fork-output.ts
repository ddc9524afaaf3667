import type { RuleDocs } from '../../../../rules/rule.ts';
import { pairOf, valueOf } from '../../../../syntax/node.ts';
import { at } from '../../../describe.ts';
import type { TaskSyntax } from '../../../model.ts';
import { goesOn } from '../../followed.ts';
import { makesUseOf, readingInput } from '../../input-reads.ts';
import { isRace } from '../../summary.ts';
import { tasksInside } from '../../task.ts';
import { portabilityRule } from '../construct.ts';
import { textsIn } from '../places.ts';
import { forkOutput as construct } from '../readings.ts';

/** A task makes something of its input, by itself or as the first one of those it holds. */
function isReading(task: TaskSyntax): boolean {
  if (readingInput(task).some(({ text }) => makesUseOf('$input', text))) return true;
  const [first] = at(task.body, 'input.from') ? [] : (['do', 'try'] as const).flatMap((role) => tasksInside(task, role));
  return first !== undefined && isReading(first);
}

/** Somebody reads what the fork puts out: it does so itself, or the task that goes on with it. */
function isRead(fork: TaskSyntax, next: TaskSyntax | undefined): boolean {
  const shaped = at(fork.body, 'output.as');
  const own = textsIn(shaped ?? at(fork.body, 'export.as'));
  if (own.some(({ text }) => makesUseOf('$output', text))) return true;
  return !shaped && next !== undefined && goesOn(fork, next) && isReading(next);
}

/** Of a race there is one output, and it is taken as it is everywhere. */
export const forkOutput = portabilityRule(construct, {
  followed(task, next) {
    const pair = task.kind === 'fork' ? pairOf(task.body, 'fork') : undefined;
    if (!pair || isRace(valueOf(task.body, 'fork'))) return [];
    return [isRead(task, next) ? { at: pair.key } : { at: pair.key, severity: 'information' }];
  },
});

export const docs: RuleDocs = {
  rule: forkOutput,
  construct,
  target: 'quarkus-flow',
  clause: 'dsl-reference: Fork',
  why: 'What a fork leaves behind has another form on each runtime, so that the task behind it reads something else there.',
  good: [
    `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0, metadata: { heddle: { target: go-sdk } } }
do:
  - prepare:
      fork: { branches: [ { pack: { set: { a: 1 } } }, { bill: { set: { b: 1 } } } ] }
`,
  ],
  bad: [
    {
      text: `
do:
  - prepare:
      «fork»: { branches: [ { pack: { set: { a: 1 } } }, { bill: { set: { b: 1 } } } ] }
  - ship: { set: { bill: '\${ .[1].b }' } }
`,
    },
  ],
};
