import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import type { NodeRange } from '../../../syntax/node.ts';
import { type TargetId, targetIds, targets } from '../../../targets.ts';
import { markedTarget } from '../../target.ts';
import type { Facts } from '../../model.ts';
import { taskRule } from '../../rules/rule.ts';

const said = (at: NodeRange, word: string, id: TargetId, rest: string): RuleReport => ({
  at,
  message: `"${word}" is a word of ${targets[id].name}, ${rest} What it adds is not checked here.`,
  about: { names: [...(targets[id].words ?? []), ...(targets[id].calls ?? [])] },
});

/** Calls that only one runtime knows. */
const foreignCalls = ({ references }: Facts): readonly RuleReport[] =>
  references.flatMap(({ kind, name, at }) => {
    const id = kind === 'function' ? targetIds.find((each) => targets[each].calls?.includes(name)) : undefined;
    return id ? [said(at, name, id, 'and others do not know such a call.')] : [];
  });

export const otherRuntime = taskRule({
  code: 'document/other-runtime',
  level: 'information',
  dialects: ['v1'],
  says: 'references',
  check: ({ facts }) => foreignCalls(facts),
  *whole(inTasks, model) {
    const marked = markedTarget(model.root);
    if (marked) yield said(marked.mark, marked.mark.text, marked.id, 'which has a form of DSL 1.0 of its own.');
    // Once is enough.
    yield* [...foreignCalls(model.facts), ...inTasks].slice(0, 1);
  },
});

export const docs: RuleDocs = {
  rule: otherRuntime,
  clause: 'dsl-reference: Document',
  why: 'A file that is written for one runtime is right there, and refused by all others.',
  good: [
    `
do:
  - a: { set: { x: 1 } }
`,
  ],
  bad: [
    {
      text: `
document: { dsl: 1.0.0, «taskQueue»: shop, workflowType: order, version: 1.0.0 }
do:
  - pay: { call: activity, with: { name: pay } }
  - pause: { wait: { until: '2026-12-01T09:00:00Z' } }
`,
    },
    {
      text: `
do:
  - resize: { call: «serverless_job», with: { id: resize } }
  - mail: { call: serverless_function, with: { id: mail } }
`,
    },
  ],
};
