import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fragment, Tree } from '../../server/src/syntax/node.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { runs } from '../support/runs.ts';
import { dump } from './support/dump.ts';
import { apply, edit, jsonLines, jsonTexts, yamlTexts } from './support/edits.ts';
import { items, problemsOf } from './support/show.ts';

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

describe.each([
  ['yaml', yamlTexts, undefined],
  ['json', jsonTexts, undefined],
  ['json', jsonLines, 'lines'],
] as const)('incremental %s', (format, texts, split) => {
  it('gives the tree that a full read gives, whatever was edited', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        let now = text;
        let tree = parse(now, format, undefined, { split });
        check(tree);
        for (const one of edits) {
          now = apply(now, one);
          tree = parse(now, format, tree, { split });
          check(tree);
          const full = parse(now, format, undefined, { split });
          if (JSON.stringify(dump(tree)) !== JSON.stringify(dump(full)))
            expect({ text: now, tree: dump(tree) }).toEqual({ text: now, tree: dump(full) });
        }
      }),
      { numRuns: runs(30) },
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

  /** Found by long runs of the property above, and made small. */
  it.each([
    ['text behind the blanks at the end of an item is part of it', '- a: 1\n  p  ', '- a: 1\n  p a '],
    ['an open quote looks for its end far behind its item', '- : "\n   - ', '- : "\n   - "'],
    ['an item whose keys stand less deep than its first one', '-  b\n  :', '- b\n  :'],
    ['a tab behind the dash of a kept item', '\n-\t:', ' \n-\t:'],
    ['a dash that belonged to a list around', ': - >\n- :\n   d\n  -', ': - \n>\n- :\n   d\n  -'],
    ['a comment behind a dash at the end of an item', '- : - #', '\n- : - #'],
    ['a colon that has something below it, or not', '- : :\n   -', '- : :\nx -'],
    ['a line further below that does', '- a:1\r -\n :', '- a:1\r -\n# :'],
    ['a tab in a line below a block text without text', '- : >\n  \t', '- : >\n   \t'],
    ['a line below that makes a text a key, or an element', '  - r\n   -\n   :', '  - r\n -\n   :'],
    ['a line below an item that was a key', '- : 1\n   - :', '- : 1\n   - \n:'],
    ['a comment below a key without a colon', '  - ? k\n  }\r\n#', '  - ? k\n#'],
    ['a line below an item whose dash is out of place', '-  :\n  - r:\r', '-  :\n  - r:\r  input:\r\n         from: a\r\n'],
    ['an item beside which one stands further left', ' - :', '- a: 1\n - :'],
    ['a comment above a line of another language', '           \n- :\n#\n //', ' \n- :\n#\n //'],
    ['a line below that shows whether two lines were swapped', '- 1\n b:\nc:\r -', '- 1\n b:\nc:\r# -'],
    ['a dash among keys, one too many or not', '  :\n      -\n  - : }\n  \t- :', '  - n:\n      set: 1\n:\n      -\n  - : }\n  \t- :'],
  ])('%s', (_what, before, after) => {
    expect(dump(parse(after, 'yaml', parse(before, 'yaml')))).toEqual(dump(parse(after, 'yaml')));
  });

  it('a number of JSON ends where it ends, whatever the next line begins with', () => {
    const before = '  \n {";b": [{"c": 2}]},\n    [\n  "e"';
    const after = before.replace('"e"', '"e\n"');
    const fresh = parse(after, 'json');
    expect(problemsOf(fresh).map(({ what }) => what.code)).toEqual(['syntax/text-after-json']);
    expect(dump(parse(after, 'json', parse(before, 'json')))).toEqual(dump(fresh));
  });

  it.each([
    ['what is not closed inside of a kept object', '[{{"n": 1},}, {}]null,', '[{{"n": 1},}, {}]'],
    ['brackets that fit once a key has its quote', '{b":[{{"n": 1},}]}', '{b:[{{"n": 1},}]}'],
    ['a comma inside of a kept object, and one further on', '[{"a": 1 "b": 2}, {}]', '[{"a": 1 "b": 2}, {"c": 1,}]'],
    ['a quote behind a kept object', '[{"a": 1},\n{"b": 1}]', '[{"a": 1},"\n{"b": 1}]'],
    ['a colon behind a bracket that may stand between it and its key', '[{x}],', '[{x}:}}'],
    ['a quote behind a word without quotes', '[{"a": x},\n{"b": 1}]', '[{"a": x},"\n{"b": 1}]'],
  ])('%s counts for the text as a whole', (_what, before, after) => {
    expect(dump(parse(after, 'json', parse(before, 'json')))).toEqual(dump(parse(after, 'json')));
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
