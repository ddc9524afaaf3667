/** Which dialect a workflow is written in, and its model: made once for each state of its text. */
import { resolve, type MapNode, type Node } from '../syntax/node.ts';
import type { Dialect, WorkflowModel } from './model.ts';
import { v0 } from './v0/dialect.ts';
import { v1 } from './v1/dialect.ts';

/** Every dialect, the newest first. */
export const dialects: readonly Dialect[] = [v1, v0];

/**
 * The dialect of what is, or is becoming, a workflow: DSL 1.0 unless its keys are those of 0.x (`states`, `specVersion`) and none is one of
 * 1.0. Total: no root is the newest dialect, too.
 */
export function dialectOf(given: Node | undefined): Dialect {
  const root = resolve(given);
  const keys = new Set(root?.kind === 'map' ? root.pairs.map((pair) => pair.key.text) : []);
  return (keys.has('states') || keys.has('specVersion')) && !keys.has('do') && !keys.has('document') ? v0 : v1;
}

const models = new WeakMap<MapNode, WorkflowModel>();

/** The model of a part that is a workflow (or of anything with a root); undefined when the root is no mapping. */
export function modelOf(part: { readonly root?: Node }): WorkflowModel | undefined {
  const { root } = part;
  if (root?.kind !== 'map') return undefined;
  const known = models.get(root);
  if (known) return known;
  const model = dialectOf(root).read(root);
  models.set(root, model);
  return model;
}
