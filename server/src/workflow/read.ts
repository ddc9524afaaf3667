/** Which DSL line a workflow is written in, and its model: made once for each state of its text. */
import type { MapNode, Node } from '../syntax/node.ts';
import type { WorkflowModel } from './model.ts';
import { isV0, readV0 } from './v0/model.ts';
import { readV1 } from './v1/model.ts';

const models = new WeakMap<MapNode, WorkflowModel>();

/** The model of a part that is a workflow (or of anything with a root); undefined when the root is no mapping. */
export function modelOf(part: { readonly root?: Node }): WorkflowModel | undefined {
  const { root } = part;
  if (root?.kind !== 'map') return undefined;
  const known = models.get(root);
  if (known) return known;
  const model = isV0(root) ? readV0(root) : readV1(root);
  models.set(root, model);
  return model;
}
