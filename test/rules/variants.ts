/** One text written in many ways: other line breaks and indentation, with comments, in braces, as JSON. */
import type { Node, Tree } from '../../server/src/syntax/node.ts';
import { textRange } from '../../server/src/syntax/range.ts';
import { walk } from '../../server/src/syntax/locate.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { toValue } from '../../server/src/syntax/value.ts';
import { writeFlow } from '../../server/src/syntax/write.ts';

export interface Variant {
  readonly name: string;
  readonly text: string;
  readonly format: 'yaml' | 'json';
}

export const commentsIn = (tree: Tree): string[] => {
  const found: string[] = [];
  const visit = ({ comments, children }: Tree['documents'][number]['fragment']): void => {
    found.push(...comments.map(({ text }) => text));
    for (const { fragment } of children) visit(fragment);
  };
  for (const { fragment } of tree.documents) visit(fragment);
  return found.sort();
};

const problemsIn = (tree: Tree): number => {
  const count = ({ errors, children }: Tree['documents'][number]['fragment']): number =>
    errors.length + children.reduce((sum, { fragment }) => sum + count(fragment), 0);
  return tree.documents.reduce((sum, { fragment }) => sum + count(fragment), 0);
};

/** How far block mappings and lists stand to the right of the keys that hold them. */
export function indentsIn(tree: Tree): { readonly maps: ReadonlySet<number>; readonly lists: ReadonlySet<number> } {
  const maps = new Set<number>();
  const lists = new Set<number>();
  const column = (at: number): number => at - (Math.max(tree.text.lastIndexOf('\n', at - 1), tree.text.lastIndexOf('\r', at - 1)) + 1);
  for (const { fragment } of tree.documents)
    walk(fragment.root, (node: Node, pair) => {
      if (!pair || (node.kind !== 'map' && node.kind !== 'seq') || node.flow) return;
      (node.kind === 'map' ? maps : lists).add(column(textRange(tree, node).start) - column(textRange(tree, pair).start));
    });
  return { maps, lists };
}

const dataOf = (tree: Tree): string => JSON.stringify(tree.documents.map(({ fragment }) => toValue(fragment.root)));

/** With four columns a level; undefined where the text does not mean the same any more. */
function fourSpaces(text: string): string | undefined {
  const levels: { readonly from: number; readonly to: number; readonly under: boolean }[] = [];
  const lines = text.split('\n').map((line) => {
    const from = /^ */.exec(line)![0].length;
    if (line.trim() === '') return line;
    while (levels.length > 0 && levels.at(-1)!.from > from) levels.pop();
    if (levels.at(-1)?.from !== from) levels.push({ from, to: levels.length === 0 ? from : levels.at(-1)!.to + 4, under: true });
    const { to } = levels.at(-1)!;
    for (let dash = from, rest = line.slice(from); /^- +[^\s-]/.test(rest); rest = rest.slice(2), dash += 2)
      levels.push({ from: dash + 2, to: to + (dash - from) + 2, under: false });
    return ' '.repeat(to) + line.slice(from);
  });
  return same(text, lines.join('\n'));
}

/** A comment at the end of each line, and one before it, wherever one can stand. */
function commented(text: string): string {
  const lines = text.split('\n');
  let number = 0;
  for (let at = 0; at < lines.length; at++) {
    const tried = (line: string): void => {
      if (same(text, [...lines.slice(0, at), line, ...lines.slice(at + 1)].join('\n')) !== undefined) lines[at] = line;
    };
    if (lines[at]!.trim() === '') continue;
    tried(`${lines[at]!} # behind ${++number}`);
    tried(`${/^ */.exec(lines[at]!)![0]}# before ${number}\n${lines[at]!}`);
  }
  return lines.join('\n');
}

/** The text, where it says the same as another one and its reader stumbles as often. */
function same(one: string, other: string): string | undefined {
  const [before, after] = [parse(one, 'yaml'), parse(other, 'yaml')];
  return dataOf(before) === dataOf(after) && problemsIn(before) === problemsIn(after) ? other : undefined;
}

const crlf = (text: string): string => text.replace(/\n/g, '\r\n');

/** A workflow in YAML in other styles; braces and JSON only where its reader did not stumble. */
export function workflowVariants(text: string): Variant[] {
  const tree = parse(text, 'yaml');
  const variants: (Variant | undefined)[] = [
    { name: 'LF', text, format: 'yaml' },
    { name: 'CRLF', text: crlf(text), format: 'yaml' },
  ];
  const four = fourSpaces(text);
  const comments = commented(text);
  if (four !== undefined) variants.push({ name: 'four spaces', text: four, format: 'yaml' });
  variants.push({ name: 'comments', text: comments, format: 'yaml' }, { name: 'comments, CRLF', text: crlf(comments), format: 'yaml' });
  if (problemsIn(tree) === 0 && tree.documents.length === 1) {
    const value = toValue(tree.documents[0]!.fragment.root);
    variants.push({ name: 'flow', text: `${writeFlow(value, { format: 'yaml' })}\n`, format: 'yaml' });
    variants.push({ name: 'JSON', text: `${JSON.stringify(value, null, 2)}\n`, format: 'json' });
    variants.push({ name: 'JSON, one line, CRLF', text: `${writeFlow(value, { format: 'json' })}\r\n`, format: 'json' });
  }
  return variants.flatMap((each) => each ?? []);
}

/** An event as it stands, with CRLF, and over lines. */
export function eventVariants(text: string): Variant[] {
  const lines = text.replace(/, "/g, ',\n  "').replace(/^\{ /, '{\n  ').replace(/ \}$/, '\n}\n');
  return [
    { name: 'LF', text, format: 'json' },
    { name: 'over lines', text: lines, format: 'json' },
    { name: 'over lines, CRLF', text: crlf(lines), format: 'json' },
  ];
}

/** An HTTP message in either line ending. */
export const messageVariants = (text: string): Variant[] => [
  { name: 'LF', text, format: 'json' },
  { name: 'CRLF', text: crlf(text), format: 'json' },
];
