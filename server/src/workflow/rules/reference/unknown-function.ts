import type { RuleDocs } from '../../../rules/rule.ts';
import { callMeant } from '../../../schema/synonyms.ts';
import { unknownComponent } from './unknown.ts';

export const unknownFunction = unknownComponent({
  code: 'reference/unknown-function',
  kind: 'function',
  means: callMeant,
});

export const docs: RuleDocs = {
  rule: unknownFunction,
  clause: 'dsl-reference: Call, Use',
  why: 'A call that is none of http, grpc, openapi, asyncapi, a2a and mcp runs a function of "use.functions" or of a catalog.',
  good: [
    `
use:
  functions:
    pay: { call: http, with: { method: post, endpoint: https://example.com/pay } }
do:
  - payOrder: { call: pay }
  - logOrder: { call: 'log:1.0.0@default' }
  - shipOrder: { call: https://example.com/functions/ship.yaml }
`,
  ],
  bad: [
    {
      text: `
use:
  functions:
    payOrder: { call: http, with: { method: post, endpoint: https://example.com/pay } }
do:
  - pay: { call: «payOrdr» }
`,
      fixed: `
use:
  functions:
    payOrder: { call: http, with: { method: post, endpoint: https://example.com/pay } }
do:
  - pay: { call: payOrder }
`,
    },
    {
      text: `
do:
  - pay: { call: «htpp», with: { method: get, endpoint: https://example.com } }
`,
      fixed: `
do:
  - pay: { call: http, with: { method: get, endpoint: https://example.com } }
`,
    },
    {
      text: `
do:
  - pay: { call: «rest», with: { method: get, endpoint: https://example.com } }
`,
      fixed: `
do:
  - pay: { call: http, with: { method: get, endpoint: https://example.com } }
`,
    },
  ],
};
