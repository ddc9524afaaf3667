import { expect, test } from 'vitest';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import { syntaxFindings } from '../../server/src/rules/syntax.ts';
import { parse } from '../../server/src/syntax/parse.ts';

test.each([
  ["a: 1\nv '1.0'\n", 'Add ":" after "v"', "a: 1\nv: '1.0'\n"],
  ['a: 1\nwhen ${ .x == "y" }\n', 'Add ":" after "when"', 'a: 1\nwhen: ${ .x == "y" }\n'],
  ['a: 1\ncal\nb: 2\n', 'Add ":"', 'a: 1\ncal:\nb: 2\n'],
  ['name:order\ndsl: 1\n', 'Add a space after the colon', 'name: order\ndsl: 1\n'],
  ['s:\n    one:\n      a: 1\n  - two: 2\n', 'Add "- "', 's:\n  - one:\n      a: 1\n  - two: 2\n'],
])('%j', (text, title, after) => {
  const tree = parse(text, 'yaml');
  const [fix] = syntaxFindings(tree).flatMap((finding) => finding.fixes?.(tree) ?? []);
  expect(fix?.title).toBe(title);
  const edit = fix!.edits[0]!;
  expect(text.slice(0, edit.start) + edit.newText + text.slice(edit.end)).toBe(after);
});

test.each([
  ['yaml', 'x: ${ "failed: " + .b } # c\n', 'Quote the value', 'x: \'${ "failed: " + .b }\' # c\n'],
  ['yaml', "x: it's: so\n", 'Quote the value', "x: 'it''s: so'\n"],
  ['yaml', '- b: { if: ${ {a: "}"} }, wait: PT1S }\n', 'Quote the expression', '- b: { if: \'${ {a: "}"} }\', wait: PT1S }\n'],
  ['yaml', 'a:\n\tb: 1\n\tc:\n\t\td: 1\n', 'Indent with spaces', 'a:\n  b: 1\n  c:\n    d: 1\n'],
  ['yaml', 'a: @x # c\n', 'Quote the value', "a: '@x' # c\n"],
  ['yaml', '- a\n-b\n', 'Add a space after the dash', '- a\n- b\n'],
  ['yaml', 'a: "x\\d"\n', 'Write the backslash twice', 'a: "x\\\\d"\n'],
  ['yaml', 'a: [1,,2]\n', 'Remove this comma', 'a: [1,2]\n'],
  ['yaml', 'a: &x &y 1\n', 'Remove it', 'a: &x 1\n'],
  ['yaml', 'a: *nope\n', "Quote it: '*nope'", "a: '*nope'\n"],
  ['yaml', 'a: "b" c # d\n', 'Put all of it in quotes', 'a: \'"b" c\' # d\n'],
  ['yaml', 'a: - b\n', 'Start the list on the next line', 'a:\n  - b\n'],
  ['yaml', 'a: "b\n', 'Add " at the end', 'a: "b"\n'],
  ['yaml', 'a: {b: 1 # c\nd: 2\n', 'Add "}"', 'a: {b: 1} # c\nd: 2\n'],
  ['yaml', 'a: [1}\n', 'Close with "]"', 'a: [1]\n'],
  ['json', '{"a": 1,}', 'Remove this comma', '{"a": 1}'],
  ['json', '{,"a": 1}', 'Remove this comma', '{"a": 1}'],
  ['json', '{"a": 1}}', 'Remove this "}"', '{"a": 1}'],
  ['json', '{"a": \'it"s\'}', 'Change to double quotes', '{"a": "it\\"s"}'],
  ['json', '{a: 1}', 'Quote "a"', '{"a": 1}'],
  ['json', '{"a": “b”}', 'Put it in double quotes', '{"a": "b"}'],
  ['json', '{"a": True}', 'Change to true', '{"a": true}'],
  ['json', '{"a": None}', 'Change to null', '{"a": null}'],
  ['json', '{"a" 1}', 'Add ":"', '{"a": 1}'],
  ['json', '{"a": 1\n "b": 2}', 'Add a comma', '{"a": 1,\n "b": 2}'],
  ['json', '{"a": 1; "b": 2}', 'Change to ","', '{"a": 1, "b": 2}'],
  ['json', '{"a": "x\\d"}', 'Write the backslash twice', '{"a": "x\\\\d"}'],
  ['json', '{"a": .5}', 'Change to 0.5', '{"a": 0.5}'],
  ['json', '{"a": +01}', 'Change to 1', '{"a": 1}'],
] as const)('%s %j: all is well after it', (format, text, title, after) => {
  for (const [before, wanted] of [
    [text, after],
    [text.replace(/\n/g, '\r\n'), after.replace(/\n/g, '\r\n')],
  ] as const) {
    const tree = parse(before, format);
    const [fix] = syntaxFindings(tree).flatMap((finding) => finding.fixes?.(tree) ?? []);
    expect(fix?.title).toBe(title);
    expect(applyEdits(before, fix!.edits)).toBe(wanted);
    expect(syntaxFindings(parse(wanted, format))).toEqual([]);
  }
});

test.each(['x:\n  ${ "failed: " + .b }\ny: 1\n', 'a: b: 1\n  c: 2\n'])('%j has no fix where one sign would not do', (text) => {
  const tree = parse(text, 'yaml');
  const found = syntaxFindings(tree);
  expect(found.length).toBeGreaterThan(0);
  expect(found.flatMap((finding) => finding.fixes?.(tree) ?? [])).toEqual([]);
});
