import type { RuleDocs } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { headerNamed } from '../../syntax/http/stream.ts';
import { isReservedHeader, removeHeader, renameHeader } from '../http.ts';

export const reservedHeader: EventRule = {
  ...coded('cloudevent/reserved-header'),
  *check({ message }) {
    for (const header of message?.headers ?? []) {
      if (!isReservedHeader(header.name)) continue;
      const { name, nameAt: at } = header;
      if (name.toLowerCase() !== 'ce-datacontenttype') {
        yield { at, message: `"${name}" is no attribute: the data of an event is the body of its message. Put it there.` };
        continue;
      }
      const other = message && headerNamed(message, 'content-type');
      yield {
        at,
        message: other
          ? `"Content-Type" says already what the data is. Remove "${name}".`
          : `In a message "Content-Type" says what the data is, not "${name}".`,
        fixes: (tree) => [
          other
            ? { title: `Remove "${name}"`, preferred: other.value === header.value, edits: removeHeader(tree, header) }
            : { title: 'Change to "Content-Type"', preferred: true, edits: renameHeader(tree, header, 'Content-Type') },
        ],
      };
    }
  },
};

export const docs: RuleDocs = {
  rule: reservedHeader,
  language: 'http',
  clause: 'http §3.1.1; core: Attribute Naming Convention (1.0.3)',
  why: 'Receivers take the type of the data from Content-Type and the data from the body; these headers make extensions of them that nobody looks for.',
  good: ['ce-specversion: 1.0\nce-id: 1\nce-source: /orders\nce-type: com.example.order.placed\nContent-Type: text/plain\n'],
  bad: [
    {
      text: 'ce-specversion: 1.0\nce-id: 1\nce-source: /orders\nce-type: com.example.order.placed\n«ce-datacontenttype»: text/plain\n',
      fixed: 'ce-specversion: 1.0\nce-id: 1\nce-source: /orders\nce-type: com.example.order.placed\nContent-Type: text/plain\n',
    },
    { text: 'ce-specversion: 1.0\nce-id: 1\nce-source: /orders\nce-type: com.example.order.placed\n«ce-data»: 5\n' },
  ],
};
