import type { RuleDocs } from '../../rules/rule.ts';
import type { EventRule } from './rule.ts';
import { textOf } from './rule.ts';

export const tracing: EventRule = {
  code: 'cloudevent/tracing',
  level: 'warning',
  *check(event) {
    if (event.foreign) return;
    const [parent, state] = [event.members.get('traceparent'), event.members.get('tracestate')];
    if (state && !parent && ![...event.misspelt.values()].includes('traceparent'))
      yield { at: state.key, severity: 'error', message: '"tracestate" needs "traceparent" beside it.' };
    const text = textOf(parent);
    if (text !== undefined && (!/^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?$/.test(text) || /^ff|-0{32}-|-0{16}-/.test(text)))
      yield {
        at: parent!.value!,
        message: 'A trace parent is version, trace id, span id and flags, as in 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.',
      };
  },
};

export const docs: RuleDocs = {
  rule: tracing,
  clause: 'ext/distributed-tracing; W3C Trace Context §3.2',
  why: 'A trace parent that tracing tools cannot read cuts the trace in two.',
  good: [
    '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" }',
  ],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "traceparent": «"0af7651916cd43dd"» }',
    },
    { text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", «"tracestate"»: "a=1" }' },
  ],
};
