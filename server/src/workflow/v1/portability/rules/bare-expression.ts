import { hasExpression } from '../../../../formats/expression.ts';
import type { RuleDocs } from '../../../../rules/rule.ts';
import { replaceText } from '../../../../syntax/edit.ts';
import type { Node } from '../../../../syntax/node.ts';
import { at } from '../../../describe.ts';
import { type Place, portabilityRule } from '../construct.ts';
import { asList, hasSeveral } from '../expressions.ts';
import { bareExpression as construct } from '../readings.ts';

export const bareExpression = portabilityRule(construct, {
  task: ({ body }) => bareIn(body, ['input.from', 'output.as', 'export.as', 'for.in']),
  root: (root) => bareIn(root, ['input.from', 'output.as']),
});

const bareIn = (node: Node | undefined, paths: readonly string[]): Place[] =>
  paths.flatMap((path) => {
    const text = at(node, path);
    if (text?.kind !== 'scalar' || typeof text.value !== 'string' || text.text.trim() === '' || hasExpression(text.text)) return [];
    // A loop goes through one list, and not through several results.
    const inside = path === 'for.in' && hasSeveral(text.text) ? asList(text.text) : text.text.trim();
    const whole = `\${ ${inside} }`;
    return [{ at: text, fixes: (tree) => [{ title: 'Put it inside of ${ }', edits: [replaceText(tree, text, whole)], preferred: true }] }];
  });

export const docs: RuleDocs = {
  rule: bareExpression,
  construct,
  target: 'go-sdk',
  clause: 'dsl: Runtime Expressions',
  why: 'The output is then the text of the expression, and a loop makes one turn with it.',
  good: [
    `
do:
  - pick: { set: { sku: a1 }, output: { as: '\${ .sku }' } }
`,
  ],
  bad: [
    {
      text: `
do:
  - pick: { set: { sku: a1 }, output: { as: «.sku» } }
`,
      fixed: `
do:
  - pick: { set: { sku: a1 }, output: { as: '\${ .sku }' } }
`,
    },
  ],
};
