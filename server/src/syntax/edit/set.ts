/** A value at the end of a path, beside what is there already. */
import type { Edit, MapNode, Tree } from '../node.ts';
import { pairOf } from '../node.ts';
import type { Plain } from '../value.ts';
import { addElement, addPairs } from './insert.ts';
import { fillPair, replaceText, replaceValue } from './replace.ts';

/**
 * Writes a value where the keys lead from a mapping, with the mappings on the way that are not there yet. What stands there stays: a list
 * and a single value get the elements of a list, a mapping gets the pairs of one; a text takes the place of a text. None where something
 * else stands there or on the way, and where an alias does: what it stands for is said elsewhere, too.
 */
export function setAt(tree: Tree, map: MapNode, [key = '', ...rest]: readonly string[], value: Plain): Edit[] {
  const pair = pairOf(map, key);
  if (!pair) return addPairs(tree, map, [[key, nested(rest, value)]]);
  const there = pair.value;
  if (!there || (there.kind === 'scalar' && there.value === null)) return fillPair(tree, pair, nested(rest, value));
  if (rest.length > 0) return there.kind === 'map' ? setAt(tree, there, rest, value) : [];
  if (Array.isArray(value)) {
    if (there.kind === 'seq') return value.flatMap((each) => addElement(tree, there, each));
    return there.kind === 'scalar' ? [replaceValue(tree, there, [there.value, ...value])] : [];
  }
  if (typeof value === 'object' && value !== null) return there.kind === 'map' ? addPairs(tree, there, Object.entries(value)) : [];
  return there.kind === 'scalar' ? [replaceText(tree, there, String(value))] : [];
}

/** A value inside of mappings of one key each, the first one outermost. */
export const nested = (keys: readonly string[], value: Plain): Plain => keys.reduceRight<Plain>((inner, key) => ({ [key]: inner }), value);
