import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  insertElement,
  insertPair,
  insertPairs,
  quote,
  moveElement,
  removeElement,
  removePair,
  renameKey,
  setAt,
  setValue,
} from '../../server/src/syntax/edit.ts';
import { pathAt, walk } from '../../server/src/syntax/locate.ts';
import type { Edit, Format, MapNode, Node, Pair, ScalarNode, SeqNode, Tree } from '../../server/src/syntax/node.ts';
import { textRange } from '../../server/src/syntax/range.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { toValue, type Plain } from '../../server/src/syntax/value.ts';
import { isPlainText, writeText } from '../../server/src/syntax/write.ts';
import { generateWorkflow } from '../support/generate.ts';
import { marked } from '../support/marked.ts';
import { runs } from '../support/runs.ts';
import { corpus } from './support/corpus.ts';
import { commentsOf, problemsOf } from './support/show.ts';

/** Before and after; `|` stands on the key (or in the list) that is edited. */
const edited = (
  source: string,
  edit: (tree: Tree, pair: Pair, map: MapNode, path: readonly Node[]) => Edit[],
  format: Format = 'yaml',
): string => {
  const { text, offset } = marked(source);
  const tree = parse(text, format);
  const found = pathAt(tree, offset)!;
  const maps = found.nodes.filter((node): node is MapNode => node.kind === 'map');
  return applyEdits(text, edit(tree, found.pairs.at(-1)!, maps.at(-1)!, found.nodes));
};
const seqOf = (path: readonly Node[]): SeqNode => path.findLast((node): node is SeqNode => node.kind === 'seq')!;

describe('setValue', () => {
  it.each([
    ['|a: 1 # c\n', 'b', 'a: b # c\n'],
    ['|a:\n', 'b', 'a: b\n'],
    ['|a: # c\n', 'b', 'a: b # c\n'],
    ['x:\n  c: 1\n  |a\n', 'b', 'x:\n  c: 1\n  a: b\n'],
    ['|a:\n  b: 1\n# c\n', 'x', 'a: x\n# c\n'],
    ['x:\n  |a: 1\n', '\n  b: 2', 'x:\n  a:\n    b: 2\n'],
    ['|a: &n 1\n', '2', 'a: &n 2\n'],
    ['{|a: 1, b: 2}', '[3]', '{a: [3], b: 2}'],
    ['x:\r\n  |a: 1\r\n', '\n  b: 2', 'x:\r\n  a:\r\n    b: 2\r\n'],
  ])('%j := %j', (source, value, after) => {
    expect(edited(source, (tree, pair) => setValue(tree, pair, value))).toBe(after);
  });
  it('JSON', () => {
    expect(edited('{"|a": {"b": 1}, "c": 2}', (tree, pair) => setValue(tree, pair, '"x"'), 'json')).toBe('{"a": "x", "c": 2}');
  });
});

describe('renameKey and quote', () => {
  it.each([
    ['|a: 1', 'b c', 'b c: 1'],
    ['"|a": 1', 'b"', '"b\\"": 1'],
    ["'|a': 1", "it's", "'it''s': 1"],
    ['|a: 1', 'true', "'true': 1"],
    ['- |a:\n    b: 1', 'x: y', "- 'x: y':\n    b: 1"],
  ])('%j → %j', (source, name, after) => {
    expect(edited(source, (tree, pair) => renameKey(tree, pair, name))).toBe(after);
  });
  it('quotes', () => {
    expect(edited('|v: 1.0 # c', (tree, pair) => quote(tree, pair.value as ScalarNode))).toBe("v: '1.0' # c");
    expect(edited('|v: a', (tree, pair) => quote(tree, pair.value as ScalarNode, '"'))).toBe('v: "a"');
  });
});

describe('insertPairs', () => {
  it.each([
    ['{"|a": 1}', null, '{"m": 8, "n": 9, "a": 1}'],
    ['{\n\t"|a": 1\n}', null, '{\n\t"m": 8,\n\t"n": 9,\n\t"a": 1\n}'],
    ['{\r\n\t"|a": 1\r\n}', undefined, '{\r\n\t"a": 1,\r\n\t"m": 8,\r\n\t"n": 9\r\n}'],
  ] as const)('%j', (source, after, expected) => {
    const pairs = [
      ['m', '8'],
      ['n', '9'],
    ] as const;
    expect(edited(source, (tree, _pair, map) => insertPairs(tree, map, pairs, after), 'json')).toBe(expected);
  });
  it('block YAML', () => {
    expect(
      edited('- |a: 1\n', (tree, _pair, map) =>
        insertPairs(tree, map, [
          ['m', '8'],
          ['n', '\n  x: 9'],
        ]),
      ),
    ).toBe('- a: 1\n  m: 8\n  n:\n    x: 9\n');
  });
});

