import type { RuleDocs } from '../../../rules/rule.ts';
import { unknownComponent } from './unknown.ts';

export const unknownError = unknownComponent({
  code: 'reference/unknown-error',
  kind: 'error',
});

export const docs: RuleDocs = {
  rule: unknownError,
  clause: 'dsl-reference: Raise, Use',
  why: 'Only an error that "use.errors" defines can be raised by its name.',
  good: [
    `
use:
  errors:
    outOfStock: { type: https://example.com/errors/out-of-stock, status: 409 }
do:
  - reject: { raise: { error: outOfStock } }
`,
  ],
  bad: [
    {
      text: `
do:
  - reject: { raise: { error: «outOfStock» } }
`,
      fixed: `
use:
  errors:
    outOfStock:
      type: https://example.com/errors/outOfStock
      status: 500
do:
  - reject: { raise: { error: outOfStock } }
`,
    },
  ],
};
