/** A dash before a key of a mapping: told from one of a list by where the lines around stand. */
import { report, type MapBuilder } from '../builders.ts';
import { DASH } from '../characters.ts';
import { isDashAt, lineBelow } from './columns.ts';
import { keyColonAt } from './key.ts';
import { column, contentEnd, flush, stepOf, type Parser } from './parser.ts';

/**
 * Is the dash at `p.pos` one too many, before a key whose neighbours stand in column `own`: what belongs to the key stands below it as deep as
 * without the dash, and no other dash follows? `ofList`: it may be an item of the list above.
 */
export function isExtraDash(p: Parser, own: number, ofList: boolean): boolean {
  const { text, pos } = p;
  const key = pos + 2;
  const colon = isDashAt(text, pos) ? keyColonAt(p, key) : -1;
  if (colon < 0) return false;
  p.reusable = 'never';
  const at = column(p);
  if (p.dashes.some((dash) => dash >= at - 3 && dash <= at)) return false;
  const first = lineBelow(text, pos);
  const isOpen = contentEnd(text, key) === colon + 1;
  if (isOpen ? first.column !== own + stepOf(p) || keyColonAt(p, first.pos) < 0 : ofList || first.column > own) return false;
  let below = first;
  while (below.column > own) below = lineBelow(text, below.pos);
  if (text.charCodeAt(below.pos) === DASH) return below.column < at - 4;
  return below.column < own || keyColonAt(p, below.pos) >= 0;
}

/** Is the dash at `p.pos` one too many among keys in `keyColumn`: right before one of them, or in its column, and further right than `outer`? */
export function isExtraAmong(p: Parser, { pairs }: MapBuilder, keyColumn: number, outer: number): boolean {
  const at = column(p);
  if (at <= outer) return false;
  if (at !== keyColumn && (at !== keyColumn - 2 || !isMapping(pairs))) return false;
  return isExtraDash(p, keyColumn, at === keyColumn && pairs.at(-1)?.value?.kind === 'seq');
}

/** More than the first entry of a list, whose dash is missing, as far as it goes. */
const isMapping = (pairs: MapBuilder['pairs']): boolean => pairs.length > 1 || pairs[0]?.value?.kind === 'scalar';

/** Says of a dash that it is one too many, and goes on to the key behind it, which stands in that column. */
export function passExtraDash(p: Parser, keyColumn: number): number {
  flush(p);
  const key = p.pos + 2;
  report(p, 'extra-dash', p.pos, p.pos + 1, p.text.slice(key, keyColonAt(p, key)));
  p.pos = key;
  p.wider += keyColumn - column(p);
  return keyColumn;
}
