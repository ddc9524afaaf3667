/** Elements of lists and values of pairs as their author wrote them, moved to column 0, so that they can stand elsewhere. */
import { flowSource, shifted, startOf, startsLine, takePairs } from '../../syntax/edit.ts';
import { type MapNode, type Pair, type SeqNode, type TextRange, type Tree } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import { columnOf, lineEnd } from '../../syntax/text.ts';

/** A stretch of text, and the same from column 0 on. */
export interface Source extends TextRange {
  readonly text: string;
  readonly column: number;
}

/** Neighbouring elements of a block list, the first from its dash, the last with the comment on its line. Undefined where a line is shared. */
export function sourceOfElements(tree: Tree, seq: SeqNode, from: number, to: number): Source | undefined {
  const first = startOf(tree, seq, seq.elements[from]!);
  const last = seq.elements[to]!;
  if (seq.flow || !startsLine(tree.text, first)) return undefined;
  const dash = startOf(tree, seq, last);
  const written = tree.text.slice(dash, Math.max(textRange(tree, last).end, dash)).trimEnd().length;
  const end = lineEnd(tree.text, dash + written);
  const column = columnOf(tree.text, first);
  return { start: first, end, column, text: shifted(tree, tree.text.slice(first, end), -column) };
}

/** What stands behind the colon of a pair in block style, its first line with what follows there; lines below count from the key's column. */
export function behindKey(tree: Tree, map: MapNode, pair: Pair): string | undefined {
  const taken = takePairs(tree, map, [pair], false);
  const { start, end } = textRange(tree, pair.key);
  return taken?.sources[0]?.slice(end - start).replace(/^[ \t]*:/, '');
}

/** A pair's value as it stands in braces; undefined where something would be lost. */
export const inBraces = (tree: Tree, { value }: Pair): string | undefined => value && flowSource(tree, value);

/** All lines so many columns to the right; empty ones stay. */
export const deeper = (text: string, columns: number): string => text.replace(/^(?=[^\r\n])/gm, ' '.repeat(columns));
