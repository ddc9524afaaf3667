/** Says where the document of a call, or a schema, is nowhere or cannot be read, or describes another kind of service. */
import type { Part } from '../../doc.ts';
import type { ScalarNode } from '../../syntax/node.ts';
import { schemaAddressesOf } from '../../workflow/schema-addresses.ts';
import { describedIn } from '../described-events.ts';
import type { WorkspaceRule, WorkspaceRuleDocs } from '../rule.ts';
import { schemaFactsOf } from '../schemas.ts';
import { apiRule } from './api-calls.ts';
import { documentReports, schemaReports } from './api-reports.ts';
import { pets } from './pets.ts';
import { inWorkflows, siteRule } from './site-rule.ts';

const rule = { code: 'reference/unknown-document', level: 'warning', about: 'documents' } as const;

/** Of the address of an event that is no URI something is said already: an identifier may look like a path. */
function locatedSchemasOf(part: Part): readonly ScalarNode[] {
  const ofEvents = describedIn(part).map(({ address }) => address);
  const identifiers = new Set(ofEvents.filter(({ text }) => !/^file:/i.test(text)));
  return [...schemasInWorkflow(part), ...(part.kind === 'event' ? ofEvents : [])].filter((address) => !identifiers.has(address));
}

const schemasInWorkflow = inWorkflows(schemaAddressesOf);

const ofCalls = apiRule({ ...rule, look: documentReports });
const ofSchemas = siteRule({
  ...rule,
  sitesOf: locatedSchemasOf,
  seenOf: (address: ScalarNode, workspace, base) => schemaFactsOf(workspace, address, base),
  look: (address: ScalarNode, facts, { base }) => schemaReports(address, facts, base),
});

export const unknownDocument: WorkspaceRule = {
  ...rule,
  *check(given) {
    yield* ofCalls.check(given);
    yield* ofSchemas.check(given);
  },
};

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
