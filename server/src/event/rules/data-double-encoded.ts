import type { RuleDocs } from '../../rules/rule.ts';
import { textRange } from '../../syntax/node.ts';
import { isJson } from '../media-type.ts';
import type { EventRule } from './rule.ts';
import { textOf } from './rule.ts';

export const dataDoubleEncoded: EventRule = {
  code: 'cloudevent/data-double-encoded',
  level: 'warning',
  *check(event) {
    const pair = event.members.get('data');
    const text = textOf(pair);
    if (event.foreign || text === undefined || !isJson(event.contentType) || !/^\s*[{[]/.test(text) || !isJsonText(text)) return;
    yield {
      at: pair!.value!,
      message: '"data" is JSON wrapped in a text. Write it as it is, without the quotes around it.',
      fixes: (tree) => [
        // As it was written, but on one line, as in JSONL it must be; JSON has line breaks between its words only.
        {
          title: 'Unwrap the data',
          preferred: true,
          edits: [{ ...textRange(tree, pair!.value!), newText: text.trim().replace(/\s*[\r\n]\s*/g, ' ') }],
        },
      ],
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

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
