/** Pairs taken out of one mapping so that they can be put into another, and elements moved in their list, as their author wrote them. */
import { hasAnchors } from '../locate.ts';
import type { Edit, MapNode, Node, Pair, SeqNode, TextRange, Tree } from '../node.ts';
import { textRange } from '../range.ts';
import { writeText } from '../write.ts';
import { removePair, startOf } from './remove.ts';
import { colonEnd } from './replace.ts';
import { columnOf, endAbove, lineEnd, lineStart } from '../text.ts';
import { replace, shifted, startsLine, wholeLines } from './text.ts';

export interface Taken {
  /** The pairs as written, from column 0 on, with the comments on their lines. */
  readonly sources: readonly string[];
  readonly edits: readonly Edit[];
}

/** What takes pairs out of a mapping, and how they look in another one; undefined where that cannot be without loss. */
export function takePairs(tree: Tree, map: MapNode, pairs: readonly Pair[], intoFlow: boolean): Taken | undefined {
  const sources = pairs.map((pair) => (intoFlow ? flowPair(tree, pair) : map.flow ? blockPair(tree, pair) : linesOf(tree, pair)));
  const edits =
    map.flow && pairs.length > 1 ? removeSeveral(tree, map, pairs) : pairs.map((pair) => removeLines(tree, map, pair, intoFlow));
  return edits && sources.every((each) => each !== undefined) ? { sources, edits: edits.flat() } : undefined;
}

/**
 * Puts an element of a list into the place of another one, and those between one place on. What stands between elements stays: commas, blank
 * lines; comments on the lines of an element and right above it go along. Empty where an anchor would come behind what uses it, or lines are shared.
 */
export function moveElement(tree: Tree, seq: SeqNode, from: number, to: number): Edit[] {
  const first = Math.min(from, to);
  const elements = seq.elements.slice(first, Math.max(from, to) + 1);
  const places = elements.map((element) => (seq.flow ? textRange(tree, element) : linesOfElement(tree, seq, element)));
  if (from === to || elements.some(hasAnchors) || !places.every((place) => place !== undefined)) return [];
  const sources = places.map(({ start, end }) => tree.text.slice(start, end));
  const [moved] = sources.splice(from - first, 1);
  sources.splice(to - first, 0, moved!);
  return places.map((place, index) => replace(place, sources[index]!));
}

/** From the comments right above the dash to the end of the last line; undefined where the dash does not begin its line. */
export function linesOfElement(tree: Tree, seq: SeqNode, element: Node): TextRange | undefined {
  const { text } = tree;
  const dash = startOf(tree, seq, element);
  if (!startsLine(text, dash)) return undefined;
  let start = lineStart(text, dash);
  const blank = text.slice(start, dash);
  for (let above = start; above > 0; start = above) {
    above = lineStart(text, endAbove(text, above));
    if (!text.startsWith(`${blank}#`, above)) break;
  }
  const { end } = textRange(tree, element);
  return { start, end: lineEnd(text, dash + text.slice(dash, end).trimEnd().length) };
}

/** Its whole lines, from column 0 on; without the comment behind it where it shares the first of them. */
function linesOf(tree: Tree, pair: Pair): string {
  const range = textRange(tree, pair);
  const lines = wholeLines(tree.text, range);
  const source = tree.text.slice(range.start, lines ? lines.end : range.end);
  return shifted(tree, source, -columnOf(tree.text, range.start)).replace(/[\r\n]+$/, '');
}

/** With the comment on its lines, which a pair in braces cannot take along. */
const removeLines = (tree: Tree, map: MapNode, pair: Pair, intoFlow: boolean): Edit[] => {
  const lines = intoFlow || map.flow || map.pairs.length === 1 ? undefined : wholeLines(tree.text, textRange(tree, pair));
  return lines ? [replace(lines, '')] : removePair(tree, map, pair);
};

/** Each with the comma before it, so that no comma is taken twice. */
function removeSeveral(tree: Tree, map: MapNode, pairs: readonly Pair[]): Edit[] | undefined {
  const edits = pairs.map((pair) => {
    const before = map.pairs[map.pairs.indexOf(pair) - 1];
    const start = before && textRange(tree, before).end;
    const { start: from, end } = textRange(tree, pair);
    return start !== undefined && /^\s*,\s*$/.test(tree.text.slice(start, from)) ? replace({ start, end }, '') : undefined;
  });
  return edits.every((each) => each !== undefined) ? edits : undefined;
}

/** A pair in braces as one of a block mapping: there a colon wants a space behind it. */
function blockPair(tree: Tree, pair: Pair): string {
  const key = textRange(tree, pair.key);
  const colon = colonEnd(tree, pair);
  const value = colon < 0 ? '' : tree.text.slice(colon, textRange(tree, pair).end).trim();
  return shifted(tree, `${tree.text.slice(key.start, key.end)}:${value ? ` ${value}` : ''}`, -columnOf(tree.text, key.start));
}

/** A pair on one line for braces; undefined where comments would be lost. */
function flowPair(tree: Tree, pair: Pair): string | undefined {
  const value = pair.value && flowSource(tree, pair.value);
  if (pair.value && value === undefined) return undefined;
  const key = writeText(pair.key.text, { format: tree.format, style: pair.key.style, flow: true });
  return `${key}:${value ? ` ${value}` : tree.format === 'json' ? ' null' : ''}`;
}

/** A node on one line as it can stand in brackets: anchors, tags and the spelling of numbers are kept. Undefined where a comment is lost. */
export function flowSource(tree: Tree, node: Node): string | undefined {
  const range = textRange(tree, node);
  const source = tree.text.slice(range.start, range.end);
  const props = [node.tag, node.anchor && `&${node.anchor}`]
    .flatMap((each) => each || [])
    .map((each) => `${each} `)
    .join('');
  if (node.kind === 'alias') return source;
  if (node.kind === 'scalar')
    return props + (typeof node.value === 'string' ? writeText(node.text, { format: tree.format, style: node.style, flow: true }) : source);
  const { comments } = node.fragment;
  if (comments.some((each) => each.start >= node.start && each.start < node.end)) return undefined;
  const members =
    node.kind === 'map' ? node.pairs.map((pair) => flowPair(tree, pair)) : node.elements.map((each) => flowSource(tree, each));
  if (members.some((each) => each === undefined)) return undefined;
  if (node.flow && !/[\r\n]/.test(source)) return props + source;
  if (node.kind === 'map') return props + (members.length === 0 ? '{}' : `{ ${members.join(', ')} }`);
  return `${props}[${members.join(', ')}]`;
}
