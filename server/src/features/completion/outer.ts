/** The way down to the innermost list element around an offset, from the tree: nothing before that element need be read again. */
import { pathAt } from '../../syntax/locate.ts';
import type { MapNode, Node, Tree } from '../../syntax/node.ts';
import type { Entry, Level } from './context.ts';

export interface Inner {
  /** Absolute offset of the element's bracket. */
  readonly start: number;
  readonly levels: readonly Level[];
}

/** Undefined where the offset is in no list element that is a mapping in brackets. */
export function innermost(tree: Tree, offset: number): Inner | undefined {
  const found = pathAt(tree, offset);
  if (!found) return undefined;
  const index = found.nodes.findLastIndex((node) => node.kind === 'map' && node.flow && node.fragment.root === node);
  const node = found.nodes[index];
  if (!node || index === 0) return undefined;
  const start = tree.base(node.fragment) + node.start;
  if (tree.text[start] !== '{' || start >= offset) return undefined;
  return { start, levels: found.nodes.slice(0, index).map((each, step) => levelOf(each, found.path[step]!)) };
}

const levelOf = (node: Node, step: string | number): Level => ({
  kind: node.kind === 'seq' ? 'seq' : 'map',
  column: -1,
  entries: node.kind === 'map' ? entriesOf(node, String(step)) : [],
  names: [],
  ...(typeof step === 'string' ? { key: step } : {}),
});

const entriesOf = (map: MapNode, except: string): Entry[] =>
  map.pairs.filter(({ key }) => key.text !== except).map(({ key, value }) => ({ key: key.text, ...valueOf(value) }));

function valueOf(value: Node | undefined): Omit<Entry, 'key'> {
  if (value?.kind === 'map' || value?.kind === 'seq') return { shape: value.kind };
  return value?.kind === 'scalar' ? { shape: 'scalar', value: value.text } : { shape: 'none' };
}
