/** The members of a mapping as JSON has them. */
import { isMerge, type MapNode, type Pair, resolve } from '../node.ts';

/** The members of any mapping of one tree: what `<<` merges in stands in its place, at any depth; the mapping's own keys count before it. */
export function membersIn(): (map: MapNode) => readonly Pair[] {
  const known = new Map<MapNode, readonly Pair[]>();
  const of = (map: MapNode): readonly Pair[] => {
    if (!map.pairs.some(isMerge)) return map.pairs;
    const kept = known.get(map) ?? merged(map, of);
    known.set(map, kept);
    return kept;
  };
  return of;
}

function merged(map: MapNode, of: (map: MapNode) => readonly Pair[]): readonly Pair[] {
  const taken = new Set(map.pairs.filter((pair) => !isMerge(pair)).map(({ key }) => key.text));
  return map.pairs.flatMap((pair) => {
    if (!isMerge(pair)) return pair;
    const value = resolve(pair.value);
    const sources = value?.kind === 'seq' ? value.elements.map(resolve) : [value];
    return sources
      .flatMap((source) => (source?.kind === 'map' ? of(source) : []))
      .filter(({ key: { text } }) => !taken.has(text) && taken.add(text));
  });
}
