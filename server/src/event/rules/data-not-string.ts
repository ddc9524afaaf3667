import type { RuleDocs } from '../../rules/rule.ts';
import { resolve } from '../../syntax/node.ts';
import { essence, isJson } from '../../formats/media-type.ts';
import { isNull } from '../model.ts';
import type { EventRule } from './rule.ts';

export const dataNotString: EventRule = {
  code: 'cloudevent/data-not-string',
  level: 'error',
  *check(event) {
    const pair = event.root.pairs.find(({ key }) => key.text === 'data');
    const value = resolve(pair?.value);
    if (event.foreign || !value || !event.contentType?.includes('/') || isJson(event.contentType)) return;
    if (value.kind === 'scalar' && typeof value.value === 'string') return;
    const type = essence(event.contentType);
    if (isNull(value))
      yield { at: value, severity: 'warning', message: `Data of type ${type} is text, not null. Leave "data" out where there is none.` };
    else
      yield {
        at: value,
        message: `"datacontenttype" says ${type}, so "data" is one text. Quote it, or change the type to application/json.`,
      };
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
