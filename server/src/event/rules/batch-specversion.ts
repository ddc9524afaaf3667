import type { Rule, RuleDocs } from '../../rules/rule.ts';
import type { EventDocument } from '../document.ts';
import { coded } from './levels.ts';

export const batchSpecversion: Rule<EventDocument> = {
  ...coded('cloudevent/batch-specversion'),
  *check({ root, events }) {
    if (root?.kind !== 'seq') return;
    const first = events.find((event) => event.specversion !== undefined);
    for (const event of events) {
      if (!first || event.specversion === undefined || event.specversion === first.specversion) continue;
      const at = event.attributes.get('specversion')?.valueAt;
      const firstAt = first.attributes.get('specversion')?.valueAt;
      if (!at || !firstAt) continue;
      yield {
        at,
        message: `This batch begins with version "${first.specversion}". All its events have the same one.`,
        related: [{ at: firstAt, message: 'The first version is here.' }],
      };
    }
  },
};

export const docs: RuleDocs = {
  rule: batchSpecversion,
  clause: 'http §3.3',
  why: 'All events of a batch follow one version of CloudEvents, so that a receiver can choose its reader once.',
  good: [
    '[{ "specversion": "1.0", "id": "1", "source": "/a", "type": "com.example.a" }, { "specversion": "1.0", "id": "2", "source": "/a", "type": "com.example.a" }]',
  ],
  bad: [
    {
      text: '[{ "specversion": "1.0", "id": "1", "source": "/a", "type": "com.example.a" }, { "specversion": «"0.3"», "id": "2", "source": "/a", "type": "com.example.a" }]',
    },
  ],
};
