import type { RuleDocs } from '../../../../rules/rule.ts';
import { replaceText } from '../../../../syntax/edit.ts';
import { sliceOf } from '../../../../syntax/range.ts';
import { jqCode } from '../../../../formats/jq.ts';
import type { FlowTask } from '../../../model.ts';
import { exportsIn } from '../../rules/overwrites-context.ts';
import { portabilityRule } from '../construct.ts';
import { textsIn } from '../places.ts';
import { firstContext as construct } from '../readings.ts';

/** What null is not good for: it can be added to, and has nothing under any name. */
const inVain = /\$context(?=\s*(?:\*|\[\]|\|\s*(?:keys|has|to_entries|with_entries|map|map_values)\b))/;

export const firstContext = portabilityRule<unknown, FlowTask>(construct, {
  list: {
    *find(list) {
      for (const { task, earlier, isReached } of exportsIn(list)) if (task.exported?.keeps && !earlier && isReached()) yield task;
    },
    place({ exported }) {
      for (const text of textsIn(exported?.at)) {
        const from = text.text.search(inVain);
        if (from < 0 || jqCode(text.text)[from] !== '$') continue;
        const use = sliceOf(text, from, from + '$context'.length);
        return {
          at: use,
          fixes: (tree) => [{ title: 'Write ($context // {})', edits: [replaceText(tree, use, '($context // {})')], preferred: true }],
        };
      }
      return undefined;
    },
  },
});

export const docs: RuleDocs = {
  rule: firstContext,
  construct,
  target: 'quarkus-flow',
  clause: 'dsl: Runtime Expressions',
  why: 'Whether there is a context before anything was exported is left open, and null is no mapping.',
  good: [
    `
do:
  - a: { set: { x: 1 }, export: { as: '\${ ($context // {}) * { x: $output.x } }' } }
  - b: { set: { y: 1 }, export: { as: '\${ $context * { y: $output.y } }' } }
`,
    `
do:
  - a: { set: { x: 1 }, export: { as: '\${ $context + { x: $output.x } }' } }
`,
  ],
  bad: [
    {
      text: `
do:
  - a: { set: { x: 1 }, export: { as: '\${ «$context» * { x: $output.x } }' } }
  - b: { set: { y: 1 }, export: { as: '\${ $context * { y: $output.y } }' } }
`,
      fixed: `
do:
  - a: { set: { x: 1 }, export: { as: '\${ ($context // {}) * { x: $output.x } }' } }
  - b: { set: { y: 1 }, export: { as: '\${ $context * { y: $output.y } }' } }
`,
    },
  ],
};
