/** Writing then reading gives the data back, in every place; the `yaml` package says what may stand without quotes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, parseDocument } from 'yaml';
import { applyEdits, addElement, addPairs, replaceText } from '../../server/src/syntax/edit.ts';
import { walk } from '../../server/src/syntax/locate.ts';
import type { Format, MapNode, ScalarNode, ScalarStyle, SeqNode, Tree } from '../../server/src/syntax/node.ts';
import { valueOf } from '../../server/src/syntax/node.ts';
import { sliceOf } from '../../server/src/syntax/range.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { styleOf } from '../../server/src/syntax/style.ts';
import { toValue, type Plain } from '../../server/src/syntax/value.ts';
import { isPlainText, writeFlow, writeText, writeValue } from '../../server/src/syntax/write.ts';
import { problemsOf } from './support/show.ts';
import { plainOf } from '../support/plain.ts';

/** Texts that look like something else, and any others. */
const texts = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 3, arbitrary: fc.stringMatching(/^[-?:, #&*!|>'"%@`{}[\]a1.~=<$\n\r\t\\é]{0,7}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...[
        '',
        ' ',
        'yes',
        'no',
        'on',
        'null',
        'Null',
        '~',
        'true',
        'FALSE',
        '.inf',
        '-.INF',
        '.NaN',
        '1.0',
        '0x1f',
        '0o7',
        '1e3',
        '+1',
        '-0',
      ],
      ...[
        "it's",
        '${ .a }',
        '${ "a: " + .b }',
        'a:b',
        'a: b',
        'a #b',
        'a#b',
        '--- a',
        '...',
        '---',
        '-',
        '- a',
        '-a',
        '?',
        '=',
        '<<',
        '2026-01-01',
      ],
    ),
  },
);
const data = plainOf(texts);
const read = (text: string, format: Format = 'yaml'): Plain => {
  const tree = parse(text, format);
  expect(problemsOf(tree), text).toEqual([]);
  return toValue(tree.documents[0]?.fragment.root);
};

