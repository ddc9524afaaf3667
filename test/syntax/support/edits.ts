/** Texts, and edits to make in them: what the incremental property is tried on. */
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateWorkflow } from '../../support/generate.ts';
import { corpus } from './corpus.ts';

const snippets = [
  'a',
  ' ',
  '  ',
  '\n',
  ':',
  ': ',
  '- ',
  '"',
  "'",
  '#',
  ' # c',
  '[',
  ']',
  '{',
  '}',
  ',',
  '|',
  '>',
  '&a ',
  '*a',
  '---\n',
  '\t',
  '\r\n',
  '- b:\n',
  '    x: 1\n',
  '  - new:\n      set: { a: 1 }\n',
  '!!str ',
  '\\',
  '🧵',
  '...\n',
  '?',
  '{"k": 1}',
  ',{"a":1}',
  '//',
  '/*',
  '*/',
  'null',
  '-',
  '? ',
  ': |+\n',
  ': >\n',
  '\r',
];
/** One edit of a text of any length. */
export const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  insert: fc.oneof(fc.constantFrom(...snippets), fc.string({ maxLength: 5 }), fc.constant('')),
});
export type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;
export const apply = (text: string, { at, remove, insert }: Edit): string => {
  const start = Math.floor(at * (text.length + 1));
  return text.slice(0, start) + insert + text.slice(start + remove);
};

const ourWorkflows = join(import.meta.dirname, '../../corpus/valid');
/** Lists so long that their elements are bundled, with something odd now and then. */
const longList = (odd: string): string =>
  `do:\n${Array.from({ length: 150 }, (_, n) => (n % 40 === 39 ? odd : n % 3 === 0 ? `  - t${n}:\n      do:\n        - x: ${n}\n` : `  - a${n}: { b: 1 }\n`)).join('')}end: 1\n`;

export const yamlTexts = [
  ...['', '  # note\n', '  - text\n', '  - - a: 1\n', '   - c: 1\n', '  -\n'].map(longList),
  ...[60, 200].flatMap((lines) => [1, 2].map((seed) => generateWorkflow(lines, seed))),
  '- a: 1\n  b: |+\n    x\n\n\n- c: 2\n# between\n- d:\n  - e: 1\n  - f: |\n      t\n\n  # tail\n- g: "q\n    r"\n- [x, {y: 1}, z: 2]\n- &n h: *n\n-\n- i\n',
  'a:\r\n- x: 1\r\n  y: 2\r\n- z: 3\r\n---\r\n- 1\r\n...\r\n# end\r\n',
  '  - a: 1\n  - b:\n      c: 1\n     d: 2\n   - e: 1\n  f: 1\n\tg: 2\n',
  ...readdirSync(ourWorkflows)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(ourWorkflows, name), 'utf8')),
  ...corpus(/^examples\/1\.0\/.*\.ya?ml$/)
    .slice(0, 30)
    .map(({ text }) => text),
];
export const jsonTexts = [
  ...['', '1,\n', '// note\n', '[{}, {}],\n'].map(
    (odd) =>
      `{"do": [\n${Array.from({ length: 150 }, (_, n) => `{"a${n}": {"b": [{"c": 1}]}},\n${n % 40 === 39 ? odd : ''}`).join('')}{}]}`,
  ),
  '[{"a": 1, "b": [{"c": null}, {"d": [1, {"e": "f"}]}]}, {"g": "h"},\n // note\n {"i": {"j": [{}]}}]',
  JSON.stringify({ do: Array.from({ length: 12 }, (_, index) => ({ [`t${index}`]: { set: { a: [{ b: index }] } } })) }, null, 2),
  ...corpus(/^examples\/0\.\d\/.*\.json$/)
    .slice(0, 10)
    .map(({ text }) => text),
];
export const jsonLines = ['{"id":"1"}\n{"id":"2","x":[{"y":1}]}\n\n{"id":"3"}\n', '\r\n{"a":1}\r\n \r\n{"b":[{}]}\r{"c":3}'];
