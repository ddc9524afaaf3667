/** DSL 0.x → the neutral model. For now only what the workflow is called; its states are read another day. */
import type { MapNode } from '../../syntax/node.ts';
import { valueOf } from '../../syntax/node.ts';
import type { WorkflowModel } from '../model.ts';

const none: ReadonlyMap<string, never> = new Map<string, never>();

/** Whether a root is a workflow of the old line: states instead of tasks. */
export const isV0 = ({ pairs }: MapNode): boolean => {
  const keys = new Set(pairs.map((pair) => pair.key.text));
  return (keys.has('states') || keys.has('specVersion')) && !keys.has('do') && !keys.has('document');
};

/** The model of a workflow of the old line. */
export function readV0(root: MapNode): WorkflowModel {
  const textAt = (key: string): string | undefined => {
    const value = valueOf(root, key);
    return value?.kind === 'scalar' ? value.text : undefined;
  };
  return {
    line: 'v0',
    root,
    dsl: textAt('specVersion'),
    identity: { name: textAt('id') ?? textAt('name'), version: textAt('version') },
    tops: [],
    lists: [],
    tasks: [],
    facts: { mentions: [], times: [] },
    components: {
      function: none,
      error: none,
      retry: none,
      timeout: none,
      authentication: none,
      secret: none,
      catalog: none,
      extension: none,
    },
    missing: [],
    definitions: [],
    references: [],
  };
}
