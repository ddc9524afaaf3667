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
  const [fix] = syntaxFindings(tree.documents).flatMap((finding) => finding.fixes?.(tree) ?? []);
  expect(fix?.title).toBe(title);
  const edit = fix!.edits[0]!;
  expect(text.slice(0, edit.start) + edit.newText + text.slice(edit.end)).toBe(after);
});

test.each([
  ['yaml', 'x: ${ "failed: " + .b } # c\n', 'Quote the value', 'x: \'${ "failed: " + .b }\' # c\n'],
  ['yaml', "x: it's: so\n", 'Quote the value', "x: 'it''s: so'\n"],
  ['yaml', '- b: { if: ${ {a: "}"} }, wait: PT1S }\n', 'Quote the expression', '- b: { if: \'${ {a: "}"} }\', wait: PT1S }\n'],
  ['yaml', 'x:\n  ${ "failed: " + .b }\ny: 1\n', 'Quote the value', 'x:\n  \'${ "failed: " + .b }\'\ny: 1\n'],
  ['yaml', '- ${ "failed: " + .b } # c\n', 'Quote the value', '- \'${ "failed: " + .b }\' # c\n'],
  ['yaml', 'x: ${ "it\'s: " +\n  .b }\ny: 1\n', 'Quote the value', "x: '${ \"it''s: \" +\n  .b }'\ny: 1\n"],
  ['yaml', 'x: [a, ${ .b | map(.c) }]\n', 'Quote the expression', "x: [a, '${ .b | map(.c) }']\n"],
  ['yaml', 'x: { if: ${ .a\n  | .b }, y: 1 }\n', 'Quote the expression', "x: { if: '${ .a\n  | .b }', y: 1 }\n"],
  ['yaml', 'x: { y: a[0].b }\n', 'Quote the value', "x: { y: 'a[0].b' }\n"],
  ['yaml', 'a:\n\u00a0 b: 1 # \u00a0\n\u00a0 c: d\u00a0e\n', 'Replace with spaces', 'a:\n  b: 1 # \u00a0\n  c: d\u00a0e\n'],
  ['yaml', 'a:\n\u3000b: |\n    \u00a0x\n\u200b  c: 1\n', 'Replace with spaces', 'a:\n  b: |\n    \u00a0x\n  c: 1\n'],
  ['yaml', 'a:\u00a01\n', 'Replace with spaces', 'a: 1\n'],
  ['yaml', '-\u00a0a: 1\n-\u2003b: 2\n', 'Replace with spaces', '- a: 1\n- b: 2\n'],
  ['yaml', 'x: {\u00a0a:\u00a01,\u00a0\ufeffb: 2 }\n', 'Replace with spaces', 'x: { a: 1, b: 2 }\n'],
  ['yaml', 'a: 1\n\u00a0\nb: 1\n', 'Replace with spaces', 'a: 1\n \nb: 1\n'],
  ['yaml', 'a: &n\n  b: *n\n', "Quote it: '*n'", "a: &n\n  b: '*n'\n"],
  ['yaml', 'a: * 5 # c\n', 'Quote the value', "a: '* 5' # c\n"],
  ['yaml', 'a: [ @b c, 1 ]\n', 'Quote the value', "a: [ '@b c', 1 ]\n"],
  ['json', '{\u00a0"a":\u200b1 }', 'Replace with spaces', '{ "a":1 }'],
  ['yaml', 'a:\n  b: 1\n   c:\n     d: 1\n  e: 1\n', 'Line it up with its neighbours', 'a:\n  b: 1\n  c:\n    d: 1\n  e: 1\n'],
  ['yaml', '- a: 1\n   b: 2\n- c: 1\n', 'Line it up with its neighbours', '- a: 1\n  b: 2\n- c: 1\n'],
  [
    'yaml',
    'x:\n  - a: 1\n   - b:\n       c: 2\n  - d: 1\n',
    'Line it up with its neighbours',
    'x:\n  - a: 1\n  - b:\n      c: 2\n  - d: 1\n',
  ],
  [
    'yaml',
    'x:\n  - a: 1\n    b: 2\n    - c: 1\n    d: 2\n  - e: 1\n',
    'Line it up with its neighbours',
    'x:\n  - a: 1\n    b: 2\n  - c: 1\n    d: 2\n  - e: 1\n',
  ],
  [
    'yaml',
    'x:\n    - a:\n        b: 1\n  - c:\n        d: 2\n',
    'Line it up with its neighbours',
    'x:\n  - a:\n      b: 1\n  - c:\n        d: 2\n',
  ],
  ['yaml', 'x:\n  failed: was: b\n    more: 1\ny: 1\n', 'Put it on a line of its own', 'x:\n  failed:\n    was: b\n    more: 1\ny: 1\n'],
  ['yaml', 'a: b: 1\n  c: 2\n', 'Put it on a line of its own', 'a:\n  b: 1\n  c: 2\n'],
  ['yaml', 'a:\n  b: 1\n  - c: 2\n  d: 3\n', 'Remove the "-"', 'a:\n  b: 1\n  c: 2\n  d: 3\n'],
  ['yaml', 'a:\n  b: 1\n  c: 2\n- d: 2\nf: 3\n', 'Remove the "-"', 'a:\n  b: 1\n  c: 2\n  d: 2\nf: 3\n'],
  ['yaml', 'a:,\n  b: 1\n', 'Remove it', 'a:\n  b: 1\n'],
  ['yaml', 'a:\n  -- b:\n      c: 1\n  - d\n', 'Change to "- "', 'a:\n  - b:\n      c: 1\n  - d\n'],
  ['yaml', 'a: 1\nname = order\n', 'Write ": " after "name"', 'a: 1\nname: order\n'],
  ['yaml', 'a: 1\nname=>order\n', 'Write ": " after "name"', 'a: 1\nname: order\n'],
  ['yaml', 'a: 1\n// so\nb: 2\n', 'Write it with "#"', 'a: 1\n# so\nb: 2\n'],
  ['yaml', '- a: 1\n/* so */\n- b: 2\n', 'Write it with "#"', '- a: 1\n# so\n- b: 2\n'],
  ['yaml', '- a\n* b\n', 'Change to "- "', '- a\n- b\n'],
  ['yaml', "a: 'x';\n", 'Remove it', "a: 'x'\n"],
  ['yaml', 'a: [1]]\n', 'Remove this "]"', 'a: [1]\n'],
  ['yaml', 'a: { b: 1 c: 2 }\n', 'Add a comma', 'a: { b: 1, c: 2 }\n'],
  ['yaml', 'a: ["b" "c"]\n', 'Add a comma', 'a: ["b", "c"]\n'],
  ['yaml', 'a: {b} is c\n', 'Put all of it in quotes', "a: '{b} is c'\n"],
  ['yaml', 'a: "C:\\data\\queue"\n', 'Write the backslash twice', 'a: "C:\\\\data\\\\queue"\n'],
  ['yaml', 'a:\n  b: | c\n', 'Start the text on the next line', 'a:\n  b: |\n    c\n'],
  ['yaml', '```yaml\na: 1\n', 'Remove this line', 'a: 1\n'],
  ['yaml', 'a:\n  b:\n\tc: 1\n    d: 1\n', 'Indent with spaces', 'a:\n  b:\n    c: 1\n    d: 1\n'],
  ['yaml', '- a: b, c: d, e: f # g\n  h: 1\n', 'Put each on a line of its own', '- a: b\n  c: d\n  e: f # g\n  h: 1\n'],
  ['yaml', 'a:\n  b: 1\n  c=>\n    d: 1\n', 'Change to ":"', 'a:\n  b: 1\n  c:\n    d: 1\n'],
  ['yaml', 'a:\n  b: 1\n c:\n  d: 1\ne: 1\n', 'Line it up with its neighbours', 'a:\n  b: 1\nc:\n  d: 1\ne: 1\n'],
  ['yaml', 'a:\n  b: 1\n   c:\n    d: 1\n  e: 1\n', 'Line it up with its neighbours', 'a:\n  b: 1\n  c:\n    d: 1\n  e: 1\n'],
  ['yaml', 'a: [\n  - b: 1\n  - c: 2\n]\nd: 3\n', 'Remove the "["', 'a:\n  - b: 1\n  - c: 2\nd: 3\n'],
  [
    'yaml',
    '- a: [\n    - b: 1\n    - c: [1]\n  d: [\n    2\n  ]\n',
    'Remove the "["',
    '- a:\n    - b: 1\n    - c: [1]\n  d: [\n    2\n  ]\n',
  ],
  ['yaml', 'a: - b:\n    c: 1\n', 'Start the list on the next line', 'a:\n  - b:\n      c: 1\n'],
  [
    'yaml',
    'x:\n  a: - b:\n          c: 1\n    - d: 1\n',
    'Start the list on the next line',
    'x:\n  a:\n    - b:\n          c: 1\n    - d: 1\n',
  ],
  ['yaml', 'a:\n  b /c # d\n  e: /f # g\n', 'Add ":" after "b"', 'a:\n  b: /c # d\n  e: /f # g\n'],
  ['json', '{"a": ${ .b }"}', 'Put it in double quotes', '{"a": "${ .b }"}'],
  ['json', '{"a": .b", "c": 1}', 'Put it in double quotes', '{"a": ".b", "c": 1}'],
  ['json', '{\n  "a":\n    {\n      "b": 1\n    }\n  ]\n}', 'Add "["', '{\n  "a": [\n    {\n      "b": 1\n    }\n  ]\n}'],
  ['json', '{"a" = {"b": 1}}', 'Change to ":"', '{"a": {"b": 1}}'],
  ['json', '[{{"a": 1}]', 'Remove this "{"', '[{"a": 1}]'],
  ['json', '{"a": {\n  "b": [1, 2}\n}}', 'Change to "]"', '{"a": {\n  "b": [1, 2]\n}}'],
  ['json', '{"a": {{"b": 1}, {"c": 2}}}', 'Change to [ and ]', '{"a": [{"b": 1}, {"c": 2}]}'],
  ['json', '{"a": ["b": 1, "c": 2], "d": 3}', 'Change to { and }', '{"a": {"b": 1, "c": 2}, "d": 3}'],
  ['json', '{\n  "a":\n    "b": 1\n  },\n  "c": 2\n}', 'Add "{"', '{\n  "a": {\n    "b": 1\n  },\n  "c": 2\n}'],
  ['json', '{\n  "a": {\n  "a": {\n    "b": 1\n  }\n}\n', 'Remove this line', '{\n  "a": {\n    "b": 1\n  }\n}\n'],
  ['json', '{\n  "a": {\n    "b": 1\n  "c": 2\n}', 'Add "}"', '{\n  "a": {\n    "b": 1\n  },\n  "c": 2\n}'],
  ['json', 'const x = {"a": 1};\n', 'Remove it', '{"a": 1}\n'],
  ['json', 'export default [1]', 'Remove it', '[1]'],
  ['json', '{"a" = 1}', 'Change to ":"', '{"a": 1}'],
  ['json', '{"a", 1}', 'Change to ":"', '{"a": 1}'],
  ['json', '{"a"": 1}', 'Remove this quote', '{"a": 1}'],
  ['json', '{"a"]: 1}', 'Remove this "]"', '{"a": 1}'],
  ['json', '{"a": "${ .b == "c\\n" }"}', 'Write \\" inside', '{"a": "${ .b == \\"c\\n\\" }"}'],
  ['json', '{"a": [{"b": 1]}}', 'Change to } and ]', '{"a": [{"b": 1}]}'],
  ['json', '{"a": ("b": 1)}', 'Change to { and }', '{"a": {"b": 1}}'],
  ['json', '{"a": ${ .b }}', 'Put it in double quotes', '{"a": "${ .b }"}'],
  ['json', '{"a": `b`}', 'Put it in double quotes', '{"a": "b"}'],
  ['yaml', 'a: "b”\nc: 1\n', 'Change ” to "', 'a: "b"\nc: 1\n'],
  ['yaml', 'a: { b: "c, d: "e" }\n', 'Add " at the end', 'a: { b: "c", d: "e" }\n'],
  ['yaml', 'a: { b: "c, d: e }\n', 'Add " at the end', 'a: { b: "c", d: e }\n'],
  ['yaml', '- "a:\n    b: 1\n- c: 2\n', 'Add " at the end', '- "a":\n    b: 1\n- c: 2\n'],
  ['yaml', "a:\n  'b: 1\n  c: 2\n", "Add ' at the end", "a:\n  'b': 1\n  c: 2\n"],
  ['yaml', "'b: 'c'\nd: 2\n", "Add ' at the end", "'b': 'c'\nd: 2\n"],
  ['yaml', 'a: [\n  1,\n  { b: 2 },\nc: 1\n', 'Add "]"', 'a: [\n  1,\n  { b: 2 }\n],\nc: 1\n'.replace('],', ']')],
  ['json', '{"a": "b, "c": "d"}', 'Add " at the end', '{"a": "b", "c": "d"}'],
  ['json', '{"a": "b }', 'Add " at the end', '{"a": "b" }'],
  ['json', '{"a": "${ .b }, "c": "d"}', 'Add " at the end', '{"a": "${ .b }", "c": "d"}'],
  ['json', '{"a: "b"}', 'Add " at the end', '{"a": "b"}'],
  ['json', '{a": "b"}', 'Quote "a"', '{"a": "b"}'],
  ['json', '{"a": b"}', 'Put it in double quotes', '{"a": "b"}'],
  ['json', '{"a": b c}', 'Put it in double quotes', '{"a": "b c"}'],
  ['json', '{"a": ["b, "c"]}', 'Add " at the end', '{"a": ["b", "c"]}'],
  ['json', '{"a": "b”}', 'Change ” to "', '{"a": "b"}'],
  ['json', '{“a”: "b"}', 'Quote "a"', '{"a": "b"}'],
  ['json', '{"a": "b\n  c"}', 'Write \\n for the line break', '{"a": "b\\n  c"}'],
  ['json', '{"a": "b\tc"}', 'Write \\t for the tab', '{"a": "b\\tc"}'],
  ['json', '{"a": 0x10}', 'Change to 16', '{"a": 16}'],
  ['json', '{"a": NaN}', 'Change to null', '{"a": null}'],
  ['json', '[\n {"a": {"b": 1},\n {"c": 2}\n]', 'Add "}"', '[\n {"a": {"b": 1}},\n {"c": 2}\n]'],
  ['json', '{\n  "a": [\n    1\n}', 'Add "]"', '{\n  "a": [\n    1\n  ]\n}'],
  ['yaml', 'a:\n\tb: 1\n\tc:\n\t\td: 1\n', 'Indent with spaces', 'a:\n  b: 1\n  c:\n    d: 1\n'],
  ['yaml', '- a:\n      b:\n\tc: 1\n\td: 2\n', 'Indent with spaces', '- a:\n      b:\n          c: 1\n          d: 2\n'],
  [
    'yaml',
    'a:\n\t- b:\n\t\t\tc: 1\n\t\t\td: 2\n\t- e: 1\n\t\tf: 2\n',
    'Indent with spaces',
    'a:\n  - b:\n      c: 1\n      d: 2\n  - e: 1\n    f: 2\n',
  ],
  ['yaml', 'a: @x # c\n', 'Quote the value', "a: '@x' # c\n"],
  ['yaml', '- a\n-b\n', 'Add a space after the dash', '- a\n- b\n'],
  ['yaml', 'a: "x\\d"\n', 'Write the backslash twice', 'a: "x\\\\d"\n'],
  ['yaml', 'a: [1,,2]\n', 'Remove this comma', 'a: [1,2]\n'],
  ['yaml', 'a: &x &y 1\n', 'Remove it', 'a: &x 1\n'],
  ['yaml', 'a: *nope\n', "Quote it: '*nope'", "a: '*nope'\n"],
  ['yaml', 'a: "b" c # d\n', 'Put all of it in quotes', 'a: \'"b" c\' # d\n'],
  ['yaml', "a: 'it's'\n", 'Put all of it in quotes', "a: 'it''s'\n"],
  ['yaml', "- 'the dogs' bone' # c\n", 'Put all of it in quotes', "- 'the dogs'' bone' # c\n"],
  ['yaml', "a: 'it''s 'so'' # c\n", 'Put all of it in quotes', "a: 'it''s ''so''' # c\n"],
  ['yaml', 'a: "say "hi\\n" now"\n', 'Put all of it in quotes', 'a: "say \\"hi\\n\\" now"\n'],
  ['yaml', "a: 'b' or 'c'\n", 'Put all of it in quotes', "a: '''b'' or ''c'''\n"],
  ['yaml', 'a: - b\n', 'Start the list on the next line', 'a:\n  - b\n'],
  ['yaml', 'a: "b\n', 'Add " at the end', 'a: "b"\n'],
  ['yaml', 'a: {b: 1 # c\nd: 2\n', 'Add "}"', 'a: {b: 1} # c\nd: 2\n'],
  ['yaml', 'a: [1}\n', 'Close with "]"', 'a: [1]\n'],
  ['yaml', 'a: x\0y\n', 'Write \\u0000 for the control character', 'a: "x\\u0000y"\n'],
  ['yaml', 'a: 1\n\x1a', 'Remove the control character', 'a: 1\n'],
  ['yaml', 'a: 1\n\0\0\0\n', 'Remove the control character', 'a: 1\n\n'],
  ['yaml', '"k\0": 1\n', 'Write \\u0000 for the control character', '"k\\u0000": 1\n'],
  ['yaml', "x: [ 'it''s\f' ] # c\n", 'Write \\u000C for the control character', 'x: [ "it\'s\\f" ] # c\n'],
  ['yaml', "c: { when '${ .done }', then: end }\n", 'Add ":"', "c: { when: '${ .done }', then: end }\n"],
  ['yaml', 'a: 1\nwith { b: c, d: e } # f\n', 'Add ":" after "with"', 'a: 1\nwith: { b: c, d: e } # f\n'],
  ['yaml', 'a: 1\nwith &w [ { b: c } ]\n', 'Add ":" after "with"', 'a: 1\nwith: &w [ { b: c } ]\n'],
  ['yaml', 'x: { a: 1 # b\n  # c\n  d: 2 }\n', 'Add a comma', 'x: { a: 1, # b\n  # c\n  d: 2 }\n'],
  ['yaml', 'do:\n  * a:\n      set: 1\n', 'Change to "- "', 'do:\n  - a:\n      set: 1\n'],
  ['yaml', 'do:\n  + a:\n      set: 1\n', 'Change to "- "', 'do:\n  - a:\n      set: 1\n'],
  ['yaml', 'a: &anc 1\nb: *ank\n', 'Change to "*anc"', 'a: &anc 1\nb: *anc\n'],
  ['yaml', 'a: { after { days: 1 } }\n', 'Add ":"', 'a: { after: { days: 1 } }\n'],
  ['yaml', 'a: { b: 1, list [1, 2], c: 2 }\n', 'Add ":"', 'a: { b: 1, list: [1, 2], c: 2 }\n'],
  ['json', '"a": 1, "b": {"c": 2}}', 'Add "{"', '{"a": 1, "b": {"c": 2}}'],
  ['json', '"a": 1,\n"b": 2\n', 'Put it in { }', '{"a": 1,\n"b": 2}\n'],
  ['json', '{"a": "x\u0001y"}', 'Write \\u0001 for the control character', '{"a": "x\\u0001y"}'],
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
    const [fix] = syntaxFindings(tree.documents).flatMap((finding) => finding.fixes?.(tree) ?? []);
    expect(fix?.title).toBe(title);
    expect(applyEdits(before, fix!.edits)).toBe(wanted);
    expect(syntaxFindings(parse(wanted, format).documents)).toEqual([]);
  }
});

