import { checkBase64 } from '../../formats/base64.ts';
import { essence, isBinary } from '../../formats/media-type.ts';
import type { RuleDocs } from '../../rules/rule.ts';
import { textOf } from '../model.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { rename } from './rule.ts';

export const dataBinaryMedia: EventRule = {
  ...coded('cloudevent/data-binary-media'),
  *check(event) {
    const { data, contentType } = event;
    const text = textOf(data);
    if (!data || !text || !contentType || !isBinary(contentType)) return;
    yield {
      at: data.nameAt,
      message: `Data of type ${essence(contentType)} is bytes. Put it into "data_base64".`,
      fixes: checkBase64(text) ? undefined : rename(event, data, 'data_base64'),
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
