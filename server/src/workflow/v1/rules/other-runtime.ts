import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import type { NodeRange } from '../../../syntax/node.ts';
import { type TargetId, targetIds, targets } from '../../../targets.ts';
import { markedTarget } from '../../target.ts';
import { factRule, type WorkflowRule } from '../../rules/rule.ts';

const code = 'document/other-runtime';

const said = (at: NodeRange, word: string, id: TargetId, rest: string): RuleReport => ({
  at,
  message: `"${word}" is a word of ${targets[id].name}, ${rest} What it adds is not checked here.`,
  about: { names: [...(targets[id].words ?? []), ...(targets[id].calls ?? [])] },
});

/** Calls that only one runtime knows. */
const calls = factRule({
  code,
  level: 'information',
  check: ({ references }) =>
    references.flatMap(({ kind, name, at }) => {
      const id = kind === 'function' ? targetIds.find((each) => targets[each].calls?.includes(name)) : undefined;
      return id ? [said(at, name, id, 'and others do not know such a call.')] : [];
    }),
});

export const otherRuntime: WorkflowRule = {
  code,
  level: 'information',
  dialects: ['v1'],
  *check(model) {
    const marked = markedTarget(model.root);
    if (marked) yield said(marked.mark, marked.mark.text, marked.id, 'which has a form of DSL 1.0 of its own.');
    // Once is enough.
    const [first] = calls.check(model);
    if (first) yield first;
  },
};

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
