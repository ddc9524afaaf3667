import type { RuleDocs } from '../../rules/rule.ts';
import { migration } from '../migrate.ts';
import { textOf } from '../model.ts';
import { versionKind } from '../versions.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { replace } from './rule.ts';

export const specversion: EventRule = {
  ...coded('cloudevent/specversion'),
  *check(event) {
    const { versionAt: member } = event;
    const version = textOf(member);
    if (!member || version === undefined || version === '1.0') return;
    const { valueAt: at, name } = member;
    const fixes = replace(event, 'Change to "1.0"', member, '1.0');
    const kind = name === 'specversion' ? versionKind(version) : 'draft';
    if (kind === 'draft')
      yield {
        at,
        severity: 'warning',
        message: `This event follows CloudEvents ${version}, an older draft. Only 1.0 is checked.`,
        fixes: (tree) => [{ title: 'Migrate to CloudEvents 1.0', preferred: true, edits: migration(event, tree) }],
      };
    else if (version === '') yield { at, message: '"specversion" is empty. Write "1.0".', fixes };
    else if (kind === 'slip') yield { at, message: `"specversion" of every 1.0 release is "1.0", not "${version}".`, fixes };
    else yield { at, message: `"${version}" is not a version of CloudEvents. Write "1.0".`, fixes };
  },
};

export const docs: RuleDocs = {
  rule: specversion,
  clause: 'core: specversion',
  why: 'Receivers choose how to read an event by its specversion; this version of CloudEvents writes exactly "1.0", patch releases included.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }'],
  bad: [
    {
      text: '{ "specversion": «"1.0.2"», "id": "1", "source": "/orders", "type": "com.example.order.placed" }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }',
    },
    {
      text: '{ "specversion": «"2.0"», "id": "1", "source": "/orders", "type": "com.example.order.placed" }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }',
    },
    {
      text: '{ "specversion": «""», "id": "1", "source": "/orders", "type": "com.example.order.placed" }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }',
    },
    {
      text: '{ "specversion": «"0.3"», "id": "1", "source": "/orders", "type": "com.example.order.placed", "schemaurl": "https://example.com/s" }',
      fixed:
        '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "dataschema": "https://example.com/s" }',
    },
  ],
};