test.each([
  ['json', '{"a": 1}\n{"b": 2}\n'],
  ['json', '{"a": 1},{"b": 2}\n'],
  ['json', '{"a": [1] },{"b": 2}]}'],
  ['json', '{"a": 1} b\n'],
  ['yaml', 'do: [{a: 1}] , {b: 2}]\nc: 1\n'],
  ['yaml', '- b: { set: {x: 1} } then: end\n'],
  ['yaml', 'then: exit - o:\na: 1\n'],
  ['yaml', 'x: { a: "b" c, d: 1 }\n'],
  ['yaml', 'x: { when: ${ .t | endswith("/x) }, then: end }\n'],
] as const)('%s %j: what stands behind the end is neither thrown away nor made text', (format, text) => {
  const tree = parse(text, format);
  const findings = syntaxFindings(tree.documents);
  expect(findings).not.toEqual([]);
  expect(findings.flatMap((finding) => finding.fixes?.(tree) ?? [])).toEqual([]);
});

test('a comma goes before the comment behind what it separates', () => {
  const text = '{ "a": 1 // b\n  /* c */ "d": 2 }';
  const tree = parse(text, 'json');
  const fix = syntaxFindings(tree.documents).flatMap((finding) =>
    finding.code === 'syntax/missing-comma' ? (finding.fixes?.(tree) ?? []) : [],
  );
  expect(applyEdits(text, fix[0]!.edits)).toBe('{ "a": 1, // b\n  /* c */ "d": 2 }');
});

