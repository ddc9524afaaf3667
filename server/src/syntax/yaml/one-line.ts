/** What stands on the line of its key though it belongs below: the column that it would have there, told by the lines below. */
import { COLON, DASH } from '../characters.ts';
import { lineBelow } from './columns.ts';
import { dependsOnTail } from './fragment.ts';
import { keyColonAt } from './key.ts';
import { column, contentEnd, stepOf, type Parser } from './parser.ts';

/**
 * The column in which a key belongs that stands on the line of the one in column `outer`, its colon at `colon`, with lines below that it and
 * its neighbours hold; -1 where nothing below belongs to them. `open`: nothing stands behind its colon.
 */
export function columnOfNested(p: Parser, outer: number, colon: number, open: boolean): number {
  const { text } = p;
  if (!open && !/^[\w-]+$/.test(text.slice(p.pos, colon))) return -1;
  dependsOnTail(p);
  const below = lineBelow(text, colon);
  if (below.column <= outer || (!open && keyColonAt(p, below.pos) < 0)) return -1;
  return Math.min(below.column, outer + stepOf(p));
}

/** The column in which the dash at `p.pos` belongs, which stands on the line of the key in column `outer`: told by the lines below. */
export function columnOfList(p: Parser, outer: number): number {
  const { text } = p;
  dependsOnTail(p);
  const first = lineBelow(text, p.pos);
  let below = first;
  while (below.column > outer && text.charCodeAt(below.pos) !== DASH) below = lineBelow(text, below.pos);
  const isOpen = text.charCodeAt(contentEnd(text, p.pos) - 1) === COLON;
  const isDash = below.column >= outer && text.charCodeAt(below.pos) === DASH;
  if (isDash && !(isOpen && first.column <= below.column + 2)) return below.column;
  return first.column > outer ? Math.max(outer, first.column - 2 - (isOpen ? stepOf(p) : 0)) : column(p);
}
