import { freeName } from '../../../syntax/free-name.ts';
import type { Fix } from '../../../rules/finding.ts';
import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import { replaceText } from '../../../syntax/edit.ts';
import { rootOf } from '../../../syntax/locate.ts';
import type { NodeRange, ScalarNode, Tree } from '../../../syntax/node.ts';
import { modelOf } from '../../read.ts';
import { createComponent } from '../../rules/create.ts';
import { factRule } from '../../rules/rule.ts';
import { credentialIn, credentialsInAddress, credentialsNamedIn } from './credentials.ts';

export const hardCodedCredential = factRule({
  code: 'security/hard-coded-credential',
  level: 'information',
  dialects: ['v1'],
  says: 'security',
  check: ({ security }) =>
    security.flatMap(({ kind, at }) => {
      if (kind === 'endpoint') return credentialsInAddress(at).map((found) => report(found));
      const found = kind === 'credential' ? credentialIn(at) : kind === 'named' ? credentialsNamedIn(at) : [];
      return found.map((node) => report(node, (tree) => takeFromSecret(tree, node)));
    }),
});

const report = (at: NodeRange, fixes?: RuleReport['fixes']): RuleReport => ({
  at,
  message: 'Whoever reads this file reads this credential. Keep it in a secret: ${ $secrets.name }.',
  fixes,
});

/** What stands before a credential in a header. */
const scheme = /^(?:basic|bearer|token)\s+/i;

/** The text is replaced by what reads the secret; its value goes where the runtime keeps secrets. */
function takeFromSecret(tree: Tree, at: ScalarNode): Fix[] {
  const model = modelOf({ root: rootOf(at.fragment, tree) });
  if (!model) return [];
  const taken = new Set(model.symbols.all('secret').map(({ name }) => name));
  const name = freeName('credential', taken);
  const [create] = createComponent(tree, model, 'secret', name, false);
  if (!create) return [];
  const [before] = scheme.exec(at.text) ?? [];
  const code = before ? `"${before}" + $secrets.${name}` : `$secrets.${name}`;
  return [{ title: `Read it from a new secret "${name}"`, edits: [...create.edits, replaceText(tree, at, `\${ ${code} }`)] }];
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
    `
do:
  - a:
      call: http
      with:
        method: get
        endpoint: https://example.com/{tenant}?api_key={apiKey}&page_token=abc
        headers: { Accept: application/json, Authorization: '\${ "Bearer " + .token }', X-Csrf-Token: fetch, Cookie: '' }
  - b: { run: { container: { image: alpine, environment: { DB_USER: me, DB_PASSWORD: '\${ .password }', TOKEN_LIFE: '60' } } } }
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
    {
      text: `
do:
  - a:
      call: http
      with:
        method: get
        endpoint: https://bob:«hunter2»@example.com/orders?api_key=«4f1c»&page=2
        headers: { Authorization: «Bearer 4f1c», X-Api-Key: «4f1c» }
  - b: { run: { container: { image: alpine, environment: { DB_PASSWORD: «hunter2» } } } }
  - c:
      call: http
      with:
        method: get
        endpoint: { uri: https://example.com, authentication: { bearer: { token: «'\${ "4f1c" }'» } } }
`,
    },
  ],
};
