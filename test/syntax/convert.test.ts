/** One format written as the other: the same data for `JSON.parse` and the `yaml` package, digits and comments kept, what has no form refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml, stringify } from 'yaml';
import { obstacle } from '../../server/src/syntax/convert/obstacle.ts';
import { toJson } from '../../server/src/syntax/convert/to-json.ts';
import { toYaml } from '../../server/src/syntax/convert/to-yaml.ts';
import { commentsIn } from '../../server/src/syntax/locate.ts';
import type { DocumentPart, Format } from '../../server/src/syntax/node.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { styleOf } from '../../server/src/syntax/style.ts';
import { runs } from '../support/runs.ts';
import { generateWorkflow } from '../support/generate.ts';
import { corpus, corpusMissing } from './support/corpus.ts';
import { problemsOf } from './support/show.ts';
import { plainOf } from '../support/plain.ts';

/** A text in the other format, or why not. */
function converted(text: string, format: Format): string {
  const tree = parse(text, format);
  const refused = obstacle(tree);
  if (refused !== undefined) return refused;
  const root = tree.documents.find(({ fragment }) => fragment.root)!.fragment.root!;
  return format === 'yaml' ? toJson(root, styleOf(tree)) : toYaml(tree, root, styleOf(tree));
}
const toJsonText = (yaml: string): string => converted(yaml, 'yaml');
const toYamlText = (json: string): string => converted(json, 'json');
/** On one line. */
const compact = (yaml: string): string => toJsonText(yaml).replace(/\n */g, '');

const readYaml = (text: string, version: '1.1' | '1.2' = '1.2'): unknown =>
  parseYaml(text, { merge: true, version, maxAliasCount: -1, logLevel: 'error' });

const readYamlOrNothing = (text: string): unknown => {
  try {
    return readYaml(text);
  } catch {
    return undefined;
  }
};

