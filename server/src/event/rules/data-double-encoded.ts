import { readJson } from '../../formats/json.ts';
import { isJson } from '../../formats/media-type.ts';
import type { RuleDocs } from '../../rules/rule.ts';
import { textOf } from '../model.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';

export const dataDoubleEncoded: EventRule = {
  ...coded('cloudevent/data-double-encoded'),
  *check(event) {
    const { data, contentType } = event;
    const text = textOf(data);
    // json §3.1: an absent content type means JSON.
    const json = contentType === undefined || isJson(contentType);
    if (!data || !text || !json || !/^\s*[{[]/.test(text) || readJson(text) === undefined) return;
    yield {
      at: data.valueAt,
      message: '"data" is JSON wrapped in a text. Write it as it is, without the quotes around it.',
      fixes: (tree) => [{ title: 'Unwrap the data', preferred: true, edits: event.writer.setJson(tree, data, text) }],
    };
  },
};

export const docs: RuleDocs = {
  rule: dataDoubleEncoded,
  clause: 'json §3.1.1',
  why: 'JSON inside a JSON string must be parsed twice; receivers that follow the specification get a text instead of an object.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "data": { "a": 1 } }'],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "data": «"{\\"a\\":1}"» }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "data": {"a":1} }',
    },
  ],
};
