import { expect, test } from 'vitest';
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
