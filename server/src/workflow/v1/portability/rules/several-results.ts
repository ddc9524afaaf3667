import { insideExpression } from '../../../../formats/expression.ts';
import type { RuleDocs } from '../../../../rules/rule.ts';
import { replaceText } from '../../../../syntax/edit.ts';
import { sliceOf } from '../../../../syntax/range.ts';
import { at } from '../../../describe.ts';
import { portabilityRule } from '../construct.ts';
import { asList, hasSeveral } from '../expressions.ts';
import { severalResults as construct } from '../readings.ts';

/** A loop goes through a list: the first result is one of its items. What stands there without `${ }` may be no expression at all. */
export const severalResults = portabilityRule(construct, {
  says: 'expressions',
  stretch: ({ expressions }, { keeps, bare: isRead }, task) =>
    expressions.flatMap(({ at: text, bare }) => {
      const inside = insideExpression(text.text) ?? (bare && isRead ? text.text : undefined);
      if (inside === undefined || !hasSeveral(inside)) return [];
      const isLoop = task !== undefined && text === at(task.body, 'for.in');
      const from = text.text.indexOf('[]');
      const asFix = (title: string, instead: string, preferred: boolean) => ({
        title,
        text: text.text.replace(inside.trim(), () => instead),
        preferred,
      });
      const ways = [
        asFix('Take all as a list', asList(inside), isLoop || keeps === 'all'),
        ...(isLoop ? [] : [asFix('Take the first', `first(${inside.trim()})`, keeps === 'first')]),
      ];
      return [
        {
          at: sliceOf(text, from, from + '[]'.length),
          ...(isLoop ? { instead: 'Write [ … ] for a list of all.' } : {}),
          fixes: (tree) =>
            ways.map(({ title, text: instead, preferred }) => ({ title, edits: [replaceText(tree, text, instead)], preferred })),
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
