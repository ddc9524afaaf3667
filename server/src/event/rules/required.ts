import type { RuleDocs } from '../../rules/rule.ts';
import { insertPairs } from '../../syntax/edit.ts';
import { coreAttributes } from '../attributes.ts';
import type { EventRule } from './rule.ts';

const examples: Readonly<Record<string, string>> = {
  specversion: '1.0',
  id: 'A234-1234-1234',
  source: 'https://example.com/orders',
  type: 'com.example.order.placed',
};

export const required: EventRule = {
  code: 'cloudevent/required',
  level: 'error',
  *check(event) {
    if (event.foreign) return;
    const meant = new Set(event.misspelt.values());
    const missing = Object.keys(coreAttributes).filter(
      (name) => coreAttributes[name]!.required && !event.members.has(name) && !meant.has(name),
    );
    const unset = (name: string) => event.root.pairs.find((pair) => pair.key.text === name && pair.value);
    for (const name of missing) {
      const pair = unset(name);
      if (pair) yield { at: pair.value!, message: `"${name}" is required, and null counts as not there. Give it a text.` };
    }
    const absent = missing.filter((name) => !unset(name));
    if (absent.length === 0) return;
    const { fragment, start } = event.root;
    yield {
      at: { fragment, start, end: start + 1 },
      message: `This event has no ${list(absent.map((name) => `"${name}"`))}. Every CloudEvent needs specversion, id, source and type.`,
      fixes: (tree) => [
        {
          title: `Add ${list(
            absent.map((name) => `"${name}"`),
            ', ',
            ' and ',
          )}`,
          preferred: true,
          edits: insertPairs(
            tree,
            event.root,
            absent.map((name) => [name, JSON.stringify(examples[name] ?? '')]),
            null,
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
      fixed: '{ "id": "A234-1234-1234", "specversion": "1.0", "source": "/orders", "type": "com.example.order.placed" }',
    },
    { text: '{ "specversion": "1.0", "id": «null», "source": "/orders", "type": "com.example.order.placed" }' },
  ],
};

const list = (names: readonly string[], joint = ', no ', last = ' and no '): string =>
  names.length < 2 ? names.join('') : names.slice(0, -1).join(joint) + last + names.at(-1);
