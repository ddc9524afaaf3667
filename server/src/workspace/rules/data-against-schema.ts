/** Says where the data of an event is not what the schema takes that the event names. */
import type { DescribedEvent } from '../../event/described.ts';
import { describedIn } from '../described-events.ts';
import type { WorkspaceRuleDocs } from '../rule.ts';
import { schemaFactsOf } from '../schemas.ts';
import { eventDataReports } from './input-reports.ts';
import { siteRule } from './site-rule.ts';

export const dataAgainstSchema = siteRule({
  code: 'cloudevent/data-against-dataschema',
  level: 'warning',
  about: 'documents',
  sitesOf: describedIn,
  seenOf: ({ address }: DescribedEvent, workspace, base) => schemaFactsOf(workspace, address, base),
  look: (event: DescribedEvent, facts) => ('schema' in facts ? eventDataReports(event, facts.schema, facts.uri) : []),
});

const schema = `
type: object
properties: { id: { type: integer }, note: { type: string } }
required: [ id ]
additionalProperties: false
`;
/** Marked as pure where it is called, so that no bundle holds what only the manual needs. */
const order = (data: string): string => `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - tell: { emit: { event: { with: { type: com.shop.placed, source: 'https://shop.example', dataschema: 'file:placed.schema.yaml', ${data} } } } }
`;

export const docs: WorkspaceRuleDocs = {
  rule: dataAgainstSchema,
  clause: 'core: dataschema; dsl-reference: Event Properties',
  why: 'An event says by "dataschema" what its data is like, and whoever receives it reads the data that way.',
  good: [{ 'order.sw.yaml': /* @__PURE__ */ order("data: { id: '${ .id }', note: paid }"), 'placed.schema.yaml': schema }],
  bad: [
    { text: { 'order.sw.yaml': /* @__PURE__ */ order('data: { id: «three» }'), 'placed.schema.yaml': schema } },
    {
      text: { 'order.sw.yaml': /* @__PURE__ */ order('data: { id: 3, «notes»: paid }'), 'placed.schema.yaml': schema },
      fixed: { 'order.sw.yaml': /* @__PURE__ */ order('data: { id: 3, note: paid }') },
    },
  ],
};
