/** Says where what is handed to a function is not what a schema in another file takes. */
import { notes } from '../../syntax/notes.ts';
import type { ScalarNode } from '../../syntax/node.ts';
import { type FunctionCall, functionCallsOf } from '../../workflow/function-calls.ts';
import type { WorkflowModel } from '../../workflow/model.ts';
import { inputAddressOf } from '../../workflow/schema-addresses.ts';
import type { WorkspaceRuleDocs } from '../rule.ts';
import { schemaFactsOf } from '../schemas.ts';
import { argumentReports } from './input-reports.ts';
import { inWorkflows, siteRule } from './site-rule.ts';

/** A call, and where the schema of what it calls stands. */
interface DescribedCall {
  readonly call: FunctionCall;
  readonly address: ScalarNode;
}

const described = notes<FunctionCall, DescribedCall>();

/** The calls of functions that say in another file what they take. */
function describedCallsOf(model: WorkflowModel): readonly DescribedCall[] {
  const addresses = new Map(model.symbols.all('function').map(({ name, node }) => [name, inputAddressOf(node)]));
  if (![...addresses.values()].some((address) => address !== undefined)) return [];
  return functionCallsOf(model).flatMap((call) => {
    const address = addresses.get(call.called);
    if (!address || !call.given) return [];
    const before = described.get(call);
    const site = before?.address === address ? before : { call, address };
    described.set(call, site);
    return [site];
  });
}

export const functionInput = siteRule({
  code: 'call/function-input',
  level: 'warning',
  about: 'documents',
  sitesOf: inWorkflows(describedCallsOf),
  seenOf: ({ address }: DescribedCall, workspace, base) => schemaFactsOf(workspace, address, base),
  look: ({ call }: DescribedCall, facts) => ('schema' in facts ? argumentReports(call, facts.schema, facts.uri) : []),
});

const schema = `
type: object
properties: { id: { type: integer }, note: { type: string } }
required: [ id ]
additionalProperties: false
`;
/** Marked as pure where it is called, so that no bundle holds what only the manual needs. */
const order = (given: string): string => `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
use:
  functions:
    getPet:
      input: { schema: { resource: { endpoint: pet.schema.yaml } } }
      call: http
      with: { method: get, endpoint: 'https://example.com/{id}' }
do:
  - find: { call: getPet, ${given} }
`;

export const docs: WorkspaceRuleDocs = {
  rule: functionInput,
  clause: 'dsl-reference: Call, Input, Schema',
  why: 'A function refuses an input that its schema does not take, wherever that schema stands, and the call fails with a validation error.',
  good: [{ 'order.sw.yaml': /* @__PURE__ */ order('with: { id: 3 }'), 'pet.schema.yaml': schema }],
  bad: [
    {
      text: { 'order.sw.yaml': /* @__PURE__ */ order('with: { id: «three» }'), 'pet.schema.yaml': schema },
    },
    {
      text: { 'order.sw.yaml': /* @__PURE__ */ order('with: { id: 3, «notes»: a }'), 'pet.schema.yaml': schema },
      fixed: { 'order.sw.yaml': /* @__PURE__ */ order('with: { id: 3, note: a }') },
    },
    { text: { 'order.sw.yaml': /* @__PURE__ */ order('«with»: { note: a }'), 'pet.schema.yaml': schema } },
  ],
};
