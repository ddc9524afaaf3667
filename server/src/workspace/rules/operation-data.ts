/** Says where a message that a call sends is not what the document of the service describes. */
import type { WorkspaceRuleDocs } from '../rule.ts';
import { apiRule } from './api-calls.ts';
import { messageReports } from './api-reports.ts';

export const operationData = apiRule({ code: 'call/operation-data', level: 'warning', look: messageReports });

const chat = `
asyncapi: 3.0.0
info: { title: Chat, version: 1.0.0 }
channels: { room: { messages: { said: { payload: { $ref: '#/components/schemas/Said' } } } } }
operations: { say: { action: send, channel: { $ref: '#/channels/room' } } }
components:
  schemas:
    Said: { type: object, properties: { text: { type: string }, urgent: { type: boolean } }, required: [ text ], additionalProperties: false }
`;
/** Marked as pure where it is called, so that no bundle holds what only the manual needs. */
const order = (payload: string): string => `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - tell: { call: asyncapi, with: { document: { endpoint: chat.yaml }, operation: say, message: { ${payload} } } }
`;

export const docs: WorkspaceRuleDocs = {
  rule: operationData,
  clause: 'dsl-reference: AsyncAPI Call, gRPC Call',
  why: 'Whoever receives a message expects it as the document describes it, and refuses or misreads another one.',
  good: [{ 'order.sw.yaml': /* @__PURE__ */ order("payload: { text: '${ .text }', urgent: true }"), 'chat.yaml': chat }],
  bad: [
    { text: { 'order.sw.yaml': /* @__PURE__ */ order("payload: { text: hello, urgent: «'yes'» }"), 'chat.yaml': chat } },
    { text: { 'order.sw.yaml': /* @__PURE__ */ order('«payload»: { urgent: true }'), 'chat.yaml': chat } },
    {
      text: { 'order.sw.yaml': /* @__PURE__ */ order('payload: { «texts»: hello }'), 'chat.yaml': chat },
      fixed: { 'order.sw.yaml': /* @__PURE__ */ order('payload: { text: hello }') },
    },
  ],
};
