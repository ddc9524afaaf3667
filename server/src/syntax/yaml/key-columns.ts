/** In which column the keys of a block mapping stand, and what a line that stands elsewhere belongs to. */
import { report, type MapBuilder } from '../builders.ts';
import { isBreak } from '../characters.ts';
import { lineEnd, overBreak } from '../text.ts';
import { isEntryOf, isFirstAside, lacksDash, lostIndent } from './columns.ts';
import { dependsOnTail } from './fragment.ts';
import { keyColonAt } from './key.ts';
import { contentEnd, stepOf, type Parser } from './parser.ts';
import { indentation, plainLineEnd } from './scalar.ts';
import { reportDisplaced } from './swapped.ts';

/**
 * The column of keys, and that of those out of place, once one stands at `at`: said where it is the first of them, unless the first key of
 * all is the one out of place, which that behind a dash is not. `outer` is the column of what the mapping belongs to, if not to a dash.
 */
export function columnsWith(
  p: Parser,
  map: MapBuilder,
  at: number,
  [keyColumn, bad]: readonly [number, number],
  outer: number | undefined,
): readonly [keyColumn: number, bad: number] {
  if (at === keyColumn) return [keyColumn, -1];
  if (at === bad) return [keyColumn, bad];
  const { key } = map.pairs.at(-1)!;
  const isFirst = outer !== undefined && map.pairs.length === 1 && isFirstAside(p, at, keyColumn, outer);
  if (isFirst || lacksDash(p, map, at, keyColumn)) {
    reportDisplaced(p, isFirst ? 'indentation' : 'missing-dash', key.start + p.base, key.end + p.base, key.text);
    return isFirst ? [at, -1] : [keyColumn, at];
  }
  if (lostIndent(map, at, keyColumn)) {
    report(p, 'indentation', key.start + p.base, key.end + p.base, key.text);
    return [keyColumn, at];
  }
  const end = wordEnd(p);
  reportDisplaced(p, 'indentation', p.pos, end, p.text.slice(p.pos, end));
  // Less than the first key: from here on this is where keys stand.
  return at < keyColumn ? [at, bad] : [keyColumn, at];
}

/**
 * A key between the columns of a mapping and of the one around it, with lines below in the column of the first: it is a key of the mapping
 * around, and only its own line has moved.
 */
export function holdsNeighbours(p: Parser, at: number, keyColumn: number, parentIndent: number): boolean {
  const { text } = p;
  const colon = parentIndent < 0 || at >= keyColumn ? -1 : keyColonAt(p, p.pos);
  if (colon < 0 || contentEnd(text, p.pos) > colon + 1 || at - parentIndent === stepOf(p)) return false;
  dependsOnTail(p);
  let below = { pos: lineEnd(text, colon), column: -1 };
  while (isBreak(text.charCodeAt(below.pos))) below = indentation(text, overBreak(text, below.pos));
  return below.column === keyColumn && at > parentIndent && below.pos < text.length;
}

const wordEnd = (p: Parser): number => {
  const end = contentEnd(p.text, p.pos);
  const colon = plainLineEnd(p.text, p.pos, false);
  return colon > p.pos && colon < end ? colon : end;
};

/**
 * The mapping is the first element of a list that lacks its dash: the dash below stands between the keys and what they belong to, or in the
 * column of its one key, whose own value stands as deep as behind a dash.
 */
export function isFirstOfDashless(p: Parser, map: MapBuilder, parentIndent: number, at: number, keyColumn: number): boolean {
  const { value } = map.pairs.at(-1)!;
  if (parentIndent < 0 || value === undefined || value.kind === 'seq' || at > keyColumn) return false;
  return (at < keyColumn || isEntryOf(p, map, at)) && !ofListAround(p, at);
}

/** Whether a dash in this column belongs to a list around. What is read by that depends on more than its own lines. */
export function ofListAround(p: Parser, dash: number): boolean {
  p.reusable = 'never';
  return dash === p.dashless || p.dashes.includes(dash);
}
