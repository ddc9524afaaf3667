import type { Edit, MapNode, Pair, Tree } from '../../syntax/node.ts';
import { span } from '../../syntax/node.ts';

/** Edits that take a member out of a JSON object together with one of the commas beside it. */
export function removeMember(tree: Tree, map: MapNode, pair: Pair): Edit[] {
  const index = map.pairs.indexOf(pair);
  const own = span(tree, pair);
  const before = map.pairs[index - 1];
  const after = map.pairs[index + 1];
  if (before) return [{ start: span(tree, before).end, end: own.end, newText: '' }];
  return [{ start: own.start, end: after ? span(tree, after).start : own.end, newText: '' }];
}
