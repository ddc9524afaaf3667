import { and } from '../../formats/sentence.ts';
import type { RuleDocs } from '../../rules/rule.ts';
import { factOf } from '../attributes.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { isMeant, nameIn } from './rule.ts';

export const extensionRequires: EventRule = {
  ...coded('cloudevent/extension-requires'),
  *check(event) {
    const { attributes } = event;
    const told = new Set<string>();
    for (const { name, nameAt: at } of attributes.values()) {
      const { requires = [], excludes } = factOf(name) ?? {};
      const missing = and(
        requires.filter((each) => !attributes.has(each) && !isMeant(event, each)).map((each) => `"${nameIn(event, each)}"`),
      );
      if (missing && !told.has(missing)) yield { at, message: `"${nameIn(event, name)}" needs ${missing} beside it.` };
      told.add(missing);
      const other = excludes === undefined ? undefined : attributes.get(excludes);
      if (other)
        yield {
          at,
          message: `"${nameIn(event, name)}" does not go with "${nameIn(event, other.name)}". Remove one of them.`,
          related: [{ at: other.nameAt, message: `"${nameIn(event, other.name)}" is here.` }],
        };
    }
  },
};

export const docs: RuleDocs = {
  rule: extensionRequires,
  clause: 'ext/authcontext, bam, data-classification, deprecation, distributed-tracing, opcua, sequence, severity, verifiability',
  why: 'The attributes of an extension are read together; one without those that it hangs on is not understood.',
  good: [
    '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "authtype": "user", "authid": "42" }',
  ],
  bad: [
    { text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", «"tracestate"»: "a=1" }' },
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", «"bamtxid"»: "1", "bampid": "order" }',
    },
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "dataschema": "https://example.com/s", «"opcuametadatamajorversion"»: 1 }',
    },
  ],
};
