import type { RuleDocs } from '../../rules/rule.ts';
import { base64Flaw } from '../text.ts';
import type { EventRule } from './rule.ts';
import { isNull } from '../model.ts';
import { flawed, scalarOf } from './rule.ts';

export const base64: EventRule = {
  code: 'cloudevent/base64',
  level: 'error',
  *check(event) {
    if (event.foreign) return;
    const pair = event.root.pairs.find(({ key }) => key.text === 'data_base64');
    if (!pair?.value) return;
    const value = scalarOf(pair)?.value;
    const flaw = typeof value === 'string' ? base64Flaw(value) : undefined;
    if (flaw) yield flawed(pair, flaw);
    else if (isNull(pair.value))
      yield { at: pair.value, severity: 'warning', message: '"data_base64" is null. Leave it out where there is no data.' };
    else if (typeof value !== 'string') yield { at: pair.value, message: '"data_base64" is text: the bytes of the data in base64.' };
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
