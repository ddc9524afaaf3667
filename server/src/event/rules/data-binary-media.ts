import type { RuleDocs } from '../../rules/rule.ts';
import { essence, isBinary } from '../media-type.ts';
import { base64Flaw } from '../text.ts';
import type { EventRule } from './rule.ts';
import { renameTo, textOf } from './rule.ts';

export const dataBinaryMedia: EventRule = {
  code: 'cloudevent/data-binary-media',
  level: 'warning',
  *check(event) {
    const pair = event.members.get('data');
    const text = textOf(pair);
    if (event.foreign || !pair || text === undefined || !event.contentType || !isBinary(event.contentType)) return;
    yield {
      at: pair.key,
      message: `Data of type ${essence(event.contentType)} is bytes. Put it into "data_base64".`,
      ...(base64Flaw(text) ? {} : { fixes: renameTo('Change to "data_base64"', pair, 'data_base64') }),
    };
  },
};

export const docs: RuleDocs = {
  rule: dataBinaryMedia,
  clause: 'json §3.1.1',
  why: 'Bytes do not survive in a JSON string; data_base64 says that the text is base64 and is to be decoded.',
  good: [
    '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "datacontenttype": "image/png", "data_base64": "AAE=" }',
  ],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "datacontenttype": "image/png", «"data"»: "AAE=" }',
      fixed:
        '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "datacontenttype": "image/png", "data_base64": "AAE=" }',
    },
  ],
};
