/** What aliases may stand for. */
import { walk } from '../syntax/locate.ts';
import type { Pair } from '../syntax/node.ts';

/** Does the pair hold something that aliases may stand for? */
export function hasAnchor(pair: Pair): boolean {
  let found = pair.key.anchor !== undefined;
  walk(pair.value, (node) => {
    found ||= node.anchor !== undefined;
    return !found;
  });
  return found;
}
