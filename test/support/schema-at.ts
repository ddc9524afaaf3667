/** The schema at a path of a text: what tests ask by keys and indices, where features walk down with the cursor. */
import { under } from '../../server/src/schema/lookup.ts';
import type { Schema } from '../../server/src/schema/schema.ts';
import { pairsOf } from '../../server/src/schema/shape.ts';
import { resolve, type Node } from '../../server/src/syntax/node.ts';

export type Path = readonly (string | number)[];

/**
 * The schemas that hold for the value at `path` below `node`, where `node` stands under `schemas`. Nothing need be written at the last
 * step: `schemasAt([root], tree, ['document', 'dsl'])` answers also when there is no `dsl` yet. Empty when nothing is known (free data).
 *
 * A path leads through a task's name as written: `['do', 0, 'ship', 'with', 'endpoint']`.
 */
export function schemasAt(schemas: readonly Schema[], node: Node | undefined, path: Path): readonly Schema[] {
  let here = schemas;
  let at = resolve(node);
  for (const step of path) {
    here = under(here, at, step);
    at = child(at, step);
  }
  return here;
}

/** The node at a path, aliases resolved. */
export function nodeAt(node: Node | undefined, path: Path): Node | undefined {
  let at = resolve(node);
  for (const step of path) at = child(at, step);
  return at;
}

const child = (node: Node | undefined, step: string | number): Node | undefined => {
  if (node?.kind === 'map') return resolve(pairsOf(node).get(String(step))?.value);
  return node?.kind === 'seq' && typeof step === 'number' ? resolve(node.elements[step]) : undefined;
};
