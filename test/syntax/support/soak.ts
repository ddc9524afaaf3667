/** A day of typing in a minute: realistic edits of one text after the other, each compared with a fresh look at the whole. */
import type { Format, Split } from '../../../server/src/syntax/node.ts';
import { parse } from '../../../server/src/syntax/parse.ts';
import { dump } from './dump.ts';

/** A number below `most`. */
export type Random = (most: number) => number;

/** A sequence that a number decides (a linear congruential generator; its lowest bits repeat too soon). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % most;
  };
}

const pick = <T>(random: Random, list: readonly T[]): T => list[random(list.length)]!;

const written: Readonly<Record<Format, readonly string[]>> = {
  yaml: [
    '- ',
    'x',
    ' ',
    '  ',
    ':',
    ': ',
    '"',
    "'",
    '#',
    ' # c',
    '{',
    '}',
    '[',
    ']',
    ',',
    '-',
    '&a ',
    '*a',
    '<<: *a',
    '\t',
    '|',
    '>-',
    '?',
    '!!str ',
    '---\n',
    '...\n',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    'k: 1\n',
    '  - z: 1\n',
    '- n:\n      set: 1\n',
    'then: end',
    '${ .a }',
    '- - b: 1\n',
    '\u00a0',
    '{ a: 1, b: [2] }',
  ],
  json: [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    "'",
    'x',
    ' ',
    '\n',
    '\r\n',
    '1',
    'null',
    '"a": 1',
    '{"n": 1},',
    '{"n": {"m": []}}',
    '// c\n',
    '/* c */',
    '\\',
    '"a" ',
    ';',
  ],
};

const lineBreak = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

const pieces: Readonly<Record<Format, readonly string[]>> = {
  yaml: [
    '- ',
    '- a: 1',
    '- a:',
    'b: 2',
    'c:',
    ':',
    '- :',
    '- - ',
    '-',
    'text',
    '"q',
    "'",
    '"q": 1',
    '[1, {a: b}',
    '{',
    '}',
    '|',
    '- |',
    '>',
    '# c',
    '? k',
    '&a',
    '- &a b: 1',
    '- *a',
    '*a : 1',
    '!!map',
    '\t',
    '---',
    'a: b: c',
    'a b',
    '- a b',
    'a:b',
    '- x # c',
    '...',
    '%YAML 1.2',
  ],
  json: ['{', '}', '[', ']', '{"a": 1},', '{"b": [{"c": 2}]},', '"d": ', '"e"', ',', '1', '// c', '{"f" 1}', '[{}, {}],'],
};

/** A few lines, as odd as lines can be. */
export const oddText = (random: Random, format: Format): string =>
  Array.from({ length: 1 + random(9) }, () => ' '.repeat(random(3) * (1 + random(2))) + pick(random, pieces[format])).join('\n');

/** The lines of a text after something was done to them. */
const withLines = (text: string, change: (lines: string[]) => void): string => {
  const lines = text.split(/\r\n|\n/);
  change(lines);
  return lines.join(lineBreak(text));
};

type Edit = (text: string, random: Random, format: Format) => string;

/** What people do to a text. */
const edits: readonly Edit[] = [
  (text, random, format) => insert(text, random(text.length + 1), pick(random, written[format])),
  (text, random, format) => insert(text, random(text.length + 1), pick(random, written[format])),
  (text, random) => remove(text, random(text.length + 1), 1),
  (text, random) => remove(text, random(text.length + 1), 1 + random(12)),
  (text, random) => withLines(text, (lines) => void lines.splice(random(lines.length), 1 + random(4))),
  (text, random) =>
    withLines(text, (lines) => {
      const from = random(lines.length);
      lines.splice(random(lines.length), 0, ...lines.slice(from, from + 1 + random(6)));
    }),
  (text, random) =>
    withLines(text, (lines) => {
      const moved = lines.splice(random(lines.length), 1 + random(5));
      lines.splice(random(lines.length + 1), 0, ...moved);
    }),
  (text, random) =>
    withLines(text, (lines) => {
      const [from, deeper] = [random(lines.length), random(2) === 0];
      const to = Math.min(from + 1 + random(5), lines.length);
      for (let at = from; at < to; at++)
        lines[at] = deeper ? `${' '.repeat(1 + random(2))}${lines[at]}` : lines[at]!.replace(/^ {1,2}/, '');
    }),
  (text, random) =>
    withLines(text, (lines) => {
      const at = random(lines.length);
      lines[at] = lines[at]!.startsWith('#') ? lines[at]!.slice(1) : `#${lines[at]}`;
    }),
  (text) => (text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n')),
];

const insert = (text: string, at: number, what: string): string => text.slice(0, at) + what + text.slice(at);
const remove = (text: string, at: number, length: number): string => text.slice(0, at) + text.slice(at + length);

/** An edit after which a tree that knows the text before says something else than one that does not. */
export interface Difference {
  readonly before: string;
  readonly after: string;
  /** More than one edit was needed: the tree before it was made of an earlier text. */
  readonly isChain: boolean;
}

/** `count` edits of a text, one after the other, undone now and then. The first difference, and how many edits were compared. */
export function soak(
  start: string,
  format: Format,
  split: Split | undefined,
  random: Random,
  count: number,
): { compared: number; difference?: Difference } {
  const read = (text: string, before?: ReturnType<typeof parse>) => parse(text, format, before, { split });
  const said = (tree: ReturnType<typeof parse>): string => JSON.stringify(dump(tree));
  let text = start;
  let tree = read(text);
  const past: string[] = [];
  for (let done = 0; done < count; done++) {
    const before = text;
    text = random(8) === 0 && past.length > 0 ? past.pop()! : pick(random, edits)(text, random, format);
    if (text !== before) past.push(before);
    tree = read(text, tree);
    const fresh = said(read(text));
    if (said(tree) === fresh) continue;
    const isChain = said(read(text, read(before))) === fresh;
    return { compared: done + 1, difference: { before, after: text, isChain } };
  }
  return { compared: count };
}
