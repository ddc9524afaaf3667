import { workflow } from '../rule.ts';
import { unknownComponent } from './unknown.ts';

export const unknownSecret = unknownComponent({
  code: 'reference/unknown-secret',
  kind: 'secret',
  group: 'secrets',
  clause: 'dsl-reference: Use, Authentication; dsl: Runtime Expressions',
  why: 'A runtime hands a workflow only the secrets that "use.secrets" lists.',
  good: [
    workflow(`
use:
  secrets: [ shopKey, login ]
  authentications:
    shop: { basic: { use: login } }
do:
  - pay: { set: { key: '\${ $secrets.shopKey }' } }
`),
  ],
  bad: [
    workflow(`
use:
  secrets: [ shopKey ]
do:
  - pay: { set: { key: '\${ $secrets.«shopKy» }' } }
`),
    workflow(`
use:
  authentications:
    shop: { basic: { use: «login» } }
do:
  - pay: { set: { paid: true } }
`),
  ],
});
