import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fragment, Tree } from '../../server/src/syntax/node.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { generateWorkflow } from '../support/generate.ts';
import { corpus } from './support/corpus.ts';
import { items } from './support/show.ts';

/** A tree as data: `item` leads around in circles, so it is named by its number in the tree. */
function dump(tree: Tree): string {
  const numbers = new Map<Fragment, number>(items(tree).map(({ item: fragment }, index) => [fragment, index]));
  // An alias is told by what it names: following it would unfold the tree.
  return (
    JSON.stringify(tree.documents, (key, value: unknown) =>
      key === 'item' && numbers.has(value as Fragment) && !Array.isArray(value)
        ? numbers.get(value as Fragment)
        : key === 'target' && value
          ? { kind: (value as { kind: string }).kind, start: (value as { start: number }).start }
          : value,
    ) +
    JSON.stringify(items(tree), (key, value: unknown) =>
      key === 'item' ? describeItem(value as Fragment, numbers) : key === 'target' ? undefined : value,
    )
  );
}
const describeItem = (fragment: Fragment, numbers: Map<Fragment, number>): unknown =>
  typeof fragment === 'object' && 'children' in fragment
    ? {
        length: fragment.length,
        problems: fragment.errors,
        comments: fragment.comments,
        // What a document remembers of its bounds is a short cut for the next change only.
        context: fragment.context && fragment.context.marker === undefined ? { ...fragment.context, parent: undefined } : undefined,
        children: fragment.children.map((child) => [numbers.get(child.fragment), child.offset]),
        root: JSON.stringify(fragment.root, (key, value: unknown) =>
          key === 'item' || key === 'elements'
            ? key === 'item'
              ? numbers.get(value as Fragment)
              : (value as { offset: number; node: { item: Fragment } }[]).map((element) =>
                  element.node.item === fragment ? element : [numbers.get(element.node.item), element.offset],
                )
            : key === 'target'
              ? undefined
              : value,
        ),
      }
    : fragment;

/** Every node stands in the right item and inside of it; `base` finds each item. */
function check(tree: Tree): void {
  for (const { item: fragment, base } of items(tree)) {
    if (tree.base(fragment) !== base) throw new Error('wrong base');
    if (base < 0 || base + fragment.length > tree.text.length) throw new Error('item outside of the text');
    for (const place of [...fragment.errors, ...fragment.comments])
      if (place.start < 0 || place.end < place.start || base + place.end > tree.text.length)
        throw new Error(`outside: ${JSON.stringify(place)}`);
  }
}

const snippets = [
  'a',
  ' ',
  '  ',
  '\n',
  ':',
  ': ',
  '- ',
  '"',
  "'",
  '#',
  ' # c',
  '[',
  ']',
  '{',
  '}',
  ',',
  '|',
  '>',
  '&a ',
  '*a',
  '---\n',
  '\t',
  '\r\n',
  '- b:\n',
  '    x: 1\n',
  '  - new:\n      set: { a: 1 }\n',
  '!!str ',
  '\\',
  '🧵',
  '...\n',
  '?',
  '{"k": 1}',
  ',{"a":1}',
  '//',
  '/*',
  '*/',
  'null',
  '-',
];
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  insert: fc.oneof(fc.constantFrom(...snippets), fc.string({ maxLength: 5 }), fc.constant('')),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;
const apply = (text: string, { at, remove, insert }: Edit): string => {
  const start = Math.floor(at * (text.length + 1));
  return text.slice(0, start) + insert + text.slice(start + remove);
};

const yamlTexts = [
  ...[60, 200].flatMap((lines) => [1, 2].map((seed) => generateWorkflow(lines, seed))),
  '- a: 1\n  b: |+\n    x\n\n\n- c: 2\n# between\n- d:\n  - e: 1\n  - f: |\n      t\n\n  # tail\n- g: "q\n    r"\n- [x, {y: 1}, z: 2]\n- &n h: *n\n-\n- i\n',
  'a:\r\n- x: 1\r\n  y: 2\r\n- z: 3\r\n---\r\n- 1\r\n...\r\n# end\r\n',
  '  - a: 1\n  - b:\n      c: 1\n     d: 2\n   - e: 1\n  f: 1\n\tg: 2\n',
  ...corpus(/^examples\/1\.0\/.*\.ya?ml$/)
    .slice(0, 30)
    .map(({ text }) => text),
];
const jsonTexts = [
  '[{"a": 1, "b": [{"c": null}, {"d": [1, {"e": "f"}]}]}, {"g": "h"},\n // note\n {"i": {"j": [{}]}}]',
  JSON.stringify({ do: Array.from({ length: 12 }, (_, index) => ({ [`t${index}`]: { set: { a: [{ b: index }] } } })) }, null, 2),
  ...corpus(/^examples\/0\.\d\/.*\.json$/)
    .slice(0, 10)
    .map(({ text }) => text),
];

