import { and } from '../../formats/sentence.ts';
import type { RuleDocs } from '../../rules/rule.ts';
import { freshId } from '../fresh.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { isMeant, nameIn } from './rule.ts';

/** What is put in the place of an attribute that is missing. */
const values: Readonly<Record<string, () => string>> = {
  specversion: () => '1.0',
  id: freshId,
  source: () => 'https://example.com/orders',
  type: () => 'com.example.order.placed',
};

/** What can be said of an event that lacks it; of the others only a person knows. */
const known: ReadonlySet<string> = new Set(['specversion', 'id']);

export const required: EventRule = {
  ...coded('cloudevent/required'),
  *check(event) {
    const { attributes, members, required, typedBySchema, writer, at } = event;
    const missing = required.filter((name) => !attributes.has(name) && !isMeant(event, name) && !typedBySchema.has(name));
    const unset = members.filter(({ name }) => missing.includes(name));
    for (const { name, valueAt } of unset)
      yield { at: valueAt, message: `"${name}" is required, and null counts as not there. Give it a text.` };
    const absent = missing.filter((name) => !unset.some((member) => member.name === name));
    if (absent.length === 0) return;
    const names = absent.map((name) => `"${nameIn(event, name)}"`);
    const isMessage = event.format === 'http';
    const what = isMessage ? 'no header' : 'no';
    yield {
      at,
      message: `This ${isMessage ? 'message' : 'event'} has ${and(names.map((name) => `${what} ${name}`))}. Every CloudEvent needs specversion, id, source and type.`,
      fixes: (tree) => [
        {
          title: `Add ${and(names)}`,
          preferred: true,
          standIn: absent.some((name) => !known.has(name)),
          edits: writer.add(
            tree,
            absent.map((name) => [name, values[name]?.() ?? '']),
          ),
        },
      ],
    };
  },
};

export const docs: RuleDocs = {
  rule: required,
  clause: 'core: REQUIRED Attributes; json §2.2',
  why: 'Receivers tell events apart by id, source, type and specversion; without them an event cannot be routed or de-duplicated.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }'],
  bad: [
    {
      text: '«{» "specversion": "1.0", "source": "/orders", "type": "com.example.order.placed" }',
      fixed:
        '{ "id": "c7a5e0d2-3f4b-4d1a-9f0e-6b8c2a1d5e77", "specversion": "1.0", "source": "/orders", "type": "com.example.order.placed" }',
    },
    { text: '{ "specversion": "1.0", "id": «null», "source": "/orders", "type": "com.example.order.placed" }' },
  ],
};
