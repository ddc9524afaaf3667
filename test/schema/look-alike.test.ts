/** What is legal, and says something else than it looks like. */
import { expect, test } from 'vitest';
import { said } from '../support/findings.ts';

const head = "document:\n  dsl: '1.0.3'\n  namespace: shop\n  name: order\n  version: '1.0.0'\n";
const text = (set: string): string => `${head}do:\n  - a:\n      set:\n${set.replace(/^/gm, '        ')}\n`;

test.each<[string, string, string]>([
  ['colour: #ff0000', 'What follows " #" is a comment, so "colour" has no value. Quote it: \'#ff0000\'.', "colour: '#ff0000'"],
  [
    'title: Ticket #42 of the shop',
    'What follows " #" is a comment, so the text ends before it. Quote the whole text.',
    "title: 'Ticket #42 of the shop'",
  ],
  ['id: {{ order.id }}', 'YAML reads {{ }} as a mapping. An expression is written ${ .order.id }.', 'id: ${ .order.id }'],
  ['rule: !important', 'YAML reads "!important" as a tag, which is no part of the text. Put all of it in quotes.', "rule: '!important'"],
  ['rule: !note it', 'YAML reads "!note" as a tag, which is no part of the text. Put all of it in quotes.', "rule: '!note it'"],
  ['x: &ref', 'YAML reads "&ref" as the name of a value, and none follows. Put it in quotes if it is text.', "x: '&ref'"],
  ['x: { y: !a, z: 1 }', 'YAML reads "!a" as a tag, which is no part of the text. Put all of it in quotes.', "x: { y: '!a', z: 1 }"],
  ['x: ${ .a', 'This begins as an expression and is not closed. Add "}" at its end.', 'x: ${ .a }'],
  ['x: ${ "a #1" }', 'What follows " #" is a comment, so the text ends before it. Quote the whole text.', 'x: \'${ "a #1" }\''],
  ['x: $ .a }', 'This is text. An expression begins with "${", as in ${ .a }.', 'x: ${ .a }'],
  ['x: $ { .a }', 'This is text. An expression begins with "${", as in ${ .a }.', 'x: ${ .a }'],
  ['x: yes"', 'A quote stands at the end of this text, and none at its start. Remove it, or add the other.', "x: 'yes'"],
  ['title: “Hello”', "These are typographic quotes, which are part of the text. Change them to '.", "title: 'Hello'"],
])('%s', (before, message, after) => {
  const found = said(text(before));
  expect(found.map(({ code, message }) => [code, message])).toEqual([['schema/look-alike', message]]);
  expect(found[0]!.fixes).toMatchObject([{ preferred: true, text: text(after) }]);
  expect(said(text(after))).toEqual([]);
});

test.each([
  'a: # colour\nb: 1',
  'a: one # 42',
  'a: { b: { c: 1 } }',
  'a: &b 1\nc: *b',
  'a: !!str 1',
  'a: ${ .b }',
  'a: #\nb: 1',
  'a: one #todo',
  'a: 1 # 42',
  'a: they said “hello”',
  "a: '“quoted”'",
  'a:\n  # 42 of them\n  b: 1',
])('nothing about %j', (set) => {
  expect(said(text(set))).toEqual([]);
});

test('typographic quotes where a text has a form are an error', () => {
  const found = said(`${head.replace("version: '1.0.0'", 'version: “1.0.0”')}do:\n  - a: { wait: PT1S }\n`);
  expect(found).toMatchObject([
    { code: 'schema/format', severity: 'error', message: "These are typographic quotes, which are part of the text. Change them to '." },
  ]);
  expect(found[0]!.fixes[0]!.text).toContain("version: '1.0.0'\n");
});

/** [what stands in the workflow, the message, what stands there after the fix] */
test.each([
  ['then: “end”', "These are typographic quotes, which are part of the text. Change them to '.", "then: 'end'"],
  ['then: "end”', '” does not close a text that begins with ". Write " in its place.', 'then: "end"'],
  ['then: |\n        end', '"then" cannot end with the line break that "|" keeps. Write it on one line, or use "|-".', 'then: end'],
  ['then: >+\n        end\n', '"then" cannot end with the line break that ">" keeps. Write it on one line, or use ">-".', 'then: end\n'],
])('%j', (line, message, after) => {
  const task = (then: string): string => `${head}do:\n  - a:\n      wait: PT1S\n      ${then}\n`;
  for (const lineBreak of ['\n', '\r\n']) {
    const found = said(task(line).replaceAll('\n', lineBreak));
    expect(found.map((each) => each.message)).toEqual([message]);
    expect(found[0]!.fixes[0]).toMatchObject({ preferred: true });
    expect(said(found[0]!.fixes[0]!.text)).toEqual([]);
    expect(found[0]!.fixes[0]!.text.replace(/\s+$/, '')).toBe(task(after).replace(/\s+$/, '').replaceAll('\n', lineBreak));
  }
});

test.each(['then: |-\n        end', 'if: |\n        .a', 'metadata:\n        a: |\n          b'])('nothing about %j', (line) => {
  expect(said(`${head}do:\n  - a:\n      wait: PT1S\n      ${line}\n`)).toEqual([]);
});

test('a key that holds what aliases stand for is no mistake', () => {
  expect(said(`.anchors:\n  get: &get { method: get, endpoint: https://a.b }\n${head}do:\n  - a: { call: http, with: *get }\n`)).toEqual(
    [],
  );
});
