import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import type { MapNode, ScalarNode } from '../../../syntax/node.ts';
import { pairOf, stringOf, valueOf } from '../../../syntax/node.ts';
import { factRule, changeTo } from '../../rules/rule.ts';

/** A machine of one's own: what is sent there is seen by nobody else. */
const own = /^http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?=[:/?#]|$)/i;

export const plainHttpCredential = factRule({
  code: 'security/plain-http-credential',
  level: 'information',
  dialects: ['v1'],
  check: ({ security }) => security.flatMap(({ kind, at }) => (kind === 'endpoint' ? read(at) : [])),
});

function read(at: ScalarNode | MapNode): readonly RuleReport[] {
  const uri = valueOf(at, 'uri');
  const text = stringOf(uri) ?? '';
  if (!uri || at.kind !== 'map' || !pairOf(at, 'authentication') || !/^http:\/\//i.test(text) || own.test(text)) return [];
  return [
    {
      at: uri,
      message: 'Over http:// everyone on the way can read the sign-in. Use https://.',
      fixes: (tree) => [{ ...changeTo(tree, uri, `https${text.slice(4)}`, false), title: 'Change to https://' }],
    },
  ];
}

export const docs: RuleDocs = {
  rule: plainHttpCredential,
  clause: 'dsl-reference: Endpoint, Authentication',
  why: 'A password or token that is sent without encryption is known to every machine between here and there.',
  good: [
    `
use: { authentications: { me: { bearer: { token: '\${ .token }' } } } }
do:
  - a: { call: http, with: { method: get, endpoint: { uri: https://example.com, authentication: { use: me } } } }
  - b: { call: http, with: { method: get, endpoint: { uri: http://localhost:8080/x, authentication: { use: me } } } }
  - c: { call: http, with: { method: get, endpoint: { uri: http://example.com } } }
`,
  ],
  bad: [
    {
      text: `
use: { authentications: { me: { bearer: { token: '\${ .token }' } } } }
do:
  - a: { call: http, with: { method: get, endpoint: { uri: «http://example.com», authentication: { use: me } } } }
`,
    },
  ],
};
