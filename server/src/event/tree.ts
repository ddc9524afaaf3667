/** The members of an event that stands in a tree as a mapping, and how they are changed there. */
import type { MapNode, Node, Pair, Tree } from '../syntax/node.ts';
import { resolve } from '../syntax/node.ts';
import { insertPairs, removePair, renameKey, setValue } from '../syntax/edit.ts';
import type { Plain } from '../syntax/value.ts';
import { toValue } from '../syntax/value.ts';
import { writeText } from '../syntax/write.ts';
import type { EventSource, Member } from './model.ts';

/** Members, writer and content of a mapping's pairs (those merged into it too). `isExpression` tells what is known only at run time. */
export function readTree(
  map: MapNode,
  pairs: Iterable<Pair>,
  isExpression: (name: string, text: string) => boolean,
): Pick<EventSource, 'members' | 'writer' | 'content'> {
  const pairOf = new Map<Member, Pair>();
  // A pair whose key is not written yet says nothing.
  for (const pair of pairs) if (pair.key.end > pair.key.start) pairOf.set(memberOf(pair, isExpression), pair);
  return {
    members: [...pairOf.keys()],
    content: () => toValue(map),
    writer: {
      rename: (tree, member, name) => renameKey(tree, pairOf.get(member)!, name),
      setValue: (tree, member, value) => setValue(tree, pairOf.get(member)!, written(tree, map, pairOf.get(member)!.value, value)),
      remove: (tree, member) => removePair(tree, map, pairOf.get(member)!),
      add: (tree, attributes) =>
        insertPairs(
          tree,
          map,
          attributes.map(([name, value]) => [name, written(tree, map, undefined, value)]),
          null,
        ),
    },
  };
}

/** A value as it shall stand, on one line: a text in the quotes of the one before. */
function written(tree: Tree, { flow }: MapNode, before: Node | undefined, value: Plain): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const quotes = before?.kind === 'scalar' && (before.style === 'single' || before.style === 'double') ? before.style : 'plain';
  return writeText(value, { format: tree.format, flow, style: quotes });
}

function memberOf({ key, value: written }: Pair, isExpression: (name: string, text: string) => boolean): Member {
  const node = resolve(written);
  const member = { name: key.text, nameAt: key, valueAt: node ?? key };
  if (node?.kind === 'map' || node?.kind === 'seq')
    return { ...member, kind: node.kind === 'map' ? 'object' : 'list', value: undefined, text: '', isExpression: false };
  if (node?.kind !== 'scalar' || (node.value === null && node.text === ''))
    return { ...member, kind: 'nothing', value: undefined, text: '', isExpression: false };
  const { value, text } = node;
  return { ...member, kind: kindOf(value), value, text, isExpression: typeof value === 'string' && isExpression(key.text, text) };
}

function kindOf(value: string | number | boolean | null): Member['kind'] {
  if (value === null) return 'null';
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean';
}
