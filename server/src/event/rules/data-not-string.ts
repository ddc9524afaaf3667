import { essence, isJson } from '../../formats/media-type.ts';
import type { RuleDocs } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';

export const dataNotString: EventRule = {
  ...coded('cloudevent/data-not-string'),
  *check({ data, contentType }) {
    if (!data || !contentType?.includes('/') || isJson(contentType)) return;
    const { kind, valueAt: at } = data;
    if (kind === 'text' || kind === 'nothing') return;
    const type = essence(contentType);
    if (kind === 'null')
      yield { at, severity: 'warning', message: `Data of type ${type} is text, not null. Leave "data" out where there is none.` };
    else yield { at, message: `"datacontenttype" says ${type}, so "data" is one text. Quote it, or change the type to application/json.` };
  },
};

export const docs: RuleDocs = {
  rule: dataNotString,
  clause: 'json §3.1.1',
  why: 'Data that is not JSON stands in the JSON format as one string; an object there contradicts the content type.',
  good: [
    '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "datacontenttype": "text/plain", "data": "hello" }',
  ],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "datacontenttype": "text/plain", "data": «{}» }',
    },
  ],
};
