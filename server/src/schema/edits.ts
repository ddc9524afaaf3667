/** Changes of text, in the style of what is there: block YAML, flow YAML, JSON. Positions are absolute. */
import type { Edit, MapNode, Node, Pair, NodeRange, TextRange, Tree } from '../syntax/node.ts';
import { textRange } from '../syntax/node.ts';
import type { Plain } from '../syntax/value.ts';

/** Texts that stand in YAML without quotes and stay text. */
const bare = /^(?!(?:true|false|null|~)$)(?:[A-Za-z_/][\w ./$+-]*(?::\/\/[\w./$+-]*)?|\d+\.\d+\.\d+[\w.+-]*)$/i;

/** A text as a scalar; `inline` inside brackets or braces. */
export function scalarText(tree: Tree, text: string, inline = false, quote = ''): string {
  if (tree.format === 'json' || quote === '"') return JSON.stringify(text);
  const expression = !inline && /^\$\{[^\n]*\}$/.test(text) && !/: | #/.test(text);
  if (quote === '' && !text.endsWith(' ') && (bare.test(text) || expression)) return text;
  return /[\n\t]/.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}

/** The quote a scalar is written with, or nothing. */
export const quoteOf = (tree: Tree, place: NodeRange): string =>
  /^["']/.exec(tree.text.slice(textRange(tree, place).start, textRange(tree, place).end))?.[0] ?? '';

export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
export const column = (text: string, offset: number): number => offset - lineStart(text, offset);
const lineEnd = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
};

/** Where the words of a node end: block collections may reach over the blank lines below them. */
export function endOf(tree: Tree, node: NodeRange): number {
  const { start, end } = textRange(tree, node);
  let last = end;
  while (last > start && /\s/.test(tree.text[last - 1]!)) last--;
  return last;
}

/** Is this mapping written in lines, each pair at the start of one? */
export const inLines = (map: MapNode): boolean => !map.flow;

/** Where the pair before and after a pair stand; deep inside a list item offsets are those of the mapping. */
const place = (tree: Tree, pair: Pair): TextRange => ({ start: textRange(tree, pair.key).start, end: endOf(tree, pair) });

/** The whole lines of a pair of a block mapping, with the line break at the end; undefined where it shares its first line ("- a: 1"). */
export function linesOf(tree: Tree, pair: Pair): TextRange | undefined {
  const { start, end } = place(tree, pair);
  const from = lineStart(tree.text, start);
  if (tree.text.slice(from, start).trim() !== '') return undefined;
  return { start: from, end: Math.min(lineEnd(tree.text, end) + 1, tree.text.length) };
}

/** Takes a pair out of a mapping. */
export function removal(tree: Tree, map: MapNode, pair: Pair): Edit | undefined {
  const at = map.pairs.indexOf(pair);
  const { start, end } = place(tree, pair);
  const next = map.pairs[at + 1];
  const before = map.pairs[at - 1];
  if (inLines(map)) {
    const lines = linesOf(tree, pair);
    if (lines) return { ...lines, newText: '' };
    return next && { start, end: place(tree, next).start, newText: '' };
  }
  if (next) return { start, end: place(tree, next).start, newText: '' };
  return { start: before ? place(tree, before).end : start, end, newText: '' };
}

/** Adds pairs, given as data, at the end of a mapping. */
export function addition(tree: Tree, map: MapNode, pairs: readonly (readonly [string, Plain])[]): Edit {
  const last = map.pairs.at(-1);
  if (inLines(map) && last) {
    const indent = column(tree.text, textRange(tree, map.pairs[0]!.key).start);
    const at = lineEnd(tree.text, place(tree, last).end);
    return {
      start: at,
      end: at,
      newText: pairs.map(([key, value]) => `\n${' '.repeat(indent)}${pairText(tree, key, value, indent)}`).join(''),
    };
  }
  return insertion(
    tree,
    map,
    pairs.map(([key, value]) => `${scalarText(tree, key, true)}: ${flow(tree, value)}`),
  );
}

/** Adds pairs, given as text, at the end of a mapping in braces. */
export function insertion(tree: Tree, map: MapNode, texts: readonly string[]): Edit {
  const { start } = textRange(tree, map);
  const last = map.pairs.at(-1);
  if (!last) return { start: start + 1, end: textRange(tree, map).end - 1, newText: ` ${texts.join(', ')} ` };
  const at = place(tree, last).end;
  const first = place(tree, map.pairs[0]!).start;
  const ownLine = tree.text.slice(start, first).includes('\n');
  const gap = ownLine ? `\n${tree.text.slice(lineStart(tree.text, first), first)}` : ' ';
  return { start: at, end: at, newText: texts.map((text) => `,${gap}${text}`).join('') };
}

/** A pair as block YAML whose key stands at this column. */
export const pairText = (tree: Tree, key: string, value: Plain, indent: number): string =>
  `${scalarText(tree, key)}:${block(tree, value, indent)}`;

function block(tree: Tree, value: Plain, indent: number): string {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return ` ${flow(tree, value, false)}`;
  const deeper = indent + 2;
  const line = `\n${' '.repeat(deeper)}`;
  if (Array.isArray(value)) return value.map((one) => `${line}- ${element(tree, one, deeper)}`).join('');
  return Object.entries(value)
    .map(([key, inner]) => line + pairText(tree, key, inner, deeper))
    .join('');
}

function element(tree: Tree, value: Plain, indent: number): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return flow(tree, value);
  return Object.entries(value)
    .map(([key, inner]) => pairText(tree, key, inner, indent + 2))
    .join(`\n${' '.repeat(indent + 2)}`);
}

/** A value on one line. */
export function flow(tree: Tree, value: Plain, inline = true): string {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return scalarText(tree, value, inline);
  if (Array.isArray(value)) return `[${value.map((one) => flow(tree, one)).join(', ')}]`;
  const inner = Object.entries(value).map(([key, one]) => `${scalarText(tree, key, true)}: ${flow(tree, one)}`);
  return inner.length === 0 ? '{}' : `{ ${inner.join(', ')} }`;
}

/** The same lines, moved to the right or left; the first one from where it starts. */
export const shifted = (text: string, by: number): string =>
  text.replace(/\n( *)(?=[^\s])/g, (_, spaces: string) => `\n${' '.repeat(Math.max(0, spaces.length + by))}`);

/** Edits that move the lines after the first one of a stretch by some columns to the right. */
export function indented(text: string, { start, end }: TextRange, by: number): Edit[] {
  const edits: Edit[] = [];
  for (let at = text.indexOf('\n', start) + 1; at > 0 && at < end; at = text.indexOf('\n', at) + 1)
    if (/[^\s]/.test(text.slice(at, lineEnd(text, at)))) edits.push({ start: at, end: at, newText: ' '.repeat(by) });
  return edits;
}

/** The words of a node as written. */
export const source = (tree: Tree, node: Node | Pair): string => tree.text.slice(textRange(tree, node).start, endOf(tree, node));
