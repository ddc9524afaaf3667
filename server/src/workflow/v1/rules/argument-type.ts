import { dataReports } from '../../../data/reports.ts';
import { keywordAt } from '../../../data/related.ts';
import type { RuleDocs } from '../../../rules/rule.ts';
import { parametersOf, plainSchema } from '../../parameters.ts';
import type { WorkflowRule } from '../../rules/rule.ts';
import { describedCalls } from './arguments.ts';

export const argumentType: WorkflowRule = {
  code: 'call/argument-type',
  level: 'warning',
  dialects: ['v1'],
  *check(model) {
    for (const [{ called, given, written }, document] of describedCalls(model))
      if (written && given)
        yield* dataReports(written, {
          name: called,
          schema: plainSchema(document),
          told: parametersOf(document),
          related: (way) => keywordAt(document, way, called),
        });
  },
};

const greet = (call: string): string => `
use:
  functions:
    greet:
      input:
        schema:
          document:
            type: object
            properties:
              name: { type: string, minLength: 2 }
              times: { type: integer, minimum: 1 }
              tone: { enum: [ formal, friendly ] }
      call: http
      with: { method: get, endpoint: https://example.com }
do:
  - a: { call: greet, with: ${call} }
`;

export const docs: RuleDocs = {
  rule: argumentType,
  clause: 'dsl-reference: Call, Input',
  why: 'A function refuses an input that its schema does not take, and the call fails with a validation error.',
  good: [
    /* @__PURE__ */ greet('{ name: Ada, times: 3, tone: formal }'),
    /* @__PURE__ */ greet("{ name: '${ .name }', times: '${ .times }' }"),
  ],
  bad: [
    {
      text: /* @__PURE__ */ greet("{ name: Ada, times: «'3'», tone: «friendli» }"),
      fixed: /* @__PURE__ */ greet('{ name: Ada, times: 3, tone: friendly }'),
    },
    { text: /* @__PURE__ */ greet('{ name: «A», times: «0» }') },
  ],
};
