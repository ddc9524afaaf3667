import { freeName } from '../../../syntax/free-name.ts';
import { hasExpression } from '../../../formats/expression.ts';
import type { Fix } from '../../../rules/finding.ts';
import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import { replaceText } from '../../../syntax/edit.ts';
import { rootOf } from '../../../syntax/locate.ts';
import type { MapNode, ScalarNode, Tree } from '../../../syntax/node.ts';
import { modelOf } from '../../read.ts';
import { createComponent } from '../../rules/create.ts';
import { factRule } from '../../rules/rule.ts';

export const hardCodedCredential = factRule({
  code: 'security/hard-coded-credential',
  level: 'information',
  dialects: ['v1'],
  check: ({ security }) => security.flatMap(({ kind, at }) => (kind === 'credential' ? read(at) : [])),
});

function read(at: ScalarNode | MapNode): readonly RuleReport[] {
  if (at.kind !== 'scalar' || at.text.trim() === '' || hasExpression(at.text)) return [];
  return [
    {
      at,
      message: 'Whoever reads this file reads this credential. Keep it in a secret: ${ $secrets.name }.',
      fixes: (tree) => takeFromSecret(tree, at),
    },
  ];
}

/** The text is replaced by what reads the secret; its value goes where the runtime keeps secrets. */
function takeFromSecret(tree: Tree, at: ScalarNode): Fix[] {
  const model = modelOf({ root: rootOf(at.fragment, tree) });
  if (!model) return [];
  const taken = new Set(model.symbols.all('secret').map(({ name }) => name));
  const name = freeName('credential', taken);
  const [create] = createComponent(tree, model, 'secret', name, false);
  if (!create) return [];
  return [{ title: `Read it from a new secret "${name}"`, edits: [...create.edits, replaceText(tree, at, `\${ $secrets.${name} }`)] }];
}

export const docs: RuleDocs = {
  rule: hardCodedCredential,
  clause: 'dsl-reference: Authentication; dsl: Secret',
  why: 'A workflow file is read, copied and kept in version control by more people than should know its passwords.',
  good: [
    `
use: { secrets: [ shop ] }
do:
  - a:
      call: http
      with:
        method: get
        endpoint: { uri: https://example.com, authentication: { bearer: { token: '\${ $secrets.shop.token }' } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - a:
      call: http
      with:
        method: get
        endpoint: { uri: https://example.com, authentication: { basic: { username: me, password: «hunter2» } } }
`,
    },
  ],
};
