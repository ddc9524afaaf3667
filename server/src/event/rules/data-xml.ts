import type { RuleDocs } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { isXml } from '../../formats/media-type.ts';
import { checkXml } from '../../formats/xml.ts';
import { textOf } from '../model.ts';

export const dataXml: EventRule = {
  ...coded('cloudevent/data-xml'),
  *check({ data, contentType, format }) {
    const text = textOf(data);
    if (!data || !text || !contentType || !isXml(contentType)) return;
    // A template of a message may stand for any of it.
    if (format === 'http' && text.includes('{{')) return;
    const violation = checkXml(text);
    if (violation) yield { at: data.valueAt, message: violation.message };
  },
};

export const docs: RuleDocs = {
  rule: dataXml,
  clause: 'json §3.1.1; XML 1.0 §2.1',
  why: 'XML that is not well-formed is read by nobody; mostly a tag was not closed.',
  good: [
    '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "datacontenttype": "application/xml", "data": "<a b=\'1\'><c/></a>" }',
  ],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "datacontenttype": "application/xml", "data": «"<a><b></a>"» }',
    },
  ],
};
