import type { RuleDocs } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { decodeHeaderValue, encodeHeaderValue } from '../../formats/percent.ts';
import { quote } from '../../formats/quote.ts';
import { hasGrammar } from '../attributes.ts';
import { forbiddenCharacter } from '../characters.ts';
import { attributeOfHeader, setHeader } from '../http.ts';

export const percentEncoding: EventRule = {
  ...coded('cloudevent/percent-encoding'),
  *check({ message }) {
    for (const header of message?.headers ?? []) {
      const attribute = attributeOfHeader(header.name);
      if (attribute === undefined || attribute === 'datacontenttype' || header.isTemplate) continue;
      const { text, wrong } = decodeHeaderValue(header.value);
      // What must not stand in a URI or a time at all, or in any attribute, other rules tell.
      if (!wrong || (wrong.kind !== 'utf-8' && hasGrammar(attribute))) continue;
      const found = header.value.slice(wrong.from, wrong.to);
      if (forbiddenCharacter(found)) continue;
      const { valueAt } = header;
      const isVerbatim = valueAt.end - valueAt.start === header.value.length;
      yield {
        at: isVerbatim ? { ...valueAt, start: valueAt.start + wrong.from, end: valueAt.start + wrong.to } : valueAt,
        message: messages[wrong.kind](found),
        fixes:
          wrong.kind === 'utf-8'
            ? undefined
            : (tree) => [{ title: 'Encode the value', preferred: true, edits: setHeader(tree, header, encodeHeaderValue(text)) }],
      };
    }
  },
};

const messages: Readonly<Record<'raw' | 'percent' | 'utf-8', (found: string) => string>> = {
  raw: (found) =>
    `The header of an attribute holds ${found === ' ' ? 'no space' : `no ${found === '"' ? 'quotes' : quote(found)}`}. Write ${encodeHeaderValue(found)}.`,
  percent: () => '"%" begins an encoded byte, as in %20. Write %25 for the sign itself.',
  'utf-8': (found) => `${found} is no character in UTF-8. Encode the bytes of UTF-8, as in %C3%BC for "ü".`,
};

export const docs: RuleDocs = {
  rule: percentEncoding,
  language: 'http',
  clause: 'http §3.1.3.2',
  why: 'Headers carry printable ASCII only; whoever receives the event decodes the value once, and gets another text than was meant.',
  good: ['ce-specversion: 1.0\nce-id: 1\nce-source: /orders\nce-type: com.example.order.placed\nce-subject: gr%C3%BCn%20100%25\n'],
  bad: [
    {
      text: 'ce-specversion: 1.0\nce-id: 1\nce-source: /orders\nce-type: com.example.order.placed\nce-subject: gr«ü»n\n',
      fixed: 'ce-specversion: 1.0\nce-id: 1\nce-source: /orders\nce-type: com.example.order.placed\nce-subject: gr%C3%BCn\n',
    },
    {
      text: 'ce-specversion: 1.0\nce-id: 1\nce-source: /orders\nce-type: com.example.order.placed\nce-subject: 100«%»\n',
      fixed: 'ce-specversion: 1.0\nce-id: 1\nce-source: /orders\nce-type: com.example.order.placed\nce-subject: 100%25\n',
    },
    { text: 'ce-specversion: 1.0\nce-id: 1\nce-source: /orders\nce-type: com.example.order.placed\nce-subject: gr«%FC»n\n' },
  ],
};