test.each(['x:\n  failed: it was: b\n    more: 1\ny: 1\n', 'a: the b: 1\n  c: 2\n'])(
  '%j has no fix where one sign would not do',
  (text) => {
    const tree = parse(text, 'yaml');
    // What is said of the lines below follows from it.
    const [first] = syntaxFindings(tree.documents);
    expect(first?.fixes?.(tree)).toEqual([]);
  },
);

test.each([
  ['a:\n  b:\n    c: |\n\t\t\tfoo()\n\t\t\t\tbar\nd: 1\n', 'a:\n  b:\n    c: |\n      foo()\n        bar\nd: 1\n'],
  ['a:\n    b: 1 # c\n\tc: 1\n\td: 2\n', 'a:\n    b: 1 # c\n    c: 1\n    d: 2\n'],
  ['a:\r\n  - b: >-\r\n\tc\r\n\td\r\n', 'a:\r\n  - b: >-\r\n      c\r\n      d\r\n'],
  ['a:\n  - b: 1\n\n# c\n\td: 1\n\te:\n\t\tf: 1\n', 'a:\n  - b: 1\n\n# c\n    d: 1\n    e:\n      f: 1\n'],
])('tabs become spaces below the line above: %j', (text, after) => {
  const tree = parse(text, 'yaml');
  const tab = syntaxFindings(tree.documents).find(({ code }) => code === 'syntax/tab');
  expect(applyEdits(text, tab!.fixes!(tree)[0]!.edits)).toBe(after);
  expect(syntaxFindings(parse(after, 'yaml').documents)).toEqual([]);
});
