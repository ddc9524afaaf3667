/** Which of several lines stands in the wrong column, or lacks the dash that would put the others right. All of it only looks. */
import type { MapNode, Node } from '../node.ts';
import type { MapBuilder } from '../builders.ts';
import { DASH, HASH, isBreak, isEnd } from '../characters.ts';
import { columnOf, lineEnd, lineStart, overBreak } from '../text.ts';
import { dependsOnTail } from './fragment.ts';
import { keyColonAt } from './key.ts';
import { column, contentEnd, stepOf, type Parser } from './parser.ts';
import { indentation } from './scalar.ts';

/** A dash, and right behind it what it begins. */
export const isTight = (text: string, pos: number): boolean => text.charCodeAt(pos) === DASH && /[^\s-]/.test(text.charAt(pos + 1));

/** Where the next line below `pos` stands that is neither empty nor a comment; -1 at the end of the text. */
export function lineBelow(text: string, pos: number): { readonly pos: number; readonly column: number } {
  for (let at = lineEnd(text, pos); at < text.length; at = lineEnd(text, at)) {
    const below = indentation(text, overBreak(text, at));
    const c = text.charCodeAt(below.pos);
    if (!isBreak(c) && c !== HASH && !isEnd(c)) return below;
    at = below.pos;
  }
  return { pos: text.length, column: -1 };
}

/**
 * Does the line at `p.pos` begin a list, though no blank follows its dash? It does where it is no key, and where other dashes stand below
 * it, or keys in the column that its own would have.
 */
export function isTightItem(p: Parser): boolean {
  if (!isTight(p.text, p.pos)) return false;
  p.reusable = 'never';
  const at = column(p);
  const colon = keyColonAt(p, p.pos);
  let below = lineBelow(p.text, p.pos);
  // Right below a key without a value stands what it holds.
  const isHeld = colon >= 0 && contentEnd(p.text, p.pos) === colon + 1 && below.column === at + 2;
  while (below.column > at + 2) below = lineBelow(p.text, below.pos);
  const isKeyBelow = !isHeld && below.column === at + 2 && colon >= 0 && keyColonAt(p, below.pos) >= 0;
  const isDashBelow = below.column === at && isDashAt(p.text, below.pos);
  return isKeyBelow || isDashBelow;
}

/**
 * Does the line at `p.pos` begin an element of a list, though no dash stands before it? It does where a key and its value have keys below
 * them, or where what its key holds stands as deep as behind a dash, and a dash follows.
 */
