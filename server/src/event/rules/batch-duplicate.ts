import type { Rule, RuleDocs } from '../../rules/rule.ts';
import { toValue } from '../../syntax/value.ts';
import type { EventDocument } from '../document.ts';
import type { EventModel } from '../model.ts';
import { textOf } from './rule.ts';

export const batchDuplicate: Rule<EventDocument> = {
  code: 'cloudevent/batch-duplicate',
  level: 'error',
  *check({ root, events }) {
    if (root?.kind !== 'seq') return;
    const seen = new Map<string, EventModel>();
    for (const event of events) {
      const [id, source] = [event.members.get('id'), event.members.get('source')];
      const [idText, sourceText] = [textOf(id), textOf(source)];
      if (idText === undefined || sourceText === undefined) continue;
      const key = JSON.stringify([sourceText, idText]);
      const first = seen.get(key);
      if (!first) {
        seen.set(key, event);
        continue;
      }
      const same = JSON.stringify(toValue(first.root)) === JSON.stringify(toValue(event.root));
      yield {
        at: id!.value!,
        ...(same ? { severity: 'hint' as const } : {}),
        message: same
          ? `This event stands in the batch twice. Receivers drop the second.`
          : `Another event of "${sourceText}" in this batch has the id "${idText}". Give each event its own id.`,
        related: [{ at: first.members.get('id')!.key, message: 'The first one is here.' }],
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
