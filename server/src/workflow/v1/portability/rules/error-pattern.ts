import { hasExpression } from '../../../../formats/expression.ts';
import type { RuleDocs } from '../../../../rules/rule.ts';
import { resolve, stringOf, valueOf } from '../../../../syntax/node.ts';
import { at } from '../../../describe.ts';
import { askWhen } from '../ask-when.ts';
import { type Place, portabilityRule } from '../construct.ts';
import { isPattern } from '../places.ts';
import { errorPattern as construct } from '../readings.ts';

export const errorPattern = portabilityRule(construct, {
  kinds: ['try'],
  task({ body }) {
    const caught = resolve(valueOf(body, 'catch'));
    const filter = at(caught, 'errors.with');
    if (filter?.kind !== 'map' || caught?.kind !== 'map') return [];
    return filter.pairs.flatMap(({ key, value }): Place[] => {
      const text = stringOf(value) ?? '';
      if (!value || !isPattern(text) || hasExpression(text)) return [];
      const fits = (error: string): string => `${error}.${key.text} | test(${JSON.stringify(text)})`;
      return [{ at: value, fixes: (tree) => askWhen(tree, caught, 'Ask with "when" whether it fits', fits) }];
    });
  },
});

export const docs: RuleDocs = {
  rule: errorPattern,
  construct,
  target: 'synapse',
  clause: 'dsl-reference: Error Filter',
  why: 'No error has the text of a pattern, so that such a filter catches nothing.',
  good: [
    `
do:
  - pay:
      try: [ { charge: { call: http, with: { method: post, endpoint: https://example.com } } } ]
      catch: { when: '\${ $error.title | test("declined.*") }', do: [ { tell: { set: { failed: true } } } ] }
`,
  ],
  bad: [
    {
      text: `
do:
  - pay:
      try: [ { charge: { call: http, with: { method: post, endpoint: https://example.com } } } ]
      catch: { errors: { with: { title: «declined.*» } }, do: [ { tell: { set: { failed: true } } } ] }
`,
    },
  ],
};
