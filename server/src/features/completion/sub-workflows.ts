/** What a `run.workflow` may name: the workflows of the workspace, as far as they agree with what is written of it. */
import { hasExpression } from '../../formats/expression.ts';
import { stringOf, valueOf } from '../../syntax/node.ts';
import type { WorkflowIdentity } from '../../workflow/model.ts';
import { workflowsIn, workflowsOf, type Workspace } from '../../workspace/workspace.ts';
import type { CompletionTarget } from './target.ts';
import type { Name } from './suggestion.ts';

type Part = keyof WorkflowIdentity;

/** The values of one part of an identity, each once; versions of the workflow that is named, the newest first. */
export function subWorkflowNames(workspace: Workspace, part: Part, { nodes }: CompletionTarget): Name[] {
  // What is written beside it stands under keys that are called as the parts are.
  const written = (key: Part): string | undefined => {
    const text = key === part ? undefined : stringOf(valueOf(nodes.at(-1), key));
    return text === undefined || text === '' || hasExpression(text) ? undefined : text;
  };
  const [namespace, name] = [written('namespace'), written('name')];
  const known = name === undefined && part !== 'version' ? workflowsIn(workspace) : workflowsOf(workspace, { namespace, name });
  const names = new Map<string, Name>();
  for (const {
    part: { identity, title },
  } of known) {
    const value = identity[part];
    if (!value || names.has(value) || (namespace !== undefined && identity.namespace !== namespace)) continue;
    names.set(value, { name: value, detail: part === 'namespace' ? undefined : title });
  }
  return [...names.values()];
}
