import { describe, expect, it } from 'vitest';
import type { Format } from '../../server/src/syntax/node.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { problem, problemNames, severityOf } from '../../server/src/syntax/problems.ts';
import { toValue } from '../../server/src/syntax/value.ts';
import { problemsOf } from './support/show.ts';

/** The mistake marked, what is said about it, and what is read all the same. */
type Mistake = readonly [marked: string, code: string, message: string, value: unknown];

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

const json: readonly Mistake[] = [
  ['{"a": 1\n «"b"»: 2}', 'missing-comma', 'A comma is missing before this.', { a: 1, b: 2 }],
  ['{"a": [1, 2«,»]}', 'trailing-comma', 'Nothing follows this comma. Remove it.', { a: [1, 2] }],
  ['{"a": 1,«,» "b": 2}', 'extra-comma', 'Nothing stands before this comma. Remove it.', { a: 1, b: 2 }],
  ['{"a": 1«;» "b": 2}', 'semicolon', 'Members are separated by commas. Change ";" to ",".', { a: 1, b: 2 }],
  ['{"a": 1 «// c»\n}', 'json-comment', 'JSON has no comments. Other tools may refuse this file.', { a: 1 }],
  ['{"a": 1} «/* c»'.replace('«/* c»', '«/*» c'), 'unclosed-comment', 'The comment is not closed. Add "*/".', { a: 1 }],
  ['{"a": «\'b\'»}', 'single-quotes', 'JSON wants double quotes. Change the quotes to ".', { a: 'b' }],
  ['{«a»: 1}', 'unquoted-key', 'Keys stand in double quotes. Write "a" with quotes.', { a: 1 }],
  ['{"a": «"b»,\n "c": 1}', 'unclosed-quote', 'The text has no closing ". Add one at its end.', { a: 'b', c: 1 }],
  ['{«"cal»\n}', 'unclosed-quote', 'The text has no closing ". Add one at its end.', { cal: null }],
  [
    '{"a": "b "«c" d"», "e": 1}',
    'text-after-quote',
    'The quotes end before the text does. Write \\" for a quote inside.',
    { a: 'b ', e: 1 },
  ],
  ['{\n  "a": «{»\n    "b": 1,\n  "c": 2\n}', 'unclosed-bracket', '"{" is not closed. Add "}".', { a: { b: 1 }, c: 2 }],
  ['{"a": «[»1, 2}', 'unclosed-bracket', '"[" is not closed. Add "]".', { a: [1, 2] }],
  ['{"a": 1}«}»', 'unopened-bracket', '"}" closes nothing. Remove it or add "{" before it.', { a: 1 }],
  ['{"a": 1«]»', 'wrong-bracket', '"]" stands where "}" was expected. Close with "}".', { a: 1 }],
  ['{«"a"» 1}', 'missing-json-colon', 'A colon is missing after "a".', { a: 1 }],
  ['{"b": 1, «"a"»}', 'missing-json-colon', 'A colon is missing after "a".', { b: 1, a: null }],
  ['{«"a"» "b": 1}', 'missing-json-colon', 'A colon is missing after "a".', { a: null, b: 1 }],
  ['{«"a"»: }', 'missing-value', '"a" has no value. Write one after the colon.', { a: null }],
  ['{«"a"»:\n "b": 1}', 'missing-value', '"a" has no value. Write one after the colon.', { a: null, b: 1 }],
  ['[{«{»"a": 1}]', 'extra-bracket', '"{" is one too many. Remove it.', [{ a: 1 }]],
  ['{"a": [1, 2«}»}', 'wrong-bracket', '"}" stands where "]" was expected. Close with "]".', { a: [1, 2] }],
  ['{"a": [1]«]», "b": 2}', 'unopened-bracket', '"]" closes nothing. Remove it or add "[" before it.', { a: [1], b: 2 }],
  ['{"a": «{»{"b": 1}, {"c": 2}}}', 'wrong-opener', 'What follows does not stand in "{". Write "[".', { a: [{ b: 1 }, { c: 2 }] }],
  ['{"a": «[»"b": 1, "c": 2], "d": 3}', 'wrong-opener', 'What follows does not stand in "[". Write "{".', { a: { b: 1, c: 2 }, d: 3 }],
  ['{\n  «"a"»:\n    "b": 1\n  },\n  "c": 2\n}', 'missing-bracket', '"a" has no "{" before what it holds. Add it.', { a: { b: 1 }, c: 2 }],
  ['{\n  "a": {\n  «"a": {»\n    "b": 1\n  }\n}', 'line-twice', 'This line says what the one above says. Remove it.', { a: { b: 1 } }],
  [
    '{\n  "a": [\n    «"b"»: 1 }, { "b": 2 } ]\n}',
    'missing-brace',
    '"b" begins an object that has no "{". Add it.',
    { a: [{ b: 1 }, { b: 2 }] },
  ],
  [
    '{\n  "a": [\n    {\n      "b": 1\n    },\n      «"b"»: 2\n    }\n  ]\n}',
    'missing-brace',
    '"b" begins an object that has no "{". Add it.',
    { a: [{ b: 1 }, { b: 2 }] },
  ],
  [
    '{\n  «{»\n  "a": [\n      "b": 1\n    }\n  ]\n}',
    'lines-swapped',
    'This line and the one below it stand the wrong way round. Swap them.',
    { a: [{ b: 1 }] },
  ],
  ['{\n  «"a": 1»\n  "b": 2,\n}', 'lines-swapped', 'This line and the one below it stand the wrong way round. Swap them.', { b: 2, a: 1 }],
  ['{\n  "a": { "b": 1«,» },\n  "c": 2\n}', 'trailing-comma', 'Nothing follows this comma. Remove it.', { a: { b: 1 }, c: 2 }],
  ['{"a":«:» 1}', 'unexpected-character', '":" has no meaning here. Remove it.', { a: 1 }],
  [
    '{"a": «0.8"», "b": 1}',
    'unquoted-text',
    '"0.8" stands without quotes. Text wants double quotes; else write true, false, null or a number.',
    { a: '0.8', b: 1 },
  ],
  ['{\n  "a": «{»\n    "b": 1\n  "c": 2\n}', 'unclosed-bracket', '"{" is not closed. Add "}".', { a: { b: 1 }, c: 2 }],
  ['{"a": 1, «{»"b": 2}}', 'missing-key', 'A key is missing before this "{".', { a: 1, '': null }],
  ['«const x =» {"a": 1};\n', 'text-before-json', 'The JSON starts only at "{". Remove what stands before it.', { a: 1 }],
  ['«module.exports =» [1]', 'text-before-json', 'The JSON starts only at "[". Remove what stands before it.', [1]],
  ['{«"a"» = {"b": 1}}', 'missing-json-colon', 'A colon is missing after "a".', { a: { b: 1 } }],
  ['{«"a"»=> [1], "c": 2}', 'missing-json-colon', 'A colon is missing after "a".', { a: [1], c: 2 }],
  ['{«:» 1}', 'missing-key', 'A key is missing before the colon.', { '': 1 }],
  ['[«"a"»: 1, 2]', 'key-in-list', '"a" is a key, but this is a list. Put it in braces, or take it out.', ['a', 2]],
  ['{"a": «True»}', 'word-spelling', '"True" is not a JSON word. Write true.', { a: true }],
  ['{"a": «None»}', 'word-spelling', '"None" is not a JSON word. Write null.', { a: null }],
  ['{"a": «.5»}', 'bad-number', '".5" is not a number as JSON writes them, such as 10, 0.5 or 1e3.', { a: 0.5 }],
  [
    '{"a": «order»}',
    'unquoted-text',
    '"order" stands without quotes. Text wants double quotes; else write true, false, null or a number.',
    { a: 'order' },
  ],
  ['{"a": "x«\\d»"}', 'json-escape', '"\\d" is not an escape. Write "\\\\d" for a backslash.', { a: 'x\\d' }],
  ['{"a": "x«\t»y"}', 'control-character', 'A line break or tab stands inside the text. Write \\n or \\t.', { a: 'x\ty' }],
  [
    '{"a": "x«\0»y"}',
    'control-character',
    'A control character (U+0000) stands inside the text. Write \\u0000 or remove it.',
    { a: 'x\0y' },
  ],
  ['{"a": 1}\n«b»', 'text-after-json', 'The JSON already ended before this. Remove it.', { a: 1 }],
  [
    '{"a": 1}\n«{"b": 2}»',
    'text-after-json',
    'The JSON already ended before this "{". Put both values in one list, or each on a line of a ".jsonl" file.',
    { a: 1 },
  ],
  ['«"a"»: 1, "b": [2]}', 'missing-opener', 'The JSON starts with a key. Add "{" before it.', { a: 1, b: [2] }],
  ['{"a": «=»}', 'unexpected-character', '"=" has no meaning here. Remove it.', { a: '=' }],
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
