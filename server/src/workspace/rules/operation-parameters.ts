/** Says where a call does not give what the operation that it names needs, or gives what that does not take. */
import type { WorkspaceRuleDocs } from '../rule.ts';
import { apiRule } from './api-calls.ts';
import { parameterReports } from './api-reports.ts';
import { pets } from './pets.ts';

export const operationParameters = apiRule({ code: 'call/operation-parameters', level: 'warning', look: parameterReports });

export const docs: WorkspaceRuleDocs = {
  rule: operationParameters,
  clause: 'dsl-reference: OpenAPI Call, gRPC Call',
  why: 'A service refuses a request that lacks a required value; a value that it does not know is never read.',
  good: [
    {
      'order.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - find: { call: openapi, with: { document: { endpoint: pets.yaml }, operationId: showPet, parameters: { id: 1, fields: name } } }
  - other: { call: openapi, with: { document: { endpoint: pets.yaml }, operationId: showPet, parameters: { id: '\${ .id }' } } }
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
  - find: { call: openapi, with: { document: { endpoint: pets.yaml }, operationId: «showPet», parameters: { fields: name } } }
  - other: { call: openapi, with: { document: { endpoint: pets.yaml }, operationId: listPets, parameters: { «limits»: 5 } } }
  - last: { call: openapi, with: { document: { endpoint: pets.yaml }, operationId: listPets, parameters: { «colour»: red } } }
`,
        'pets.yaml': pets,
      },
      fixed: {
        'order.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - find: { call: openapi, with: { document: { endpoint: pets.yaml }, operationId: showPet, parameters: { fields: name, id: '\${ .id }' } } }
  - other: { call: openapi, with: { document: { endpoint: pets.yaml }, operationId: listPets, parameters: { limit: 5 } } }
  - last: { call: openapi, with: { document: { endpoint: pets.yaml }, operationId: listPets, parameters: { colour: red } } }
`,
      },
    },
  ],
};
