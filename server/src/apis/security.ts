/** Security schemes, as OpenAPI and AsyncAPI write them. */
import { type Node, stringOf, valueOf } from '../syntax/node.ts';
import type { SecurityScheme } from './document.ts';

/** What a scheme is by the type of it, and by the scheme of HTTP where that decides. */
const types: Readonly<Record<string, SecurityScheme['type']>> = {
  basic: 'basic',
  userPassword: 'basic',
  'http basic': 'basic',
  'http bearer': 'bearer',
  'http digest': 'digest',
  oauth2: 'oauth2',
  openIdConnect: 'openIdConnect',
};

/** One scheme, for these scopes. */
export function readSecurity(name: string, node: Node, scopes: readonly string[]): SecurityScheme {
  const type = stringOf(valueOf(node, 'type')) ?? '';
  const key = type === 'http' ? `http ${(stringOf(valueOf(node, 'scheme')) ?? '').toLowerCase()}` : type;
  return { name, type: types[key] ?? 'other', address: addressOf(node), scopes: scopes.length > 0 ? scopes : undefined };
}

/** Where a workflow, which has no person to ask, gets its token; else where another flow would get it. */
function addressOf(node: Node): string | undefined {
  const flows = valueOf(node, 'flows');
  const flow = ['clientCredentials', 'password', 'authorizationCode']
    .map((each) => valueOf(flows, each))
    .find((each) => each !== undefined);
  return stringOf(valueOf(node, 'openIdConnectUrl')) ?? stringOf(valueOf(flow, 'tokenUrl')) ?? stringOf(valueOf(node, 'tokenUrl'));
}
