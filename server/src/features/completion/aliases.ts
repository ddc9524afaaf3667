/** Behind `*`: the anchors that are defined before the cursor. */
import { alternatives } from '../../schema/lookup.ts';
import type { Schema } from '../../schema/schema.ts';
import { accepts } from '../../schema/shape.ts';
import { documentAt, walk } from '../../syntax/locate.ts';
import type { Fragment, Node, Tree } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import { codeOf } from '../code.ts';
import type { Doc } from '../../doc.ts';
import { CompletionItemKind } from '../kinds.ts';
import type { Suggestion } from './suggestion.ts';
import { isMerged, type CompletionTarget } from './target.ts';
import { notes } from '../../syntax/notes.ts';

const known = notes<Fragment, readonly Node[]>();

/** The nodes with an anchor in a fragment and the ones inside of it, in text order. */
function anchored(fragment: Fragment): readonly Node[] {
  let found = known.get(fragment);
  if (!found) known.set(fragment, (found = findAnchored(fragment)));
  return found;
}

function findAnchored(fragment: Fragment): Node[] {
  const found: Node[] = [];
  walk(fragment.root, (node) => {
    if (node.fragment !== fragment) {
      found.push(...anchored(node.fragment));
      return false;
    }
    if (node.anchor) found.push(node);
    return true;
  });
  return found;
}

/** The names of anchors whose values may stand here; `schemas` is empty where anything may. */
export function aliasSuggestions(doc: Doc, { replace, path }: CompletionTarget, schemas: readonly Schema[]): Suggestion[] {
  const { tree } = doc;
  const fragment = documentAt(tree, replace.start)?.fragment;
  const merged = isMerged(path);
  const takes = (node: Node): boolean =>
    merged ? node.kind === 'map' : schemas.length === 0 || schemas.flatMap(alternatives).some((schema) => accepts(schema, node));
  // The last of a name is the one that an alias stands for.
  const byName = new Map<string, Node>();
  for (const node of fragment ? anchored(fragment) : []) if (endsBefore(tree, node, replace.start)) byName.set(node.anchor!, node);
  return [...byName]
    .filter(([, node]) => takes(node))
    .map(([name, node]) => ({
      label: name,
      kind: CompletionItemKind.Reference,
      detail: 'anchor',
      docs: codeOf(doc, node),
      text: `*${name}`,
    }));
}

const endsBefore = (tree: Tree, node: Node, offset: number): boolean => textRange(tree, node).end <= offset;
