/** Where a workflow is meant to run: as it says itself, as its words tell, or as the settings have it. */
import { type MapNode, type Node, type ScalarNode, resolve, stringOf, valueOf } from '../syntax/node.ts';
import { isTarget, type TargetId, targetIds, targets } from '../targets.ts';
import { at } from './describe.ts';

/** Where a workflow says where it runs: `document.metadata` in DSL 1.0, `metadata` in 0.x. */
const places = ['document.metadata.heddle.target', 'metadata.heddle.target'];

/** The text that names the target in a workflow itself; undefined where none does. */
export function targetAt(root: Node): ScalarNode | undefined {
  for (const place of places) {
    const node = resolve(at(root, place));
    if (node?.kind === 'scalar') return node;
  }
  return undefined;
}

/** The key of `document` by which the file of a runtime is known, and whose it is. */
export function markedTarget(root: MapNode): { readonly id: TargetId; readonly mark: ScalarNode } | undefined {
  const document = resolve(valueOf(root, 'document'));
  for (const { key } of document?.kind === 'map' ? document.pairs : []) {
    const id = targetIds.find((each) => targets[each].marks?.includes(key.text));
    if (id) return { id, mark: key };
  }
  return undefined;
}

/** The target of a workflow; `asked` is what the settings say. */
export function targetOf(root: MapNode, asked: TargetId): TargetId {
  const own = stringOf(targetAt(root));
  return isTarget(own) ? own : (markedTarget(root)?.id ?? asked);
}
