import { workflow } from '../rule.ts';
import { unknownComponent } from './unknown.ts';

export const unknownError = unknownComponent({
  code: 'reference/unknown-error',
  kind: 'error',
  group: 'errors',
  clause: 'dsl-reference: Raise, Use',
  why: 'Only an error that "use.errors" defines can be raised by its name.',
  good: [
    workflow(`
use:
  errors:
    outOfStock: { type: https://example.com/errors/out-of-stock, status: 409 }
do:
  - reject: { raise: { error: outOfStock } }
`),
  ],
  bad: [
    workflow(`
do:
  - reject: { raise: { error: «outOfStock» } }
`),
  ],
});
