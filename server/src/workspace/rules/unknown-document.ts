/** Says where the document of a call is nowhere, cannot be read, or describes another kind of service. */
import type { WorkspaceRuleDocs } from '../rule.ts';
import { apiRule } from './api-calls.ts';
import { documentReports } from './api-reports.ts';
import { pets } from './pets.ts';

export const unknownDocument = apiRule({ code: 'reference/unknown-document', level: 'warning', look: documentReports });

export const docs: WorkspaceRuleDocs = {
  rule: unknownDocument,
  clause: 'dsl-reference: External Resource',
  why: 'What a call means is read from its document: without that the call fails, and nobody can say beforehand what is wrong with it.',
  good: [
    {
      'order.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - find: { call: openapi, with: { document: { endpoint: pets.yaml }, operationId: showPet, parameters: { id: 1 } } }
`,
      'pets.yaml': pets,
    },
  ],
  bad: [
    {
      text: {
        'order.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - find: { call: openapi, with: { document: { endpoint: «specs/pets.yaml» }, operationId: showPet } }
  - ask: { call: openapi, with: { document: { endpoint: «notes.yaml» }, operationId: ask } }
`,
        'notes.yaml': `
a: b
`,
      },
    },
  ],
};
