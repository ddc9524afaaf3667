/** Stretches of a text that an editor asks for, and what stands in them. */
import type { Range } from 'vscode-languageserver-types';
import type { Doc } from '../doc.ts';
import type { NodeRange, TextRange, Tree } from '../syntax/node.ts';
import { textRange } from '../syntax/range.ts';

/** A range of the editor's as absolute offsets. */
export const stretchOf = (doc: Doc, { start, end }: Range): TextRange => ({ start: doc.offsetAt(start), end: doc.offsetAt(end) });

/** Does any of a place, its ends included, stand in a stretch (absolute)? */
export function touches(tree: Tree, place: NodeRange, stretch: TextRange): boolean {
  const { start, end } = textRange(tree, place);
  return start <= stretch.end && end >= stretch.start;
}
