/** The pairs around a place, and what the schema says may stand behind their keys. */
import { alternatives, under } from '../../schema/lookup.ts';
import type { Schema } from '../../schema/schema.ts';
import { pathAt } from '../../syntax/locate.ts';
import type { MapNode, Node, Pair } from '../../syntax/node.ts';
import type { Site } from './refactoring.ts';

export interface PairAt {
  readonly pair: Pair;
  /** The mapping it stands in. */
  readonly map: MapNode;
  /** Every form that its value may have. */
  readonly forms: readonly Schema[];
}

/** The pairs around the start of a selection, the innermost first. */
export function pairsAround({ doc, part, model, stretch }: Site): readonly PairAt[] {
  const { nodes, path, pairs } = pathAt(doc.tree, stretch.start, part.root) ?? { nodes: [], path: [], pairs: [] };
  const found: PairAt[] = [];
  let schemas: readonly Schema[] = [model.dialect.schema];
  let index = 0;
  nodes.forEach((node: Node, depth) => {
    const step = path[depth];
    if (step === undefined) return;
    schemas = under(schemas, node, step);
    if (node.kind === 'map') found.unshift({ pair: pairs[index++]!, map: node, forms: schemas.flatMap(alternatives) });
  });
  return found;
}
