import { partsOf } from '../../../../formats/expression.ts';
import type { RuleDocs } from '../../../../rules/rule.ts';
import { replaceText } from '../../../../syntax/edit.ts';
import type { ScalarNode } from '../../../../syntax/node.ts';
import { sliceOf } from '../../../../syntax/range.ts';
import { portabilityRule, type Place } from '../construct.ts';
import { partialExpression as construct } from '../everywhere.ts';

export const partialExpression = portabilityRule(construct, {
  says: 'mixedTexts',
  stretch: ({ mixedTexts }) => mixedTexts.flatMap(partIn),
});

function partIn(text: ScalarNode): Place[] {
  const parts = partsOf(text.text);
  const part = parts.find(({ code }) => code !== undefined);
  if (!part) return [];
  const whole = parts.map(({ code, words }) => (code === undefined ? JSON.stringify(words).slice(1, -1) : `\\(${code.trim()})`)).join('');
  const isOneLine = !/[\r\n#]/.test(text.text);
  return [
    {
      at: sliceOf(text, part.from, part.to),
      fixes: (tree) =>
        isOneLine
          ? [{ title: 'Join the parts in one expression', edits: [replaceText(tree, text, `\${ "${whole}" }`)], preferred: true }]
          : [],
    },
  ];
}

export const docs: RuleDocs = {
  rule: partialExpression,
  construct,
  clause: 'dsl: Runtime Expressions',
  why: 'Only a text that is wholly `${ … }` is evaluated; in a longer one the braces and what stands in them stay as they are.',
  good: [
    `
do:
  - greet: { set: { greeting: '\${ "Hello \\(.name)!" }' } }
`,
    `
do:
  - greet: { run: { script: { language: js, code: 'console.log(\`Hello \${name}\`)' } } }
  - list: { run: { shell: { command: 'ls \${HOME}' } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - greet: { set: { greeting: 'Hello «\${ .name }»!' } }
`,
      fixed: `
do:
  - greet: { set: { greeting: '\${ "Hello \\(.name)!" }' } }
`,
    },
  ],
};
