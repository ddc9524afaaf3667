import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import { type Node, resolve, stringOf } from '../../../syntax/node.ts';
import { at } from '../../describe.ts';
import { taskRule } from '../../rules/rule.ts';

/** Two variables that a task brings, and the name that each has where none is written. */
const pairs = [
  [
    ['for.each', 'item'],
    ['for.at', 'index'],
  ],
  [
    ['foreach.item', 'item'],
    ['foreach.at', 'index'],
  ],
] as const;

export const sameVariable = taskRule({
  code: 'data/same-variable',
  level: 'warning',
  dialects: ['v1'],
  kinds: ['for', 'listen'],
  check: ({ body }) => pairs.flatMap(([one, other]) => compare(body, one, other)),
});

function compare(
  body: Node | undefined,
  [one, usual]: readonly [string, string],
  [other, usualOther]: readonly [string, string],
): readonly RuleReport[] {
  const [first, second] = [resolve(at(body, one)), resolve(at(body, other))];
  const where = second ?? first;
  const name = stringOf(first) ?? usual;
  if (!where || (first && !stringOf(first)) || name !== (second ? stringOf(second) : usualOther)) return [];
  const message = `"${name}" names both the item and its position, so that "$${name}" is only one of them. Give one another name.`;
  return [{ at: where, message }];
}

export const docs: RuleDocs = {
  rule: sameVariable,
  clause: 'dsl-reference: For, Subscription Iterator',
  why: 'Two variables of one name are one: what the other was to hold cannot be read.',
  good: [
    `
do:
  - each:
      for: { each: pet, in: .pets }
      do: [ { a: { set: { id: '\${ $pet.id }', at: '\${ $index }' } } } ]
`,
  ],
  bad: [
    {
      text: `
do:
  - each:
      for: { each: pet, in: .pets, at: «pet» }
      do: [ { a: { set: { id: '\${ $pet.id }' } } } ]
  - other:
      for: { each: «index», in: .pets }
      do: [ { a: { set: { id: '\${ $index.id }' } } } ]
`,
    },
  ],
};
