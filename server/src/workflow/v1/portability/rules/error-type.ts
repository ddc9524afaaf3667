import type { Fix } from '../../../../rules/finding.ts';
import type { RuleDocs, RuleReport } from '../../../../rules/rule.ts';
import { addPairs, removePair } from '../../../../syntax/edit.ts';
import { type MapNode, type Node, pairOf, resolve, stringOf, type Tree, valueOf } from '../../../../syntax/node.ts';
import { at } from '../../../describe.ts';
import type { TaskSyntax } from '../../../model.ts';
import { taskRule } from '../../../rules/rule.ts';
import { standardType } from '../../vocabulary.ts';

export const portableErrorType = taskRule({
  code: 'portability/error-type',
  level: 'information',
  dialects: ['v1'],
  kinds: ['try'],
  check: read,
});

function read({ body }: TaskSyntax): readonly RuleReport[] {
  const caught = resolve(valueOf(body, 'catch'));
  const type = at(caught, 'errors.with.type');
  const name = standardType(stringOf(type) ?? '');
  if (!type || name === undefined || caught?.kind !== 'map') return [];
  return [
    {
      at: type,
      message: `Runtimes raise "${name}" under different addresses and compare the whole text, so on some this catches nothing. Write "when": \${ $error.type | endswith("/${name}") }.`,
      fixes: (tree) => askHowItEnds(tree, caught, name),
    },
  ];
}

/** `when` in the place of the filter, if the type is all that it asks for. */
function askHowItEnds(tree: Tree, caught: MapNode, name: string): Fix[] {
  const errors = pairOf(caught, 'errors');
  const isAlone = [errors?.value, valueOf(errors?.value, 'with')].every(hasOnePair);
  if (!errors || !isAlone || pairOf(caught, 'when') || caught.pairs.some(({ key }) => key.text === '<<')) return [];
  const variable = stringOf(valueOf(caught, 'as')) ?? 'error';
  const condition = `\${ $${variable}.type | endswith("/${name}") }`;
  // Taken out alone, the filter would leave an empty mapping behind.
  const others = caught.pairs.filter((pair) => pair !== errors);
  if (others.length === 0) return [];
  return [
    { title: 'Ask how the type ends', edits: [...addPairs(tree, caught, [['when', condition]]), ...removePair(tree, caught, errors)] },
  ];
}

const hasOnePair = (node: Node | undefined): boolean => {
  const map = resolve(node);
  return map?.kind === 'map' && map.pairs.length === 1;
};

export const docs: RuleDocs = {
  rule: portableErrorType,
  clause: 'dsl-reference: Error Filter, Standard Error Types',
  why: 'The specification was renamed, and with it the addresses of its errors; runtimes use the old ones, the new ones, or others.',
  good: [
    `
do:
  - a:
      try: [ { b: { call: http, with: { method: get, endpoint: https://example.com } } } ]
      catch: { when: '\${ $error.type | endswith("/communication") }' }
  - c:
      try: [ { d: { call: http, with: { method: get, endpoint: https://example.com } } } ]
      catch: { errors: { with: { status: 503 } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - a:
      try: [ { b: { call: http, with: { method: get, endpoint: https://example.com } } } ]
      catch: { errors: { with: { type: «https://serverlessworkflow.io/spec/1.0.0/errors/communication» } }, retry: { delay: PT1S } }
`,
    },
  ],
};