describe('insertPair', () => {
  it.each([
    ['at the end', '|a: 1 # c\nb:\n  c: 2 # d\n# e\n', undefined, 'a: 1 # c\nb:\n  c: 2 # d\nn: 9\n# e\n'],
    ['behind a key', '|a: 1 # c\nb: 2\n', 'a', 'a: 1 # c\nn: 9\nb: 2\n'],
    ['at the front', '- |a: 1\n  b: 2\n', null, '- n: 9\n  a: 1\n  b: 2\n'],
    ['behind a block text', '|a: |\n  x\n\nb: 1', 'a', 'a: |\n  x\nn: 9\n\nb: 1'],
    ['in braces', '{|a: 1}', undefined, '{a: 1, n: 9}'],
    ['in braces over lines', 'x: {\n  |a: 1, # c\n  b: 2 # d\n}', undefined, 'x: {\n  a: 1, # c\n  b: 2,\n  n: 9 # d\n}'],
    ['without an end of line', '|a: 1', undefined, 'a: 1\nn: 9'],
    ['CRLF', '|a: 1\r\n', undefined, 'a: 1\r\nn: 9\r\n'],
  ])('%s', (_what, source, after, expected) => {
    expect(edited(source.replace(': |\n', ': \\|\n'), (tree, _pair, map) => insertPair(tree, map, 'n', '9', after))).toBe(expected);
  });
  it('into nothing', () => {
    expect(edited('x: {|}', (tree, _pair, _map, path) => insertPair(tree, path.at(-1) as MapNode, 'n', '9'))).toBe('x: { n: 9 }');
    expect(edited('{"a": {|}}', (tree, _pair, _map, path) => insertPair(tree, path.at(-1) as MapNode, 'n', '9'), 'json')).toBe(
      '{"a": { "n": 9 }}',
    );
  });
  it('a value of several lines', () => {
    expect(edited('- |a: 1\n', (tree, _pair, map) => insertPair(tree, map, 'n', '\n  x: 1\n  y: 2'))).toBe(
      '- a: 1\n  n:\n    x: 1\n    y: 2\n',
    );
  });
});

describe('setAt', () => {
  it.each<[source: string, path: string[], value: Plain, after: string, format?: Format]>([
    ['|x: 1\n', ['a', 'b'], ['c'], 'x: 1\na:\n  b:\n    - c\n'],
    ['|a:\n# below\n', ['a', 'b'], 'off', 'a:\n  b: off\n# below\n'],
    ['|a: { }\r\n', ['a', 'b'], ['c'], 'a: { b: [c] }\r\n'],
    ['|a: { b: [c] } # d\n', ['a', 'b'], ['e'], 'a: { b: [c, e] } # d\n'],
    ['|a:\n  b: c # d\n', ['a', 'b'], ['e'], 'a:\n  b: [c, e] # d\n'],
    ["|a:\n  b: 'on'\n", ['a', 'b'], 'off', "a:\n  b: 'off'\n"],
    ['|a: { b: 1 }\n', ['a'], { c: { d: 2 } }, 'a: { b: 1, c: { d: 2 } }\n'],
    ['{"|a": {"b": null}}', ['a', 'b'], ['c'], '{"a": {"b": ["c"]}}', 'json'],
    ['{"|a": {"b": "c"}}', ['a', 'b'], ['d'], '{"a": {"b": ["c", "d"]}}', 'json'],
  ])('%j %j := %j', (source, path, value, after, format) => {
    expect(edited(source, (tree, _, map) => setAt(tree, map, path, value), format)).toBe(after);
  });
  it.each<[source: string, path: string[], value: Plain]>([
    ['|a: 1\n', ['a', 'b'], 'off'],
    ['|a: [1]\n', ['a', 'b'], 'off'],
    ['|a: [1]\n', ['a'], 'off'],
    ['|a: 1\n', ['a'], { b: 1 }],
    ['|a: { b: 1 }\n', ['a'], [1]],
    ['|x: &x { b: [1] }\na: *x\n', ['a', 'b'], [2]],
    ['|x: &x [1]\na: *x\n', ['a'], [2]],
    ['|x: &x {}\na: *x\n', ['a'], { b: 1 }],
  ])('leaves %j alone where %j := %j cannot be', (source, path, value) => {
    expect(edited(source, (tree, _, map) => setAt(tree, map, path, value))).toBe(marked(source).text);
  });
});

