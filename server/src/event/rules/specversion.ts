import type { RuleDocs } from '../../rules/rule.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { replace } from './rule.ts';

/** The drafts that were published before 1.0. */
const drafts: ReadonlySet<string> = new Set(['0.1', '0.2', '0.3']);

/** Is it the version, or was it one? */
export const isKnownVersion = (version: string): boolean => version === '1.0' || drafts.has(version);

export const specversion: EventRule = {
  ...coded('cloudevent/specversion'),
  *check(event) {
    const { specversion: version } = event;
    if (!version || version === '1.0') return;
    const member = event.attributes.get('specversion')!;
    const { valueAt: at } = member;
    const fixes = replace(event, 'Change to "1.0"', member, '1.0');
    if (drafts.has(version))
      yield { at, severity: 'warning', message: `This event follows CloudEvents ${version}, an older draft. Only 1.0 is checked.`, fixes };
    else if (/^v?1(\.0)*(\.\d+)?$/.test(version))
      yield { at, message: `"specversion" of every 1.0 release is "1.0", not "${version}".`, fixes };
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
      text: '{ "specversion": «"0.3"», "id": "1", "source": "/orders", "type": "com.example.order.placed" }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }',
    },
  ],
};
