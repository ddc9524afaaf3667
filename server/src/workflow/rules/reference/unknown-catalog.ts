import { workflow } from '../rule.ts';
import { unknownComponent } from './unknown.ts';

export const unknownCatalog = unknownComponent({
  code: 'reference/unknown-catalog',
  kind: 'catalog',
  group: 'catalogs',
  clause: 'dsl-reference: Catalog, Call',
  why: 'What stands after the @ of a called function is a catalog of "use.catalogs", or "default".',
  known: ['default'],
  good: [
    workflow(`
use:
  catalogs:
    company: { endpoint: { uri: https://example.com/catalog } }
do:
  - log: { call: 'log:1.0.0@company' }
  - logToo: { call: 'log:1.0.0@default' }
`),
  ],
  bad: [
    workflow(`
use:
  catalogs:
    company: { endpoint: { uri: https://example.com/catalog } }
do:
  - log: { call: 'log:1.0.0@«compny»' }
`),
  ],
});
