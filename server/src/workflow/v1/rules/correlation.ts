import { nearest } from '../../../rules/nearest.ts';
import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import type { Node, Pair, Tree } from '../../../syntax/node.ts';
import { elementsOf, pairOf, valueOf } from '../../../syntax/node.ts';
import { at } from '../../describe.ts';
import { changeTo, didYouMean, quoted, taskRule } from '../../rules/rule.ts';

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

/** The names that most filters have; where there are none, those of the first. */
function usualOf(correlated: readonly (readonly Pair[])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const keys of correlated) for (const { key } of keys) counts.set(key.text, (counts.get(key.text) ?? 0) + 1);
  const usual = [...counts].filter(([, count]) => count * 2 > correlated.length).map(([name]) => name);
  const first = correlated[0]!.map(({ key }) => key.text);
  if (usual.length === 0) return first;
  if (correlated.length !== 2) return usual;
  // Of two filters the first is right where the second has a name that is nearly one of its own.
  const own = first.filter((name) => !usual.includes(name));
  return [...usual, ...correlated[1]!.flatMap(({ key }) => (usual.includes(key.text) ? [] : (nearest(key.text, own) ?? [])))];
}

/** Events belong together by the keys that all their filters name: what only one of them names, or lacks, is out of place there. */
function read(filters: Node | undefined): readonly RuleReport[] {
  const all = elementsOf(filters);
  const correlated = all.map(keysOf).filter((keys) => keys.length > 0);
  if (correlated.length === 0) return [];
  const usual = usualOf(correlated);
  return [...withAndWithout(all, usual), ...(correlated.length < 2 ? [] : correlated.flatMap((keys) => oddOnes(keys, usual)))];
}

/** Some filters have keys and some have none: the fewer are told, the first for all. */
function withAndWithout(all: readonly Node[], usual: readonly string[]): readonly RuleReport[] {
  // What is compared with values belongs to something, too; what stands elsewhere is not known.
  const without = all.filter((filter) => filter.kind === 'map' && !pairOf(filter, 'correlate'));
  const keyed = all.filter((filter) => keysOf(filter).length > 0);
  const few = without.length > keyed.length ? keyed : without;
  const [first, ...rest] = few.map((filter) => (pairOf(filter, few === keyed ? 'correlate' : 'with') ?? { key: filter }).key);
  if (!first || keyed.length === 0 || without.length === 0) return [];
  const message =
    few === keyed
      ? `Most filters here have no "correlate": they take any event, whatever this one correlates. Name the same keys in each.`
      : `The other filters correlate by ${quoted(usual)}, and this one takes any event. Name the same keys in each.`;
  return [{ at: first, message, related: rest.map((at) => ({ at, message: 'So does this one.' })) }];
}

/** What a filter has beyond the usual names: a misspelt one each, the others at once. */
function oddOnes(keys: readonly Pair[], usual: readonly string[]): readonly RuleReport[] {
  const lacking = usual.filter((name) => !keys.some(({ key }) => key.text === name));
  const odd = keys.filter(({ key }) => !usual.includes(key.text)).map(({ key }) => ({ key, instead: nearest(key.text, lacking) }));
  const [first, ...rest] = odd.filter(({ instead }) => instead === undefined).map(({ key }) => key);
  const misspelt = odd.flatMap(({ key, instead }) => (instead === undefined ? [] : [{ key, instead }]));
  return [
    ...misspelt.map(({ key, instead }) => ({
      at: key,
      message: `${notElsewhere([key.text])}${didYouMean(instead)}`,
      fixes: (tree: Tree) => [changeTo(tree, key, instead)],
    })),
    ...(first ? [{ at: first, message: `${notElsewhere([first, ...rest].map(({ text }) => text))} Name the same keys in each.` }] : []),
  ];
}

const notElsewhere = (names: readonly string[]): string => `The other filters do not correlate by ${quoted(names)}.`;

/** A task that listens to events by these filters. */
const all = (...filters: readonly string[]): string =>
  `\ndo:\n  - a:\n      listen:\n        to:\n          all:\n${filters.map((filter) => `            - ${filter}\n`).join('')}`;

export const docs: RuleDocs = {
  rule: correlation,
  clause: 'dsl-reference: Correlation',
  why: 'Events are put together by the keys that all of their filters name; of a key that one of them lacks nothing can be compared.',
  good: [
    all(
      '{ with: { type: a }, correlate: { order: { from: .data.id } } }',
      '{ with: { type: b }, correlate: { order: { from: .subject } } }',
      '{ with: { type: c }, correlate: { by: { from: .data.by, expect: me } } }',
      '{ with: { type: d }, correlate: { order: { from: .subject }, by: { from: .data.by, expect: me } } }',
    ),
  ],
  bad: [
    {
      text: all(
        '{ with: { type: a }, correlate: { order: { from: .data.id } } }',
        '{ with: { type: b }, correlate: { order: { from: .subject } } }',
        '{ with: { type: c }, correlate: { «ordr»: { from: .subject } } }',
      ),
      fixed: all(
        '{ with: { type: a }, correlate: { order: { from: .data.id } } }',
        '{ with: { type: b }, correlate: { order: { from: .subject } } }',
        '{ with: { type: c }, correlate: { order: { from: .subject } } }',
      ),
    },
    {
      text: all(
        '{ with: { type: a }, correlate: { order: { from: .data.id } } }',
        '{ with: { type: b }, correlate: { «ordr»: { from: .subject } } }',
      ),
      fixed: all(
        '{ with: { type: a }, correlate: { order: { from: .data.id } } }',
        '{ with: { type: b }, correlate: { order: { from: .subject } } }',
      ),
    },
    {
      text: all(
        '{ with: { type: a }, correlate: { order: { from: .data.id } } }',
        '{ with: { type: b }, correlate: { «customer»: { from: .subject } } }',
      ),
    },
    {
      text: all(
        '{ with: { type: a }, correlate: { order: { from: .data.id } } }',
        '{ with: { type: b }, correlate: { order: { from: .subject } } }',
        '{ «with»: { type: c } }',
      ),
    },
    {
      text: all('{ with: { type: a } }', '{ with: { type: b } }', '{ with: { type: c }, «correlate»: { order: { from: .subject } } }'),
    },
  ],
};
