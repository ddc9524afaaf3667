import type { RuleDocs } from '../../../../rules/rule.ts';
import { replaceTexts } from '../../../../syntax/edit.ts';
import type { ScalarNode } from '../../../../syntax/node.ts';
import { sliceOf } from '../../../../syntax/range.ts';
import { at } from '../../../describe.ts';
import { inputReads, readAt } from '../../input-reads.ts';
import { portabilityRule } from '../construct.ts';
import { isPlain } from '../expressions.ts';
import { textsIn } from '../places.ts';
import { exportAs as construct } from '../readings.ts';

/** Without `output.as`, the output is the same before and after it. */
export const exportAs = portabilityRule(construct, {
  task: ({ body }, { reads }) =>
    reads === 'raw output' && !at(body, 'output.as')
      ? []
      : textsIn(at(body, 'export.as')).flatMap((text) => {
          const [first] = inputReads(text.text);
          return first === undefined
            ? []
            : [{ at: readAt(text, first), fixes: (tree) => (isPlain(text.text) ? [byName(tree, text)] : []) }];
        }),
});

const byName = (tree: Parameters<typeof replaceTexts>[0], text: ScalarNode) => ({
  title: 'Write $output',
  edits: replaceTexts(
    tree,
    inputReads(text.text).map((from) => ({
      at: sliceOf(text, from, from + 1),
      text: /[\w"]/.test(text.text[from + 1] ?? '') ? '$output.' : '$output',
    })),
  ),
  preferred: true,
});

export const docs: RuleDocs = {
  rule: exportAs,
  construct,
  target: 'quarkus-flow',
  clause: 'dsl-reference: Export',
  why: 'What `.` is in `export.as` differs, so that the context is filled with something else; `$output` is the same everywhere.',
  good: [
    `
do:
  - pay: { set: { paid: true }, export: { as: '\${ $context + { paid: $output.paid } }' } }
`,
  ],
  bad: [
    {
      text: `
do:
  - pay: { set: { paid: true }, export: { as: '\${ $context + { paid: «.paid» } }' } }
`,
      fixed: `
do:
  - pay: { set: { paid: true }, export: { as: '\${ $context + { paid: $output.paid } }' } }
`,
    },
  ],
};
