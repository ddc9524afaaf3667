import type { RuleDocs } from '../../../rules/rule.ts';
import { unknownComponent } from './unknown.ts';

export const unknownCatalog = unknownComponent({
  code: 'reference/unknown-catalog',
  kind: 'catalog',
});

export const docs: RuleDocs = {
  rule: unknownCatalog,
  clause: 'dsl-reference: Catalog, Call',
  why: 'What stands after the @ of a called function is a catalog of "use.catalogs", or "default".',
  good: [
    `
use:
  catalogs:
    company: { endpoint: { uri: https://example.com/catalog } }
do:
  - log: { call: 'log:1.0.0@company' }
  - logToo: { call: 'log:1.0.0@default' }
`,
  ],
  bad: [
    {
      text: `
use:
  catalogs:
    company: { endpoint: { uri: https://example.com/catalog } }
do:
  - log: { call: 'log:1.0.0@«compny»' }
`,
      fixed: `
use:
  catalogs:
    company: { endpoint: { uri: https://example.com/catalog } }
do:
  - log: { call: 'log:1.0.0@company' }
`,
    },
  ],
};
