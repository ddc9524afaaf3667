import { insideExpression } from '../../../../formats/expression.ts';
import type { RuleDocs } from '../../../../rules/rule.ts';
import { replaceText } from '../../../../syntax/edit.ts';
import { sliceOf } from '../../../../syntax/range.ts';
import { portabilityRule } from '../construct.ts';
import { severalResults as construct } from '../readings.ts';

/** A path, and nothing else. */
const path = /^\s*[.$][\w.$]*(?:\[\d*\](?:\.\w+)*)*\s*$/;

export const severalResults = portabilityRule(construct, {
  stretch: ({ expressions }, { keeps }) =>
    expressions.flatMap(({ at, bare }) => {
      const inside = insideExpression(at.text) ?? (bare ? at.text : undefined);
      if (inside === undefined || !inside.includes('[]') || !path.test(inside)) return [];
      const from = at.text.indexOf('[]');
      const asFix = (title: string, text: string, preferred: boolean) => ({
        title,
        text: at.text.replace(inside.trim(), () => text),
        preferred,
      });
      const ways = [
        asFix('Take all as a list', `[${inside.trim()}]`, keeps === 'all'),
        asFix('Take the first', `first(${inside.trim()})`, keeps === 'first'),
      ];
      return [
        {
          at: sliceOf(at, from, from + '[]'.length),
          fixes: (tree) => ways.map(({ title, text, preferred }) => ({ title, edits: [replaceText(tree, at, text)], preferred })),
        },
      ];
    }),
});

export const docs: RuleDocs = {
  rule: severalResults,
  construct,
  target: 'go-sdk',
  clause: 'dsl: Runtime Expressions',
  why: 'What becomes of an expression that gives more than one result is left open.',
  good: [
    `
do:
  - pick: { set: { skus: '\${ [.items[].sku] }' } }
`,
  ],
  bad: [
    {
      text: `
do:
  - pick: { set: { skus: '\${ .items«[]».sku }' } }
`,
      fixed: `
do:
  - pick: { set: { skus: '\${ first(.items[].sku) }' } }
`,
    },
  ],
};
