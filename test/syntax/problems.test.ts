import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../server/src/syntax/node.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { problem, problemNames, severityOf } from '../../server/src/syntax/problems.ts';
import { toValue } from '../../server/src/syntax/value.ts';
import { json, type Mistake } from './support/json-mistakes.ts';
import { runs } from '../support/runs.ts';
import { problemsOf } from './support/show.ts';

const yaml: readonly Mistake[] = [
  ['- a: «"http»\n  b: 1\n- c', 'unclosed-quote', 'The text has no closing ". Add one at its end.', [{ a: 'http', b: 1 }, 'c']],
  ["a: «'it»\nb: 1", 'unclosed-quote', "The text has no closing '. Add one at its end.", { a: 'it', b: 1 }],
  [
    'a: "say "«hi" now»"'.replace('»"', '"»'),
    'text-after-quote',
    'The quotes end before the text does. Write \\" for a quote inside.',
    { a: 'say ' },
  ],
  ["a: 'it'«s here'»", 'text-after-quote', "The quotes end before the text does. Write '' for a quote inside.", { a: 'it' }],
  ['a: "x" «and y»', 'text-after-quote', 'The quotes end before the text does. Put all of it in quotes.', { a: 'x' }],
  ['a: [x] «y»', 'text-after-value', '"y" stands after the end of the value. Quote the whole value or remove the rest.', { a: ['x'] }],
  [
    'name«:»order\ndsl: 1',
    'missing-space-after-colon',
    'A space is missing after the colon. Write "name: order".',
    { name: 'order', dsl: 1 },
  ],
  ['- a: 1\n«-»b: 2', 'missing-space-after-dash', 'A space is missing after the dash. Write "- b: 2".', [{ a: 1 }, { b: 2 }]],
  [
    'x:\n  «-»a: 1\n  - b: 2',
    'missing-space-after-dash',
    'A space is missing after the dash. Write "- a: 1".',
    { x: [{ a: 1 }, { b: 2 }] },
  ],
  ['x:\n«-»a\n- b', 'missing-space-after-dash', 'A space is missing after the dash. Write "- a".', { x: ['a', 'b'] }],
  ['x:\n- a\n«-»b\ny: 1', 'missing-space-after-dash', 'A space is missing after the dash. Write "- b".', { x: ['a', 'b'], y: 1 }],
  [
    'x:\n  «-»a:\n      b: 1\n    c: 2\n  - a: 3',
    'missing-space-after-dash',
    'A space is missing after the dash. Write "- a:".',
    { x: [{ a: { b: 1 }, c: 2 }, { a: 3 }] },
  ],
  ['x:\n  «-»a: 1\n    b: 2', 'missing-space-after-dash', 'A space is missing after the dash. Write "- a: 1".', { x: [{ a: 1, b: 2 }] }],
  [
    'x:\n  - a: 1\n    b: 2\n  «-»a: 3\n    b: 4',
    'missing-space-after-dash',
    'A space is missing after the dash. Write "- a: 3".',
    {
      x: [
        { a: 1, b: 2 },
        { a: 3, b: 4 },
      ],
    },
  ],
  [
    'x:\n  «a»:\n      b: 1\n  - a:\n      b: 2',
    'missing-dash',
    '"a" stands in a list but does not start with "- ".',
    { x: [{ a: { b: 1 } }, { a: { b: 2 } }] },
  ],
  ['x:\n  «a»: 1\n    b: 2\n    c: 3', 'missing-dash', '"a" stands in a list but does not start with "- ".', { x: { a: 1, b: 2, c: 3 } }],
  [
    'z:\n  y: 1\nx:\n    «a»: 1\n  b: 2',
    'indentation',
    '"a" does not line up with what stands above it. Give it the same indentation as its neighbours.',
    { z: { y: 1 }, x: { a: 1, b: 2 } },
  ],
  [
    'z:\n  y: 1\nx:\n «a»: 1\n  b: 2',
    'indentation',
    '"a" does not line up with what stands above it. Give it the same indentation as its neighbours.',
    { z: { y: 1 }, x: { a: 1, b: 2 } },
  ],
  [
    ' «x»:\n   a: 1\ny: 1',
    'indentation',
    '"x" does not line up with what stands above it. Give it the same indentation as its neighbours.',
    { x: { a: 1 }, y: 1 },
  ],
  ['do:\n«\t»a: 1\n\tb: 2', 'tab', 'A tab indents this line. YAML is indented with spaces only.', { do: { a: 1, b: 2 } }],
  [
    'do:\n«\u00a0 »a: 1\n\u00a0 b: x\u00a0y'.replace(' »', '» '),
    'odd-blank',
    'This is a no-break space (U+00A0), where a space or nothing belongs. Replace it.',
    { do: { a: 1, b: 'x\u00a0y' } },
  ],
  ['a:«\u3000»1', 'odd-blank', 'This is a full-width space (U+3000), where a space or nothing belongs. Replace it.', { a: 1 }],
  [
    '- a: &n\n    b: «*n»',
    'alias-of-itself',
    '"n" contains itself: "*n" stands inside what "&n" names. Write out what is meant.',
    undefined,
  ],
  [
    'a: [«${ .b }», c]',
    'brackets-in-text',
    'Inside [ ] and { }, a value with brackets in it stands in quotes. Quote "${ .b }".',
    { a: ['${ .b }', 'c'] },
  ],
  ["a: 'x'«,»", 'stray-separator', '"," separates nothing at the end of a line. Remove it.', { a: 'x' }],
  ['- a\n«*» b: 1\n- c', 'list-sign', '"*" starts no list item. Write "- " in its place.', ['a', { b: 1 }, 'c']],
  ['a: 1\n«// so»\nb: 2', 'foreign-comment', '"//" starts no comment in YAML. Write "#".', { a: 1, b: 2 }],
  [
    'x:\n  - a: 1\n«<<<<<<< HEAD»\n  - b: 2',
    'merge-conflict',
    'This marks a merge conflict. Keep one of its two sides, without the marks.',
    { x: [{ a: 1 }, { b: 2 }] },
  ],
  ['«```yaml»\na: 1', 'code-fence', 'This line belongs to the text that the YAML was copied from. Remove it.', { a: 1 }],
  ['a: [1]«]]»', 'unopened-bracket', '"]]" closes nothing. Remove it or add "[" before it.', { a: [1] }],
  ['a: «[»1, 2\nb: 3', 'unclosed-bracket', '"[" is not closed. Add "]".', { a: [1, 2], b: 3 }],
  ['- a: «{»x: 1, y: [2]\n- b', 'unclosed-bracket', '"{" is not closed. Add "}".', [{ a: { x: 1, y: [2] } }, 'b']],
  ['a: [1«}»\nb: 2', 'wrong-bracket', '"}" stands where "]" was expected. Close with "]".', { a: [1], b: 2 }],
  ['a: «]»', 'unopened-bracket', '"]" closes nothing. Remove it or add "[" before it.', { a: ']' }],
  [
    'x:\n  - a\n   «-» b: 1\n  - c',
    'misplaced-dash',
    'This "-" does not line up with the other items of the list. Give it the same indentation.',
    undefined,
  ],
  [
    'x:\n  - a: 1\n «-» b: 1\n',
    'misplaced-dash',
    'This "-" does not line up with the other items of the list. Give it the same indentation.',
    { x: [{ a: 1 }, { b: 1 }] },
  ],
  [
    'x:\n  - a: 1\n    «-» b: 1\n  - c',
    'misplaced-dash',
    'This "-" does not line up with the other items of the list. Give it the same indentation.',
    { x: [{ a: 1 }, { b: 1 }, 'c'] },
  ],
  ['x:\n  - a: 1\n  «b»: 2\n  - c', 'missing-dash', '"b" stands in a list but does not start with "- ".', { x: [{ a: 1 }, { b: 2 }, 'c'] }],
  [
    's:\n    «one»:\n      a: 1\n  - two: 2\n  - three: 3\nt: 1',
    'missing-dash',
    '"one" stands in a list but does not start with "- ".',
    { s: [{ one: { a: 1 } }, { two: 2 }, { three: 3 }], t: 1 },
  ],
  ['- s:\n      «one»\n  - two', 'missing-dash', '"one" stands in a list but does not start with "- ".', [{ s: ['one', 'two'] }]],
  ['a: 1\n«-» b', 'dash-without-list', 'A list item cannot stand here, among keys. Give it a key of its own.', { a: 1 }],
  ['a:\n  b: 1\n  «c =»\n    d: 1', 'missing-colon', '"c" has no colon. Write "c:".', { a: { b: 1, c: { d: 1 } } }],
  [
    'a: «[»\n  - b\n  - c\n]\nd: 1',
    'bracket-before-list',
    '"[" is not needed: what stands below it is a list by its dashes. Remove it.',
    { a: ['b', 'c'], d: 1 },
  ],
  [
    'a:\n  b: 1\n «c»:\n  d: 1\ne: 1',
    'indentation',
    '"c" does not line up with what stands above it. Give it the same indentation as its neighbours.',
    { a: { b: 1 }, c: { d: 1 }, e: 1 },
  ],
  ['a:\n  «b /c» # d\n  e: /f', 'missing-colon', 'A colon is missing. Write "b: /c".', { a: { b: '/c', e: '/f' } }],
  [
    'a:\n  b: 1\n  «-» c: 2\n  d: 3',
    'extra-dash',
    '"c" is a key like those around it, not a list item. Remove the "-" before it.',
    { a: { b: 1, c: 2, d: 3 } },
  ],
  ['a: «b, c: d»\ne: f', 'key-behind-comma', '"c" starts on a line of its own, without the comma before it.', { a: 'b, c: d', e: 'f' }],
  [
    'do:«»'.replace('«»', ' «-» a: 1\n    - b: 2'),
    'list-on-key-line',
    'The list of "do" starts on the next line.',
    { do: [{ a: 1 }, { b: 2 }] },
  ],
  [
    'a: 1\n  «b»: 2\nc: 3',
    'indentation',
    '"b" does not line up with what stands above it. Give it the same indentation as its neighbours.',
    { a: 1, b: 2, c: 3 },
  ],
  [
    'a:\n    b: 1\n  «c»: 2\n  d: 3',
    'indentation',
    '"c" does not line up with what stands above it. Give it the same indentation as its neighbours.',
    { a: { b: 1, c: 2, d: 3 } },
  ],
  [
    'a: «Note: this»\nb: 1',
    'colon-in-value',
    'A value that contains ": " stands in quotes. Quote the whole value.',
    { a: 'Note: this', b: 1 },
  ],
  ['a: «${ {x: .y} }»', 'colon-in-value', 'A value that contains ": " stands in quotes. Quote the whole value.', { a: '${ {x: .y} }' }],
  [
    'a: «b»:\n  c: 1\nd: 2',
    'nested-on-one-line',
    '"b" starts on a line of its own, indented by two more spaces.',
    { a: { b: null, c: 1 }, d: 2 },
  ],
  ['«cal»\n# c\nb: 2', 'missing-colon', '"cal" has no colon. Write "cal:".', { cal: null, b: 2 }],
  ['- «cal»\n\n  # c\n\n  # d\n  b: 2', 'missing-colon', '"cal" has no colon. Write "cal:".', [{ cal: null, b: 2 }]],
  ['a: 1\n«cal»\nb: 2', 'missing-colon', '"cal" has no colon. Write "cal:".', { a: 1, cal: null, b: 2 }],
  ['a: 1\n«b c d»\ne: 2', 'missing-colon', 'A colon is missing. Write "b: c d".', { a: 1, b: 'c d', e: 2 }],
  ["a: 1\n«v '1.0' »\ne: 2".replace(' »', '»'), 'missing-colon', `A colon is missing. Write "v: '1.0'".`, { a: 1, v: '1.0', e: 2 }],
  [
    'a: 1\n«when ${ .x == "y" }» # c\nthen: 2',
    'missing-colon',
    'A colon is missing. Write "when: ${ .x == "y" }".',
    { a: 1, when: '${ .x == "y" }', then: 2 },
  ],
  ['- a: 1\n  «b [1, 2]»\n- c', 'missing-colon', 'A colon is missing. Write "b: [1, 2]".', [{ a: 1, b: [1, 2] }, 'c']],
  ['«document»\n  dsl: 1', 'missing-colon', '"document" has no colon. Write "document:".', { document: { dsl: 1 } }],
  ['- «a»\n    set: 1\n- b: 2', 'missing-colon', '"a" has no colon. Write "a:".', [{ a: { set: 1 } }, { b: 2 }]],
  ['a: «@»x', 'reserved-character', 'A value cannot start with "@". Put it in quotes.', { a: '@x' }],
  ['a: «`»x`', 'reserved-character', 'A value cannot start with "`". Put it in quotes.', { a: '`x`' }],
  ['a: «%»d', 'reserved-character', 'A value cannot start with "%". Put it in quotes.', { a: '%d' }],
  ['a: «*x»', 'unknown-alias', 'Nothing above is named "&x", which "*x" refers to. Quote the value if it is text.', { a: null }],
  ['a: «*»', 'alias-name', 'A name is missing after the "*". Quote the value if it is text.', { a: null }],
  ['a: «&» b', 'anchor-name', 'A name is missing after the "&". Quote the value if it is text.', { a: 'b' }],
  ['a: &x 1\nb: «&x» 2', 'duplicate-anchor', '"&x" is already used above. Give this one another name.', { a: 1, b: 2 }],
  ['a: &x «&y» 1', 'second-anchor', 'A value has one name and one tag. Remove "&y".', { a: 1 }],
  ['a: "«\\d»+"', 'bad-escape', '"\\d" is not an escape. Write "\\\\d" for a backslash, or use single quotes.', { a: '\\d+' }],
  ['a: | «text»\n  more', 'block-header', '"text" cannot stand after "|" or ">". The text starts on the next line.', { a: 'more\n' }],
  ['a: &x 1\nb: «&y» *x', 'named-alias', '"*x" stands for a value that has its own name and tag. Remove "&y".', { a: 1, b: 1 }],
  ['a: «&x»\n  &y 1', 'second-anchor', 'A value has one name and one tag. Remove "&x".', { a: 1 }],
  [
    'a: |\n«    »\n  b\nc: 1',
    'blank-line-indentation',
    'This empty line is indented deeper than the text below it. Remove its spaces.',
    { a: '  \nb\n', c: 1 },
  ],
  ['a: [1, «-» 2]', 'dash-in-brackets', 'A dash starts no list item inside brackets. Remove it, or put it in quotes.', { a: [1, '- 2'] }],
  ['a: [1,«#»2]', 'reserved-character', 'A value cannot start with "#". Put it in quotes.', { a: [1, '#2'] }],
  ['--- «a: 1»\nb: 2', 'block-after-marker', '"a: 1" starts on a line of its own, below "---".', { a: 1, b: 2 }],
  ['«%YAML 1.2 x»\n---\na: 1', 'directive-form', 'Write this line as "%YAML 1.2", once, with a line "---" below it.', { a: 1 }],
  ['«%YAML 1.2»\n', 'directive-form', 'Write this line as "%YAML 1.2", once, with a line "---" below it.', null],
  ...[
    ['a: x«\0»y\n', 'x\0y'],
    ['a: "x«\0»y"\n', 'x\0y'],
    ['a: |\n  x«\0»y\n', 'x\0y\n'],
  ].map(([text, a]): Mistake => [
    text!,
    'control-character',
    'A control character (U+0000) stands inside the text. Write \\u0000 in double quotes or remove it.',
    { a },
  ]),
  ['a: {x: 1\n  «y:» 2}', 'missing-comma', 'A comma is missing before this.', { a: { x: 1, y: 2 } }],
  ['a: [1,«,» 2]', 'extra-comma', 'Nothing stands before this comma. Remove it.', { a: [1, 2] }],
  ['«%foo»\n---\na: 1', 'directive', '"%foo" is not a line YAML knows. Only %YAML and %TAG may start with "%".', { a: 1 }],
  ['a: 1\n... «x»', 'text-after-end', 'The document already ended above. Remove this or start a new document with "---".', { a: 1 }],
  ['{a: 1}\n«b: 2»', 'text-after-end', 'The document already ended above. Remove this or start a new document with "---".', { a: 1 }],
];