describe('removePair', () => {
  it.each([
    ['a: 1\n|b: 2\nc: 3\n', 'a: 1\nc: 3\n'],
    ['# c\n|a: 1 # d\nb: 2\n', '# c\n# d\nb: 2\n'],
    ['- |a: 1\n  b: 2\n', '- b: 2\n'],
    ['- |a: 1\n  # c\n  b: 2\n', '- # c\n  b: 2\n'],
    ['x:\n  |a:\n    b: 1\ny: 2\n', 'x:\n  {}\ny: 2\n'],
    ['a: 1\n|b: 2', 'a: 1'],
    ['{a: 1, |b: 2}', '{a: 1}'],
    ['{|a: 1, b: 2}', '{b: 2}'],
    ['{\n  |a: 1, # c\n  b: 2\n}', '{\n   # c\n  b: 2\n}'],
  ])('%j', (source, after) => {
    expect(edited(source, (tree, pair, map) => removePair(tree, map, pair))).toBe(after);
  });
});

describe('elements', () => {
  it.each([
    ['- |a\n- b # c\n', 1, 'n', '- a\n- n\n- b # c\n'],
    ['- |a\n- b # c\n', 2, 'n', '- a\n- b # c\n- n\n'],
    ['- |a\n', 0, 'n: 1\nm: 2', '- n: 1\n  m: 2\n- a\n'],
    ['x: [|a, b]', 1, 'n', 'x: [a, n, b]'],
    ['x: [|]', 0, 'n', 'x: [n]'],
  ])('insert %j %i', (source, index, text, after) => {
    expect(edited(source, (tree, _pair, _map, path) => insertElement(tree, seqOf(path), index, text))).toBe(after);
  });
  it.each([
    ['- |a\n- b\n- c\n', 1, '- a\n- c\n'],
    ['x:\n  - |a: 1\n    b: 2\n  # c\n  - d\n', 0, 'x:\n  # c\n  - d\n'],
    ['- |a # c\n- b\n', 0, '# c\n- b\n'],
    ['x:\n  - |a\n', 0, 'x:\n  []\n'],
    ['[|a, b, c]', 2, '[a, b]'],
  ])('remove %j %i', (source, index, after) => {
    expect(edited(source, (tree, _pair, _map, path) => removeElement(tree, seqOf(path), index))).toBe(after);
  });
});

describe('an element that is moved', () => {
  it.each([
    ['- |a\n- b\n- c\n', 0, 2, '- b\n- c\n- a\n'],
    ['- |a\n- b\n- c', 2, 0, '- c\n- a\n- b'],
    [
      'x:\n  # of a\n  - |a: 1 # behind\n    b: 2\n\n  # of c\n  - c: 3\ny: 1\n',
      0,
      1,
      'x:\n  # of c\n  - c: 3\n\n  # of a\n  - a: 1 # behind\n    b: 2\ny: 1\n',
    ],
    ['- |a\r\n- b\r\n', 1, 0, '- b\r\n- a\r\n'],
    ['x: [ |a, { b: 1 } ]', 0, 1, 'x: [ { b: 1 }, a ]'],
    // An anchor would come behind its alias; the first dash stands on the line of another one.
    ['- |&a x\n- *a\n', 0, 1, '- &a x\n- *a\n'],
    ['- - |a\n  - b\n', 0, 1, '- - a\n  - b\n'],
  ])('%j: %i → %i', (source, from, to, after) => {
    expect(edited(source, (tree, _pair, _map, path) => moveElement(tree, seqOf(path), from, to))).toBe(after);
  });
});

describe('writing', () => {
  it('is read back as the same text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-?:, #&*!|>'"%@`{}[\]a1.~\n\t\\]{0,6}$/)),
        fc.boolean(),
        fc.constantFrom('plain', 'single', 'double'),
        (text, flow, style) => {
          const written = writeText(text, { format: 'yaml', flow, style: style as ScalarNode['style'] });
          const tree = parse(flow ? `[${written}, 1]` : `a: ${written}\n`, 'yaml');
          expect(problemsOf(tree)).toEqual([]);
          expect(toValue(tree.documents[0]!.fragment.root)).toEqual(flow ? [text, 1] : { a: text });
        },
      ),
      { numRuns: runs(80) },
    );
  });
  it('leaves plain what can be', () => {
    expect(['a', 'a b', 'PT5S', 'https://x.y/z?a=b', '${ .a }', 'x-y'].every((text) => isPlainText(text))).toBe(true);
    expect(['1.0', 'true', 'a: b', '- a', '@a', 'a #b', '', ' a', '~'].some((text) => isPlainText(text))).toBe(false);
  });
});

