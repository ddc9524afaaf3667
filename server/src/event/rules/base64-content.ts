import type { RuleDocs } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { checkBase64, textIn } from '../../formats/base64.ts';
import { readJson } from '../../formats/json.ts';
import { essence, isJson } from '../../formats/media-type.ts';
import { textOf } from '../model.ts';

export const base64Content: EventRule = {
  ...coded('cloudevent/base64-content'),
  *check({ dataBase64: member, contentType }) {
    const text = textOf(member);
    if (!member || !text || !contentType || !isJson(contentType) || checkBase64(text)) return;
    if (readJson(textIn(text) ?? '') === undefined)
      yield {
        at: member.valueAt,
        message: `"datacontenttype" says ${essence(contentType)}, but these bytes are no JSON. Write the type that they have.`,
      };
  },
};

export const docs: RuleDocs = {
  rule: base64Content,
  clause: 'json §3.1.1',
  why: 'Receivers decode the bytes and then read them by their type; here the second step fails.',
  good: [
    '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "datacontenttype": "application/json", "data_base64": "eyJhIjoxfQ==" }',
  ],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "datacontenttype": "application/json", "data_base64": «"AAE="» }',
    },
  ],
};
