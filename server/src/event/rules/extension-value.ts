import type { RuleDocs, RuleReport } from '../../rules/rule.ts';
import { extensionValues } from '../extension-values.ts';
import { type CloudEvent, textOf } from '../model.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { violated } from './rule.ts';

export const extensionValue: EventRule = {
  ...coded('cloudevent/extension-value'),
  *check(event) {
    for (const [name, check] of checks) {
      const member = event.attributes.get(name);
      const violation = member?.text && !member.isExpression ? check(member.text) : undefined;
      if (member && violation) yield violated(event, member, violation);
    }
    const report = sequenceOf(event);
    if (report) yield report;
  },
};

const checks = Object.entries(extensionValues);

/** ext/sequence (1.0.2): of the type Integer it is a number of 32 bits, written as text. */
function sequenceOf({ attributes }: CloudEvent): RuleReport | undefined {
  const sequence = attributes.get('sequence');
  const text = textOf(sequence);
  if (!sequence || !text || textOf(attributes.get('sequencetype')) !== 'Integer') return undefined;
  return /^[+-]?\d+$/.test(text) && Number(text) === (Number(text) | 0)
    ? undefined
    : { at: sequence.valueAt, message: '"sequencetype" says Integer, so "sequence" is a whole number of 32 bits, as in "0042".' };
}

export const docs: RuleDocs = {
  rule: extensionValue,
  clause:
    'ext/distributed-tracing, W3C Trace Context §3.2; ext/authcontext, data-classification, deprecation, sequence, severity, verifiability',
  why: 'Tools that know an extension look for the values that it defines: a trace parent that they cannot read cuts the trace in two.',
  good: [
    '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" }',
    '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "severitynumber": 17, "severitytext": "ERROR" }',
  ],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "traceparent": «"0af7651916cd43dd"» }',
    },
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "authtype": «"apikey"» }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "authtype": "api_key" }',
    },
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "severitynumber": 9, "severitytext": «"info"» }',
      fixed:
        '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "severitynumber": 9, "severitytext": "INFO" }',
    },
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "sequence": «"first"», "sequencetype": "Integer" }',
    },
    { text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "deprecated": «false» }' },
    { text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "dssematerial": «"AAE="» }' },
  ],
};
