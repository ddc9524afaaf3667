import type { RuleDocs } from '../../../rules/rule.ts';
import { unknownComponent } from './unknown.ts';

export const unknownSecret = unknownComponent({
  code: 'reference/unknown-secret',
  kind: 'secret',
});

export const docs: RuleDocs = {
  rule: unknownSecret,
  clause: 'dsl-reference: Use, Authentication; dsl: Runtime Expressions',
  why: 'A runtime hands a workflow only the secrets that "use.secrets" lists.',
  good: [
    `
use:
  secrets: [ shopKey, login ]
  authentications:
    shop: { basic: { use: login } }
do:
  - get: { call: http, with: { method: get, endpoint: { uri: https://example.com, authentication: { use: shop } } } }
  - pay: { set: { key: '\${ $secrets.shopKey }' } }
`,
  ],
  bad: [
    {
      text: `
use:
  secrets: [ shopKey ]
do:
  - pay: { set: { key: '\${ $secrets.«shopKy» }' } }
`,
      fixed: `
use:
  secrets: [ shopKey ]
do:
  - pay: { set: { key: '\${ $secrets.shopKey }' } }
`,
    },
    {
      text: `
use:
  authentications:
    shop: { basic: { use: «login» } }
do:
  - pay: { call: http, with: { method: get, endpoint: { uri: https://example.com, authentication: { use: shop } } } }
`,
      fixed: `
use:
  authentications:
    shop: { basic: { use: login } }
  secrets:
    - login
do:
  - pay: { call: http, with: { method: get, endpoint: { uri: https://example.com, authentication: { use: shop } } } }
`,
    },
  ],
};
