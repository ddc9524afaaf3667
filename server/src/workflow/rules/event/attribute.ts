import { filteredEvent } from '../../../event/filter.ts';
import type { RuleReport, RuleDocs } from '../../../rules/rule.ts';
import type { MapNode } from '../../../syntax/node.ts';
import { factRule } from '../rule.ts';

export const attribute = factRule({
  code: 'event/attribute',
  level: 'hint',
  says: 'eventFilters',
  check: ({ eventFilters }) => eventFilters.flatMap(names),
});

/** Names that are nearly those of attributes. Whatever they are meant for, it is no more than a hint: extensions have names of all kinds. */
function names(filter: MapNode): readonly RuleReport[] {
  const { meant, writer } = filteredEvent(filter);
  return [...meant].flatMap(([member, { attribute: better }]): RuleReport[] => {
    if (!better || better === 'data_base64') return [];
    const message = `"${member.name}" is read as an extension of the event. Did you mean "${better}"?`;
    return [
      {
        at: member.nameAt,
        message,
        about: { names: [better] },
        fixes: (tree) => [{ title: `Change to "${better}"`, preferred: true, edits: writer.rename(tree, member, better) }],
      },
    ];
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
