/** Says where a call names an operation, a channel, a service, a method or a server that its document does not have. */
import type { WorkspaceRuleDocs } from '../rule.ts';
import { apiRule } from './api-calls.ts';
import { nameReports } from './api-reports.ts';
import { pets } from './pets.ts';

export const operation = apiRule({ code: 'call/operation', level: 'error', look: nameReports });

export const docs: WorkspaceRuleDocs = {
  rule: operation,
  clause: 'dsl-reference: OpenAPI Call, AsyncAPI Call, gRPC Call',
  why: 'A runtime looks the name up in the document when the call is to be made, and fails there.',
  good: [
    {
      'order.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - find: { call: openapi, with: { document: { endpoint: pets.yaml }, operationId: showPet, parameters: { id: 1 } } }
  - other: { call: openapi, with: { document: { endpoint: pets.yaml }, operationId: "\${ .operation }" } }
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
  - find: { call: openapi, with: { document: { endpoint: pets.yaml }, operationId: «showPets», parameters: { id: 1 } } }
  - other: { call: openapi, with: { document: { endpoint: pets.yaml }, operationId: «adopt» } }
`,
        'pets.yaml': pets,
      },
      fixed: {
        'order.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - find: { call: openapi, with: { document: { endpoint: pets.yaml }, operationId: showPet, parameters: { id: 1 } } }
  - other: { call: openapi, with: { document: { endpoint: pets.yaml }, operationId: adopt } }
`,
      },
    },
  ],
};
