import type { Fix } from '../../../rules/finding.ts';
import { addPairs, removePair } from '../../../syntax/edit.ts';
import { hasMerge, type MapNode, type Node, pairOf, resolve, stringOf, type Tree, valueOf } from '../../../syntax/node.ts';

/** `when` in the place of the filter of a `catch`, if that asks for one thing: `condition` is made from the name of the error's variable. */
export function askWhen(tree: Tree, caught: MapNode, title: string, condition: (variable: string) => string): Fix[] {
  const errors = pairOf(caught, 'errors');
  const isAlone = [errors?.value, valueOf(errors?.value, 'with')].every(hasOnePair);
  if (!errors || !isAlone || pairOf(caught, 'when') || hasMerge(caught)) return [];
  const when = `\${ ${condition(`$${stringOf(valueOf(caught, 'as')) ?? 'error'}`)} }`;
  // Taken out alone, the filter would leave an empty mapping behind.
  const others = caught.pairs.filter((pair) => pair !== errors);
  if (others.length === 0) return [];
  return [{ title, edits: [...addPairs(tree, caught, [['when', when]]), ...removePair(tree, caught, errors)] }];
}

const hasOnePair = (node: Node | undefined): boolean => {
  const map = resolve(node);
  return map?.kind === 'map' && map.pairs.length === 1;
};
