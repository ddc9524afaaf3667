/** Edits that the fixes of rules need: minimal, in the style of what is there (block YAML, flow YAML, JSON). */
import type { Edit, MapNode, Node, Pair, NodeRange, SeqNode, Tree } from '../../syntax/node.ts';
import { resolve, textRange } from '../../syntax/node.ts';

/** What a fix writes: text, numbers, lists and mappings. */
export type Data = string | number | readonly Data[] | { readonly [key: string]: Data };

/** Texts that stand in YAML without quotes and stay text. */
const plain = /^(?!(?:true|false|null|yes|no|on|off|y|n|~)$)[A-Za-z_$][\w$./-]*(?::\/\/[\w$./-]+)?$/i;

/** A text as a scalar of the tree's format. */
const scalar = (tree: Tree, text: string): string => {
  if (tree.format === 'json') return JSON.stringify(text);
  return plain.test(text) || /^P[\dTYMWDHS.]+$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
};

/** Replaces a scalar, keeping the quotes that are there, or a slice of one as it is. */
export function textEdit(tree: Tree, at: NodeRange, text: string): Edit {
  const { start, end } = textRange(tree, at);
  if ('scalar' in at || !('kind' in at)) return { start, end, newText: text };
  const quote = tree.text[start];
  if (quote === '"') return { start, end, newText: JSON.stringify(text) };
  return { start, end, newText: quote === "'" ? `'${text.replaceAll("'", "''")}'` : scalar(tree, text) };
}

/** Writes another value, on one line, in place of one. */
export const replaceBy = (tree: Tree, at: NodeRange, value: Data): Edit => ({ ...textRange(tree, at), newText: flow(tree, value) });

/** Adds a pair at the end of a mapping. */
export function addPair(tree: Tree, map: MapNode, key: string, value: Data): Edit {
  if (map.flow) return addToFlow(tree, map, `${scalar(tree, key)}: ${flow(tree, value)}`, map.pairs.length === 0);
  const first = map.pairs[0];
  const indent = first ? columnOf(tree, textRange(tree, first.key).start) : 0;
  return addLines(tree, map, indent, `${scalar(tree, key)}:${block(tree, value, indent)}`);
}

/** Adds an element at the end of a list. */
export function addElement(tree: Tree, list: SeqNode, value: Data): Edit {
  if (list.flow) return addToFlow(tree, list, flow(tree, value), list.elements.length === 0);
  const { start } = textRange(tree, list);
  const indent = columnOf(tree, start);
  return addLines(tree, list, indent, `- ${element(tree, value, indent)}`);
}

/** Writes the value of a pair that has none yet. */
export function fillPair(tree: Tree, pair: Pair, value: Data): Edit | undefined {
  const written = resolve(pair.value);
  if (written && !(written.kind === 'scalar' && written.value === null)) return undefined;
  if (pair.value && written) return { ...textRange(tree, pair.value), newText: flow(tree, value) };
  const { start, end } = textRange(tree, pair.key);
  const colon = tree.text.indexOf(':', end);
  if (colon < 0 || tree.text.slice(end, colon).trim() !== '') return undefined;
  return { start: colon + 1, end: colon + 1, newText: block(tree, value, columnOf(tree, start)) };
}

/** Writes a pair on lines of its own before another one of a block mapping. */
export function addPairBefore(tree: Tree, pair: Pair, key: string, value: Data): Edit {
  const { start } = textRange(tree, pair.key);
  const indent = columnOf(tree, start);
  return { start, end: start, newText: `${scalar(tree, key)}:${block(tree, value, indent)}\n${' '.repeat(indent)}` };
}

function addToFlow(tree: Tree, node: MapNode | SeqNode, text: string, empty: boolean): Edit {
  const { start, end } = textRange(tree, node);
  const close = end - 1;
  let last = close;
  while (last > start + 1 && /\s/.test(tree.text[last - 1]!)) last--;
  const comma = empty || tree.text[last - 1] === ',' ? '' : ',';
  const lineStart = tree.text.lastIndexOf('\n', close);
  if (lineStart < start || empty) {
    const room = tree.text.slice(last, close);
    return { start: last, end: last, newText: `${comma}${comma || (node.kind === 'map' && !room) ? ' ' : ''}${text}` };
  }
  // Several lines: one more, indented like the first.
  const lead = /^\s*/.exec(tree.text.slice(start + 1, last))![0];
  return { start: last, end: last, newText: `${comma}${lead.includes('\n') ? lead.slice(lead.lastIndexOf('\n')) : ' '}${text}` };
}

function addLines(tree: Tree, after: Node, indent: number, text: string): Edit {
  const { start, end } = textRange(tree, after);
  let last = end;
  while (last > start && /\s/.test(tree.text[last - 1]!)) last--;
  const lineEnd = tree.text.indexOf('\n', last);
  const comment = tree.text.slice(last, lineEnd < 0 ? undefined : lineEnd);
  const at = /^\s*#/.test(comment) ? last + comment.trimEnd().length : last;
  return { start: at, end: at, newText: `\n${' '.repeat(indent)}${text}` };
}

const columnOf = (tree: Tree, offset: number): number => offset - (tree.text.lastIndexOf('\n', offset - 1) + 1);

/** A value after "key:" in block style. */
function block(tree: Tree, value: Data, indent: number): string {
  if (tree.format === 'json' || typeof value !== 'object' || isEmpty(value)) return ` ${flow(tree, value)}`;
  const deeper = indent + 2;
  const line = `\n${' '.repeat(deeper)}`;
  if (isList(value)) return value.map((one) => `${line}- ${element(tree, one, deeper)}`).join('');
  return pairs(value)
    .map(([key, inner]) => `${line}${scalar(tree, key)}:${block(tree, inner, deeper)}`)
    .join('');
}

/** A value after "- ". */
function element(tree: Tree, value: Data, indent: number): string {
  if (typeof value !== 'object' || isList(value) || isEmpty(value)) return flow(tree, value);
  const deeper = indent + 2;
  return pairs(value)
    .map(([key, inner]) => `${scalar(tree, key)}:${block(tree, inner, deeper)}`)
    .join(`\n${' '.repeat(deeper)}`);
}

function flow(tree: Tree, value: Data): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return scalar(tree, value);
  if (isList(value)) return `[${value.map((one) => flow(tree, one)).join(', ')}]`;
  const inner = pairs(value).map(([key, one]) => `${scalar(tree, key)}: ${flow(tree, one)}`);
  return inner.length === 0 ? '{}' : `{ ${inner.join(', ')} }`;
}

const isList = (value: Data): value is readonly Data[] => Array.isArray(value);
const pairs = (value: Data): [string, Data][] => Object.entries(value as Record<string, Data>);
const isEmpty = (value: object): boolean => Object.keys(value).length === 0;
