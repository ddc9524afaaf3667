import type { RuleDocs } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { meaning, nameIn } from './rule.ts';

export const headerNames: EventRule = {
  ...coded('cloudevent/header-names'),
  *check(event) {
    const headers = [...event.meant].flatMap(([member, { by, attribute }]) =>
      by === 'header' && attribute !== null ? [{ member, attribute }] : [],
    );
    const [first] = headers;
    if (!first) return;
    const prefix = first.member.name.slice(0, first.member.name.length - first.attribute.length);
    const isMessage = event.format === 'http';
    const isRequired = headers.some(({ attribute }) => event.required.includes(attribute));
    yield {
      at: first.member.nameAt,
      severity: isMessage && !isRequired ? 'warning' : undefined,
      message: isMessage
        ? `In HTTP the names of attributes begin with "ce-", not with "${prefix}". Write "${nameIn(event, first.attribute)}".`
        : `Attributes stand here without "${prefix}", which is how headers name them. Write "${first.attribute}".`,
      about: meaning(...headers.map(({ attribute }) => attribute)),
      fixes: (tree) => [
        {
          title: isMessage ? 'Change to "ce-"' : `Take "${prefix}" off`,
          preferred: true,
          edits: headers.flatMap(({ member, attribute }) => event.writer.rename(tree, member, attribute)),
        },
      ],
    };
  },
};

export const docs: RuleDocs = {
  rule: headerNames,
  clause: 'json §2.1, §3; http §3.1.3.1',
  why: 'The prefix belongs to the headers of a protocol; in the text of an event it makes other names, which nobody reads.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }'],
  bad: [
    {
      text: '{ «"ce-specversion"»: "1.0", "ce-id": "1", "ce-source": "/orders", "ce-type": "com.example.order.placed" }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }',
    },
  ],
};