describe('on real documents', () => {
  const texts: [Format, string][] = [
    ['yaml', generateWorkflow(150, 3)],
    ...corpus(/^examples\/1\.0\/.*\.ya?ml$/)
      .slice(0, 25)
      .map(({ text }): [Format, string] => ['yaml', text]),
    ...corpus(/^examples\/0\.9\/.*\.json$/).map(({ text }): [Format, string] => ['json', text]),
  ];
  const places = (tree: Tree) => {
    const maps: MapNode[] = [];
    const seqs: SeqNode[] = [];
    for (const { fragment } of tree.documents)
      walk(fragment.root, (node) => {
        if (node.kind === 'map' && node.pairs.length) maps.push(node);
        if (node.kind === 'seq' && node.elements.length) seqs.push(node);
      });
    return { maps, seqs };
  };
  const values = (tree: Tree): string => JSON.stringify(tree.documents.map(({ fragment }) => toValue(fragment.root)));
  /** The document with one node's value replaced. */
  const expected = (tree: Tree, at: Node, change: (value: Plain) => Plain): string =>
    JSON.stringify(
      tree.documents.map(({ fragment }) => {
        const build = (node: Node | undefined): Plain => {
          if (node === at) return change(toValue(node));
          if (node?.kind === 'map') return Object.fromEntries(node.pairs.map((pair) => [pair.key.text, build(pair.value)]));
          if (node?.kind === 'seq') return node.elements.map((element) => build(element));
          return toValue(node);
        };
        return build(fragment.root);
      }),
    );

  it('change what they say and nothing else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('set', 'rename', 'insert', 'remove', 'add', 'drop'),
        ([format, text], which, index, what) => {
          const tree = parse(text, format);
          const { maps, seqs } = places(tree);
          const map = maps[which % maps.length]!;
          const pair = map.pairs[index % map.pairs.length]!;
          const seq = seqs[which % Math.max(seqs.length, 1)];
          const at = seq ? index % seq.elements.length : 0;
          const entries = (value: Plain) => Object.entries(value as Record<string, Plain>);
          const place = map.pairs.indexOf(pair);
          const cases: Record<string, () => [Edit[], Node, (value: Plain) => Plain]> = {
            set: () => [setValue(tree, pair, '"x y"'), map, (value) => ({ ...(value as object), [pair.key.text]: 'x y' })],
            rename: () => [
              renameKey(tree, pair, 'new key'),
              map,
              (value) => Object.fromEntries(entries(value).map(([key, each]) => [key === pair.key.text ? 'new key' : key, each])),
            ],
            insert: () => [
              insertPair(tree, map, 'n', '9', pair.key.text),
              map,
              (value) =>
                Object.fromEntries(entries(value).flatMap((entry, i) => (i === place ? [entry, ['n', 9] as [string, Plain]] : [entry]))),
            ],
            remove: () => [
              removePair(tree, map, pair),
              map,
              (value) => Object.fromEntries(entries(value).filter(([key]) => key !== pair.key.text)),
            ],
            add: () =>
              seq
                ? [insertElement(tree, seq, at, '9'), seq, (value) => (value as Plain[]).toSpliced(at, 0, 9)]
                : [[], map, (value) => value],
            drop: () =>
              seq ? [removeElement(tree, seq, at), seq, (value) => (value as Plain[]).toSpliced(at, 1)] : [[], map, (value) => value],
          };
          const [edits, node, change] = cases[what]!();
          const after = parse(applyEdits(text, edits), format);
          expect(values(after)).toBe(expected(tree, node, change));
          expect(problemsOf(after)).toEqual([]);
          const gone = what === 'set' || what === 'remove' || what === 'drop';
          if (!gone)
            expect(commentsOf(after).map((comment) => comment.what.text)).toEqual(commentsOf(tree).map((comment) => comment.what.text));
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

describe('pathAt', () => {
  it.each([
    ['a:\n  - b: |x\n', ['a', 0, 'b'], 'value'],
    ['a:\n  - |b: x\n', ['a', 0, 'b'], 'key'],
    ['a:\n  - b: x\n|\n', [], 'gap'],
    ['a: 1\n---\nb: { c: [1, |2] }', ['b', 'c', 1], 'value'],
    ['a:|', ['a'], 'gap'],
    ['a: |', [], 'gap'],
  ])('%j', (source, path, on) => {
    const { text, offset } = marked(source);
    expect(pathAt(parse(text, 'yaml'), offset)).toMatchObject({ path, on });
  });
  it('finds every node by where it starts', () => {
    const tree = parse(generateWorkflow(200, 5), 'yaml');
    let count = 0;
    walk(tree.documents[0]!.fragment.root, (node) => {
      expect(pathAt(tree, textRange(tree, node).start)?.nodes.includes(node)).toBe(true);
      count++;
    });
    expect(count).toBeGreaterThan(200);
  });
});
