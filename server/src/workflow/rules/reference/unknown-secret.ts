import type { RuleDocs } from '../../../rules/rule.ts';
import { replaceText } from '../../../syntax/edit.ts';
import { secretChange } from '../../secrets.ts';
import { changeTo } from '../rule.ts';
import { unknownComponent } from './unknown.ts';

export const unknownSecret = unknownComponent({
  code: 'reference/unknown-secret',
  kind: 'secret',
  change: (tree, at, instead) => {
    const { at: place, text } = secretChange(at, instead);
    // With a dash among its words it is two lines of the list that ran together.
    return { ...changeTo(tree, at, instead, !/\s-\s/.test(instead)), edits: [replaceText(tree, place, text)] };
  },
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