describe('YAML as JSON', () => {
  it('keeps the order of keys, and sets each on a line of its own by the indentation of the file', () => {
    expect(toJsonText('b: 1\na: { d: x, c: [] }\nlist:\n  - y\n  -\n')).toBe(
      '{\n  "b": 1,\n  "a": {\n    "d": "x",\n    "c": []\n  },\n  "list": [\n    "y",\n    null\n  ]\n}\n',
    );
    expect(toJsonText('a:\r\n    b: {}\r\n')).toBe('{\r\n    "a": {\r\n        "b": {}\r\n    }\r\n}\r\n');
    expect(toJsonText('---\na: 1\n...\n---\n')).toBe('{\n  "a": 1\n}\n');
  });

  it.each([
    ['1.10', '1.10'],
    ["'1.10'", '"1.10"'],
    ['1e3', '1e3'],
    ['-1.5E+03', '-1.5E+03'],
    ['+12', '12'],
    ['012', '12'],
    ['00', '0'],
    ['-0', '-0'],
    ['.5', '0.5'],
    ['-.5e1', '-0.5e1'],
    ['1.', '1.0'],
    ['1.e3', '1.0e3'],
    ['9007199254740993', '9007199254740993'],
    ['123456789012345678901234567890.12345678901234567890', '123456789012345678901234567890.12345678901234567890'],
    ['0xFFFFFFFFFFFFFFFFFF', '4722366482869645213695'],
    ['0o14', '12'],
    ['1:30', '"1:30"'],
    ['1_000', '"1_000"'],
    ['2026-01-01', '"2026-01-01"'],
    ['no', '"no"'],
    ['True', 'true'],
    ['~', 'null'],
    ['', 'null'],
    ['!!str 12', '"12"'],
    ['!!int "12"', '12'],
    ['! 12', '"12"'],
    ['"\\x41\\e\\n\\u2028 \\"é"', '"A\\u001b\\n\\u2028 \\"é"'],
    ['${ .a + "b" }', '"${ .a + \\"b\\" }"'],
  ])('writes %s as %s', (yaml, json) => {
    const text = toJsonText(`a: ${yaml}\n`);
    expect(text).toBe(`{\n  "a": ${json}\n}\n`);
    expect(text).toBe(`{\n  "a": ${json}\n}\n`);
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });

  it('writes blocks and folded texts as texts with line breaks', () => {
    expect(compact('a: |\n  x\n   y\nb: >-\n  x\n  y\nc: |+\n  z\n\n')).toBe('{"a": "x\\n y\\n","b": "x y","c": "z\\n\\n"}');
  });

  it('writes aliases and merged keys out, its own keys first', () => {
    expect(compact('a: &x { k: 1, l: 2 }\nb: *x\nc: { <<: *x, l: 3 }\n')).toBe(
      '{"a": {"k": 1,"l": 2},"b": {"k": 1,"l": 2},"c": {"k": 1,"l": 3}}',
    );
    expect(compact('a: &x { k: 1 }\nb: &y { <<: *x, l: 2 }\nc: { m: 0, <<: [*y, { k: 4, n: 5 }] }\n')).toContain(
      '"c": {"m": 0,"k": 1,"l": 2,"n": 5}',
    );
    expect(compact('"<<": 1\nx: &k z\n*k : 2\n')).toBe('{"<<": 1,"x": "z","z": 2}');
  });

  it.each([
    ['', 'Nothing is written here that could be converted.'],
    ['# only a comment\n', 'Nothing is written here that could be converted.'],
    ['a: 1\n---\nb: 2\n', '2 documents stand here, and a JSON file holds one. Give each a file of its own first.'],
    ['a: 1\nb: "open\n', 'Line 2 cannot be read. The text has no closing ". Add one at its end.'],
    ['a: 1\nb:\n  - c: 1\n    d: [1\n', 'Line 4 cannot be read. "[" is not closed. Add "]".'],
    ['a: *b\n', 'Line 1 cannot be read. Nothing above is named "&b", which "*b" refers to. Quote the value if it is text.'],
    ['a: 1\nb: 2\na: 3\n', '"a" stands in line 1 and again in line 3. Remove one of them first.'],
    ['a: .inf\n', 'JSON has no number ".inf", as line 1 has. Write another value first.'],
    ['a:\n  - !vault x\n', 'JSON has no tags, and "!vault" in line 2 says what its value is. Write the value without it first.'],
    ['[a, b]: 1\n', 'A list or a mapping is a key in line 1, which JSON does not know. Give it a name first.'],
    ['<<: 1\n', '"<<" in line 1 takes in a mapping or a list of them, and this is none. Name one first.'],
  ])('says of %j why not', (yaml, why) => expect(toJsonText(yaml)).toBe(why));

  it('says so of aliases that grow without end, at once', () => {
    const laughs = (start: string, line: (name: string) => string): string =>
      `a0: &a0 ${start}\n${Array.from({ length: 20 }, (_, index) => `a${index + 1}: &a${index + 1} ${line(`*a${index}`)}\n`).join('')}`;
    const why = 'JSON has no aliases, and what they stand for here would fill many times this file. Write it with fewer of them first.';
    expect(toJsonText(laughs('[ha, ha]', (name) => `[${Array(10).fill(name).join(', ')}]`))).toBe(why);
    expect(toJsonText(laughs('{ k: ha }', (name) => `{ k: ${name}, l: ${name} , m: { <<: [${name}, ${name}] }}`))).toBe(why);
    const nested = `a0: &a0 [x]\n${Array.from({ length: 500 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}]\n`).join('')}`;
    expect(toJsonText(nested)).toMatch(/nested too deeply|many times/);
  });
});

describe('JSON as YAML', () => {
  it('keeps the order of keys, its indentation and its line breaks', () => {
    expect(toYamlText('{"b":1,"a":{"d":"x","c":[]},"list":["z",null,{"k":1,"l":{}},[1,[2]]]}')).toBe(
      'b: 1\na:\n  d: x\n  c: []\nlist:\n  - z\n  - null\n  - k: 1\n    l: {}\n  - - 1\n    - - 2\n',
    );
    expect(toYamlText('{\r\n    "a": {\r\n        "b": [1]\r\n    }\r\n}\r\n')).toBe('a:\r\n    b:\r\n        - 1\r\n');
    expect(toYamlText('{\n\t"a": {\n\t\t"b": 1\n\t}\n}\n')).toBe('a:\n  b: 1\n');
  });

  it.each([
    ['1.10', '1.10'],
    ['"1.10"', "'1.10'"],
    ['1e3', '1e3'],
    ['-0', '-0'],
    ['9007199254740993', '9007199254740993'],
    ['true', 'true'],
    ['null', 'null'],
    ...[
      'no',
      'Yes',
      'on',
      'off',
      'y',
      'N',
      'true',
      'Null',
      '~',
      '',
      '012',
      '0x1F',
      '0b1',
      '1:30',
      '1_000',
      '2026-01-01',
      '1.0.0',
      '<<',
      '=',
    ].map((text) => [`"${text}"`, `'${text}'`]),
    ['"2026-11-26T10:00:00Z"', "'2026-11-26T10:00:00Z'"],
    ['"PT15M"', 'PT15M'],
    ['"${ .a }"', '${ .a }'],
    ['"${ { a: .b } }"', "'${ { a: .b } }'"],
    ['"${ .a | \\"x\\" }"', '${ .a | "x" }'],
    ['"${ .a # all }"', "'${ .a # all }'"],
    ['"it\'s"', "it's"],
    ['"https://a.example/{id}?x=1"', 'https://a.example/{id}?x=1'],
    ['"- a"', "'- a'"],
    ['"tab\\there"', '"tab\\there"'],
  ])('writes %s as %s', (json, yaml) => {
    const text = toYamlText(`{ "a": ${json} }`);
    expect(text).toBe(`a: ${yaml}\n`);
    for (const version of ['1.1', '1.2'] as const)
      if (!/^1e3|^-0/.test(json)) expect(readYaml(text, version)).toEqual(JSON.parse(`{ "a": ${json} }`));
  });

  it('writes texts of several lines as blocks, and in quotes where a block could not hold them', () => {
    expect(toYamlText('{"a":{"code":"x = 1\\n\\n  y\\n","b":"p\\nq"},"l":["u\\nv\\n"]}')).toBe(
      'a:\n  code: |\n    x = 1\n\n      y\n  b: |-\n    p\n    q\nl:\n  - |\n    u\n    v\n',
    );
    for (const text of ['\n', 'a\n', ' a\nb', 'a\nb\n\n', 'a\r\nb', '\n a\nb']) {
      const written = toYamlText(JSON.stringify({ a: text }));
      expect(written).toMatch(/^a: "[^\n]*"\n$/);
      expect(readYaml(written)).toEqual({ a: text });
    }
  });

  it('keeps comments where they stand, and blank lines', () => {
    expect(
      toYamlText(`// The order
{
  // first of all
  "a": 1, // one

  /* Long:
   * two lines */
  "b": { // what is in b
    "c": [], // none
    // the end of b
  "d": "x\\nz" // d
  }, // behind b

  "e": [
    # before
    "f",
    { /* in g */ "g": /* value */ 1 /* odd */ }
    // last
  ]
} // end
// after
`),
    ).toBe(`# The order
# first of all
a: 1 # one

# Long:
# two lines
b: # what is in b
  c: [] # none
  # the end of b
  d: |- # d
    x
    z
  # behind b

e:
  # before
  - f
  - # in g
    # value
    g: 1
    # odd
  # last
# end
# after
`);
  });

  it.each([
    ['{ "a": 1,\n "b": }', 'Line 2 cannot be read. "b" has no value. Write one after the colon.'],
    ['{ "a": 1,\n "a": 2 }', '"a" stands in line 1 and again in line 2. Remove one of them first.'],
  ])('says of %j why not', (json, why) => expect(toYamlText(json)).toBe(why));
});

/** Texts that look like something else, and any others. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.stringMatching(/^[-?:, #&*!|>'"%@`{}[\]a1.~=<$\n\r\t\\é;()_/+^“”‘]{0,9}$/),
  fc.stringMatching(/^(?:[a-z]{1,4}[ :=>'"“,;.\n{}()[\]$#-]{1,2}){1,4}$/),
  fc.stringMatching(/^[-+]?[0-9.:_eExXobT-]{1,8}$/),
  fc.constantFrom(
    'yes',
    'No',
    'on',
    'OFF',
    'y',
    'null',
    '~',
    '.inf',
    '<<',
    '=',
    '${ .a }',
    '${ "a: " + .b }',
    '2026-01-01',
    '---',
    '--- a',
    '...',
    '# a',
  ),
);
const data = plainOf(texts);
const members = fc.dictionary(texts, data, { minKeys: 1, maxKeys: 4 });

describe('whatever is written', () => {
  it('JSON as YAML is the same data, and back again the same text', () => {
    fc.assert(
      fc.property(members, fc.constantFrom(undefined, 2, 4, '\t'), (value, space) => {
        const json = JSON.stringify(value, null, space);
        const yaml = toYamlText(json);
        expect(problemsOf(parse(yaml, 'yaml'))).toEqual([]);
        expect(JSON.stringify(readYaml(yaml))).toBe(JSON.stringify(value));
        expect(JSON.stringify(JSON.parse(toJsonText(yaml)))).toBe(JSON.stringify(value));
      }),
      { numRuns: runs(100) },
    );
  });

  it('YAML of any style is the same data as JSON', () => {
    const styles = fc.record({
      defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
      collectionStyle: fc.constantFrom('block', 'flow', 'any'),
      indent: fc.constantFrom(2, 4),
      indentSeq: fc.boolean(),
    } as const);
    fc.assert(
      fc.property(members, styles, (value, style) => {
        const yaml = stringify(value, { ...style, defaultKeyType: 'QUOTE_DOUBLE', lineWidth: 0 });
        // What the package cannot read that it has written itself is left out.
        fc.pre(JSON.stringify(readYamlOrNothing(yaml)) === JSON.stringify(value) && problemsOf(parse(yaml, 'yaml')).length === 0);
        expect(JSON.stringify(JSON.parse(toJsonText(yaml)))).toBe(JSON.stringify(value));
      }),
      { numRuns: runs(100) },
    );
  });

  it('comments anywhere in JSON are all there, in their order, and change no data', () => {
    const comments = fc.array(
      fc.tuple(fc.nat(), fc.constantFrom('// $\n', '/* $ */', '# $\n', '\n\n  // $\n', '/* $\n * more */', ' /*$*/\n')),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(members, fc.constantFrom(undefined, 2), comments, (value, space, inserted) => {
        const tokens = JSON.stringify(value, null, space).match(/"(?:[^"\\]|\\.)*"|\s+|[^"\s,:[\]{}]+|./g)!;
        inserted.forEach(([at, form], index) => tokens.splice(at % (tokens.length + 1), 0, form.replace('$', `c${index}.`)));
        const json = tokens.join('');
        fc.pre(obstacle(parse(json, 'json')) === undefined);
        const yaml = toYamlText(json);
        const tree = parse(yaml, 'yaml');
        expect(problemsOf(tree)).toEqual([]);
        expect(JSON.stringify(readYaml(yaml))).toBe(JSON.stringify(value));
        const said = (words: readonly string[]): string[] => words.join('\n').match(/c\d+\.|more/g) ?? [];
        const [{ fragment, offset }] = tree.documents as [DocumentPart];
        const written = [...commentsIn(fragment, offset)].sort((a, b) => a.start - b.start).map(({ start, end }) => yaml.slice(start, end));
        const before = inserted.map(([, form], index) => form.replace('$', `c${index}.`)).sort((a, b) => json.indexOf(a) - json.indexOf(b));
        expect(said(written)).toEqual(said(before));
      }),
      { numRuns: runs(100) },
    );
  });
});

describe.skipIf(corpusMissing)(`official files${corpusMissing ? ` (skipped: ${corpusMissing})` : ''}`, () => {
  it.each([...corpus(/examples.*\.ya?ml$/), { name: 'generated', text: generateWorkflow(600) }])('$name', ({ text }) => {
    const tree = parse(text, 'yaml');
    if (problemsOf(tree).length > 0) return;
    const json = toJsonText(text);
    if (tree.documents.length > 1) return;
    expect(JSON.parse(json)).toEqual(readYaml(text));
    const yaml = toYamlText(json);
    expect(readYaml(yaml)).toEqual(readYaml(text));
    expect(toJsonText(yaml)).toBe(json);
  });

  it.each(corpus(/examples.*\.json$/))('$name', ({ text }) => {
    if (problemsOf(parse(text, 'json')).length > 0) return;
    const yaml = toYamlText(text);
    expect(readYaml(yaml)).toEqual(JSON.parse(text));
    expect(JSON.parse(toJsonText(yaml))).toEqual(JSON.parse(text));
  });
});
