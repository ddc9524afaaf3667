/** Which dialect a workflow is written in, and its model: made once for each state of its text. */
import { dialectKeys, type DialectId } from '../dialects.ts';
import { resolve, type MapNode, type Node } from '../syntax/node.ts';
import { dialectById } from './dialect-by-id.ts';
import type { Dialect, WorkflowModel } from './model.ts';
import { notes } from '../syntax/notes.ts';

/** In the order of the table of their keys. */
const ids = Object.keys(dialectKeys) as readonly DialectId[];

/** The dialect of what is, or is becoming, a workflow: the first of whose keys one is written, else the newest. Total: no root is the newest, too. */
export function dialectOf(given: Node | undefined): Dialect {
  const root = resolve(given);
  const written = new Set(root?.kind === 'map' ? root.pairs.map((pair) => pair.key.text) : []);
  return dialectById(ids.find((id) => dialectKeys[id].keys.some((key) => written.has(key))) ?? ids[0]!);
}

/** Is this a workflow, whoever named the file? */
export const isWorkflow = (root: MapNode): boolean => dialectOf(root).claims(root);

const models = notes<MapNode, WorkflowModel>();

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
