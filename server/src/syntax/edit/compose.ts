/** Edits one after the other, as edits of the text before the first of them. */
import type { Edit, TextRange } from '../node.ts';

/** What a text consists of after some edits: stretches of the text before, and what was written. */
type Piece = TextRange | string;

const sizeOf = (piece: Piece): number => (typeof piece === 'string' ? piece.length : piece.end - piece.start);
const part = (piece: Piece, from: number, to: number): Piece =>
  typeof piece === 'string' ? piece.slice(from, to) : { start: piece.start + from, end: piece.start + to };

/** A function that gives the next so many units of a text, again and again until its end. */
function reader(pieces: readonly Piece[]): (count: number) => Piece[] {
  let index = 0;
  let used = 0;
  return (count) => {
    const taken: Piece[] = [];
    for (let left = count; left > 0 && index < pieces.length;) {
      const piece = pieces[index]!;
      const size = Math.min(left, sizeOf(piece) - used);
      taken.push(part(piece, used, used + size));
      left -= size;
      used += size;
      if (used < sizeOf(piece)) continue;
      index += 1;
      used = 0;
    }
    return taken;
  };
}

function edited(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  const result: Piece[] = [];
  const next = reader(pieces);
  let at = 0;
  for (const { start, end, newText } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result.push(...next(start - at), newText);
    next(end - start);
    at = end;
  }
  return [...result, ...next(Infinity)];
}

/**
 * Several rounds of edits to a text of so many units, each of what the round before made of it, as one: edits of the text as it was at
 * first, in its order, that do not touch. Within a round edits may come in any order but do not overlap.
 */
export function composeEdits(length: number, rounds: readonly (readonly Edit[])[]): Edit[] {
  const pieces = rounds.reduce<readonly Piece[]>(edited, [{ start: 0, end: length }]);
  const edits: Edit[] = [];
  let end = 0;
  let newText = '';
  for (const piece of [...pieces, { start: length, end: length }]) {
    if (typeof piece === 'string') newText += piece;
    else {
      if (piece.start > end || newText !== '') edits.push({ start: end, end: piece.start, newText });
      newText = '';
      end = piece.end;
    }
  }
  return edits;
}
