/** A tree over documents: where its fragments stand, and in which list. */
import type { DocumentPart, Format, Fragment, Node, SeqNode, Tree } from './node.ts';
import { notes } from './notes.ts';

interface Found {
  readonly base: number;
  readonly parent?: Fragment;
}

/**
 * In the newest tree every fragment knows the one around it, and its base is a sum over few of them. An older tree, some of
 * whose fragments went on into a newer one, looks for all its fragments once.
 */
export function makeTree(text: string, format: Format, documents: readonly DocumentPart[]): Tree {
  let offsets: Map<Fragment, number> | undefined;
  let places: Map<Fragment, Found> | undefined;
  const offsetOf = (fragment: Fragment): number | undefined => {
    if (documents.length === 1) return documents[0]!.fragment === fragment ? documents[0]!.offset : undefined;
    return (offsets ??= new Map(documents.map((part) => [part.fragment, part.offset]))).get(fragment);
  };
  const find = (fragment: Fragment): Found | undefined => {
    let sum = 0;
    let top = fragment;
    for (; top.context?.parent; top = top.context.parent) sum += top.context.offset;
    const offset = offsetOf(top);
    if (offset !== undefined) return { base: offset + sum, parent: fragment.context?.parent };
    return (places ??= findPlaces(documents)).get(fragment);
  };
  return {
    text,
    format,
    documents,
    base: (fragment) => find(fragment)?.base ?? 0,
    owner(fragment) {
      const holder = find(fragment)?.parent;
      if (!holder?.run) return holder && listOf(holder, fragment);
      const around = find(holder)?.parent;
      return around && listOf(around, holder);
    },
  };
}

/**
 * The tree of a text that differs inside or right behind one fragment, which was parsed again as `part`. `tree` stays as it is; what stands
 * around the part belongs to both, so `documents` are still those of the old one.
 */
export function withFragment(tree: Tree, text: string, part: DocumentPart): Tree {
  const inner = findPlaces([part]);
  const growth = text.length - tree.text.length;
  const base = (fragment: Fragment): number => {
    const known = inner.get(fragment);
    if (known) return known.base;
    const before = tree.base(fragment);
    return before > part.offset ? before + growth : before;
  };
  return { ...tree, text, base };
}

function findPlaces(documents: readonly DocumentPart[]): Map<Fragment, Found> {
  const places = new Map<Fragment, Found>();
  const visit = (fragment: Fragment, base: number, parent: Fragment | undefined): void => {
    places.set(fragment, { base, parent });
    for (const child of fragment.children) visit(child.fragment, base + child.offset, fragment);
  };
  for (const { fragment, offset } of documents) visit(fragment, offset, undefined);
  return places;
}

/** By a fragment: the lists among its own nodes, by the fragments of their elements (of a run, the one that these share). */
const lists = notes<Fragment, ReadonlyMap<Fragment, SeqNode>>();

/** The list among a fragment's own nodes that holds another one. */
function listOf(around: Fragment, inner: Fragment): SeqNode | undefined {
  const known = lists.get(around) ?? new Map(around.root ? listsIn(around.root) : []);
  lists.set(around, known);
  return known.get(inner);
}

function* listsIn(node: Node): Iterable<readonly [Fragment, SeqNode]> {
  if (node.kind === 'map') {
    for (const { value } of node.pairs) if (value) yield* listsIn(value);
  } else if (node.kind === 'seq') {
    for (const { fragment, elements } of node.runs) {
      if (fragment) yield [fragment, node];
      else
        for (const element of elements) {
          if (element.fragment === node.fragment) yield* listsIn(element);
          else yield [element.fragment, node];
        }
    }
  }
}