describe.each([
  ['yaml', yamlTexts, false],
  ['json', jsonTexts, false],
  ['json', ['{"id":"1"}\n{"id":"2","x":[{"y":1}]}\n\n{"id":"3"}\n', '\r\n{"a":1}\r\n \r\n{"b":[{}]}\r{"c":3}'], true],
] as const)('incremental %s', (format, texts, lines) => {
  it('gives the tree that a full read gives, whatever was edited', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        let now = text;
        let tree = parse(now, format, undefined, { lines });
        check(tree);
        for (const one of edits) {
          now = apply(now, one);
          tree = parse(now, format, tree, { lines });
          check(tree);
          const full = parse(now, format, undefined, { lines });
          if (dump(tree) !== dump(full))
            expect({ text: now, tree: JSON.parse(JSON.stringify(dump(tree))) }).toEqual({ text: now, tree: dump(full) });
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });
});

describe('what is kept', () => {
  const names = (tree: Tree): Map<string, Fragment> =>
    new Map(
      items(tree).flatMap(({ item: fragment }) =>
        fragment.root?.kind === 'map' && fragment.root.pairs[0] ? [[fragment.root.pairs[0].key.text, fragment] as const] : [],
      ),
    );
  const kept = (before: string, after: string, format: 'yaml' | 'json' = 'yaml'): string[] => {
    const old = parse(before, format);
    const was = names(old);
    return [...names(parse(after, format, old))].filter(([name, fragment]) => was.get(name) === fragment).map(([name]) => name);
  };
  const text =
    'top: 1\ndo:\n  - a:\n      set: 1\n  - b:\n      do:\n        - c:\n            set: 2\n        - d:\n            set: 3\n  # note\n  - e:\n      set: 4\n';

  it.each([
    ['a value', text.replace('set: 2', 'set: 20'), ['a', 'd', 'e']],
    ['a name', text.replace('b:', 'bb:'), ['a', 'c', 'd', 'e']],
    ['the first letter of an item', text.replace('- d', '- xd'), ['a', 'c', 'e']],
    ['a key in front of the list', text.replace('top: 1', 'top: 100'), ['a', 'b', 'c', 'd', 'e']],
    ['a comment between items', text.replace('note', 'remark'), ['a', 'b', 'c', 'd', 'e']],
    ['an inserted item', text.replace('  - b', '  - n:\n      set: 9\n  - b'), ['a', 'b', 'c', 'd', 'e']],
    ['a removed item', text.replace('        - c:\n            set: 2\n', ''), ['a', 'd', 'e']],
    ['an unclosed quote', text.replace('set: 2', 'set: "2'), ['a', 'd', 'e']],
    ['an unclosed bracket', text.replace('set: 1', 'set: [1'), ['b', 'c', 'd', 'e']],
    ['blanks at the end of an item', text.replace('set: 2', 'set: 2 '), ['a', 'd', 'e']],
    ['a half-typed key behind an item', text.replace('  # note', '      th\n  # note'), ['a', 'c', 'd', 'e']],
  ])('%s', (_what, after, expected) => {
    expect(kept(text, after)).toEqual(expected);
  });

  it('text behind the blanks at the end of an item is part of it', () => {
    const before = parse('- a: 1\n  p  ', 'yaml');
    const after = '- a: 1\n  p a ';
    expect(dump(parse(after, 'yaml', before))).toBe(dump(parse(after, 'yaml')));
  });

  it('objects in JSON lists', () => {
    const json = '{"do": [{"a": 1}, {"b": [{"c": 2}, {"d": 3}]}, {"e": 4}]}';
    expect(kept(json, json.replace('2', '20'), 'json')).toEqual(['a', 'd', 'e']);
    expect(kept(json, json.replace('{"e"', '{"n": 1}, {"e"'), 'json')).toEqual(
      ['do', 'a', 'b', 'c', 'd', 'e'].filter((name) => name !== 'do'),
    );
  });

  it('documents of a stream, and lines of JSONL', () => {
    const old = parse('a: 1\n---\nb: 2\n---\nc: 3\n', 'yaml');
    const now = parse('a: 1\n---\nb: 20\n---\nc: 3\n', 'yaml', old);
    expect(now.documents.map(({ fragment }, index) => fragment === old.documents[index]?.fragment)).toEqual([true, false, true]);
  });
});
