import { isJqName } from '../../../formats/expression.ts';
import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import { type Node, resolve } from '../../../syntax/node.ts';
import { at } from '../../describe.ts';
import { changeTo, taskRule } from '../../rules/rule.ts';

/** Where a task names the variables that it brings. */
const places = ['for.each', 'for.at', 'foreach.item', 'foreach.at', 'catch.as'];

export const variableName = taskRule({
  code: 'data/variable-name',
  level: 'warning',
  dialects: ['v1'],
  kinds: ['for', 'listen', 'try'],
  check: ({ body }) => places.flatMap((place) => read(at(body, place))),
});

/** A sign in front is put on where the variable is read; what is no name of jq cannot be read at all. */
function read(node: Node | undefined): readonly RuleReport[] {
  const name = resolve(node);
  if (name?.kind !== 'scalar' || name.text === '' || isJqName(name.text)) return [];
  const bare = name.text.replace(/^\$+/, '');
  const instead = isJqName(bare) ? bare : bare.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^(?=\d)/, '_');
  if (!isJqName(instead)) return [];
  const message =
    bare === instead
      ? `A variable is named without its sign: "${instead}", which expressions read as "$${instead}".`
      : `No expression can read "${name.text}": names of variables are letters, digits and "_". Write "${instead}".`;
  return [{ at: name, message, fixes: (tree) => [changeTo(tree, name, instead)] }];
}

export const docs: RuleDocs = {
  rule: variableName,
  clause: 'dsl-reference: For, Subscription Iterator, Catch',
  why: 'Expressions read a variable by a "$" before its name; one that jq cannot name is never read.',
  good: [
    `
do:
  - each:
      for: { each: item, in: .items, at: index }
      do: [ { ship: { set: { id: '\${ $item.id }' } } } ]
`,
  ],
  bad: [
    {
      text: `
do:
  - each:
      for: { each: «$item», in: .items, at: «item-index» }
      do: [ { ship: { set: { id: '\${ $item.id }' } } } ]
`,
      fixed: `
do:
  - each:
      for: { each: item, in: .items, at: item_index }
      do: [ { ship: { set: { id: '\${ $item.id }' } } } ]
`,
    },
  ],
};
