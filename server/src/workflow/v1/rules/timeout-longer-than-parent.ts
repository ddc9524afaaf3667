import type { RuleDocs } from '../../../rules/rule.ts';
import type { Node } from '../../../syntax/node.ts';
import { stringOf, valueOf } from '../../../syntax/node.ts';
import { describeDuration, type Duration, millisecondsOf } from '../../../time/duration.ts';
import { durationOf } from '../../describe.ts';
import { gatherer } from '../../gather.ts';
import type { TaskSyntax, WorkflowModel } from '../../model.ts';
import type { WorkflowRule } from '../../rules/rule.ts';
import { tasksInside } from '../task.ts';

/** A timeout as it is written, and those of the tasks inside, as far down as the next one. */
interface Limit {
  readonly own: Node;
  readonly inside: readonly Node[];
}

const deepest = 50;

function limitsInside(task: TaskSyntax, depth = 0): Node[] {
  if (depth > deepest) return [];
  return tasksInside(task).flatMap((inner) => {
    const limit = valueOf(inner.body, 'timeout');
    return limit ? [limit] : limitsInside(inner, depth + 1);
  });
}

const limits = gatherer<Limit>(({ syntax }) => {
  const own = valueOf(syntax.body, 'timeout');
  return own ? [{ own, inside: limitsInside(syntax) }] : [];
});

/** A timeout is written out, or is the name of one. */
function durationAt(limit: Node, { symbols }: WorkflowModel): Duration | undefined {
  const name = stringOf(limit);
  return durationOf(valueOf(name === undefined ? limit : symbols.get('timeout', name)?.node, 'after'));
}

export const timeoutLongerThanParent: WorkflowRule = {
  code: 'time/timeout-longer-than-parent',
  level: 'hint',
  dialects: ['v1'],
  *check(model) {
    const all = limits(model);
    const root = valueOf(model.root, 'timeout');
    if (all.length === 0) return;
    const nested: Limit[] = root ? [{ own: root, inside: all.map(({ own }) => own) }, ...all] : [...all];
    const said = new Set<Node>();
    for (const { own, inside } of nested) {
      const around = inside.length > 0 ? durationAt(own, model) : undefined;
      if (!around) continue;
      for (const limit of inside) {
        const inner = durationAt(limit, model);
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
  ],
};
