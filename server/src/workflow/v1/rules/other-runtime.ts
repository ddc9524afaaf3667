import type { RuleDocs } from '../../../rules/rule.ts';
import { valueOf } from '../../../syntax/node.ts';
import type { WorkflowRule } from '../../rules/rule.ts';

/** A runtime whose files look like DSL 1.0 and are not. */
interface Runtime {
  readonly name: string;
  /** Keys of `document` that only its files have. */
  readonly marks: readonly string[];
  /** What it adds, and what it does without: nothing is said of these. */
  readonly words: readonly string[];
}

const runtimes: readonly Runtime[] = [
  {
    name: 'Zigflow',
    marks: ['taskQueue', 'workflowType'],
    words: ['taskQueue', 'workflowType', 'activity', 'until'],
  },
];

export const otherRuntime: WorkflowRule = {
  code: 'document/other-runtime',
  level: 'information',
  dialects: ['v1'],
  *check(model) {
    const document = valueOf(model.root, 'document');
    const keys = document?.kind === 'map' ? document.pairs.map(({ key }) => key) : [];
    for (const { name, marks, words } of runtimes) {
      const mark = keys.find(({ text }) => marks.includes(text));
      if (!mark) continue;
      const message = `"${mark.text}" is a word of ${name}, which has a form of DSL 1.0 of its own. What it adds is not checked here.`;
      yield { at: mark, message, about: { names: words } };
    }
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
  ],
};