const check = (format: Format, [marked, code, message, value]: Mistake): void => {
  const text = marked.replace(/[«»]/g, '');
  const tree = parse(text, format);
  const found = problemsOf(tree);
  const shown = found.reduceRight(
    (shown, { start, end }) => `${shown.slice(0, start)}«${shown.slice(start, end)}»${shown.slice(end)}`,
    text,
  );
  expect({ shown, problems: found.map(({ what }) => [what.code, what.message]) }).toEqual({
    shown: marked,
    problems: [[`syntax/${code}`, message]],
  });
  if (value !== undefined) expect(toValue(tree.documents[0]?.fragment.root)).toEqual(value);
};

describe('one mistake, one problem', () => {
  it.each(yaml)('YAML %j: %s', (...mistake) => check('yaml', mistake));
  it.each(json)('JSON %j: %s', (...mistake) => check('json', mistake));

  it('every code has an example', () => {
    const shown = new Set([...yaml, ...json].map(([, code]) => code));
    expect(problemNames.filter((name) => !shown.has(name))).toEqual(['too-deep']);
  });

  it('speaks in sentences', () => {
    for (const name of problemNames) {
      const { message } = problem(name, 0, 1, 'x', 'Y.');
      expect(message).toMatch(/^["A-Z].*\.$/);
      expect(message).not.toMatch(/invalid|please|!|undefined/i);
    }
  });

  it('is loud where other tools would fail', () => {
    expect(severityOf('syntax/unclosed-quote')).toBe('error');
    expect(severityOf('syntax/json-comment')).toBe('hint');
    expect(severityOf('syntax/duplicate-anchor')).toBe('warning');
  });
});

describe('right JSON is no mistake', () => {
  const isRight = (text: string): void => {
    const tree = parse(text, 'json');
    expect([text, problemsOf(tree).map(({ what }) => what.message)]).toEqual([text, []]);
    expect(toValue(tree.documents[0]?.fragment.root)).toEqual(JSON.parse(text));
  };

  it.each(['[false,{",":null}]', '[1, {", a": 1}]', '[null,["]"]]', '{"a":true,",":":"}'])('%s', isRight);

  it('whatever stands in it', () => {
    // Every key once; "__proto__" is no key of JavaScript's own objects.
    const values = fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('__proto__'));
    // Texts of signs that mean something to JSON.
    const signs = fc.string({ unit: fc.constantFrom(...',:{}[]"\\ #/ab1\n'), maxLength: 4 });
    const odd = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(false, null, 1, -2.5e3),
        signs,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(signs, tie('value'), { maxKeys: 3 }),
      ),
    })).value;
    fc.assert(
      fc.property(fc.oneof(values, odd), fc.constantFrom(undefined, 2), (value, space) => isRight(JSON.stringify(value, undefined, space))),
      { numRuns: runs(300) },
    );
  });
});
