import type { RuleDocs } from '../../../rules/rule.ts';
import { unknownComponent } from './unknown.ts';

export const unknownEvent = unknownComponent({
  code: 'reference/unknown-event',
  kind: 'event',
});

export const docs: RuleDocs = {
  rule: unknownEvent,
  clause: 'DSL 0.8: Event Definition',
  why: 'In DSL 0.x a state waits for, or sends, only events that "events" defines.',
  good: [
    `
id: order
specVersion: '0.8'
start: Wait
events:
  - { name: Paid, source: /shop, type: com.shop.paid }
  - { name: Shipped, source: /shop, type: com.shop.shipped }
states:
  - { name: Wait, type: event, onEvents: [ { eventRefs: [ Paid, Shipped ] } ], end: true }
`,
    `
id: order
specVersion: '0.8'
start: Wait
events: https://example.com/events.json
states:
  - { name: Wait, type: event, onEvents: [ { eventRefs: [ Paid ] } ], end: true }
`,
  ],
  bad: [
    {
      text: `
id: order
specVersion: '0.8'
start: Wait
events:
  - { name: Paid, source: /shop, type: com.shop.paid }
states:
  - { name: Wait, type: event, onEvents: [ { eventRefs: [ «Payed» ] } ], end: true }
`,
      fixed: `
id: order
specVersion: '0.8'
start: Wait
events:
  - { name: Paid, source: /shop, type: com.shop.paid }
states:
  - { name: Wait, type: event, onEvents: [ { eventRefs: [ Paid ] } ], end: true }
`,
    },
  ],
};
