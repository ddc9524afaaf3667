/** Renames an anchor of YAML with its aliases. */
import type { Doc } from '../../doc.ts';
import { documentAt } from '../../syntax/locate.ts';
import { aliasRange, anchorAt, anchoredNodes, anchorRange } from '../names/anchors.ts';
import { inDocument } from '../edited.ts';
import type { Renaming } from './renaming.ts';

/** The anchor or alias at an absolute offset; undefined elsewhere. */
export function anchorRenaming(doc: Doc, offset: number): Renaming | undefined {
  const anchor = anchorAt(doc, offset);
  if (!anchor) return undefined;
  const { tree } = doc;
  const { name, node, aliases } = anchor;
  const places = [anchorRange(tree, node), ...aliases.map((alias) => aliasRange(tree, alias))];
  const here = places.find(({ start, end }) => start - 1 <= offset && offset <= end) ?? places[0]!;
  return {
    range: doc.range(here),
    name,
    refuse(to) {
      if (/[\s,[\]{}]/.test(to)) return `The name of an anchor has no blanks, commas or brackets.`;
      const others = anchoredNodes(documentAt(tree, offset)!.fragment.root!);
      return others.some((each) => each.anchor === to) ? `This document has an anchor "${to}" already.` : undefined;
    },
    edits: (to) => [
      inDocument(
        doc,
        places.map((place) => ({ ...place, newText: to })),
      ),
    ],
  };
}