describe('what is written is read back', () => {
  it.each<[string, Format, boolean, (written: string) => string]>([
    ['behind a key', 'yaml', false, (written) => `a: ${written}\n`],
    ['behind a dash', 'yaml', false, (written) => `- ${written}\n`],
    ['in brackets', 'yaml', true, (written) => `[${written}, 1]`],
    ['as a key', 'yaml', true, (written) => `${written}: 1\n`],
    ['as a key in braces', 'yaml', true, (written) => `{ ${written}: 1 }`],
    ['as a JSON key', 'json', true, (written) => `{ ${written}: 1 }`],
  ])('a text %s', (_, format, flow, around) => {
    fc.assert(
      fc.property(texts, fc.constantFrom<ScalarStyle>('plain', 'single', 'double', 'literal', 'folded'), (text, style) => {
        const source = around(writeText(text, { format, flow, style }));
        const value = read(source, format);
        const found = Array.isArray(value)
          ? value[0]
          : around('').startsWith('a')
            ? (value as { a: Plain }).a
            : Object.keys(value as object)[0];
        expect(found).toBe(text);
        if (format === 'yaml') expect(parseDocument(source).errors, source).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('data below a key, in blocks, on one line and in JSON', () => {
    const styles = fc.record({
      format: fc.constant<Format>('yaml'),
      lineBreak: fc.constant('\n'),
      unit: fc.integer({ min: 1, max: 4 }),
      space: fc.constant<' '>(' '),
      listsIndented: fc.boolean(),
    });
    fc.assert(
      fc.property(data, styles, (value, style) => {
        const written = writeValue(value, style, false);
        expect(read(`a:${written.startsWith('\n') ? '' : ' '}${written}\n`)).toEqual({ a: value });
        expect(read(`a: ${writeFlow(value, { format: 'yaml' })}\n`)).toEqual({ a: value });
        expect(read(`[${writeFlow(value, { format: 'yaml', flow: true })}]`)).toEqual([value]);
        expect(JSON.parse(writeFlow(value, { format: 'json' }))).toEqual(value);
      }),
      { numRuns: 1000 },
    );
  });

  it.each<[string, Format]>([
    ['m:\n  a: 1 # c\n\nl:\n  - x # c\n', 'yaml'],
    ['m:\n    a: 1\nl:\n- x: 1\n', 'yaml'],
    ['m: { a: 1 }\nl: [x]\n', 'yaml'],
    ['m: {}\nl: []\n', 'yaml'],
    ['{\n\t"m": {\n\t},\n\t"l": [\n\t\t"x"\n\t]\n}\n', 'json'],
  ])('data added to %j, with either line break', (source, format) => {
    fc.assert(
      fc.property(data, texts, fc.boolean(), (value, key, crlf) => {
        fc.pre(key !== 'a');
        const text = crlf ? source.replace(/\n/g, '\r\n') : source;
        const tree = parse(text, format);
        const root = tree.documents[0]!.fragment.root;
        const edits = [
          ...addPairs(tree, valueOf(root, 'm') as MapNode, [[key, value]]),
          ...addElement(tree, valueOf(root, 'l') as SeqNode, value),
        ];
        const after = applyEdits(text, edits);
        const before = toValue(root) as { m: Record<string, Plain>; l: Plain[] };
        expect(read(after, format)).toEqual({
          m: Object.fromEntries([...Object.entries(before.m), [key, value]]),
          l: [...before.l, value],
        });
        expect(after.replace(/\r\n/g, ''), after).not.toMatch(crlf ? /[\r\n]/ : /\r/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('without quotes', () => {
  const plainForYaml = (text: string, flow: boolean): boolean => {
    const document = parseDocument(flow ? `[${text}]` : `a: ${text}\n`);
    if (document.errors.length > 0 || document.warnings.length > 0) return false;
    const value = toValueOf(document) as ({ a?: unknown } & unknown[]) | undefined;
    return value !== undefined && (flow ? value.length === 1 && value[0] === text : value.a === text && Object.keys(value).length === 1);
  };
  /** Undefined for an alias without its anchor. */
  const toValueOf = (document: Document): unknown => {
    try {
      return document.toJS();
    } catch {
      return undefined;
    }
  };
  /** What the package reads and other readers may not: a document's end in the middle of one, ":" or "?" in brackets, words of YAML 1.1. */
  const careful =
    /^(?:---|\.\.\.)|^[-?:]|^(?:yes|no|on)$|[\u0085\u00a0\ufeff\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|[\p{Cc}\p{Cs}\ufffe\uffff]/u;

  it('not for what YAML 1.1 reads as true or false', () => {
    expect(['yes', 'No', 'ON'].filter((text) => isPlainText(text))).toEqual([]);
    expect(['yEs', 'y', 'once'].filter((text) => !isPlainText(text))).toEqual([]);
  });

  it.each([false, true])('as the yaml package has it, in brackets: %s', (flow) => {
    fc.assert(
      fc.property(texts, (text) => {
        if (isPlainText(text, flow)) expect(plainForYaml(text, flow), text).toBe(true);
        else if (plainForYaml(text, flow)) expect(text).toMatch(careful);
      }),
      { numRuns: 4000 },
    );
  });
});

describe('a slice of a scalar', () => {
  const sources = [
    'a: it is # c\n',
    "a: 'it''s so'\n",
    'a: "x \\u00e9 \\"y\\""\n',
    'a: |\n  one\n  two\nb: 1\n',
    'a: >-\n  one\n  two\n',
    'a: one\n  two\n',
    '{ a: one, b: 2 }',
    'a b: 1\n',
  ];
  const scalars = (tree: Tree): ScalarNode[] => {
    const found: ScalarNode[] = [];
    walk(tree.documents[0]!.fragment.root, (node, pair) => {
      if (pair) found.push(pair.key);
      if (node.kind === 'scalar' && node.text.length > 1) found.push(node);
    });
    return found;
  };
  it('is replaced within the quotes and lines that are there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.nat(), fc.nat(), fc.nat(), texts, (source, which, one, other, text) => {
        const tree = parse(source, 'yaml');
        const all = scalars(tree);
        const at = which % all.length;
        const scalar = all[at]!;
        const [from, to] = [one % (scalar.text.length + 1), other % (scalar.text.length + 1)].sort((a, b) => a - b) as [number, number];
        const wanted = scalar.text.slice(0, from) + text + scalar.text.slice(to);
        const slice = sliceOf(scalar, from, to);
        const after = applyEdits(source, [replaceText(tree, 'scalar' in slice ? slice : scalar, text)]);
        const now = parse(after, 'yaml');
        expect(problemsOf(now), after).toEqual([]);
        expect(toValue(now.documents[0]!.fragment.root), after).toEqual(replaced(tree, scalar, wanted));
      }),
      { numRuns: 2000 },
    );
  });
  /** The value of the document in which one scalar has another text. */
  const replaced = (tree: Tree, scalar: ScalarNode, text: string): Plain => {
    const root = tree.documents[0]!.fragment.root as MapNode;
    return Object.fromEntries(
      root.pairs.map(({ key, value }) => [key === scalar ? text : key.text, value === scalar ? text : toValue(value)]),
    );
  };

  it.each([
    ["a: 'it is'", 3, 5, "isn't", "a: 'it isn''t'"],
    ['a: "it is"', 3, 5, '"x"', 'a: "it \\"x\\""'],
    ['a: it is # c', 0, 2, '- ', "a: '-  is' # c"],
    ['a: it is # c', 3, 5, 'was', 'a: it was # c'],
    ['a: |\n  it is\n', 3, 5, "isn't: so", "a: |\n  it isn't: so\n"],
  ])('%s', (source, from, to, text, after) => {
    const tree = parse(source, 'yaml');
    const slice = sliceOf(valueOf(tree.documents[0]!.fragment.root, 'a') as ScalarNode, from, to);
    expect(applyEdits(source, [replaceText(tree, slice as ScalarNode, text)])).toBe(after);
  });
});

describe('the style of a document', () => {
  it.each([
    ['a:\n  b: 1\n', 'yaml', { unit: 2, listsIndented: true, lineBreak: '\n' }],
    ['a:\r\n    b: 1\r\n', 'yaml', { unit: 4, listsIndented: true, lineBreak: '\r\n' }],
    ['a:\r   b: 1\r', 'yaml', { unit: 3, listsIndented: true, lineBreak: '\r' }],
    ['a:\n- b:\n    c: 1\n', 'yaml', { unit: 2, listsIndented: false, lineBreak: '\n' }],
    ['a:\n   - b: { c: 1 }\n', 'yaml', { unit: 3, listsIndented: true, lineBreak: '\n' }],
    ['a: 1', 'yaml', { unit: 2, listsIndented: true, lineBreak: '\n' }],
    ['{\n   "a": 1\n}\n', 'json', { unit: 3, listsIndented: true, lineBreak: '\n' }],
    ['{ "a": 1 }', 'json', { unit: 2, listsIndented: true, lineBreak: '\n' }],
    ['{\r\n\t"a": {\r\n\t\t"b": 1\r\n\t}\r\n}', 'json', { unit: 1, space: '\t', listsIndented: true, lineBreak: '\r\n' }],
  ] as const)('%j', (text, format, style) => {
    expect(styleOf(parse(text, format))).toEqual({ format, space: ' ', ...style });
  });
});
