import { checkBase64 } from '../../formats/base64.ts';
import type { RuleDocs } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { violated } from './rule.ts';

export const base64: EventRule = {
  ...coded('cloudevent/base64'),
  *check(event) {
    const { dataBase64: member } = event;
    if (!member || member.kind === 'nothing') return;
    const { kind, text, valueAt: at } = member;
    const violation = kind === 'text' ? checkBase64(text) : undefined;
    if (violation) yield violated(event, member, violation);
    else if (kind === 'null') yield { at, severity: 'warning', message: '"data_base64" is null. Leave it out where there is no data.' };
    else if (kind !== 'text') yield { at, message: '"data_base64" is text: the bytes of the data in base64.' };
  },
};

export const docs: RuleDocs = {
  rule: base64,
  clause: 'json §3.1.1; RFC 4648 §4',
  why: 'Strict readers refuse base64 of another alphabet, without padding or with line breaks, and the data is lost.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "data_base64": "AAE=" }'],
  bad: [
    { text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "data_base64": «"@@"» }' },
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "data_base64": «"AAE"» }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "data_base64": "AAE=" }',
    },
    { text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "data_base64": «5» }' },
  ],
};
