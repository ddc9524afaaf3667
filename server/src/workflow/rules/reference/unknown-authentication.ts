import { workflow } from '../rule.ts';
import { unknownComponent } from './unknown.ts';

export const unknownAuthentication = unknownComponent({
  code: 'reference/unknown-authentication',
  kind: 'authentication',
  group: 'authentications',
  clause: 'dsl-reference: Authentication, Use',
  why: 'A call whose authentication nobody defined cannot sign in.',
  good: [
    workflow(`
use:
  authentications:
    shop: { bearer: { token: abc } }
do:
  - pay: { call: http, with: { method: post, endpoint: { uri: https://example.com, authentication: { use: shop } } } }
`),
  ],
  bad: [
    workflow(`
use:
  authentications:
    shop: { bearer: { token: abc } }
do:
  - pay: { call: http, with: { method: post, endpoint: { uri: https://example.com, authentication: { use: «shp» } } } }
`),
  ],
});