export function isDashlessItem(p: Parser): boolean {
  const colon = keyColonAt(p, p.pos);
  if (colon < 0) return false;
  const at = column(p);
  const first = lineBelow(p.text, p.pos);
  if (contentEnd(p.text, p.pos) > colon + 1) {
    const isText = /^ +[^\s|>"'[{]/.test(p.text.slice(colon + 1, colon + 20));
    return isText && first.column === at + 2 && keyColonAt(p, first.pos) >= 0;
  }
  if (first.column <= at + 2) return false;
  let below = first;
  while (below.column > at) below = lineBelow(p.text, below.pos);
  return below.column === at && isDashAt(p.text, below.pos) && first.column === at + 2 + stepOf(p);
}

/** Another sign in the place of a dash, where no key begins with it by mistake: behind all but `*` stands what begins a task. */
const listSign = /^(?:\*[ \t]+\S[^\r\n]*:(?=\s|$)|(?:--|[•–—+])[ \t]+[\w$"'][^\r\n]*:[ \t]*(?:\r|\n|$))/;

/** Does the line at `p.pos` begin a list with a sign that other languages have for it? */
export function isOtherListSign(p: Parser): boolean {
  return '*•–—+-'.includes(p.text.charAt(p.pos) || ' ') && listSign.test(p.text.slice(p.pos, lineEnd(p.text, p.pos) + 1));
}

export const isDashAt = (text: string, pos: number): boolean => /^- /.test(text.slice(pos, pos + 2));

/**
 * The second key of a mapping stands in another column than the first: it is the first that is out of place, where the second stands as
 * deep as a level does, or neither does and it is the deeper one.
 */
export function isFirstAside(p: Parser, at: number, keyColumn: number, parentIndent: number): boolean {
  if (at === keyColumn) return false;
  const outer = Math.max(parentIndent, 0);
  const step = parentIndent < 0 ? 0 : stepOf(p);
  return keyColumn - outer !== step && (at < keyColumn || at - outer === step);
}

/**
 * The second dash of a list stands in another column than the first: it is the first that is out of place, where the second stands as the lists
 * of the text do.
 */
export function isFirstDashAside(p: Parser, at: number, dashColumn: number, parentIndent: number): boolean {
  const usual = Math.max(parentIndent, 0) + (hasTightLists(p) ? 0 : stepOf(p));
  return at === usual && dashColumn !== usual;
}

/**
 * The first key of a block stands two columns less deep than the next ones, as it does behind a dash: the dash is missing. What it begins
 * is told by the lines below.
 */
export function lacksDash(p: Parser, map: MapBuilder, at: number, keyColumn: number): boolean {
  const [before, pair] = map.pairs.slice(-2);
  const { value } = pair ?? before!;
  const isFirst = pair === undefined || (before!.value === undefined && map.pairs.length > 1);
  if (!isFirst || at !== keyColumn + 2 || value?.kind !== 'scalar') return false;
  dependsOnTail(p);
  let below = lineBelow(p.text, p.pos);
  while (below.column > at) below = lineBelow(p.text, below.pos);
  return (below.column === at && (isFirstOf(map, pair) || hasTightLists(p))) || (below.column === keyColumn && isDashAt(p.text, below.pos));
}

const isFirstOf = (map: MapBuilder, pair: unknown): boolean => pair === undefined || map.pairs[0] === pair;

/** Do dashes stand in the column of the key that has their list, mostly, near the start of the document? */
function hasTightLists(p: Parser): boolean {
  p.reusable = 'never';
  const lists = [...p.text.slice(0, 4000).matchAll(/^( *)[^\s#-][^\r\n]*:[ \t]*(?:\r\n?|\n)\1( *)- /gm)];
  return lists.filter(([, , deeper]) => deeper === '').length * 2 > lists.length;
}

/** Is the last key of a mapping one with a text, below one that holds nothing, though keys stand below it as deep as in that one? */
export function lostIndent({ pairs }: MapBuilder, at: number, keyColumn: number): boolean {
  const [before, pair] = pairs.slice(-2);
  return at > keyColumn && pair?.value?.kind === 'scalar' && before !== undefined && before.value === undefined;
}

/** Does the mapping stand as deep as below a key behind a dash in column `dash`? */
const isDeepAsBehindDash = (p: Parser, value: Node, dash: number): boolean =>
  value.kind === 'map' && !value.flow && columnOf(p.text, value.start + p.base) === dash + 2 + stepOf(p);

/** Is it a mapping of one key, whose value stands as deep as behind a dash in that column? */
export const isEntryOf = (p: Parser, node: Node, dash: number): boolean => {
  const value = node.kind === 'map' && node.pairs.length === 1 ? node.pairs[0]!.value : undefined;
  return value !== undefined && isDeepAsBehindDash(p, value, dash);
};

/** Does a mapping belong to the key above, in whose column a dash stands below it? */
export const belongsToKey = (p: Parser, map: MapNode, dash: number): boolean =>
  isTightDash(p.text, map.start + p.base) || isDeep(map) || isDeepAsBehindDash(p, map, dash);

/** Mappings below each other, as an entry of a list has them inside of it only. */
const isDeep = ({ pairs }: MapNode): boolean =>
  pairs.some(({ value }) => value?.kind === 'map' && value.pairs.some((each) => each.value?.kind === 'map'));

/** Does the line above the one at `start` begin with a dash that no blank follows? */
function isTightDash(text: string, start: number): boolean {
  let above = lineStart(text, start);
  while (above > 0 && isBreak(text.charCodeAt(above - 1))) above--;
  return /^ *-[^\s-]/.test(text.slice(lineStart(text, above), above));
}

/** Does a list in the column of the key above lack its first dash? That of a key behind a dash stands deeper than the key. */
export const lacksFirstDash = (p: Parser): boolean =>
  !/^[ \t]*-[ \t]/.test(p.text.slice(lineStart(p.text, p.last), p.last)) && isDashlessItem(p);
