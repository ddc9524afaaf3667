import { isExpression } from '../../../../formats/expression.ts';
import type { RuleDocs } from '../../../../rules/rule.ts';
import { resolve } from '../../../../syntax/node.ts';
import { portabilityRule } from '../construct.ts';
import { isPattern } from '../places.ts';
import { eventFilter as construct } from '../readings.ts';

/** Attributes that are compared as texts: whether an expression in their place is one as well. */
const compared: Readonly<Record<string, boolean>> = {
  id: false,
  type: false,
  subject: false,
  datacontenttype: false,
  source: true,
  dataschema: true,
};

export const eventFilter = portabilityRule(construct, {
  says: 'eventFilters',
  stretch: ({ eventFilters }) =>
    eventFilters.flatMap(({ pairs }) =>
      pairs.flatMap(({ key, value }) => {
        const text = resolve(value);
        if (!Object.hasOwn(compared, key.text) || text?.kind !== 'scalar' || typeof text.value !== 'string') return [];
        return (isExpression(text.text) ? !compared[key.text] : isPattern(text.text)) ? [{ at: text }] : [];
      }),
    ),
});

export const docs: RuleDocs = {
  rule: eventFilter,
  construct,
  target: 'quarkus-flow',
  clause: 'dsl-reference: Event Properties',
  why: 'No event has the text of a pattern, so that the workflow waits for ever.',
  good: [
    `
do:
  - wait: { listen: { to: { one: { with: { type: com.example.order.paid, data: '\${ .amount > 100 }' } } } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - wait: { listen: { to: { one: { with: { type: «'com.example.order.*'» } } } } }
  - again: { listen: { to: { one: { with: { type: «'\${ $context.type }'» } } } } }
`,
    },
  ],
};
