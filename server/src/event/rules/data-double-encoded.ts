import type { RuleDocs } from '../../rules/rule.ts';
import { isJson } from '../../formats/media-type.ts';
import type { EventRule } from './rule.ts';
import { replace, textOf } from './rule.ts';

export const dataDoubleEncoded: EventRule = {
  code: 'cloudevent/data-double-encoded',
  level: 'warning',
  *check(event) {
    const pair = event.members.get('data');
    const text = textOf(pair);
    if (event.foreign || text === undefined || (event.contentType !== undefined && !isJson(event.contentType)) || !/^\s*[{[]/.test(text))
      return;
    const value = parsed(text);
    if (value === undefined) return;
    yield {
      at: pair!.value!,
      message: '"data" is JSON wrapped in a text. Write it as it is, without the quotes around it.',
      fixes: (tree) => replace('Unwrap the data', pair!.value!, value)(tree),
    };
  },
};

export const docs: RuleDocs = {
  rule: dataDoubleEncoded,
  clause: 'json §3.1.1',
  why: 'JSON inside a JSON string must be parsed twice; receivers that follow the specification get a text instead of an object.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "data": { "a": 1 } }'],
  bad: [{ text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "data": «"{\\"a\\":1}"» }' }],
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
