/** Every place of a workflow with what the schema says about it: where single mistakes can be planted. */
import { narrow, propertyOf, shapeOf, under, freeKey } from '../../server/src/schema/lookup.ts';
import type { Schema } from '../../server/src/schema/schema.ts';
import { workflowSchema } from '../../server/src/schema/schemas.ts';
import type { MapNode, Node, Pair, SeqNode, TextRange, Tree } from '../../server/src/syntax/node.ts';
import { textRange } from '../../server/src/syntax/range.ts';
import { parse } from '../../server/src/syntax/parse.ts';

/** A pair whose key the schema knows. */
export interface Spot {
  readonly map: MapNode;
  readonly pair: Pair;
  /** The merged schema of the mapping, and that of the value. */
  readonly around: Schema;
  readonly schemas: readonly Schema[];
  readonly required: boolean;
  /** The pair that holds the mapping, when one does. */
  readonly holder?: Pair;
}

/** A list item with one name. */
export interface Named {
  readonly map: MapNode;
  readonly pair: Pair;
  readonly list: SeqNode;
  readonly noun: string;
}

export interface Places {
  readonly text: string;
  readonly tree: Tree;
  readonly spots: readonly Spot[];
  readonly named: readonly Named[];
}

export function placesIn(text: string, format: 'yaml' | 'json' = 'yaml'): Places {
  const tree = parse(text, format);
  const spots: Spot[] = [];
  const named: Named[] = [];
  const visit = (node: Node, schemas: readonly Schema[], holder?: Pair): void => {
    const here = narrow(schemas, node);
    if (node.kind === 'seq') {
      for (const [index, element] of node.elements.entries()) {
        const inside = under(here, node, index);
        const free = inside.map(freeKey).find((each) => each?.single);
        if (free && element.kind === 'map' && element.pairs.length === 1)
          named.push({ map: element, pair: element.pairs[0]!, list: node, noun: free.title ?? '' });
        visit(element, inside);
      }
    }
    if (node.kind !== 'map') return;
    for (const pair of node.pairs) {
      const property = propertyOf(here, node, pair.key.text);
      const inside = under(here, node, pair.key.text);
      const around = here[0] && shapeOf(here[0], node);
      if (property && around && inside.length > 0)
        spots.push({ map: node, pair, around, schemas: inside, required: property.required, ...(holder ? { holder } : {}) });
      if (pair.value) visit(pair.value, inside, pair);
    }
  };
  for (const document of tree.documents) if (document.fragment.root) visit(document.fragment.root, [workflowSchema]);
  return { text, tree, spots, named };
}

/** Where the words of a node stand. */
export function wordsOf({ tree, text }: Places, node: Node | Pair): TextRange {
  const { start, end } = textRange(tree, node);
  let last = end;
  while (last > start && /\s/.test(text[last - 1]!)) last--;
  return { start, end: last };
}

export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
export const column = (text: string, offset: number): number => offset - lineStart(text, offset);
