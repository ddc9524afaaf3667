/** The members of an event that stands in a tree as a mapping, and how they are changed there. */
import type { Edit, MapNode, Node, Pair, Tree } from '../syntax/node.ts';
import { resolve } from '../syntax/node.ts';
import { addPairs, fillPair, removePair, renameKey, replaceText, replaceValue, setValue, wrapMap } from '../syntax/edit.ts';
import type { Plain } from '../syntax/value.ts';
import { toValue } from '../syntax/value.ts';
import type { EventSource, Member } from './model.ts';

/** Members, writer, content and places of a mapping's pairs (those merged into it too). `isExpression` tells what is known only at run time. */
export function readTree(
  map: MapNode,
  pairs: Iterable<Pair>,
  isExpression: (name: string, text: string) => boolean,
): Pick<EventSource, 'members' | 'writer' | 'content' | 'pairOf'> {
  const pairOf = new Map<Member, Pair>();
  // A pair whose key is not written yet says nothing.
  for (const pair of pairs) if (pair.key.end > pair.key.start) pairOf.set(memberOf(pair, isExpression), pair);
  return {
    members: [...pairOf.keys()],
    content: () => toValue(map),
    pairOf: (member) => pairOf.get(member),
    writer: {
      rename: (tree, member, name) => renameKey(tree, pairOf.get(member)!, name),
      setValue: (tree, member, value) => valueEdits(tree, pairOf.get(member)!, value),
      // JSON has line breaks between its words only.
      setJson: (tree, member, json) => setValue(tree, pairOf.get(member)!, json.trim().replace(/\s*[\r\n]\s*/g, ' ')),
      remove: (tree, member) => removePair(tree, map, pairOf.get(member)!),
      add: (tree, attributes) => addPairs(tree, map, attributes, null),
      wrap: (tree, attributes) => wrapMap(tree, map, attributes, 'data'),
    },
  };
}

/** Another value for a member: a text keeps the quotes of the one before. */
function valueEdits(tree: Tree, pair: Pair, value: Plain): Edit[] {
  if (!pair.value) return fillPair(tree, pair, value);
  const keepsQuotes = typeof value === 'string' && pair.value.kind === 'scalar' && typeof pair.value.value === 'string';
  return [keepsQuotes ? replaceText(tree, pair.value, value) : replaceValue(tree, pair.value, value)];
}

function memberOf({ key, value: written }: Pair, isExpression: (name: string, text: string) => boolean): Member {
  const node = resolve(written);
  const scalar = node?.kind === 'scalar' ? node : undefined;
  const { value, text = '' } = scalar ?? {};
  return {
    name: key.text,
    nameAt: key,
    valueAt: node ?? key,
    kind: kindOf(node),
    value: value === null && text === '' ? undefined : value,
    text,
    isExpression: typeof value === 'string' && isExpression(key.text, text),
  };
}

function kindOf(node: Node | undefined): Member['kind'] {
  if (node?.kind === 'map') return 'object';
  if (node?.kind === 'seq') return 'list';
  if (node?.kind !== 'scalar') return 'nothing';
  const { value, text } = node;
  if (value === null) return text === '' ? 'nothing' : 'null';
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean';
}
