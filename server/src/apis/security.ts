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

/** Where a workflow, which has no person to ask, gets its token, or where that is described. */
function addressOf(node: Node): string | undefined {
  const flow =
    valueOf(valueOf(node, 'flows'), 'clientCredentials') ?? (stringOf(valueOf(node, 'flow')) === 'application' ? node : undefined);
  return stringOf(valueOf(node, 'openIdConnectUrl')) ?? stringOf(valueOf(flow, 'tokenUrl'));
}
