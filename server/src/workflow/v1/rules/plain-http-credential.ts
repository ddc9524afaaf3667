import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import type { MapNode, ScalarNode } from '../../../syntax/node.ts';
import { pairOf, stringOf, valueOf } from '../../../syntax/node.ts';
import { factRule, changeTo } from '../../rules/rule.ts';
import { credentialsInAddress, signsIn } from './credentials.ts';

/** A machine of one's own: what is sent there is seen by nobody else. */
const own = /^http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?=[:/?#]|$)/i;

export const plainHttpCredential = factRule({
  code: 'security/plain-http-credential',
  level: 'information',
  dialects: ['v1'],
  says: 'security',
  check: ({ security }) => {
    const hasHeader = security.some(
      ({ kind, at }) => kind === 'named' && at.kind === 'map' && at.pairs.some(({ key }) => signsIn(key.text)),
    );
    return security.flatMap(({ kind, at }) => (kind === 'endpoint' ? read(at, hasHeader) : []));
  },
});

function read(at: ScalarNode | MapNode, hasHeader: boolean): readonly RuleReport[] {
  const uri = at.kind === 'map' ? valueOf(at, 'uri') : at;
  const text = stringOf(uri) ?? '';
  if (!uri || !/^http:\/\//i.test(text) || own.test(text)) return [];
  if (!hasHeader && !pairOf(at, 'authentication') && credentialsInAddress(at).length === 0) return [];
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
    {
      text: `
do:
  - a: { call: http, with: { method: get, endpoint: «http://example.com», headers: { Authorization: '\${ .token }' } } }
`,
    },
  ],
};
