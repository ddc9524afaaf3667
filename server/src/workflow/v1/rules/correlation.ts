import { nearest } from '../../../rules/nearest.ts';
import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import type { Node, Pair } from '../../../syntax/node.ts';
import { elementsOf, pairOf, valueOf } from '../../../syntax/node.ts';
import { at } from '../../describe.ts';
import { changeTo, didYouMean, taskRule } from '../../rules/rule.ts';

export const correlation = taskRule({
  code: 'event/correlation',
  level: 'warning',
  dialects: ['v1'],
  kinds: ['listen'],
  check: ({ body }) => read(at(body, 'listen.to.all')),
  whole: (inTasks, model) => [...inTasks, ...read(at(model.root, 'schedule.on.all'))],
});

const keysOf = (filter: Node): readonly Pair[] => {
  const keys = valueOf(filter, 'correlate');
  // What is compared with an expected value is not compared with other events.
  return keys?.kind === 'map' ? keys.pairs.filter(({ value }) => !pairOf(value, 'expect')) : [];
};

/** Events belong together by the keys that all their filters name: what only one of them names, or lacks, is out of place there. */
function read(filters: Node | undefined): readonly RuleReport[] {
  const correlated = elementsOf(filters)
    .map(keysOf)
    .filter((keys) => keys.length > 0);
  if (correlated.length < 2) return [];
  const counts = new Map<string, number>();
  for (const keys of correlated) for (const { key } of keys) counts.set(key.text, (counts.get(key.text) ?? 0) + 1);
  const usual = [...counts].filter(([, count]) => count * 2 > correlated.length).map(([name]) => name);
  // Of two filters the first is right where the second has a name that is nearly one of its own.
  if (correlated.length === 2) {
    const [first, second] = correlated.map((keys) => keys.map(({ key }) => key.text).filter((name) => !usual.includes(name)));
    usual.push(...second!.flatMap((name) => nearest(name, first!) ?? []));
  }
  return correlated.flatMap((keys) => {
    const own = new Set(keys.map(({ key }) => key.text));
    const lacking = usual.filter((name) => !own.has(name));
    return keys
      .filter(({ key }) => !usual.includes(key.text))
      .map(({ key }) => {
        const instead = nearest(key.text, lacking);
        return {
          at: key,
          message: `The other filters do not correlate by "${key.text}".${didYouMean(instead) || ' Name the same keys in each.'}`,
          fixes: instead === undefined ? undefined : (tree) => [changeTo(tree, key, instead)],
        };
      });
  });
}

export const docs: RuleDocs = {
  rule: correlation,
  clause: 'dsl-reference: Correlation',
  why: 'Events are put together by the keys that all of their filters name; of a key that one of them lacks nothing can be compared.',
  good: [
    `
do:
  - a:
      listen:
        to:
          all:
            - { with: { type: a }, correlate: { order: { from: .data.id } } }
            - { with: { type: b }, correlate: { order: { from: .subject } } }
            - { with: { type: c } }
            - { with: { type: d }, correlate: { order: { from: .subject }, by: { from: .data.by, expect: me } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - a:
      listen:
        to:
          all:
            - { with: { type: a }, correlate: { order: { from: .data.id } } }
            - { with: { type: b }, correlate: { order: { from: .subject } } }
            - { with: { type: c }, correlate: { «ordr»: { from: .subject } } }
`,
      fixed: `
do:
  - a:
      listen:
        to:
          all:
            - { with: { type: a }, correlate: { order: { from: .data.id } } }
            - { with: { type: b }, correlate: { order: { from: .subject } } }
            - { with: { type: c }, correlate: { order: { from: .subject } } }
`,
    },
    {
      text: `
do:
  - a:
      listen:
        to:
          all:
            - { with: { type: a }, correlate: { order: { from: .data.id } } }
            - { with: { type: b }, correlate: { «ordr»: { from: .subject } } }
`,
      fixed: `
do:
  - a:
      listen:
        to:
          all:
            - { with: { type: a }, correlate: { order: { from: .data.id } } }
            - { with: { type: b }, correlate: { order: { from: .subject } } }
`,
    },
    {
      text: `
do:
  - a:
      listen:
        to:
          all:
            - { with: { type: a }, correlate: { «order»: { from: .data.id } } }
            - { with: { type: b }, correlate: { «customer»: { from: .subject } } }
`,
    },
  ],
};
