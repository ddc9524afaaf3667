import type { Rule, RuleDocs } from '../../rules/rule.ts';
import type { EventDocument } from '../document.ts';
import { type CloudEvent, textOf } from '../model.ts';
import { coded } from './levels.ts';

export const batchDuplicate: Rule<EventDocument> = {
  ...coded('cloudevent/batch-duplicate'),
  *check({ root, events }) {
    if (root?.kind !== 'seq') return;
    const seen = new Map<string, CloudEvent>();
    for (const event of events) {
      const id = event.attributes.get('id');
      const [idText, sourceText] = [textOf(id), textOf(event.attributes.get('source'))];
      if (!id || !idText || !sourceText) continue;
      const key = JSON.stringify([sourceText, idText]);
      const first = seen.get(key);
      if (!first) {
        seen.set(key, event);
        continue;
      }
      const same = JSON.stringify(first.content()) === JSON.stringify(event.content());
      yield {
        at: id.valueAt,
        severity: same ? 'hint' : undefined,
        message: same
          ? `This event stands in the batch twice. Receivers drop the second.`
          : `Another event of "${sourceText}" in this batch has the id "${idText}". Give each event its own id.`,
        related: [{ at: first.attributes.get('id')!.nameAt, message: 'The first one is here.' }],
      };
    }
  },
};

export const docs: RuleDocs = {
  rule: batchDuplicate,
  clause: 'core: id, source',
  why: 'Receivers take two events with the same source and id for one event sent twice and drop the second.',
  good: [
    '[{ "specversion": "1.0", "id": "1", "source": "/a", "type": "com.example.a" }, { "specversion": "1.0", "id": "1", "source": "/b", "type": "com.example.a" }]',
  ],
  bad: [
    {
      text: '[{ "specversion": "1.0", "id": "1", "source": "/a", "type": "com.example.a" }, { "specversion": "1.0", "id": «"1"», "source": "/a", "type": "com.example.b" }]',
    },
    {
      text: '[{ "specversion": "1.0", "id": "1", "source": "/a", "type": "com.example.a" }, { "specversion": "1.0", "id": «"1"», "source": "/a", "type": "com.example.a" }]',
    },
  ],
};
