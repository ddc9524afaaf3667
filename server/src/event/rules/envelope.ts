import type { RuleDocs } from '../../rules/rule.ts';
import { envelopeOf } from '../envelopes.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';

export const envelope: EventRule = {
  ...coded('cloudevent/envelope'),
  *check(event) {
    const found = envelopeOf(event);
    const at = found?.shownBy(event)?.nameAt;
    if (!found || !at) return;
    yield {
      at,
      message: `This is ${found.name}, not a CloudEvent. Convert it, or keep it in a file of another name.`,
      fixes(tree) {
        const edits = found.convert(event, tree);
        return edits ? [{ title: 'Convert to CloudEvent', preferred: true, edits }] : [];
      },
    };
  },
};

export const docs: RuleDocs = {
  rule: envelope,
  clause: 'adapters/aws-sns; Azure Event Grid, Amazon EventBridge, CDEvents: their mappings to CloudEvents',
  why: 'Other systems wrap their events in other envelopes; whoever waits for CloudEvents does not know where type and id stand there.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "data": { "eventType": "x" } }'],
  bad: [
    {
      text: '{ "topic": "/shops/1", "subject": "orders/1", "id": "1", «"eventType"»: "order.placed", "eventTime": "2026-11-23T15:00:00Z", "data": {}, "dataVersion": "1.0" }',
      fixed:
        '{ "specversion": "1.0", "source": "/shops/1", "subject": "orders/1", "id": "1", "type": "order.placed", "time": "2026-11-23T15:00:00Z", "data": {}, "dataversion": "1.0" }',
    },
    {
      text: '{ "version": "0", "id": "1", «"detail-type"»: "Order Placed", "source": "shop", "time": "2026-11-23T15:00:00Z", "resources": ["arn:a", "arn:b"], "detail": { "n": 1 } }',
      fixed:
        '{ "specversion": "1.0", "id": "1", "type": "Order Placed", "source": "shop", "time": "2026-11-23T15:00:00Z", "resources": "arn:a,arn:b", "data": { "n": 1 } }',
    },
    {
      text: '{ "Type": "Notification", "MessageId": "1", «"TopicArn"»: "arn:aws:sns:eu:1:orders", "Message": "{}", "Timestamp": "2026-11-23T15:00:00Z" }',
      fixed:
        '{ "specversion": "1.0", "id": "1", "source": "arn:aws:sns:eu:1:orders", "type": "com.amazonaws.sns.Notification", "time": "2026-11-23T15:00:00Z", "datacontenttype": "application/json", "data": { "Type": "Notification", "MessageId": "1", "TopicArn": "arn:aws:sns:eu:1:orders", "Message": "{}", "Timestamp": "2026-11-23T15:00:00Z" } }',
    },
    {
      text: '{ «"context"»: { "id": "1", "source": "/ci", "type": "dev.cdevents.build.started.0.1.0", "timestamp": "2026-11-23T15:00:00Z" }, "subject": { "id": "b1" } }',
      fixed:
        '{ "specversion": "1.0", "id": "1", "source": "/ci", "type": "dev.cdevents.build.started.0.1.0", "subject": "b1", "time": "2026-11-23T15:00:00Z", "datacontenttype": "application/cdevents+json", "data": { "context": { "id": "1", "source": "/ci", "type": "dev.cdevents.build.started.0.1.0", "timestamp": "2026-11-23T15:00:00Z" }, "subject": { "id": "b1" } } }',
    },
  ],
};
