import { workflow } from '../rule.ts';
import { unknownComponent } from './unknown.ts';

export const unknownFunction = unknownComponent({
  code: 'reference/unknown-function',
  kind: 'function',
  group: 'functions',
  clause: 'dsl-reference: Call, Use',
  why: 'A call that is none of http, grpc, openapi, asyncapi, a2a and mcp runs a function of "use.functions" or of a catalog.',
  known: ['http', 'grpc', 'openapi', 'asyncapi', 'a2a', 'mcp'],
  good: [
    workflow(`
use:
  functions:
    pay: { call: http, with: { method: post, endpoint: https://example.com/pay } }
do:
  - payOrder: { call: pay }
  - logOrder: { call: 'log:1.0.0@default' }
  - shipOrder: { call: https://example.com/functions/ship.yaml }
`),
  ],
  bad: [
    workflow(`
use:
  functions:
    payOrder: { call: http, with: { method: post, endpoint: https://example.com/pay } }
do:
  - pay: { call: «payOrdr» }
`),
    workflow(`
do:
  - pay: { call: «htpp», with: { method: get, endpoint: https://example.com } }
`),
  ],
});
