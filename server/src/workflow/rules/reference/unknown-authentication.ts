import type { RuleDocs } from '../../../rules/rule.ts';
import { unknownComponent } from './unknown.ts';

export const unknownAuthentication = unknownComponent({
  code: 'reference/unknown-authentication',
  kind: 'authentication',
});

export const docs: RuleDocs = {
  rule: unknownAuthentication,
  clause: 'dsl-reference: Authentication, Use',
  why: 'A call whose authentication nobody defined cannot sign in.',
  good: [
    `
use:
  authentications:
    shop: { bearer: { token: "\${ .token }" } }
do:
  - pay: { call: http, with: { method: post, endpoint: { uri: https://example.com, authentication: { use: shop } } } }
`,
  ],
  bad: [
    {
      text: `
use:
  authentications:
    shop: { bearer: { token: "\${ .token }" } }
do:
  - pay: { call: http, with: { method: post, endpoint: { uri: https://example.com, authentication: { use: «shp» } } } }
`,
      fixed: `
use:
  authentications:
    shop: { bearer: { token: "\${ .token }" } }
do:
  - pay: { call: http, with: { method: post, endpoint: { uri: https://example.com, authentication: { use: shop } } } }
`,
    },
  ],
};
