import type { RuleDocs } from '../../rules/rule.ts';
import { textOf } from '../model.ts';
import type { EventRule } from './rule.ts';
import { isMeant } from './rule.ts';

export const tracing: EventRule = {
  code: 'cloudevent/tracing',
  level: 'warning',
  *check(event) {
    const [parent, state] = [event.attributes.get('traceparent'), event.attributes.get('tracestate')];
    if (state && !parent && !isMeant(event, 'traceparent'))
      yield { at: state.nameAt, severity: 'error', message: '"tracestate" needs "traceparent" beside it.' };
    const text = textOf(parent);
    if (parent && text && !isTraceParent(text))
      yield {
        at: parent.valueAt,
        message: 'A trace parent is version, trace id, span id and flags, as in 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.',
      };
  },
};

/** Trace Context §3.2. */
const isTraceParent = (text: string): boolean =>
  /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?$/.test(text) && !/^ff|-0{32}-|-0{16}-/.test(text);

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
