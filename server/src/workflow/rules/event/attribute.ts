import { readNames } from '../../../event/names.ts';
import type { RuleReport, RuleDocs } from '../../../rules/rule.ts';
import type { Node } from '../../../syntax/node.ts';
import { elementsOf, valueOf } from '../../../syntax/node.ts';
import type { WorkflowRule } from '../rule.ts';
import { changeTo, taskRule } from '../rule.ts';

const facts = { code: 'event/attribute', level: 'hint', dialects: ['v1'] } as const;

const inTasks = taskRule({
  ...facts,
  kinds: ['listen'],
  check: ({ body }) => filtersOf(valueOf(valueOf(body, 'listen'), 'to')).flatMap(names),
});

export const attribute: WorkflowRule = {
  ...facts,
  *check(model) {
    yield* inTasks.check(model);
    for (const filter of filtersOf(valueOf(valueOf(model.root, 'schedule'), 'on'))) yield* names(filter);
  },
};

/** The filters of what is listened to: one, any or all, and what it goes on until. */
function filtersOf(strategy: Node | undefined): readonly Node[] {
  const one = valueOf(strategy, 'one');
  const until = valueOf(strategy, 'until');
  return [
    ...(one ? [one] : []),
    ...elementsOf(valueOf(strategy, 'any')),
    ...elementsOf(valueOf(strategy, 'all')),
    ...(until?.kind === 'map' ? filtersOf(until) : []),
  ];
}

/** Names that are nearly those of attributes. The values of a filter are literals, regular expressions or runtime expressions: anything. */
function names(filter: Node): readonly RuleReport[] {
  const attributes = valueOf(filter, 'with');
  if (attributes?.kind !== 'map') return [];
  const meant = readNames(
    attributes.pairs.map(({ key }) => key.text),
    [],
  );
  return attributes.pairs.flatMap(({ key }): RuleReport[] => {
    const better = meant.get(key.text)?.attribute;
    if (!better || better === 'data_base64') return [];
    const message = `"${key.text}" is read as an extension of the event. Did you mean "${better}"?`;
    return [{ at: key, message, about: { names: [better] }, fixes: (tree) => [changeTo(tree, key, better)] }];
  });
}

export const docs: RuleDocs = {
  rule: attribute,
  clause: 'dsl-reference: Event Properties; core: Context Attributes',
  why: 'Any name may be an extension of an event, so a misspelt attribute passes unseen and never matches.',
  good: [
    `
do:
  - hear: { listen: { to: { one: { with: { type: com.shop.paid, subject: '\${ .id }', colour: red } } } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - hear: { listen: { to: { one: { with: { «typ»: com.shop.paid } } } } }
`,
      fixed: `
do:
  - hear: { listen: { to: { one: { with: { type: com.shop.paid } } } } }
`,
    },
    {
      text: `
schedule: { on: { one: { with: { type: com.shop.paid, «subjct»: paid } } } }
do:
  - a: { set: { x: 1 } }
`,
      fixed: `
schedule: { on: { one: { with: { type: com.shop.paid, subject: paid } } } }
do:
  - a: { set: { x: 1 } }
`,
    },
  ],
};
