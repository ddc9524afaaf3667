/** Pairs and elements taken out, with the commas and lines that are theirs alone. */
import type { Edit, MapNode, Node, Pair, SeqNode, TextRange, Tree } from '../node.ts';
import { textRange } from '../range.ts';
import { endAbove, lineEnd, lineStart } from '../text.ts';
import { behindBreak, replace, startsLine } from './text.ts';

/** Takes a pair out, with the comma or the line that would be left; of the only one, `{}` is left. */
export function removePair(tree: Tree, map: MapNode, pair: Pair): Edit[] {
  return removeMember(tree, map, map.pairs, map.pairs.indexOf(pair), textRange(tree, pair).start);
}

/** Takes an element out, its dash included. */
export function removeElement(tree: Tree, seq: SeqNode, index: number): Edit[] {
  const nodes = seq.elements;
  const node = nodes[index];
  if (!node) return [];
  return removeMember(tree, seq, nodes, index, startOf(tree, seq, node));
}

/** Where an element of a list begins: at its dash, or in brackets with itself. Absolute. */
export function startOf(tree: Tree, { flow }: SeqNode, element: Node): number {
  const { start } = textRange(tree, element);
  return flow ? start : tree.text.lastIndexOf('-', Math.max(start - 1, 0));
}

function removeMember(tree: Tree, parent: MapNode | SeqNode, members: readonly (Pair | Node)[], index: number, start: number): Edit[] {
  const { text } = tree;
  const member = members[index];
  if (!member) return [];
  const whole = textRange(tree, parent);
  const end = Math.max(textRange(tree, member).end, start);
  if (parent.flow) return removeFromFlow(text, { start, end }, whole.end - 1, index > 0 ? textRange(tree, members[index - 1]!).end : -1);
  if (members.length === 1) return [replace({ start: whole.start, end }, parent.kind === 'map' ? '{}' : '[]')];
  const line = lineStart(text, start);
  const stop = lineEnd(text, end);
  const comment = text.slice(end, stop).trimStart();
  // Its first line is shared with a dash: what follows moves up to it.
  if (!startsLine(text, start)) {
    const next = /^\s*/.exec(text.slice(comment ? stop - comment.length : end))![0].length;
    return [replace({ start, end: comment ? stop - comment.length : end + next }, '')];
  }
  if (comment) return [replace({ start, end: stop - comment.length }, '')];
  if (stop < text.length) return [replace({ start: line, end: behindBreak(text, stop) }, '')];
  return [replace({ start: endAbove(text, line), end: stop }, '')];
}

/** With the comma behind it, else with the one before. Comments around stay. */
function removeFromFlow(text: string, own: TextRange, limit: number, previous: number): Edit[] {
  const behind = /^\s*,/.exec(text.slice(own.end, limit));
  if (behind) {
    const comma = own.end + behind[0].length;
    const gap = /^\s*/.exec(text.slice(comma, limit))![0];
    return [replace({ start: own.start, end: text[comma + gap.length] === '#' ? comma : comma + gap.length }, '')];
  }
  const between = previous < 0 ? '' : text.slice(previous, own.start);
  if (/^\s*,\s*$/.test(between)) return [replace({ start: previous, end: own.end }, '')];
  const comma = between.indexOf(',');
  return [...(comma >= 0 ? [replace({ start: previous + comma, end: previous + comma + 1 }, '')] : []), replace(own, '')];
}
